"""Questions to the engine and who waits for their answers."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import UserError
from app.process.protocol import Method
from app.ui.engine_bridge import EngineBridge
from app.ui.local_bridge import LocalBridge

Receiver = Callable[[Any], None]


class Requests(QObject):
    """Matches answers to questions by number; one nobody waits for any more is dropped.

    Receivers are called in the window's thread.
    """

    failed = Signal(object)  # UserError
    progressed = Signal(object)  # Progress
    stopped = Signal()
    restarted = Signal(object)  # UserError: why the engine had to be started again

    def __init__(self, bridge: EngineBridge | LocalBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._open: dict[int, tuple[Method, Receiver | None]] = {}
        self._early: dict[int, Receiver] = {}  # who wants what is known before the answer
        bridge.replied.connect(self._on_reply)
        bridge.known_so_far.connect(self._on_known_so_far)
        bridge.failed.connect(self._on_failure)
        bridge.progressed.connect(self._on_progress)
        bridge.stopped.connect(self._on_stopped)
        bridge.restarted.connect(self.restarted)
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
        self._open[number] = (method, receiver)
        if early is not None:
            self._early[number] = early
        return number

    def drop(self, number: int) -> None:
        """Nobody waits for this answer any more; numbers that are not open are ignored."""
        self._open.pop(number, None)
        self._early.pop(number, None)

    def is_waiting_for(self, *methods: Method) -> bool:
        """Whether an answer to one of these is still to come."""
        return any(method in methods for method, _ in self._open.values())

    def close(self) -> None:
        """End the engine; finished work is kept."""
        self._open.clear()
        self._bridge.close()

    @Slot(int, object)
    def _on_reply(self, number: int, value: Any) -> None:
        self._early.pop(number, None)
        _, receiver = self._open.pop(number, (None, None))
        if receiver is not None:
            receiver(value)

    @Slot(int, object)
    def _on_known_so_far(self, number: int, value: Any) -> None:
        if receiver := self._early.get(number):
            receiver(value)

    @Slot(int, object)
    def _on_failure(self, number: int, error: UserError) -> None:
        self._early.pop(number, None)
        if self._open.pop(number, None) is not None:
            self.failed.emit(error)

    @Slot(int, object)
    def _on_progress(self, number: int, step: Any) -> None:
        if number in self._open:
            self.progressed.emit(step)

    @Slot(int)
    def _on_stopped(self, number: int) -> None:
        self._open.pop(number, None)
        self.stopped.emit()
