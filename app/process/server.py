"""The engine process: answers calls, and indexes in the steps between them."""

import contextlib
import logging
import os
import signal
import time
import traceback
from collections import deque
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.engine import Engine
from app.errors import UserError
from app.index.progress import Progress
from app.log import set_up_log
from app.paths import DataDirs
from app.process.protocol import Call, EngineFault, Reply
from app.search.model import SearchResult

_log = logging.getLogger(__name__)
_PROGRESS_INTERVAL = 0.1  # seconds


def serve(connection: Connection, dirs: DataDirs) -> None:
    """Run until the other end closes the connection. The target of the engine process."""
    with contextlib.suppress(ValueError):
        # Ctrl-C goes to the whole group; the window decides when the engine ends.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError, AttributeError):
        os.nice(5)  # the window comes first
    try:
        set_up_log(dirs, "engine")
        engine = Engine(dirs)
    except Exception as error:
        connection.send(Reply(0, "error", _as_user_error(error)))
        return
    try:
        _Server(connection, engine).run()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass  # the window is gone: nothing is lost, finished files are committed
    finally:
        engine.close()


class _Server:
    """One call at a time; an indexing job advances by one step whenever no call is waiting.

    A single thread: the engine needs no locks, and a search waits for one step at most.
    """

    def __init__(self, connection: Connection, engine: Engine) -> None:
        self._connection = connection
        self._engine = engine
        self._jobs: deque[Call] = deque()
        self._steps: Iterator[Progress] | None = None
        self._last_progress = 0.0
        self._last_use = time.monotonic()  # of the model

    def run(self) -> None:
        """Answer until the connection is closed (EOFError)."""
        while True:
            busy = self._steps is not None or self._jobs
            if self._connection.poll(0 if busy else self._seconds_to_unload()):
                self._answer(self._connection.recv())
            elif self._jobs:
                self._advance(self._jobs[0])
                self._last_use = time.monotonic()
            else:
                self._engine.unload_model()

    def _seconds_to_unload(self) -> float | None:
        """How long the model may still lie idle in memory; None for as long as it likes."""
        allowed = 60 * self._engine.settings["model.idle_minutes"]
        if not allowed or not self._engine.is_model_loaded:
            return None
        return float(max(0.0, self._last_use + allowed - time.monotonic()))

    def _answer(self, call: Call) -> None:
        if call.method == "index":
            self._jobs.append(call)
            return
        try:
            value = self._call(call)
        except Exception as error:
            self._reply(call, "error", _as_user_error(error))
        else:
            self._reply(call, "result", value)

    def _call(self, call: Call) -> Any:
        match call.method:
            case "search":
                return self._search(call)
            case "explain":
                self._last_use = time.monotonic()
                return self._engine.explain(call.arguments["result"], call.arguments["hit"])
            case "neighbours":
                return self._engine.neighbours(call.arguments["hit"])
            case "vocabulary":
                return self._engine.vocabulary()
            case "page_image":
                path = self._engine.page_image(call.arguments["hit"], call.arguments["width"])
                # The bytes, not the path: the cache may drop the file before the window reads it.
                return path.read_bytes()
            case "page_text":
                return self._engine.page_text(call.arguments["hit"])
            case "status":
                return self._engine.status()
            case "problems":
                return self._engine.problems()
            case "warm_up":
                self._last_use = time.monotonic()
                return self._engine.warm_up()
            case "stop_indexing":
                return self._stop_indexing()
            case _:
                raise AssertionError(f"unknown call {call.method}")

    def _search(self, call: Call) -> SearchResult:
        """Send each list as soon as it is there; the last one is the result."""
        self._last_use = time.monotonic()
        for result in self._engine.search(call.arguments["query"]):
            if result.is_last:
                return result
            self._reply(call, "partial", result)
        raise AssertionError("a search ended without its last result")

    def _advance(self, call: Call) -> None:
        """One step of the first job."""
        try:
            if self._steps is None:
                roots: list[Path] = call.arguments["roots"] or self._engine.roots()
                self._steps = self._engine.index(roots)
            step = next(self._steps)
        except StopIteration:
            self._finish()
        except Exception as error:
            self._finish()
            self._reply(call, "error", _as_user_error(error))
        else:
            if step.report:
                self._finish()
                self._reply(call, "result", step.report)
            elif time.monotonic() - self._last_progress > _PROGRESS_INTERVAL:
                self._last_progress = time.monotonic()
                self._reply(call, "progress", step)

    def _finish(self) -> None:
        self._jobs.popleft()
        self._steps = None

    def _stop_indexing(self) -> None:
        if self._steps is not None and hasattr(self._steps, "close"):
            self._steps.close()
        for call in self._jobs:
            self._reply(call, "stopped", None)
        self._jobs.clear()
        self._steps = None

    def _reply(self, call: Call, kind: Any, value: Any) -> None:
        self._connection.send(Reply(call.number, kind, value))


def _as_user_error(error: Exception) -> UserError:
    if isinstance(error, UserError):
        return error
    _log.error("unexpected error", exc_info=error)
    return EngineFault(
        f"Something went wrong in the engine: {type(error).__name__}: {error}",
        "Please report it with the details.",
        "".join(traceback.format_exception(error)),
    )
