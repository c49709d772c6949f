"""Keeping the library up to date by itself: which folders are due for a scan, and when."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from app.engine import Engine
from app.index.watch import Watcher

_QUIET = 2.0  # seconds without a change before a folder is scanned
_LATEST = 30.0  # seconds after the first change it is scanned even if there is no quiet
_SPACING = 10  # times its duration: how long scanning rests afterwards


class Upkeep:
    """Turns changes into scans; the engine process asks it what is due."""

    def __init__(
        self,
        engine: Engine,
        wake: Callable[[], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """wake: called in any thread when `seconds` may have become less."""
        self._engine = engine
        self._wake = wake
        self._clock = clock
        self._lock = threading.Lock()
        self._changed: dict[str, tuple[float, float]] = {}  # first and last change
        self._period = 60.0 * engine.settings["folders.rescan_minutes"]
        self._next_round = clock() + self._period
        self._rest_until = 0.0
        self._watcher = None
        if engine.settings["folders.watch"]:
            self._watcher = Watcher(self.note, (engine.dirs.data, engine.dirs.cache))
        self.follow()

    def follow(self) -> None:
        """Watch the folders that the library has now."""
        if self._watcher:
            self._watcher.follow([str(root) for root in self._engine.folders.active()])

    def note(self, root: str) -> None:
        """Something changed below a root."""
        now = self._clock()
        with self._lock:
            is_first = root not in self._changed
            self._changed[root] = (self._changed.get(root, (now, now))[0], now)
        if is_first:
            self._wake()

    def seconds(self) -> float | None:
        """How long until something is due; None for never."""
        with self._lock:
            times = [self._due_at(*changes) for changes in self._changed.values()]
        if self._period:
            times.append(self._next_round)
        return max(0.0, min(times) - self._clock()) if times else None

    def due(self) -> list[Path]:
        """The folders to scan now; asking for them takes them off the list."""
        now = self._clock()
        active = self._engine.folders.active()
        with self._lock:
            if self._period and now >= self._next_round:
                self._next_round = now + self._period
                self._changed.clear()
                return active
            due = {root for root, changes in self._changed.items() if now >= self._due_at(*changes)}
            for root in due:
                del self._changed[root]
        return [root for root in active if str(root) in due]

    def rest(self, seconds: float) -> None:
        """A scan took this long: the next one waits in proportion."""
        self._rest_until = self._clock() + _SPACING * seconds

    def close(self) -> None:
        """Stop watching."""
        if self._watcher:
            self._watcher.close()

    def _due_at(self, first: float, last: float) -> float:
        return max(min(last + _QUIET, first + _LATEST), self._rest_until)
