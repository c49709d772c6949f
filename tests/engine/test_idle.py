"""The engine process gives the model's memory back when nobody searches."""

from pathlib import Path
from typing import Any

from app.paths import DataDirs
from app.process.client import EngineClient
from app.process.protocol import Method
from app.search.model import Query


def answer(client: EngineClient, method: Method, **arguments: Any) -> Any:
    number = client.call(method, **arguments)
    while (reply := client.receive()) is not None:
        if reply.number == number and reply.kind != "progress":
            assert reply.kind == "result", reply.value
            return reply.value
    raise AssertionError("the engine process ended")


def test_the_model_is_unloaded_when_idle_and_loaded_when_asked(
    dirs: DataDirs, library: Path
) -> None:
    dirs.settings.parent.mkdir(parents=True)
    dirs.settings.write_text("[model]\nidle_minutes = 0.001\n")
    client = EngineClient(dirs)
    client.start()
    try:
        answer(client, "index", roots=[library])
        # Each answer gives the idle time another chance to pass.
        assert any(not answer(client, "status").model_loaded for _ in range(5000))
        assert answer(client, "search", query=Query("pumpkin soup")).hits
    finally:
        client.close()
