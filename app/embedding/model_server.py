"""Asking a model server over HTTP. The protocol stands in wire.py."""

import contextlib
import http.client
import json
import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from urllib.parse import SplitResult, urlsplit

from app.embedding import wire
from app.embedding.checks import fault_of
from app.embedding.folder import ModelFolder
from app.embedding.model import RawEmbeddings
from app.errors import ModelError, ModelUnavailable, UsageError
from app.resilience import Guard, Limits, seconds_allowed

_CONNECT_SECONDS = 5.0
_JSON_BYTES = 2**20  # of an answer without embeddings
Answer = TypeVar("Answer")


class ModelServer:
    """Asks a model server, through a guard: what can pass is tried again, a dead one left alone.

    A connection a request, no redirects and no proxy: the key goes to this address only.
    """

    def __init__(self, url: str, key: str, limits: Limits, timeout: float) -> None:
        """timeout: seconds in which a request must be answered. Raises UsageError."""
        self.url = url.rstrip("/")
        self._address = _checked_url(self.url)
        if not key.isascii() or not key.isprintable():
            raise UsageError("The API key of the model server has characters no key has.")
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._timeout = timeout
        self.guard = Guard("model server", limits, self._refusal)

    def model(self) -> dict[str, Any]:
        """GET /v1/model; raises ModelError."""
        return self._ask("GET", "/v1/model", None, _JSON_BYTES, _as_object)

    def tokenizer(self) -> bytes:
        """GET /v1/tokenizer; raises ModelError."""
        return self._ask("GET", "/v1/tokenizer", None, wire.MAX_TOKENIZER_BYTES, bytes)

    def embed(self, folder: ModelFolder, sequences: Sequence[list[int]]) -> list[RawEmbeddings]:
        """POST /v1/embeddings; raises ModelError, also for answers that are no embeddings."""
        lengths = [len(sequence) for sequence in sequences]
        # base64 of three arrays, and room for what stands around them
        a_token = 2 * folder.head_dim + 4
        longest = 2 * (sum(lengths) * a_token + len(lengths) * 4 * folder.dim) + _JSON_BYTES

        def embeddings(data: bytes) -> list[RawEmbeddings]:
            found = wire.unpack_answer(_as_object(data), folder.model_fingerprint, lengths)
            for raw, tokens in zip(found, lengths, strict=True):
                if fault := fault_of(raw, tokens, folder):
                    raise ValueError(fault)
            return found

        body = wire.pack_request(folder.model_fingerprint, sequences)
        return self._ask("POST", "/v1/embeddings", body, longest, embeddings)

    def _ask(
        self,
        method: str,
        path: str,
        body: dict[str, Any] | None,
        longest: int,
        convert: Callable[[bytes], Answer],
    ) -> Answer:
        """The converted answer; convert raises ValueError for one that makes no sense."""
        data = json.dumps(body, separators=(",", ":")).encode() if body is not None else None

        def attempt() -> Answer | ModelError:
            status, answer = self._exchange(method, path, data, longest)
            if status >= 500 or status == 429:
                raise self.trouble(f"failed: {_sentence(status, answer)}")
            if status != 200:
                return self.refused(status, answer)  # a server that says no is no failure
            try:
                return convert(answer)
            except ValueError as error:
                raise self.trouble(f"gave {error}") from None

        answer = self.guard.call(attempt, lambda e: isinstance(e, ModelUnavailable))
        if isinstance(answer, ModelError):
            raise answer
        return answer

    def _exchange(
        self, method: str, path: str, body: bytes | None, longest: int
    ) -> tuple[int, bytes]:
        """Status and body of one request, within the timeout whatever the other end does."""
        timeout = seconds_allowed(self._timeout)
        connection = self._connection(min(timeout, _CONNECT_SECONDS))
        late = threading.Event()
        connected: list[socket.socket] = []  # the connection lets go of it while an answer comes

        def cut() -> None:
            late.set()
            with contextlib.suppress(OSError):
                # Not the method of an SSL socket, which may be in use by the other thread.
                socket.socket.shutdown(connected[0], socket.SHUT_RDWR)

        timer = threading.Timer(timeout, cut)
        timer.daemon = True
        try:
            connection.connect()
            connection.sock.settimeout(timeout)
            connected.append(connection.sock)
            timer.start()
            headers = {**self._headers, "Content-Type": "application/json"}
            connection.request(method, self._address.path + path, body, headers)
            with connection.getresponse() as response:
                answer = response.read(longest + 1)
        except (OSError, http.client.HTTPException, ValueError) as error:
            if late.is_set() or (isinstance(error, TimeoutError) and timer.is_alive()):
                raise self.trouble(f"did not answer within {timeout:g} s") from None
            raise self.trouble(f"cannot be reached ({error or type(error).__name__})") from None
        finally:
            timer.cancel()
            connection.close()
        if late.is_set():
            raise self.trouble(f"did not answer within {timeout:g} s")
        if len(answer) > longest:
            raise self.trouble("gave far more than was asked for")
        return response.status, answer

    def _connection(self, timeout: float) -> http.client.HTTPConnection:
        host, port = self._address.hostname or "", self._address.port
        if self._address.scheme == "https":
            context = ssl.create_default_context()
            return http.client.HTTPSConnection(host, port, timeout=timeout, context=context)
        return http.client.HTTPConnection(host, port, timeout=timeout)

    def trouble(self, clause: str) -> ModelUnavailable:
        """The error for something that can pass. clause: what the server did."""
        return ModelUnavailable(
            f"The model server {self.url} {clause}.", "Check that it runs and can be reached."
        )

    def _refusal(self, clause: str, seconds: float) -> ModelUnavailable:
        return ModelUnavailable(f"The model server {self.url} {clause}", "", seconds)

    def refused(self, status: int, answer: bytes = b"") -> ModelError:
        """The error for a status that another try would not change."""
        if status in (401, 403):
            return ModelError(
                f"The model server {self.url} refuses the API key.",
                "Set the key it was started with (BGE_M3_API_KEY or model.server_key).",
            )
        if status == 409:
            return ModelError(
                f"The model server {self.url} runs another model now.", "Index your folders again."
            )
        if 300 <= status < 400 or status == 404:
            return ModelError(
                f"There is no model server at {self.url}.", "Check the address in the settings."
            )
        return ModelError(
            f"The model server {self.url} refuses: {_sentence(status, answer)}.",
            "It may be of another version.",
        )


def _checked_url(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        valid = (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and parts.port != 0
            and not parts.username
            and not parts.query
            and not parts.fragment
            and url.isascii()
            and url.isprintable()
            and " " not in url
        )
    except ValueError:  # a port that is no number
        valid = False
    if not valid:
        raise UsageError(
            "The address of the model server is not valid.",
            "Allowed is one such as http://192.168.1.20:8639.",
        )
    return parts


def _as_object(data: bytes) -> dict[str, Any]:
    try:
        value = json.loads(data)
    except ValueError:
        raise ValueError("an answer that is no JSON") from None
    if not isinstance(value, dict):
        raise ValueError("an answer that is no JSON object")
    return value


def _sentence(status: int, answer: bytes) -> str:
    """What the server says about its refusal."""
    with contextlib.suppress(ValueError, AttributeError):
        if isinstance(told := json.loads(answer).get("error"), str):
            return told[:300].rstrip(".")
    return f"status {status}"
