"""The inside of a reader process: one job after the other until the other end closes."""

import contextlib
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from typing import Any

import psutil

from app.documents import beat, passwords
from app.errors import Reason, UnreadableFile

_BEAT_INTERVAL = 0.5  # seconds; more beats tell nothing more
_NICENESS = 10
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    """A call of a module-level function. lifetime: seconds until the system ends the process;
    passwords: of locked files, by path."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    lifetime: int
    passwords: dict[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Beat:
    """The job is alive."""


@dataclass(frozen=True)
class LogLine:
    """A record for the engine's log; the child itself writes nowhere."""

    level: int
    text: str


@dataclass(frozen=True)
class Part:
    """One of the values of a job that gives them piece by piece."""

    value: Any


@dataclass(frozen=True)
class Done:
    """The job's end. value: what it returned; error: why it could not, else None."""

    value: Any = None
    error: UnreadableFile | None = None


def serve(connection: Connection, memory_bytes: int) -> None:
    """Answer jobs until the connection closes. The target of a reader process."""
    _set_up(connection, memory_bytes)
    with contextlib.suppress(EOFError, OSError):  # the engine closed its end, or is gone
        while True:
            job: Job = connection.recv()
            passwords.replace(job.passwords)
            _set_alarm(job.lifetime)
            answer = _do(job, connection)
            _set_alarm(0)
            connection.send(answer)


def _do(job: Job, connection: Connection) -> Done:
    try:
        value = job.function(*job.arguments)
        if not isinstance(value, Iterator):
            return Done(value)
        for part in value:
            _set_alarm(0)  # for as long as the engine is busy with what it has
            connection.send(Part(part))
            _set_alarm(job.lifetime)
        return Done()
    except UnreadableFile as error:
        return Done(error=error)
    except MemoryError:
        return Done(error=UnreadableFile(Reason.MEMORY, "it needs more memory than is allowed"))
    except BaseException as error:  # native libraries panic with BaseException
        _log.warning("%s failed", job.function.__name__, exc_info=True)
        detail = f"it cannot be read ({type(error).__name__})"
        return Done(error=UnreadableFile(Reason.CORRUPT, detail))


def _set_up(connection: Connection, memory_bytes: int) -> None:
    with contextlib.suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the engine's business
    _step_back()
    _silence_native_libraries()
    _limit_memory(memory_bytes)
    threading.Thread(target=_end_with_the_engine, daemon=True).start()
    lock = threading.Lock()

    def send(message: object) -> None:
        with lock, contextlib.suppress(OSError):
            connection.send(message)

    logging.basicConfig(handlers=[_Forward(send)], level=logging.WARNING)
    last = [0.0]

    def on_beat() -> None:
        if (now := time.monotonic()) - last[0] >= _BEAT_INTERVAL:
            last[0] = now
            send(Beat())

    beat.listen(on_beat)


def _step_back() -> None:
    """Readers come after the window, the engine and other programs."""
    with contextlib.suppress(OSError, psutil.Error):
        if sys.platform == "win32":
            psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
        else:
            os.nice(_NICENESS)


def _silence_native_libraries() -> None:
    """Poppler and pdfium write to the terminal; nobody there knows which file they mean."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(nowhere, descriptor)
        os.close(nowhere)


def _limit_memory(memory_bytes: int) -> None:
    """A hard limit where the system has one; the engine watches the real use as well.

    It counts address space, of which libraries reserve more than they use, hence the factor.
    """
    if sys.platform != "linux":
        return
    import resource

    limit = psutil.Process().memory_info().vms + 2 * memory_bytes
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _set_alarm(seconds: int) -> None:
    """Let the system end this process then, even one stuck inside a library; 0 for never.

    The engine ends it long before; this is for an engine that was killed.
    """
    if sys.platform != "win32":
        signal.alarm(seconds)


def _end_with_the_engine() -> None:
    if engine := parent_process():
        wait([engine.sentinel])
        os._exit(1)


class _Forward(logging.Handler):
    """Sends records to the engine, which owns the log file."""

    def __init__(self, send: Callable[[object], None]) -> None:
        super().__init__()
        self._send = send

    def emit(self, record: logging.LogRecord) -> None:
        self._send(LogLine(record.levelno, self.format(record)))
