"""The engine process: answers calls, and indexes in the steps between them."""

import contextlib
import logging
import math
import os
import signal
import threading
import time
import traceback
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.engine import Engine
from app.errors import ModelUnavailable, UserError
from app.index.progress import Progress
from app.log import set_up_log
from app.models import choose_model, list_models, remove_model
from app.paths import DataDirs
from app.process.model_jobs import ModelJobs, Start
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


@dataclass
class _Job:
    """Work in steps. steps: None until it begins; report: what a step told as the outcome."""

    call: Call
    steps: Iterator[Progress] | None = None
    report: Any = None


class _Server:
    """One call at a time; the first job advances by one step whenever no call is waiting.

    A single thread: the engine needs no locks, and a search waits for one step at most. Only what
    touches nothing but model folders runs in threads. While the model is unavailable the jobs
    pause; what they have committed they will not do again.
    """

    def __init__(self, connection: Connection, engine: Engine) -> None:
        self._connection = connection
        self._engine = engine
        self._jobs: deque[_Job] = deque()
        self._model_jobs = ModelJobs(self._report)
        self._sending = threading.Lock()
        self._last_progress: dict[int, float] = {}  # by call
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
            self._jobs.append(_Job(call))
            return
        if call.method == "plan_model":
            self._jobs.appendleft(_Job(call))  # somebody waits for it; indexing can
            return
        if start := self._model_job(call):
            self._model_jobs.start(call, start)
            return
        try:
            value = self._call(call)
        except Exception as error:
            self._report(call, "error", error)
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
                return self._stop_jobs()
            case "models":
                return list_models(self._engine)
            case "use_model":
                self._stop_jobs()
                return choose_model(self._engine, call.arguments["name"])
            case "remove_model":
                return remove_model(self._engine, call.arguments["name"])
            case "stop_job":
                return self._stop_job(call.arguments["number"])
            case _:
                raise AssertionError(f"unknown call {call.method}")

    def _model_job(self, call: Call) -> Start | None:
        """The work of a call that runs in a thread; None for all others."""
        models = self._engine.models
        arguments = call.arguments
        match call.method:
            case "import_model":
                return lambda _: models.import_model(arguments["source"])
            case "download_model":
                endpoint = self._engine.settings["model.endpoint"]
                return lambda sleep: models.download(endpoint, sleep=sleep)
            case "verify_model":
                return lambda _: models.verify(arguments["name"])
            case _:
                return None

    def _steps_of(self, call: Call) -> Iterator[Progress]:
        if call.method == "plan_model":
            return self._engine.plan_change(call.arguments["name"])
        roots: list[Path] = call.arguments["roots"] or self._engine.roots()
        return self._engine.index(roots)

    def _advance(self, job: _Job) -> None:
        """One step of a job; its outcome is what the last step reported, or what it returned."""
        try:
            if job.steps is None:
                job.steps = self._steps_of(job.call)
            # A search may be waiting, and pausing does what back-off would do.
            with hurried(math.inf):
                step = next(job.steps)
        except StopIteration as end:
            self._end(job, "result", end.value or job.report)
        except ModelUnavailable as error:
            self._pause(job, error)
        except Exception as error:
            self._end(job, "error", error)
        else:
            job.report = step.report or job.report
            self._report(job.call, "progress", step)

    def _end(self, job: _Job, kind: Any, value: Any) -> None:
        self._jobs.remove(job)
        self._paused_until = None
        self._report(job.call, kind, value)

    def _pause(self, job: _Job, error: ModelUnavailable) -> None:
        """Leave the job at the head of the queue until the model may be back."""
        if job.call.method != "index":
            self._end(job, "error", error)  # somebody waits for an answer
            return
        job.steps = None
        self._engine.unload_model()  # so that it is asked for again, not taken for granted
        self._paused_until = time.monotonic() + error.retry_in
        self._reply(job.call, "progress", Progress("paused", note=str(error)))

    def _try_to_resume(self, job: _Job) -> None:
        """Go on if the model can be had; the job begins again and finds most of it done."""
        try:
            self._engine.warm_up()
        except ModelUnavailable as error:
            self._pause(job, error)
        except Exception as error:
            self._end(job, "error", error)
        else:
            self._paused_until = None

    def _stop_jobs(self) -> None:
        for job in list(self._jobs):
            self._stop_job(job.call.number)

    def _stop_job(self, number: int) -> None:
        if self._model_jobs.stop(number):
            return
        for job in [job for job in self._jobs if job.call.number == number]:
            if job.steps is not None and hasattr(job.steps, "close"):
                job.steps.close()
            self._end(job, "stopped", None)

    def _report(self, call: Call, kind: Any, value: Any) -> None:
        """Reply to a job's call, from any thread; progress no more often than can be seen."""
        if kind == "progress":
            now = time.monotonic()
            if now - self._last_progress.get(call.number, 0.0) < _PROGRESS_INTERVAL:
                return
            self._last_progress[call.number] = now
        else:
            self._last_progress.pop(call.number, None)
        self._reply(call, kind, _as_user_error(value) if kind == "error" else value)

    def _reply(self, call: Call, kind: Any, value: Any) -> None:
        with self._sending:
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
