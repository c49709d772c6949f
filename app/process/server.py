"""The engine process: answers calls, and indexes in the steps between them."""

import contextlib
import logging
import math
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
from app.errors import ModelUnavailable, UserError
from app.index.progress import Progress
from app.log import set_up_log
from app.paths import DataDirs
from app.process.protocol import Call, EngineFault, Reply
from app.resilience import hurried

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

    A single thread: the engine needs no locks, and a search waits for one step at most. While the
    model is unavailable the jobs pause; what they have committed they will not do again.
    """

    def __init__(self, connection: Connection, engine: Engine) -> None:
        self._connection = connection
        self._engine = engine
        self._jobs: deque[Call] = deque()
        self._steps: Iterator[Progress] | None = None
        self._last_progress = 0.0
        self._last_use = time.monotonic()  # of the model
        self._paused_until: float | None = None

    def run(self) -> None:
        """Answer until the connection is closed (EOFError)."""
        while True:
            if self._connection.poll(self._seconds_to_wait()):
                self._answer(self._connection.recv())
            elif self._paused_until is not None and self._jobs:
                self._try_to_resume(self._jobs[0])
            elif self._jobs:
                self._advance(self._jobs[0])
                self._last_use = time.monotonic()
            else:
                self._engine.unload_model()

    def _seconds_to_wait(self) -> float | None:
        """How long there is nothing to do unless a call comes; None for ever."""
        if not self._jobs:
            return self._seconds_to_unload()
        if self._paused_until is None:
            return 0.0
        return max(0.0, self._paused_until - time.monotonic())

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
                self._last_use = time.monotonic()
                return self._engine.search(call.arguments["query"])
            case "page_image":
                # The bytes, not the path: the cache may drop the file before the window reads it.
                return self._engine.page_png(call.arguments["hit"], call.arguments["width"])
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

    def _advance(self, call: Call) -> None:
        """One step of the first job."""
        try:
            if self._steps is None:
                roots: list[Path] = call.arguments["roots"] or self._engine.roots()
                self._steps = self._engine.index(roots)
            # A search may be waiting, and pausing does what back-off would do.
            with hurried(math.inf):
                step = next(self._steps)
        except StopIteration:
            self._finish()
        except ModelUnavailable as error:
            self._pause(call, error)
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

    def _pause(self, call: Call, error: ModelUnavailable) -> None:
        """Leave the job at the head of the queue until the model may be back."""
        self._steps = None
        self._engine.unload_model()  # so that it is asked for again, not taken for granted
        self._paused_until = time.monotonic() + error.retry_in
        self._reply(call, "progress", Progress("paused", note=str(error)))

    def _try_to_resume(self, call: Call) -> None:
        """Go on if the model can be had; the job begins again and finds most of it done."""
        try:
            self._engine.warm_up()
        except ModelUnavailable as error:
            self._pause(call, error)
        except Exception as error:
            self._finish()
            self._reply(call, "error", _as_user_error(error))
        else:
            self._paused_until = None

    def _finish(self) -> None:
        self._jobs.popleft()
        self._steps = None
        self._paused_until = None

    def _stop_indexing(self) -> None:
        if self._steps is not None and hasattr(self._steps, "close"):
            self._steps.close()
        for call in self._jobs:
            self._reply(call, "stopped", None)
        self._jobs.clear()
        self._steps = None
        self._paused_until = None

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
