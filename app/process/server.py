"""The engine process: answers calls, and indexes in the steps between them."""

import contextlib
import logging
import multiprocessing
import os
import signal
import threading
import time
import traceback
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from app.engine import Engine
from app.errors import UserError
from app.index.progress import Pause, Progress
from app.log import set_up_log
from app.paths import DataDirs
from app.process.load import Load
from app.process.protocol import UNASKED, Call, EngineFault, Reply
from app.process.upkeep import Upkeep

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
    server = _Server(connection, engine)
    try:
        server.run()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass  # the window is gone: nothing is lost, finished files are committed
    finally:
        server.close()
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
        self._pictures: list[tuple[Call, Future[Path]]] = []  # being drawn
        self._wake, self._waker = multiprocessing.Pipe(duplex=False)
        self._paused = False
        self._insists = False  # the user wants this work done whatever the load
        self._load = Load(engine.settings)
        self._last_step = Progress("scanning")
        self._shown: Pause = ""
        self._waking = threading.Lock()
        self._upkeep = Upkeep(engine, self._wake_up)

    def run(self) -> None:
        """Answer until the connection is closed (EOFError)."""
        while True:
            pause = self._pause() if self._jobs else ""
            busy = self._jobs and not pause
            ready = wait([self._connection, self._wake], 0 if busy else self._seconds_to_act())
            if self._wake in ready:
                self._wake.recv()
                self._send_pictures()
            elif ready:
                self._answer(self._connection.recv())
            elif pause:
                pass  # looked again because the reason to wait may be over
            elif self._jobs:
                self._advance(self._jobs[0])
                self._last_use = time.monotonic()
            elif due := self._upkeep.due():
                self._jobs.append(Call(UNASKED, "index", {"roots": due}))
            elif self._seconds_to_unload() == 0:
                self._engine.unload_model()

    def close(self) -> None:
        """Stop watching the folders."""
        self._upkeep.close()

    def _wake_up(self) -> None:
        """Make `run` look again; called in any thread."""
        with self._waking, contextlib.suppress(OSError):
            self._waker.send(None)

    def _seconds_to_act(self) -> float | None:
        """How long nothing has to be done unless a call comes; None for ever."""
        if self._jobs:  # paused
            return None if self._paused else self._load.seconds_to_next_look()
        times = (self._seconds_to_unload(), self._upkeep.seconds())
        return min((seconds for seconds in times if seconds is not None), default=None)

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
        if call.method == "page_image":
            self._start_picture(call)
            return
        try:
            value = self._call(call)
        except Exception as error:
            self._reply(call, "error", _as_user_error(error))
        else:
            self._reply(call, "result", value)

    def _start_picture(self, call: Call) -> None:
        """Drawing may take until its deadline; searches go on meanwhile."""
        try:
            future = self._engine.pictures.start(call.arguments["hit"], call.arguments["width"])
        except Exception as error:
            self._reply(call, "error", _as_user_error(error))
            return
        self._pictures.append((call, future))
        future.add_done_callback(lambda _: self._wake_up())

    def _send_pictures(self) -> None:
        """Answer with the pictures that are ready."""
        for call, future in [entry for entry in self._pictures if entry[1].done()]:
            self._pictures.remove((call, future))
            try:
                # The bytes, not the path: the cache may drop the file before the window reads it.
                picture = future.result().read_bytes()
            except Exception as error:
                self._reply(call, "error", _as_user_error(error))
            else:
                self._reply(call, "result", picture)

    def _call(self, call: Call) -> Any:
        match call.method:
            case "search":
                self._last_use = time.monotonic()
                return self._engine.search(call.arguments["query"])
            case "page_text":
                return self._engine.page_text(call.arguments["hit"])
            case "status":
                return self._engine.status()
            case "problems":
                return self._engine.problems()
            case "warm_up":
                self._last_use = time.monotonic()
                return self._engine.warm_up()
            case "pause_indexing":
                self._paused, self._insists = True, False
                return None
            case "resume_indexing":
                self._paused, self._insists = False, True
                return None
            case "stop_indexing":
                return self._stop_indexing()
            case _:
                raise AssertionError(f"unknown call {call.method}")

    def _advance(self, call: Call) -> None:
        """One step of the first job."""
        try:
            if self._steps is None:
                self._steps = self._engine.index(**call.arguments)
            step = self._last_step = next(self._steps)
        except StopIteration:
            self._finish()
        except Exception as error:
            self._finish()
            # An error to number 0 would mean the death of the engine.
            kind = "notice" if call.number == UNASKED else "error"
            self._reply(call, kind, _as_user_error(error))
        else:
            if step.report:
                self._finish()
                self._upkeep.follow()
                if call.number == UNASKED:
                    self._upkeep.rest(step.report.seconds)
                self._reply(call, "result", step.report)
            elif time.monotonic() - self._last_progress > _PROGRESS_INTERVAL:
                self._last_progress = time.monotonic()
                self._reply(call, "progress", step)

    def _pause(self) -> Pause:
        """Why the first job waits, "" if it does not; says so once."""
        load = "" if self._insists else self._load.reason_to_wait()
        pause: Pause = "asked" if self._paused else load
        if pause and pause != self._shown:
            step = replace(self._last_step, stage="paused", pause=pause, seconds_left=None)
            self._reply(self._jobs[0], "progress", step)
        self._shown = pause
        return pause

    def _finish(self) -> None:
        self._insists = False
        self._jobs.popleft()
        self._steps = None

    def _stop_indexing(self) -> None:
        if self._steps is not None and hasattr(self._steps, "close"):
            self._steps.close()
        for call in self._jobs:
            self._reply(call, "stopped", None)
        self._jobs.clear()
        self._paused = self._insists = False
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
