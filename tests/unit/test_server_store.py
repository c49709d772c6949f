"""What a user reads when the vector server fails, and what is tried again."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from app.errors import StoreError
from app.store.server import ATTEMPTS, ServerStore, address, drop_collection

# Answers a request: (method, path, headers) -> (status, JSON).
Answer = Callable[[str, str, dict[str, str]], tuple[int, object]]


@contextmanager
def answering(answer: Answer) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """A server on this computer: its address, and the requests it got so far."""
    asked: list[tuple[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            asked.append((self.command, self.path))
            status, value = answer(self.command, self.path, dict(self.headers))
            body = json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_PUT = do_POST = do_DELETE = _answer

        def log_message(self, *_arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _open(url: str, *, dim: int = 8, timeout: int = 5) -> ServerStore:
    return ServerStore(url, "texts", dim, 4, api_key="secret", timeout=timeout, delay=0)


def _ok(result: object) -> tuple[int, object]:
    return 200, {"result": result, "status": "ok", "time": 0.0}


def _collection(vectors: object) -> object:
    empty = {"m": 16, "ef_construct": 100, "full_scan_threshold": 10000}
    return {
        "status": "green",
        "optimizer_status": "ok",
        "segments_count": 1,
        "config": {
            "params": {"vectors": vectors, "sparse_vectors": {"sparse": {}}},
            "hnsw_config": empty,
            "optimizer_config": {
                "deleted_threshold": 0.2,
                "vacuum_min_vector_number": 1000,
                "default_segment_number": 0,
                "flush_interval_sec": 5,
            },
        },
        "payload_schema": {},
    }


OURS = {
    "dense": {"size": 8, "distance": "Cosine"},
    "multi": {"size": 4, "distance": "Dot", "multivector_config": {"comparator": "max_sim"}},
}


def _healthy(method: str, path: str, _headers: dict[str, str]) -> tuple[int, object]:
    if path.endswith("/exists"):
        return _ok({"exists": True})
    if method == "GET" and path == "/collections/texts":
        return _ok(_collection(OURS))
    if path.endswith("/count"):
        return _ok({"count": 7})
    if method == "DELETE":
        return _ok(True)
    return _ok({"operation_id": 1, "status": "completed"})


def test_a_server_that_is_down() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(StoreError, match=f"127.0.0.1:{port} cannot be reached") as raised:
        _open(f"http://127.0.0.1:{port}")
    assert "QDRANT_URL" in raised.value.hint


def test_a_server_that_hangs() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(StoreError, match="did not answer within 1 seconds"):
            _open(url, timeout=1)


@pytest.mark.parametrize("status", [401, 403])
def test_a_wrong_key(status: int) -> None:
    with answering(lambda *_: (status, {"status": {"error": "no"}})) as (url, asked):
        with pytest.raises(StoreError, match="does not accept the key") as raised:
            _open(url)
        assert len(asked) == 1  # asking again would not help
    assert "secret" not in str(raised.value)


def test_an_answer_that_makes_no_sense() -> None:
    with (
        answering(lambda *_: (200, {"hello": 1})) as (url, _),
        pytest.raises(StoreError, match="failed"),
    ):
        _open(url)


def test_vectors_of_another_length() -> None:
    with (
        answering(_healthy) as (url, _),
        pytest.raises(StoreError, match="dense 8, multi 4 instead of dense 9"),
    ):
        _open(url, dim=9)


def test_the_key_is_sent_and_the_payload_indexed() -> None:
    keys = set()

    def answer(method: str, path: str, headers: dict[str, str]) -> tuple[int, object]:
        keys.add({name.lower(): value for name, value in headers.items()}.get("api-key"))
        return _healthy(method, path, headers)

    with answering(answer) as (url, asked):
        store = _open(url)
        assert store.count() == 7
        store.close()
        assert sum(path.startswith("/collections/texts/index") for _, path in asked) == 6
    assert keys == {"secret"}


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_server_is_asked_again(status: int) -> None:
    failures = [ATTEMPTS - 1]

    def answer(method: str, path: str, headers: dict[str, str]) -> tuple[int, object]:
        if path.endswith("/count") and failures[0]:
            failures[0] -= 1
            return status, {"status": {"error": "busy"}}
        return _healthy(method, path, headers)

    with answering(answer) as (url, _):
        store = _open(url)
        assert store.count() == 7
        failures[0] = ATTEMPTS
        with pytest.raises(StoreError):
            store.count()
        store.close()


def test_another_programs_collection_is_not_deleted() -> None:
    vectors: list[object] = [{"size": 8, "distance": "Cosine"}, OURS]

    def answer(method: str, path: str, headers: dict[str, str]) -> tuple[int, object]:
        if method == "GET" and path == "/collections/texts":
            return _ok(_collection(vectors[0]))
        return _healthy(method, path, headers)

    with answering(answer) as (url, asked):
        drop_collection(url, "texts")
        assert "DELETE" not in {method for method, _ in asked}
        vectors.pop(0)
        drop_collection(url, "texts")
        assert ("DELETE", "/collections/texts") in asked


@pytest.mark.parametrize("url", ["not a url", "ftp://host", "http://"])
def test_an_address_that_is_none(url: str) -> None:
    with pytest.raises(StoreError):
        _open(url)


def test_an_address_is_shown_without_its_password() -> None:
    assert address("https://me:secret@host:6333/q?api-key=x") == "https://host:6333/q"
