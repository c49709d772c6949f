"""One reader process seen from the engine: start, ask, watch, end with all it started."""

import contextlib
import itertools
import logging
import multiprocessing
import signal
import threading
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

import psutil

from app.documents import passwords
from app.errors import Reason, UnreadableFile
from app.reading.worker import Done, Job, LogLine, Part, serve

_log = logging.getLogger(__name__)
_LOOK_INTERVAL = 0.1  # seconds between two looks at the memory
_FAMILY_EVERY = 10  # looks; finding a process's children means going through all processes
_LONGEST = 20  # times the patience: what a reader that shows signs of life may take in all
_QUIT_SECONDS = 1.0


@dataclass(frozen=True)
class Limits:
    """What one file may take. seconds: without a sign of life; memory_mb: of the whole child."""

    seconds: float
    memory_mb: int


class Child:
    """A reader process, started when first needed and again after it had to be ended.

    Used by one thread; `kill` may be called from any.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: Any = None
        self._connection: Connection | None = None
        self._lock = threading.Lock()
        self._closed = False

    def call(
        self, function: Callable[..., Any], *arguments: Any, seconds: float | None = None
    ) -> Any:
        """What the function returns when called in the child; both must be picklable.

        seconds: how long it may show no sign of life, else what the limits say. Raises
        UnreadableFile: the function's own, or TIMED_OUT, CRASHED or MEMORY when the child had to
        be ended. The next call starts a new one.
        """
        running = self.stream(function, *arguments, seconds=seconds)
        while True:
            try:
                next(running)
            except StopIteration as end:
                return end.value

    def stream(
        self, function: Callable[..., Any], *arguments: Any, seconds: float | None = None
    ) -> Generator[Any, None, Any]:
        """What a generator function yields in the child, one after the other; see `call`.

        The child is ahead by what fits into a pipe, then it waits; that does not count as time.
        Closing the generator before its end ends the child.
        """
        patience = seconds or self._limits.seconds
        connection = self._started()
        job = Job(function, arguments, round(_LONGEST * patience) + 60, passwords.known())
        done = None
        try:
            connection.send(job)
            while isinstance(answer := self._wait(connection, patience), Part):
                yield answer.value
            done = answer
        except (EOFError, OSError):
            raise self._crashed() from None
        finally:
            if done is None:
                self._end()
        if done.error:
            if done.error.reason == Reason.MEMORY:
                self._end()
            raise done.error
        if self._memory(family=False) > self._limits.memory_mb * 2**20 // 2:
            self._end()  # libraries do not give back all that a large file made them take
        return done.value

    def kill(self) -> None:
        """End the child, even in the middle of a call, which then raises; no more calls."""
        with self._lock:
            self._closed = True
            pid = self.pid
        if pid is not None:
            _end_family(pid)

    def close(self) -> None:
        """End the child between two calls; no more calls."""
        self._closed = True
        self._end()

    @property
    def pid(self) -> int | None:
        """The child's process id, None when there is none."""
        process = self._process
        return process.pid if process else None

    def _started(self) -> Connection:
        with self._lock:
            if self._closed:
                raise UnreadableFile(Reason.CRASHED, "reading was stopped")
            if self._connection is None:
                context = multiprocessing.get_context("spawn")
                self._connection, theirs = context.Pipe()
                self._process = context.Process(
                    target=serve, args=(theirs, self._limits.memory_mb * 2**20), name="reader"
                )
                self._process.start()
                theirs.close()
            return self._connection

    def _wait(self, connection: Connection, patience: float) -> Part | Done:
        started = heard = time.monotonic()
        allowed = self._limits.memory_mb * 2**20
        for look in itertools.count(1):
            if connection.poll(_LOOK_INTERVAL):
                message = connection.recv()
                if isinstance(message, Part | Done):
                    return message
                if isinstance(message, LogLine):
                    _log.log(message.level, "reader: %s", message.text)
                heard = time.monotonic()
            now = time.monotonic()
            if now - heard > patience or now - started > _LONGEST * patience:
                detail = f"no end after {now - started:.0f} seconds"
                raise UnreadableFile(Reason.TIMED_OUT, detail)
            if self._memory(family=look % _FAMILY_EVERY == 0) > allowed:
                detail = f"reading it takes more than {self._limits.memory_mb} MB of memory"
                raise UnreadableFile(Reason.MEMORY, detail)
        raise AssertionError("counting does not end")

    def _memory(self, *, family: bool) -> int:
        """Bytes in memory of the child, and of all that it started; 0 when it is gone."""
        total = 0
        with contextlib.suppress(psutil.Error):
            process = psutil.Process(self.pid)
            for member in (process, *(process.children(recursive=True) if family else ())):
                with contextlib.suppress(psutil.Error):
                    total += member.memory_info().rss
        return total

    def _crashed(self) -> UnreadableFile:
        process = self._process
        if process:
            process.join(_QUIT_SECONDS)  # or our own kill below would be taken for its end
        self._end()
        code = process.exitcode if process else None
        if code is not None and code < 0:
            with contextlib.suppress(ValueError):
                return UnreadableFile(
                    Reason.CRASHED, f"its reader stopped with {signal.Signals(-code).name}"
                )
        return UnreadableFile(Reason.CRASHED, f"its reader stopped with exit code {code}")

    def _end(self) -> None:
        with self._lock:
            process, self._process = self._process, None
            connection, self._connection = self._connection, None
        if process is not None and process.pid is not None:
            _end_family(process.pid)
            process.join(_QUIT_SECONDS)
        if connection is not None:
            connection.close()


def _end_family(pid: int) -> None:
    """Kill a process with its children and theirs; poppler and office programs are such."""
    try:
        process = psutil.Process(pid)
        family = [process, *process.children(recursive=True)]
    except psutil.Error:
        return
    for member in family:
        with contextlib.suppress(psutil.Error):
            member.kill()
    psutil.wait_procs(family[1:], timeout=_QUIT_SECONDS)
