"""One window a data folder: a second start hands over what it was asked and ends."""

import hashlib
import time
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.desktop.links import OpenRequest
from app.errors import UserError

_PATIENCE_MS = 5_000  # with a first instance that has just been started
_STEP_MS = 200
_LONGEST = 100_000  # bytes of a request


class AlreadyRunning(UserError):
    """A first instance is there, but does not answer."""


class SingleInstance(QObject):
    """Either the first of its data folder, which hears of requests, or one that hands over.

    The lock decides who is first, also when many start at once; the socket is a file name or a
    pipe of this user, no network.
    """

    received = Signal(object)  # OpenRequest

    def __init__(self, data: Path) -> None:
        super().__init__()
        data.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256(str(data.resolve()).encode("utf-8", "surrogatepass")).hexdigest()
        self._name = f"genericrag-{digest[:20]}"
        self._lock = QLockFile(str(data / "window.lock"))
        self._lock.setStaleLockTime(0)  # held for days; a dead owner is noticed by its process id
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Whether this is the first; asked before there is an application."""
        return self._lock.tryLock(0)

    def listen(self) -> None:
        """Hear of requests from now on; there has to be an application with an event loop."""
        QLocalServer.removeServer(self._name)  # left behind by one that was killed
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_connection)
        if server.listen(self._name):
            self._server = server

    def hand_over(self, request: OpenRequest) -> None:
        """Give a request to the first instance; raises AlreadyRunning when it does not take it."""
        deadline = time.monotonic() + _PATIENCE_MS / 1000
        line = request.as_json().encode() + b"\n"
        while time.monotonic() < deadline:
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(_STEP_MS):
                socket.write(line)
                socket.flush()
                if socket.waitForReadyRead(_PATIENCE_MS) and bytes(socket.readAll().data()):
                    return
                break
            time.sleep(_STEP_MS / 1000)  # it has the lock and is about to listen
        raise AlreadyRunning(
            "The program is already running but does not answer.",
            "Close its window, or end it in the task manager, and start again.",
        )

    def close(self) -> None:
        """Another start may be the first from now on."""
        if self._server:
            self._server.close()
            self._server = None
        self._lock.unlock()

    @Slot()
    def _on_connection(self) -> None:
        assert self._server is not None
        socket = self._server.nextPendingConnection()
        socket.setReadBufferSize(_LONGEST)
        socket.readyRead.connect(self._on_data)
        socket.disconnected.connect(socket.deleteLater)

    @Slot()
    def _on_data(self) -> None:
        socket = self.sender()
        assert isinstance(socket, QLocalSocket)
        if not socket.canReadLine():
            if socket.bytesAvailable() >= _LONGEST:
                socket.abort()
            return
        try:
            request = OpenRequest.from_json(bytes(socket.readLine().data()).decode())
        except ValueError:
            socket.abort()  # not one of ours
            return
        socket.write(b"ok\n")
        socket.flush()
        self.received.emit(request)
