"""The window's end of the engine process."""

import time

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
