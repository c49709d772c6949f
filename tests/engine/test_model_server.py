"""Embedding on a real model server in another process, and what happens when it fails."""

import http.client
import json
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from indexing import run_index
from model_servers import KEY, ServerProcess

from app.embedding.folder import ModelFolder
from app.embedding.model_server import ModelServer
from app.embedding.remote import RemoteEncoder, ServedModel
from app.embedding.service import BGEM3Service
from app.engine import Engine
from app.errors import ModelError, ModelUnavailable
from app.paths import DataDirs
from app.resilience import Limits, hurried
from app.search.model import WORDS_ONLY, Query
from app.settings import Settings, load_settings

pytestmark = pytest.mark.model
AT_ONCE = Limits(retries=2, delay=0.0, threshold=50, cool_down=0.0)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """One that nobody breaks."""
    server = ServerProcess(tmp_path_factory.mktemp("server"))
    yield server
    assert server.stop() == 0


@pytest.fixture
def doomed(tmp_path: Path) -> Iterator[ServerProcess]:
    """One that a test may break."""
    server = ServerProcess(tmp_path / "doomed")
    yield server
    if server.process.poll() is None:
        server.thaw()
        server.kill()


def settings_for(dirs: DataDirs, url: str, key: str = KEY, **more: str) -> Settings:
    return load_settings(
        dirs.settings,
        {"BGE_M3_MODEL_URL": url, "BGE_M3_API_KEY": key, "BGE_M3_RETRY_DELAY": "0", **more},
    )


def client(url: str, key: str = KEY, timeout: float = 60.0) -> ModelServer:
    return ModelServer(url, key, AT_ONCE, timeout)


def test_the_server_gives_what_the_model_here_gives(
    server: ServerProcess, service: BGEM3Service, tmp_path: Path
) -> None:
    served = ServedModel(client(server.url), tmp_path)
    folder = served.folder()
    here = service.folder
    assert (folder.fingerprint, folder.dim, folder.multi_dim) == (
        here.fingerprint,
        here.dim,
        here.multi_dim,
    )
    away = BGEM3Service(folder, connect=lambda: served.connect(folder))
    texts = ["Die Kündigungsfrist beträgt drei Monate.", "", "企鹅", "water tank " * 200]
    for ours, theirs in zip(away.encode_queries(texts), service.encode_queries(texts), strict=True):
        np.testing.assert_allclose(ours.dense, theirs.dense, atol=1e-6)
        np.testing.assert_array_equal(ours.terms, theirs.terms)
        np.testing.assert_allclose(ours.weights, theirs.weights, atol=1e-6)
        np.testing.assert_array_equal(ours.multi, theirs.multi)


