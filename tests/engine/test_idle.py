"""The engine process sends each list of a search, and gives the model's memory back when idle."""

from pathlib import Path
from typing import Any

from app.paths import DataDirs
from app.process.client import EngineClient
from app.process.protocol import Method
from app.search.model import Query


def answer(client: EngineClient, method: Method, **arguments: Any) -> Any:
    number = client.call(method, **arguments)
    while (reply := client.receive()) is not None:
        if reply.number == number and reply.kind not in ("progress", "partial"):
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
        number = client.call("search", query=Query("pumpkin soup"))
        lists = []
        while not lists or lists[-1].kind == "partial":
            reply = client.receive()
            assert reply is not None and reply.number == number
            lists.append(reply)
        assert [reply.kind for reply in lists] == ["partial", "partial", "result"]
        assert [reply.value.is_last for reply in lists] == [False, False, True]
        last = lists[-1].value
        why = answer(client, "explain", result=last, hit=last.hits[0])
        assert abs(sum(part.points for part in why.parts) - last.hits[0].score) < 1e-6
        assert answer(client, "vocabulary").types == ("html", "md", "txt")
        assert answer(client, "neighbours", hit=last.hits[0]) == ("", "")
    finally:
        client.close()
