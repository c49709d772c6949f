"""What hostile files make readers do, as jobs for a reader process."""

import ctypes
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from app.documents.beat import beat


def echo(value: object) -> object:
    return value


def modules() -> set[str]:
    """The top-level modules a reader holds after reading one file of each kind."""
    return {name.split(".")[0] for name in sys.modules} | {
        name for name in sys.modules if name.startswith("app.")
    }


def hang() -> None:
    threading.Event().wait()


def hang_with_a_grandchild(pid_file: str) -> None:
    child = subprocess.Popen([sys.executable, "-c", "import threading; threading.Event().wait()"])
    Path(pid_file).write_text(str(child.pid))
    child.wait()


def beat_for(seconds: float) -> str:
    """Work that takes its time and shows that it lives."""
    done = threading.Event()
    threading.Timer(seconds, done.set).start()
    while not done.wait(0.05):
        beat()
    return "done"


def crash() -> None:
    ctypes.string_at(0)


def leave() -> None:
    os._exit(7)


def hog() -> None:
    """Takes memory piece by piece and touches it."""
    kept = []
    while True:
        kept.append(bytearray(b"x") * 2**24)


def grab() -> int:
    """Takes more at once than any look could notice in time."""
    return len(bytearray(2**34))


def panic() -> None:
    """As extensions written in Rust do."""
    raise BaseException("native code")


def pieces(number: int, size: int) -> Iterator[bytes]:
    """Some pieces of that size."""
    for _ in range(number):
        yield b"x" * size


def pieces_then_crash(number: int) -> Iterator[int]:
    """Ends in the middle, after so many pieces."""
    yield from range(number)
    crash()
