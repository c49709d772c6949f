"""Work in steps: what waits its turn, and whether it may go on now."""

import math
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.engine import Engine
from app.errors import ModelUnavailable
from app.evaluation import evaluate_marks
from app.index.progress import Pause, Progress
from app.process.load import Load
from app.process.protocol import UNASKED, Call
from app.process.upkeep import Upkeep
from app.resilience import hurried

# Sends a reply to a call: its kind and value.
Report = Callable[[Call, Any, Any], None]


@dataclass
class _Job:
    """Work in steps. steps: None until it begins; report: what a step told as the outcome."""

    call: Call
    steps: Iterator[Progress] | None = None
    report: Any = None


class Jobs:
    """The first job advances step by step; while it may not, all wait.

    A job waits because the user asked for it, because the machine is needed otherwise, or because
    the model cannot be had; then it begins again later and finds most of it done.
    """

    def __init__(self, engine: Engine, upkeep: Upkeep, report: Report) -> None:
        self._engine = engine
        self._upkeep = upkeep
        self._report = report
        self._jobs: deque[_Job] = deque()
        self._load = Load(engine.settings)
        self._asked_to_wait = False
        self._insists = False  # the user wants this work done whatever the load
        self._model_back_at: float | None = None  # when it is asked for again
        self._last_step = Progress("scanning")
        self._shown: Pause = ""

    def __bool__(self) -> bool:
        """Whether there is work."""
        return bool(self._jobs)

    def add(self, call: Call, *, first: bool = False) -> None:
        """Queue the work of a call; first: somebody waits for it."""
        (self._jobs.appendleft if first else self._jobs.append)(_Job(call))
        if first:
            self._shown = ""  # who waits for this one has to hear that it waits

    def seconds_to_wait(self) -> float | None:
        """How long until there is something to do unless a call comes; None for ever."""
        if not self._pause():
            return 0.0
        if self._asked_to_wait:
            return None
        if self._model_back_at is not None:
            return max(0.0, self._model_back_at - time.monotonic())
        return self._load.seconds_to_next_look()

    def advance(self) -> bool:
        """One step of the first job, if it may take one; returns whether the model was used."""
        job = self._jobs[0]
        if self._asked_to_wait or self._pause() in ("battery", "busy"):
            return False
        if self._model_back_at is not None and not self._is_model_back(job):
            return False
        try:
            if job.steps is None:
                job.steps = self._steps_of(job.call)
            # A search may be waiting, and pausing does what back-off would do.
            with hurried(math.inf):
                step = self._last_step = next(job.steps)
        except StopIteration as end:
            self._succeed(job, end.value or job.report)
        except ModelUnavailable as error:
            self._wait_for_model(job, error)
        except Exception as error:
            self._end(job, "error", error)
        else:
            job.report = step.report or job.report
            self._report(job.call, "progress", step)
        return True

    def pause(self) -> None:
        """Let work wait where it is."""
        self._asked_to_wait, self._insists = True, False

    def resume(self) -> None:
        """Go on, also against a battery that runs low."""
        self._asked_to_wait, self._insists = False, True

    def stop(self, number: int) -> None:
        """End the job of a call; what it finished is kept."""
        for job in [job for job in self._jobs if job.call.number == number]:
            if job.steps is not None and hasattr(job.steps, "close"):
                job.steps.close()
            self._end(job, "stopped", None)

    def stop_all(self) -> None:
        """End every job."""
        for number in {job.call.number for job in self._jobs}:
            self.stop(number)
        self._asked_to_wait = False

    def close(self) -> None:
        """End every job without a word; nobody is there to hear it, but readers have to end."""
        for job in self._jobs:
            if job.steps is not None and hasattr(job.steps, "close"):
                job.steps.close()
        self._jobs.clear()

    def begin_again(self, without: Path | None = None) -> None:
        """Let indexing start over, as the folders are now; what it finished is kept.

        without: a folder that is not to be indexed any more.
        """
        for job in [job for job in self._jobs if job.call.method == "index"]:
            if job.steps is not None and hasattr(job.steps, "close"):
                job.steps.close()
            job.steps = None
            roots = job.call.arguments["roots"]
            kept = [root for root in roots if root != without]
            if roots and not kept:
                self._end(job, "stopped", None)
            job.call.arguments["roots"] = kept

    def _steps_of(self, call: Call) -> Iterator[Progress]:
        if call.method == "plan_model":
            return self._engine.plan_change(call.arguments["name"])
        if call.method == "evaluate":
            return evaluate_marks(self._engine)
        if call.method == "unlock":
            return self._engine.unlock(**call.arguments)
        return self._engine.index(**call.arguments)

    def _pause(self) -> Pause:
        """Why the first job waits, "" if it does not; says so once."""
        load = "" if self._insists else self._load.reason_to_wait()
        pause: Pause = "asked" if self._asked_to_wait else load
        if not pause and self._model_back_at is not None:
            return "model"  # said with its reason when it was noticed
        if pause and pause != self._shown:
            step = replace(
                self._last_step, stage="paused", pause=pause, seconds_left=None, report=None
            )
            self._report(self._jobs[0].call, "progress", step)
        self._shown = pause
        return pause

    def _wait_for_model(self, job: _Job, error: ModelUnavailable) -> None:
        if job.call.method != "index":
            self._end(job, "error", error)  # somebody waits for an answer
            return
        job.steps = None
        self._engine.unload_model()  # so that it is asked for again, not taken for granted
        self._model_back_at = time.monotonic() + error.retry_in
        self._report(job.call, "progress", Progress("paused", pause="model", note=str(error)))

    def _is_model_back(self, job: _Job) -> bool:
        try:
            with hurried(math.inf):
                self._engine.warm_up()
        except ModelUnavailable as error:
            self._wait_for_model(job, error)
            return False
        except Exception as error:
            self._end(job, "error", error)
            return False
        self._model_back_at = None
        return True

    def _succeed(self, job: _Job, outcome: Any) -> None:
        if job.call.method == "index":
            self._upkeep.follow()
            if job.call.number == UNASKED and outcome is not None:
                self._upkeep.rest(outcome.seconds)
        self._end(job, "result", outcome)

    def _end(self, job: _Job, kind: str, value: Any) -> None:
        self._jobs.remove(job)
        self._model_back_at = None
        self._insists = False
        if kind == "error" and job.call.number == UNASKED:
            kind = "notice"  # an error to this number would mean the death of the engine
        self._report(job.call, kind, value)
