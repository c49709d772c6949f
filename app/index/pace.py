"""How fast indexing goes and how long it will take, learned while it runs."""

import time
from collections import Counter, deque
from collections.abc import Callable, Iterable

from app.documents.formats import READERS
from app.index.records import FileStamp

_WINDOW = 60.0  # seconds of the past that the rate is taken from
_FIRST = 5.0  # seconds before anything is said: the start is never typical


class Pace:
    """Learns passages a byte for each type and passages a second over all.

    The model takes nearly all of the time, so what is left is counted in passages: a 5 MB text
    has thousands of them and a 5 MB PDF of pictures has none.
    """

    def __init__(
        self,
        stamps: Iterable[FileStamp],
        max_bytes: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """stamps: the files to come; those larger than max_bytes will not be read."""
        self._clock = clock
        self._started = clock()
        self._left: Counter[str] = Counter()
        self._read: Counter[str] = Counter()
        self._found: Counter[str] = Counter()
        self._max_bytes = max_bytes
        for stamp in stamps:
            self._left[stamp.type] += self._weight(stamp)
        self._done: deque[tuple[float, int]] = deque([(self._started, 0)])

    def was_read(self, stamp: FileStamp, passages: int) -> None:
        """A file is settled, or its passages wait for the model now."""
        self._left[stamp.type] -= self._weight(stamp)
        self._read[stamp.type] += self._weight(stamp)
        self._found[stamp.type] += passages

    def have_passed(self, passages: int) -> None:
        """So many passages went through the model since the start."""
        now = self._clock()
        self._done.append((now, passages))
        while len(self._done) > 2 and now - self._done[1][0] > _WINDOW:
            self._done.popleft()

    def passages_per_s(self) -> float:
        """Over the last minute; 0 as long as there is nothing to say."""
        (start, before), (_, after) = self._done[0], self._done[-1]
        seconds = self._clock() - start
        return (after - before) / seconds if seconds > 0 else 0.0

    def seconds_left(self) -> float | None:
        """None as long as nothing honest can be said."""
        rate = self.passages_per_s()
        if rate <= 0 or self._clock() - self._started < _FIRST:
            return None
        overall = self._found.total() / max(1, self._read.total())
        waiting = self._found.total() - self._done[-1][1]
        for kind, size in self._left.items():
            known = self._read[kind]
            waiting += round(size * (self._found[kind] / known if known else overall))
        return max(0, waiting) / rate

    def _weight(self, stamp: FileStamp) -> int:
        readable = stamp.type in READERS and stamp.size <= self._max_bytes
        return stamp.size if readable else 0
