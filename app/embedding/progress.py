"""How far a download, an import or a check of a model has come."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

_WINDOW = 10.0  # seconds the rate is taken over
_EARLIEST = 1.0  # seconds before which a rate says nothing


@dataclass(frozen=True)
class ModelProgress:
    """One step. done of total: bytes, over all files; file: the one in work.

    stage "waiting": the connection failed (detail says how) and is tried again in seconds_left;
    in every other stage seconds_left is the time to the end, None while it is not known.
    """

    stage: Literal["asking", "downloading", "waiting", "copying", "checking"]
    file: str = ""
    done: int = 0
    total: int = 0
    seconds_left: float | None = None
    detail: str = ""


class Pace:
    """Seconds to the end, from what came in the last seconds rather than since the start."""

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque()

    def at(self, done: int) -> float | None:
        """Seconds left now that `done` of the total are there; None while nobody can tell."""
        now = self._clock()
        if self._seen and done < self._seen[-1][1]:
            self._seen.clear()  # started over
        self._seen.append((now, done))
        while now - self._seen[0][0] > _WINDOW and len(self._seen) > 2:
            self._seen.popleft()
        since, before = self._seen[0]
        if now - since < _EARLIEST or done <= before:
            return None
        return (self._total - done) * (now - since) / (done - before)
