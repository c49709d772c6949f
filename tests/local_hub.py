"""A model hub on this machine: a real HTTP server that can be told to misbehave."""

import hashlib
import json
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

COMMIT = "c0ffee" * 6 + "c0ff"
_LARGE = {"model.safetensors", "sparse_linear.pt", "colbert_linear.pt"}


@dataclass
class LocalHub:
    """What it serves and how. Every setting can be changed between requests.

    cuts: file -> after how many bytes of an answer the line is cut, once for each number;
    statuses: answered to file requests, in order, before anything else; spoiled: files whose
    content is not what is listed; stalls: whether answers stop in the middle and stay open.
    """

    folder: Path
    address: str = ""
    cuts: dict[str, list[int]] = field(default_factory=dict)
    statuses: list[int] = field(default_factory=list)
    spoiled: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    has_list: bool = True
    has_ranges: bool = True
    stalls: bool = False
    redirect_to: str = ""
    version: str = "1"
    requests: list[tuple[str, str]] = field(default_factory=list)  # (path, Range)
    over: threading.Event = field(default_factory=threading.Event)

    def listing(self) -> bytes:
        files: list[dict[str, Any]] = [{"rfilename": "README.md", "size": 3, "blobId": "0" * 40}]
        for file in sorted(self.folder.iterdir()):
            if file.name in self.missing:
                continue
            data = file.read_bytes()
            entry: dict[str, Any] = {"rfilename": file.name, "size": len(data)}
            entry["blobId"] = hashlib.sha1(f"blob {len(data)}\0".encode() + data).hexdigest()
            if file.name in _LARGE:
                sha256 = hashlib.sha256(data).hexdigest()
                entry["lfs"] = {"sha256": sha256, "size": len(data), "pointerSize": 134}
            files.append(entry)
        return json.dumps({"sha": COMMIT, "siblings": files}).encode()

    def asked_for(self, name: str) -> list[str]:
        """The Range headers of the requests for a file, "" for one without."""
        return [range_ for path, range_ in self.requests if path.endswith(f"/{name}")]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hub: LocalHub

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_HEAD(self) -> None:
        self._serve(with_body=False)

    def do_GET(self) -> None:
        self._serve(with_body=True)

    def _serve(self, with_body: bool) -> None:
        hub = self.hub
        path = re.sub(r"^http://[^/]+", "", self.path)  # as a proxy gets it
        hub.requests.append((path, self.headers.get("Range", "")))
        name = path.rsplit("/", 1)[-1]
        if path.startswith("/api/models/BAAI/bge-m3/revision/main"):
            if not hub.has_list:
                return self._answer(404, b"", {})
            return self._answer(200, hub.listing(), {})
        if hub.statuses and (status := hub.statuses.pop(0)) != 200:
            return self._answer(status, b"", {})
        if name in hub.missing or not (hub.folder / name).is_file():
            return self._answer(404, b"", {})
        if hub.redirect_to and not path.startswith("/cdn/"):
            return self._answer(302, b"", {"Location": f"{hub.redirect_to}/cdn/{name}"})
        data = (hub.folder / name).read_bytes()
        if name in hub.spoiled:
            data = bytes([data[0] ^ 1]) + data[1:]
        etag = f'"{hub.version}-{name}"'
        headers = {"ETag": etag, "Content-Length": str(len(data))}
        status = 200
        found = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if found and hub.has_ranges and self.headers.get("If-Range", etag) == etag:
            start = int(found[1])
            if start >= len(data):
                return self._answer(416, b"", {"Content-Range": f"bytes */{len(data)}"})
            headers["Content-Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
            data = data[start:]
            headers["Content-Length"] = str(len(data))
            status = 206
        self._answer(status, data if with_body else b"", headers, name)

    def _answer(self, status: int, data: bytes, headers: dict[str, str], name: str = "") -> None:
        self.send_response(status)
        for key, value in {"Content-Length": str(len(data)), **headers}.items():
            self.send_header(key, value)
        self.end_headers()
        cuts = self.hub.cuts.get(name)
        if cuts:
            self.wfile.write(data[: cuts.pop(0)])
            self.connection.shutdown(socket.SHUT_RDWR)
        elif self.hub.stalls and name:
            self.wfile.write(data[:10])
            self.wfile.flush()
            self.hub.over.wait()
            self.close_connection = True
        else:
            self.wfile.write(data)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is what some tests are about."""


@contextmanager
def local_hub(folder: Path) -> Iterator[LocalHub]:
    """Serve the folder as BAAI/bge-m3."""
    hub = LocalHub(folder)
    handler = type("Handler", (_Handler,), {"hub": hub})
    server = _Server(("127.0.0.1", 0), handler)
    hub.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield hub
    finally:
        hub.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
