"""From the threads of the readers to that of the engine: a queue bounded by what it holds."""

import threading
from collections import deque
from typing import Any

from app.errors import Reason, UnreadableFile

# An archive may hold more text than memory has room for, and the model is slower than its reader.
_MOST = 8_000_000  # characters
_MOST_ITEMS = 2_000


class Handover:
    """Things in the order in which they were given; who gives waits while too much is held."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._items: deque[tuple[Any, int]] = deque()
        self._held = 0
        self._closed = False

    def give(self, item: Any, characters: int) -> None:
        """Add something of this size; raises UnreadableFile when nobody will take it any more."""
        with self._changed:
            self._changed.wait_for(self._has_room)
            if self._closed:
                raise UnreadableFile(Reason.CRASHED, "reading was stopped")
            self._items.append((item, characters))
            self._held += characters
            self._changed.notify_all()

    def _has_room(self) -> bool:
        return self._closed or (self._held < _MOST and len(self._items) < _MOST_ITEMS)

    def take(self, seconds: float) -> Any | None:
        """The next thing; None when none comes in time."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._items, seconds):
                return None
            item, characters = self._items.popleft()
            self._held -= characters
            self._changed.notify_all()
            return item

    def close(self) -> None:
        """Let those go who wait to give; what is held is dropped."""
        with self._changed:
            self._closed = True
            self._items.clear()
            self._changed.notify_all()
