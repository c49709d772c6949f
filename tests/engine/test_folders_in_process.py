"""Folders changed while the engine process indexes, and an engine that starts anew."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.paths import DataDirs
from app.process.client import EngineClient
from app.process.protocol import Method, Reply


@pytest.fixture
def client(dirs: DataDirs) -> Iterator[EngineClient]:
    client = EngineClient(dirs)
    client.start()
    yield client
    client.close()


def next_reply(client: EngineClient, number: int, *kinds: str) -> Reply:
    while (reply := client.receive()) is not None:
        if reply.number == number and reply.kind in kinds:
            return reply
    raise AssertionError("the engine process ended")


def ask(client: EngineClient, method: Method, **arguments: Any) -> Any:
    reply = next_reply(client, client.call(method, **arguments), "result", "error")
    assert reply.kind == "result", reply.value
    return reply.value


@pytest.mark.model
def test_a_folder_removed_while_it_is_indexed_does_not_come_back(
    client: EngineClient, library: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    for number in range(60):
        text = f"Note {number} about the garden, the shed and what is to be done in spring."
        (other / f"{number}.txt").write_text(text * 5, "utf-8")
    work = client.call("index", roots=[other, library])
    next_reply(client, work, "progress")
    next_reply(client, client.call("remove_folder", path=other), "result")
    done = next_reply(client, work, "result")
    assert done.value.indexed == 5
    status = ask(client, "status")
    assert [folder.path for folder in status.folders] == [str(library)]
    assert status.totals.files_seen == 5

    # Paused, it is left as it is, and what waits for it ends.
    waiting = client.call("index", roots=[library])
    client.call("pause_folder", path=library, paused=True)
    assert next_reply(client, waiting, "result", "stopped").kind in ("result", "stopped")
    (folder,) = ask(client, "status").folders
    assert folder.paused and folder.searchable == 5

    # Started anew because it was asked to: what waits is stopped, not failed.
    waiting = client.call("index", roots=[library])
    client.restart()
    assert next_reply(client, waiting, "result", "stopped", "error").kind in ("result", "stopped")
    next_reply(client, 0, "restart")
    client.start()
    assert ask(client, "status").totals.files_indexed == 5
