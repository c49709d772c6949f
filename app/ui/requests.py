"""Questions to the engine and who waits for their answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import UserError
from app.paths import DataDirs
from app.process.protocol import UNASKED, Method
from app.ui.engine_bridge import EngineBridge
from app.ui.local_bridge import LocalBridge

Receiver = Callable[[Any], None]
# What the engine can leave off or leave out; the answers to all else come and are ignored.
_DROPPED: tuple[Method, ...] = ("search", "page_picture")


@dataclass(frozen=True)
class Watcher:
    """Who hears of a job that somebody looks after in person; done: gets the result."""

    progressed: Receiver
    done: Receiver
    failed: Callable[[UserError], None]
    stopped: Callable[[], None]


@dataclass(frozen=True)
class _Asked:
    method: Method
    receiver: Receiver | None
    watcher: Watcher | None = None
    early: Receiver | None = None


class Requests(QObject):
    """Matches answers to questions by number; one nobody waits for any more is dropped.

    Receivers are called in the window's thread.
    """

    failed = Signal(object)  # UserError
    progressed = Signal(object)  # Progress
    stopped = Signal()
    restarted = Signal(object)  # UserError: why the engine had to be started again
    renewed = Signal()  # the engine was started again as asked; what waited is answered
    updated = Signal(object)  # IndexReport: the engine brought the library up to date by itself

    def __init__(self, bridge: EngineBridge | LocalBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._open: dict[int, _Asked] = {}
        bridge.replied.connect(self._on_reply)
        bridge.known_so_far.connect(self._on_known_so_far)
        bridge.failed.connect(self._on_failure)
        bridge.progressed.connect(self._on_progress)
        bridge.stopped.connect(self._on_stopped)
        bridge.restarted.connect(self.restarted)
        bridge.renewed.connect(self.renewed)
        bridge.gave_up.connect(self.failed)

    def ask(
        self,
        method: Method,
        receiver: Receiver | None = None,
        early: Receiver | None = None,
        **arguments: Any,
    ) -> int:
        """Send a question; returns its number, by which it can be dropped.

        early: gets what is known before the answer is complete.
        """
        number = self._bridge.ask(method, **arguments)
        self._open[number] = _Asked(method, receiver, early=early)
        return number

    def watch(self, method: Method, watcher: Watcher, **arguments: Any) -> int:
        """Send a job whose progress and failure only the watcher hears of; returns its number."""
        number = self._bridge.ask(method, **arguments)
        self._open[number] = _Asked(method, watcher.done, watcher)
        return number

    def take_over(
        self,
        number: int,
        method: Method,
        watcher: Watcher | None = None,
        receiver: Receiver | None = None,
    ) -> None:
        """Wait for the answer to a question that another window over the same engine asked."""
        done = watcher.done if watcher else receiver
        self._open[number] = _Asked(method, done, watcher)

    def numbers_of(self, method: Method) -> list[int]:
        """The questions of this kind that are open."""
        return [number for number, asked in self._open.items() if asked.method == method]

    def drop(self, number: int) -> None:
        """Nobody waits for this answer any more; numbers that are not open are ignored."""
        asked = self._open.pop(number, None)
        if asked is not None and asked.method in _DROPPED:
            self._bridge.ask("drop", number=number)

    def is_waiting_for(self, *methods: Method) -> bool:
        """Whether an answer to one of these is still to come."""
        return any(asked.method in methods for asked in self._open.values())

    @property
    def dirs(self) -> DataDirs:
        """Where the engine keeps things."""
        return self._bridge.dirs

    def restart_engine(self) -> None:
        """So that all settings take effect; finished work is kept."""
        self._bridge.restart()

    def detach(self) -> None:
        """Hear nothing any more; the engine goes on for others."""
        self._open.clear()
        self._bridge.disconnect(self)

    def close(self) -> None:
        """End the engine; finished work is kept."""
        self._open.clear()
        self._bridge.close()

    @Slot(int, object)
    def _on_reply(self, number: int, value: Any) -> None:
        if number == UNASKED:
            self.updated.emit(value)
        asked = self._open.pop(number, None)
        if asked is not None and asked.receiver is not None:
            asked.receiver(value)

    @Slot(int, object)
    def _on_known_so_far(self, number: int, value: Any) -> None:
        asked = self._open.get(number)
        if asked is not None and asked.early is not None:
            asked.early(value)

    @Slot(int, object)
    def _on_failure(self, number: int, error: UserError) -> None:
        asked = self._open.pop(number, None)
        if asked is not None and asked.watcher is not None:
            asked.watcher.failed(error)
        elif asked is not None or number == UNASKED:
            self.failed.emit(error)

    @Slot(int, object)
    def _on_progress(self, number: int, step: Any) -> None:
        asked = self._open.get(number)
        if asked is not None and asked.watcher is not None:
            asked.watcher.progressed(step)
        elif asked is not None or number == UNASKED:
            self.progressed.emit(step)

    @Slot(int)
    def _on_stopped(self, number: int) -> None:
        asked = self._open.pop(number, None)
        if asked is not None and asked.watcher is not None:
            asked.watcher.stopped()
        elif asked is not None:
            self.stopped.emit()
