"""Between the window and the engine process: calls out, signals in, nothing blocks."""

import time
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from app.errors import UserError
from app.paths import DataDirs
from app.process.client import EngineClient
from app.process.protocol import EngineFault, Method, Reply

_RESTARTS = 3
_WITHIN = 60.0  # seconds


class _Receiver(QObject):
    """Lives in the background thread: starts the engine, waits for replies, passes them on."""

    received = Signal(object)
    restarted = Signal(object)
    renewed = Signal()
    gave_up = Signal(object)

    def __init__(self, client: EngineClient) -> None:
        super().__init__()
        self._client = client
        self._deaths: list[float] = []
        self._cannot_begin = False

    @Slot()
    def run(self) -> None:
        """Until the client is closed."""
        self._client.start()
        while (reply := self._client.receive()) is not None:
            if reply.kind == "restart":
                self._client.start()
                self.renewed.emit()
            elif reply.number == 0 and reply.kind == "error":
                self._bring_back(reply.value)
            else:
                self.received.emit(reply)

    def _bring_back(self, error: UserError) -> None:
        if not isinstance(error, EngineFault):
            # Why it cannot begin, such as a setting: another start would end the same way.
            self._cannot_begin = True
            self.gave_up.emit(error)
        if self._cannot_begin:
            return
        now = time.monotonic()
        self._deaths = [death for death in self._deaths if now - death < _WITHIN] + [now]
        if len(self._deaths) <= _RESTARTS:
            self._client.start()
            self.restarted.emit(error)
        else:
            self.gave_up.emit(
                EngineFault(
                    f"{error.message} It has stopped {len(self._deaths)} times within a minute.",
                    "Close the program and start it again; the log in the data folder says more.",
                )
            )


class EngineBridge(QObject):
    """The engine as the window sees it; all signals arrive in the window's thread."""

    replied = Signal(int, object)
    known_so_far = Signal(int, object)
    failed = Signal(int, object)
    progressed = Signal(int, object)
    stopped = Signal(int)
    restarted = Signal(object)  # UserError: why it had to be
    renewed = Signal()  # it was started again because `restart` was asked for
    gave_up = Signal(object)  # UserError: it stops again and again and is left off

    def __init__(
        self, dirs: DataDirs, parent: QObject | None = None, *, start: bool = True
    ) -> None:
        """start: at once; else calls wait until `start` is called."""
        super().__init__(parent)
        self.dirs = dirs
        self.client = EngineClient(dirs)
        self._thread = QThread(self)
        self._receiver = _Receiver(self.client)
        self._receiver.moveToThread(self._thread)
        self._thread.started.connect(self._receiver.run)
        self._receiver.received.connect(self._dispatch)
        self._receiver.restarted.connect(self.restarted)
        self._receiver.renewed.connect(self.renewed)
        self._receiver.gave_up.connect(self.gave_up)
        if start:
            self.start()

    def start(self) -> None:
        """Start the engine, if it was not started yet; what it is asked before waits for it."""
        self._thread.start()

    def ask(self, method: Method, **arguments: Any) -> int:
        """Send a call; its number comes back with every signal about it."""
        return self.client.call(method, **arguments)

    def restart(self) -> None:
        """Start the engine anew, so that all settings take effect; finished work is kept."""
        self.client.restart()

    def close(self) -> None:
        """End engine and thread; finished work is kept."""
        self.client.close()
        self._thread.quit()
        self._thread.wait()

    @Slot(object)
    def _dispatch(self, reply: Reply) -> None:
        match reply.kind:
            case "result":
                self.replied.emit(reply.number, reply.value)
            case "partial":
                self.known_so_far.emit(reply.number, reply.value)
            case "error" | "notice":
                self.failed.emit(reply.number, reply.value)
            case "progress":
                self.progressed.emit(reply.number, reply.value)
            case "stopped":
                self.stopped.emit(reply.number)