def test_many_passages_go_in_several_requests(
    server: ServerProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.embedding.remote._REQUEST_TOKENS", 100)
    asked = client(server.url)
    folder = ServedModel(asked, tmp_path).folder()
    before = asked.guard.state().attempts
    sequences = [[0, *range(10, 10 + length), 2] for length in (3, 60, 7, 60, 90)]
    found: dict[int, Any] = {}
    for positions, batch in RemoteEncoder(asked, folder).encode(sequences):
        found |= dict(zip(positions, batch, strict=True))
    assert sorted(found) == [0, 1, 2, 3, 4]
    assert all(len(found[i].token_weights) == len(s) for i, s in enumerate(sequences))
    assert asked.guard.state().attempts - before == 3


def test_index_and_search_through_the_server_and_say_so(
    server: ServerProcess, dirs: DataDirs, library: Path
) -> None:
    engine = Engine(dirs, settings_for(dirs, server.url))
    report = run_index(engine, library)
    assert (report.indexed, report.embedded) == (5, 5)
    hits = engine.find(Query("how long does the pumpkin soup cook")).hits
    assert Path(hits[0].path).name == "Suppe.txt"
    status = engine.status()
    assert status.model_server == server.url
    (guard,) = [guard for guard in status.guards if guard.name == "model server"]
    assert guard.attempts >= 3 and guard.failures == 0 and guard.state == "closed"
    engine.close()


def test_the_wrong_key_is_a_sentence_and_not_tried_again(
    server: ServerProcess, dirs: DataDirs, library: Path
) -> None:
    for key in ("", "wrong", "größer"):
        if key.isascii():
            asked = client(server.url, key)
            with pytest.raises(ModelError, match="refuses the API key") as error:
                asked.model()
            assert "BGE_M3_API_KEY" in error.value.hint
            assert not isinstance(error.value, ModelUnavailable)
            assert asked.guard.state().attempts == 1
    engine = Engine(dirs, settings_for(dirs, server.url, "wrong"))
    with pytest.raises(ModelError, match="refuses the API key"):
        list(engine.index([library]))
    result = engine.find(Query("pumpkin"))
    assert result.note == WORDS_ONLY and "refuses the API key" in result.cause
    engine.close()


def test_a_server_killed_in_the_middle_of_a_request(
    doomed: ServerProcess, dirs: DataDirs, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Engine(dirs, settings_for(dirs, doomed.url))
    run_index(engine, library)
    (library / "new.txt").write_text("The lighthouse keeper counts the ships at dawn.")
    _on_answer_awaited(monkeypatch, "/v1/embeddings", doomed.kill)
    with pytest.raises(ModelUnavailable, match="cannot be reached"):
        list(engine.index([library]))
    guard = engine.status().guards[0]
    assert (guard.failures, guard.retries) == (4, 3)
    assert engine.stored_passages() == engine.totals().passages == 5  # nothing half done
    for result in (
        engine.find(Query("zerlassene Kürbissuppe")),
        *engine.search_batch([Query("zerlassene Kürbissuppe")]),
    ):
        assert result.note == WORDS_ONLY and doomed.url in result.cause
        assert [Path(hit.path).name for hit in result.hits] == ["Suppe.txt"]
    engine.close()
    # A new start knows the model from before, so what is cached or unchanged needs no server.
    (library / "new.txt").unlink()
    engine = Engine(dirs, settings_for(dirs, doomed.url))
    assert run_index(engine, library).unchanged == 5
    assert engine.model.dim == 384
    engine.close()


def test_the_breaker_opens_and_the_server_comes_back(
    doomed: ServerProcess, dirs: DataDirs, library: Path, tmp_path: Path
) -> None:
    limits = {"BGE_M3_CIRCUIT_BREAKER_THRESHOLD": "2", "BGE_M3_MAX_RETRIES": "0"}
    engine = Engine(dirs, settings_for(dirs, doomed.url, **limits))
    run_index(engine, library)
    doomed.kill()
    query = Query("zerlassene Kürbissuppe")
    assert "cannot be reached" in engine.find(query).cause
    assert "cannot be reached" in engine.find(query).cause
    result = engine.find(query)
    assert "not tried for another" in result.cause and result.hits
    (batch,) = engine.search_batch([query])
    assert batch.note == WORDS_ONLY and batch.hits
    with pytest.raises(ModelUnavailable) as error:
        (library / "new.txt").write_text("The lighthouse keeper counts the ships.")
        list(engine.index([library]))
    assert 0 < error.value.retry_in <= 30
    engine.close()
    back = ServerProcess(tmp_path / "back", doomed.port)
    engine = Engine(
        dirs,
        settings_for(dirs, doomed.url, **limits, BGE_M3_CIRCUIT_BREAKER_COOL_DOWN="0"),
    )
    assert run_index(engine, library).indexed == 1
    assert engine.find(Query("who watches the sea")).note == ""
    engine.close()
    assert back.stop() == 0


def test_a_server_that_hangs_is_given_up_and_asked_again(
    doomed: ServerProcess, tmp_path: Path
) -> None:
    asked = ModelServer(doomed.url, KEY, Limits(0, 0.0, 50, 0.0), 0.2)
    folder = ServedModel(client(doomed.url), tmp_path).folder()
    doomed.freeze()
    with hurried(), pytest.raises(ModelUnavailable, match=r"did not answer within 0\.2 s"):
        asked.embed(folder, [[0, 5, 2]])
    doomed.thaw()
    (raw,) = client(doomed.url).embed(folder, [[0, 5, 2]])
    assert raw.dense.shape == (384,)


def test_another_model_on_the_server_is_noticed(
    server: ServerProcess, model_folder: ModelFolder, dirs: DataDirs, library: Path
) -> None:
    """What is remembered says one model, the server runs another."""
    engine = Engine(dirs, settings_for(dirs, server.url))
    engine.model  # noqa: B018  # asks and remembers
    engine.close()
    (file,) = dirs.data.glob("model-servers/*/model.json")
    facts = json.loads(file.read_text())
    file.write_text(json.dumps({**facts, "model_fingerprint": "0123456789abcdef"}))
    engine = Engine(dirs, settings_for(dirs, server.url))
    result = engine.find(Query("pumpkin"))
    assert result.note == WORDS_ONLY and "another model" in result.cause
    # That search asked, so the next start knows; this engine follows when it indexes.
    file.write_text(json.dumps({**facts, "model_fingerprint": "0123456789abcdef"}))
    assert run_index(engine, library).indexed == 5
    assert engine.model.fingerprint == model_folder.fingerprint
    assert engine.find(Query("pumpkin soup")).note == ""
    engine.close()


GOOD = {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status"),
    [
        ("GET", "/", b"", GOOD, 404),
        ("POST", "/v1/model", b"{}", GOOD, 404),
        ("DELETE", "/v1/model", b"", GOOD, 501),
        ("GET", "/v1/model", b"", {}, 401),
        ("POST", "/v1/embeddings", b"x" * 500_000, {"Authorization": "Bearer no"}, 401),
        ("POST", "/v1/embeddings", b"{}", {**GOOD, "Content-Type": "text/plain"}, 415),
        ("POST", "/v1/embeddings", b"{}", {**GOOD, "Content-Length": "9999999"}, 413),
        ("POST", "/v1/embeddings", b"{}", {**GOOD, "Content-Length": "-1"}, 413),
        ("POST", "/v1/embeddings", b"not json", GOOD, 400),
        ("POST", "/v1/embeddings", b"[" * 100_000, GOOD, 400),
        ("POST", "/v1/embeddings", b'{"version": 2}', GOOD, 400),
        ("POST", "/v1/embeddings", b'{"version": 1, "model": "x", "sequences": []}', GOOD, 400),
        ("POST", "/v1/embeddings", b'{"version":1,"model":"x","sequences":[[0]]}', GOOD, 400),
        ("POST", "/v1/embeddings", b'{"version":1,"model":"x","sequences":[[0,-1]]}', GOOD, 400),
        ("POST", "/v1/embeddings", b'{"version":1,"model":"x","sequences":[[0,9e9]]}', GOOD, 400),
        ("POST", "/v1/embeddings", b'{"version":1,"model":"x","sequences":[[0,true]]}', GOOD, 400),
        ("POST", "/v1/embeddings", b'{"version":1,"model":"x","sequences":[[0,2]]}', GOOD, 409),
    ],
)
def test_the_server_refuses_what_makes_no_sense(
    server: ServerProcess, method: str, path: str, body: bytes, headers: dict[str, str], status: int
) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request(method, path, body, headers)
    if "Content-Length" in headers and connection.sock:
        with suppress(OSError):  # the answer may be there already
            connection.sock.shutdown(socket.SHUT_WR)
    with connection.getresponse() as response:
        answer = response.read()
    connection.close()
    assert response.status == status
    assert status == 501 or json.loads(answer)["error"]
    assert client(server.url).model()["version"] == 1  # and goes on serving


def _on_answer_awaited(
    monkeypatch: pytest.MonkeyPatch, path: str, action: Callable[[], None]
) -> None:
    """Act when a request for this path has been sent and its answer is awaited, once."""
    sent: list[str] = []
    connection = http.client.HTTPConnection
    request, getresponse = connection.request, connection.getresponse

    def noted(self: Any, method: str, url: str, *rest: Any) -> None:
        request(self, method, url, *rest)
        sent.append(url)

    def interrupted(self: Any) -> Any:
        if sent.count(path) == 1 and sent[-1] == path:
            action()
        return getresponse(self)

    monkeypatch.setattr(connection, "request", noted)
    monkeypatch.setattr(connection, "getresponse", interrupted)
