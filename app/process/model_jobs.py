"""Downloads, imports and checks: each in a thread, so that searches go on meanwhile."""

import contextlib
import threading
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, Literal

from app.embedding.progress import ModelProgress
from app.offline import OfflineStep
from app.process.protocol import Call

Report = Callable[[Call, Literal["progress", "result", "error", "stopped"], Any], None]
# Makes the steps of a job; sleep: waits between two tries of a download.
Start = Callable[[Callable[[float], object]], Generator[ModelProgress | OfflineStep, None, Any]]


@dataclass
class _Job:
    call: Call
    stopped: threading.Event = field(default_factory=threading.Event)


class ModelJobs:
    """They touch model folders only, never the library, so they need no lock but the reporter's."""

    def __init__(self, report: Report) -> None:
        """report: sends a reply; called from the jobs' threads."""
        self._report = report
        self._lock = threading.Lock()
        self._jobs: dict[int, _Job] = {}

    def start(self, call: Call, start: Start) -> None:
        """Run a job; its outcome is the reply to the call."""
        job = _Job(call)
        with self._lock:
            self._jobs[call.number] = job
        # Daemon: a read that waits for a silent server must not keep the process alive.
        name = f"{call.method} {call.number}"
        threading.Thread(target=self._run, args=(job, start), name=name, daemon=True).start()

    def stop(self, number: int) -> bool:
        """Stop a job soon, what it has is kept; False when there is no such job."""
        with self._lock:
            job = self._jobs.get(number)
        if job is not None:
            job.stopped.set()
        return job is not None

    def _run(self, job: _Job, start: Start) -> None:
        try:
            with closing(start(job.stopped.wait)) as steps:
                while not job.stopped.is_set():
                    self._report(job.call, "progress", next(steps))
        except StopIteration as end:
            kind: Literal["result", "error", "stopped"] = "result"
            value = end.value
        except Exception as error:
            kind, value = "error", error
        else:
            kind, value = "stopped", None
        with self._lock:
            del self._jobs[job.call.number]
        with contextlib.suppress(OSError):  # the window is gone
            self._report(job.call, kind, value)
