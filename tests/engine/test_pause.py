"""In the engine process indexing pauses while the model server is down, and goes on by itself."""

from pathlib import Path

import pytest
from model_servers import KEY, ServerProcess

from app.index.progress import IndexReport
from app.paths import DataDirs
from app.process.client import EngineClient
from app.process.protocol import Reply
from app.search.model import WORDS_ONLY, Query


def _next(client: EngineClient) -> Reply:
    while (reply := client.receive()) is not None and reply.kind == "partial":
        pass
    assert reply is not None, "the engine process ended"
    assert reply.kind != "error", reply.value
    return reply


def _report(client: EngineClient, number: int) -> IndexReport:
    while (reply := _next(client)).number != number or reply.kind == "progress":
        pass
    assert isinstance(reply.value, IndexReport)
    return reply.value


@pytest.mark.model
def test_indexing_pauses_says_why_and_goes_on(
    dirs: DataDirs, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = ServerProcess(tmp_path / "server")
    monkeypatch.setenv("BGE_M3_MODEL_URL", server.url)
    monkeypatch.setenv("BGE_M3_API_KEY", KEY)
    monkeypatch.setenv("BGE_M3_MAX_RETRIES", "0")
    monkeypatch.setenv("BGE_M3_CIRCUIT_BREAKER_THRESHOLD", "1")
    monkeypatch.setenv("BGE_M3_CIRCUIT_BREAKER_COOL_DOWN", "0.2")
    client = EngineClient(dirs)
    client.start()
    try:
        assert _report(client, client.call("index", roots=[library])).indexed == 5
        server.kill()
        (library / "new.txt").write_text("The lighthouse keeper counts the ships at dawn.")
        job = client.call("index", roots=[library])
        while (reply := _next(client)).number != job or reply.value.stage != "paused":
            pass
        assert server.url in reply.value.note
        search = client.call("search", query=Query("zerlassene Kürbissuppe"))
        while (reply := _next(client)).number != search:
            assert reply.value.stage == "paused"
        assert reply.value.note == WORDS_ONLY and reply.value.hits
        server = ServerProcess(tmp_path / "server", server.port)
        report = _report(client, job)
        assert (report.indexed, report.unchanged) == (1, 5)
        search = client.call("search", query=Query("who watches the sea"))
        while (reply := _next(client)).number != search:
            pass
        assert reply.value.note == ""
        assert Path(reply.value.hits[0].path).name == "new.txt"
        server.kill()
        (library / "newer.txt").write_text("The lift was repaired twice.")
        job = client.call("index", roots=[library])
        while (reply := _next(client)).number != job or reply.value.stage != "paused":
            pass
        client.call("stop_indexing")
        while (reply := _next(client)).number != job or reply.kind == "progress":
            pass
        assert reply.kind == "stopped"
    finally:
        client.close()
        if server.process.poll() is None:
            server.kill()
