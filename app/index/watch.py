"""Changes in folders as they happen; a hint that a scan is due, never the truth itself."""

import contextlib
import logging
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from watchdog.events import (
    EVENT_TYPE_CLOSED,
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from app.index.rules import IGNORE_FILE

_log = logging.getLogger(__name__)
# Not the opening and reading of files: that is what indexing itself does.
_CHANGES = {
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    EVENT_TYPE_CLOSED,
}


class Watcher:
    """Watches folders and tells which root something changed below.

    Roots that the system cannot watch, such as those with more folders than it has watches for,
    are logged and left to the scans that come anyway.
    """

    def __init__(self, on_change: Callable[[str], None], ignored: Sequence[Path] = ()) -> None:
        """on_change: called with the root, in any thread; ignored: folders to say nothing of."""
        self._on_change = on_change
        self._ignored = tuple(str(folder) + os.sep for folder in ignored)
        self._observer: Any = None
        self._watches: dict[str, Any] = {}
        # Setting up the watches of a large folder takes seconds.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="watch")

    def follow(self, roots: Sequence[str]) -> None:
        """Watch these roots and no others; returns at once."""
        self._thread.submit(self._follow, tuple(roots))

    def close(self) -> None:
        """Stop watching."""
        self._thread.submit(self._stop)
        self._thread.shutdown(wait=True)

    def _follow(self, roots: Sequence[str]) -> None:
        if self._observer is None:
            observer = Observer()
            try:
                observer.start()
            except OSError as error:
                _log.warning("folders cannot be watched: %s", error)
                return
            self._observer = observer
        # A drive that went away took its watches along; it gets new ones when it is back.
        for root in [r for r in self._watches if r not in roots or not os.path.isdir(r)]:
            with contextlib.suppress(KeyError):
                self._observer.unschedule(self._watches.pop(root))
        for root in roots:
            if root not in self._watches and os.path.isdir(root):
                handler = _Handler(root, self._ignored, self._on_change)
                try:
                    self._watches[root] = self._observer.schedule(handler, root, recursive=True)
                except OSError as error:
                    _log.warning("%s cannot be watched: %s", root, error)

    def _stop(self) -> None:
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()


class _Handler(FileSystemEventHandler):
    def __init__(
        self, root: str, ignored: tuple[str, ...], on_change: Callable[[str], None]
    ) -> None:
        self._root = root
        self._ignored = ignored
        self._on_change = on_change

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass on what may make a scan find something else."""
        if event.event_type in _CHANGES and any(
            self._matters(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path
        ):
            self._on_change(self._root)

    def _matters(self, path: str) -> bool:
        if path.startswith(self._ignored):
            return False
        parts = path[len(self._root) :].split(os.sep)
        return not any(part.startswith(".") and part != IGNORE_FILE for part in parts)
