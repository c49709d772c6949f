"""Models through the engine process: searches go on while one is brought; jobs can be stopped."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from local_hub import LocalHub, local_hub
from small_model import make_small_model
from variant import make_variant

from app.errors import ModelError, UsageError
from app.paths import DataDirs
from app.process.client import EngineClient
from app.process.protocol import Method, Reply
from app.search.model import Query


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[LocalHub]:
    with local_hub(make_small_model(tmp_path / "served", words=20_000)) as hub:
        yield hub


@pytest.fixture
def client(
    dirs: DataDirs, hub: LocalHub, monkeypatch: pytest.MonkeyPatch
) -> Iterator[EngineClient]:
    monkeypatch.setenv("HF_ENDPOINT", hub.address)
    client = EngineClient(dirs)
    client.start()
    yield client
    client.close()


def outcome(client: EngineClient, number: int) -> Reply:
    while (reply := client.receive()) is not None:
        if reply.number == number and reply.kind not in ("progress", "partial"):
            return reply
    raise AssertionError("the engine process ended")


def ask(client: EngineClient, method: Method, **arguments: Any) -> Any:
    reply = outcome(client, client.call(method, **arguments))
    assert reply.kind == "result", reply.value
    return reply.value


def first(client: EngineClient, text: str) -> str:
    return Path(ask(client, "search", query=Query(text)).hits[0].path).name


def test_a_download_stands_in_nobodys_way_and_can_be_stopped(
    client: EngineClient, hub: LocalHub, library: Path
) -> None:
    ask(client, "index", roots=[library])
    hub.stalls = True
    download = client.call("download_model")
    while (reply := client.receive()) is not None and reply.number != download:
        pass
    assert first(client, "pumpkin soup") == "Suppe.txt"
    ask(client, "stop_job", number=download)
    hub.over.set()
    assert outcome(client, download).kind == "stopped"
    hub.stalls = False
    assert ask(client, "download_model").name == "bge-m3"
    assert ask(client, "verify_model", name="bge-m3").damaged == {}
    names = [model.name for model in ask(client, "models")]
    assert names == ["compact", "bge-m3"]
    ask(client, "remove_model", name="bge-m3")
    assert len(ask(client, "models")) == 1


def test_errors_are_sentences(client: EngineClient, tmp_path: Path, hub: LocalHub) -> None:
    reply = outcome(client, client.call("import_model", source=tmp_path / "nothing"))
    assert reply.kind == "error" and isinstance(reply.value, UsageError)
    hub.missing = {"colbert_linear.pt"}
    reply = outcome(client, client.call("download_model"))
    assert reply.kind == "error" and isinstance(reply.value, ModelError)
    assert "colbert_linear.pt missing" in str(reply.value)


def test_the_model_is_changed_while_searches_go_on_and_across_a_kill(
    client: EngineClient, library: Path, tmp_path: Path
) -> None:
    ask(client, "index", roots=[library])
    make_variant(tmp_path / "Variant")
    model = ask(client, "import_model", source=tmp_path / "Variant")
    plan = ask(client, "plan_model", name=model.name)
    assert (plan.outstanding.files, plan.outstanding.passages) == (5, 5)
    assert plan.seconds > 0 and plan.disk_bytes > 0
    assert ask(client, "use_model", name=model.name) == ""
    states = {m.name: (m.chosen, m.indexed) for m in ask(client, "models")}
    assert states == {"compact": (False, True), "Variant": (True, False)}
    reply = outcome(client, client.call("remove_model", name="Variant"))
    assert "in use" in str(reply.value)

    change = client.call("index", roots=[])
    while (step := client.receive()) is not None:
        if step.number == change and step.value.stage == "changing":
            break
    assert client.pid is not None
    os.kill(client.pid, signal.SIGKILL)
    while (reply := client.receive()) is not None and reply.number != 0:
        pass
    client.start()
    assert first(client, "pumpkin soup") == "Suppe.txt"
    ask(client, "index", roots=[])
    states = {m.name: (m.chosen, m.indexed) for m in ask(client, "models")}
    assert states == {"compact": (False, False), "Variant": (True, True)}
    assert ask(client, "status").model == "Variant"
    assert first(client, "pumpkin soup") == "Suppe.txt"
