"""The window's end of the engine process."""

import multiprocessing
import threading
import time
from pathlib import Path

from app.paths import DataDirs
from app.process.client import EngineClient


def test_calling_never_waits_for_the_engine(dirs: DataDirs) -> None:
    """While the engine starts or loads its model it reads nothing, and a pipe holds little."""
    client = EngineClient(dirs)
    client.start()
    at = time.monotonic()
    numbers = {client.call("problems", padding="x" * 5000) for _ in range(400)}
    assert time.monotonic() - at < 0.5
    # In order and one answer each, although they are wrong.
    answered = []
    while len(answered) < len(numbers):
        reply = client.receive()
        assert reply is not None
        answered.append(reply.number)
    assert answered == sorted(numbers)
    client.close()
    assert client.receive() is None


def test_what_is_asked_while_the_engine_starts_anew_is_not_lost(
    dirs: DataDirs, library: Path
) -> None:
    """A folder paused, or removed, just then must not be back with the next engine."""
    client = EngineClient(dirs)
    client.start()
    indexing = client.call("index", roots=[library])
    while (reply := client.receive()) is not None and reply.kind != "result":
        assert reply.number == indexing
    client.restart()
    client.restart()
    removing = client.call("remove_folder", path=library)
    told = []
    while (reply := client.receive()) is not None:
        told.append((reply.number, reply.kind))
        if reply.kind == "restart":
            client.start()
        if reply.number == removing:
            break
    assert told == [(0, "restart"), (removing, "result")]
    assert reply is not None and reply.value == 5
    client.close()


def test_no_engine_is_left_by_a_client_that_is_closed_while_it_starts(dirs: DataDirs) -> None:
    for wait in (0.0, 0.002, 0.01):
        client = EngineClient(dirs)
        starting = threading.Thread(target=client.start)
        starting.start()
        time.sleep(wait)
        client.close()
        starting.join(30)
        assert not multiprocessing.active_children()
