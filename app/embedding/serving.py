"""The reference model server: one model for several desks. The protocol stands in wire.py."""

import hashlib
import hmac
import ipaddress
import json
import logging
import select
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from app.embedding import wire
from app.embedding.folder import ModelFolder
from app.embedding.model import BatchEncoder, RawEmbeddings
from app.embedding.options import EncoderOptions
from app.embedding.tokens import MAX_TOKENS, Tokens
from app.errors import ModelError, UsageError

_log = logging.getLogger(__name__)
_MOST_AT_ONCE = 32  # requests; one computes, the others wait
_SLOWEST_SECONDS = 30.0  # for each piece of a request to arrive or of an answer to be taken


class EmbeddingServer(ThreadingHTTPServer):
    """Answers embedding requests with one model; `serve_forever` runs it.

    `server_close` waits for the answers under way.
    """

    daemon_threads = False

    def __init__(
        self, address: tuple[str, int], folder: ModelFolder, options: EncoderOptions, key: str = ""
    ) -> None:
        """Load the model and listen. key: what requests must show; without one, only this
        machine may ask. Raises UsageError and ModelError."""
        if not key and not _is_loopback(address[0]):
            raise UsageError(
                f"Without a key the model may not be served at {address[0]}.",
                "Give --api-key KEY, or serve at 127.0.0.1.",
            )
        self._folder = folder
        self._options = options
        self._key = key
        tokens = Tokens(folder.path)
        self.vocabulary = tokens.vocabulary
        self.tokenizer = (folder.path / "tokenizer.json").read_bytes()
        self.description = wire.describe(folder, hashlib.sha256(self.tokenizer).hexdigest())
        self._computing = threading.Lock()
        self.places = threading.BoundedSemaphore(_MOST_AT_ONCE)
        try:
            super().__init__(address, _Handler)
        except (OSError, OverflowError) as error:
            raise UsageError(
                f"The model cannot be served at {address[0]}:{address[1]} ({error}).",
                "Choose another --port or --host.",
            ) from None
        try:
            self._encoder = self._load()
        except ModelError:
            self.server_close()
            raise

    def _load(self) -> BatchEncoder:
        from app.embedding.encoder import Encoder  # torch takes seconds to import

        return Encoder(self._folder, self._options)

    @property
    def url(self) -> str:
        """Where it listens."""
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}"

    def may_ask(self, authorization: str) -> bool:
        """Whether a request with this header shows the key."""
        shown = authorization.encode("utf-8", "surrogateescape")
        return not self._key or hmac.compare_digest(shown, f"Bearer {self._key}".encode())

    def embed(
        self, sequences: list[list[int]], is_wanted: Callable[[], bool]
    ) -> list[RawEmbeddings] | None:
        """Embeddings in the order of the sequences; one request computes at a time.

        None when its turn came and nobody waited for it any more.
        """
        found: dict[int, RawEmbeddings] = {}
        with self._computing:
            if not is_wanted():
                return None
            for positions, batch in self._encoder.encode(sequences):
                found.update(zip(positions, batch, strict=True))
        return [found[position] for position in range(len(sequences))]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A desk that went away in the middle is no reason to print a traceback."""
        _log.info("a request from %s broke off", client_address, exc_info=True)


class _Handler(BaseHTTPRequestHandler):
    """One request; HTTP/1.0, so the connection ends with the answer."""

    server: EmbeddingServer
    server_version = "GenericRAG"
    sys_version = ""
    timeout = _SLOWEST_SECONDS

    def do_GET(self) -> None:
        """The description of the model, or its tokenizer."""
        if not self._is_allowed():
            return
        if self.path == "/v1/model":
            self._answer(200, self.server.description)
        elif self.path == "/v1/tokenizer":
            self._send(200, self.server.tokenizer)
        else:
            self._refuse(404, "There is no such page.")

    def do_POST(self) -> None:
        """Embeddings."""
        if not self._is_allowed():
            return
        if self.path != "/v1/embeddings":
            self._refuse(404, "There is no such page.")
            return
        if not self.server.places.acquire(blocking=False):
            self._refuse(503, "Too many requests at once.")
            return
        try:
            self._embed()
        finally:
            self.server.places.release()

    def _embed(self) -> None:
        # Asked for by type, so that a web page in a browser here cannot make the model work.
        if self.headers.get_content_type() != "application/json":
            self._refuse(415, "The body must be application/json.")
            return
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > wire.MAX_REQUEST_BYTES:
            self._refuse(413, f"The body may have {wire.MAX_REQUEST_BYTES} bytes.")
            return
        try:
            body = json.loads(self._read_body())
            model, sequences = wire.unpack_request(body, MAX_TOKENS, self.server.vocabulary)
        except (ValueError, RecursionError) as error:
            self._refuse(400, str(error))
            return
        if model != (own := self.server.description["model_fingerprint"]):
            self._refuse(409, "This server runs another model.")
            return
        try:
            embeddings = self.server.embed(sequences, self._is_wanted)
        except ModelError as error:
            self._refuse(500, error.message)
            return
        if embeddings is not None:
            self._answer(200, wire.pack_answer(own, embeddings))

    def _read_body(self) -> bytes:
        """The body, or as much of it as a request may have; empty when it was read before."""
        length = self.headers.get("Content-Length", "")
        del self.headers["Content-Length"]
        return self.rfile.read(
            min(int(length), wire.MAX_REQUEST_BYTES) if length.isdecimal() else 0
        )

    def _is_wanted(self) -> bool:
        """Whether the other end still waits: it sends nothing more, so it would only close."""
        readable, _, _ = select.select([self.connection], [], [], 0)
        return not readable

    def _is_allowed(self) -> bool:
        if self.server.may_ask(self.headers.get("Authorization", "")):
            return True
        self._refuse(401, "The API key is missing or wrong.")
        return False

    def _refuse(self, status: int, sentence: str) -> None:
        self._read_body()  # closing with something unread would tear the answer down
        self._answer(status, {"error": sentence})

    def _answer(self, status: int, value: dict[str, Any]) -> None:
        self._send(status, json.dumps(value, separators=(",", ":")).encode())

    def _send(self, status: int, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Requests go to the log, never what was in them."""
        _log.info("%s %s", self.address_string(), format % arguments)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
