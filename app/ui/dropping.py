"""Folders and files that are dropped on the window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget


class Dropping(QObject):
    """Says on the status line what a drop would do. dropped: list[Path], to be searched in."""

    dropped = Signal(object)

    def __init__(self, window: QWidget, message: QLabel) -> None:
        super().__init__(window)
        self._message = message
        self._before = ""  # what the status line said
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if _paths(event):
                event.acceptProposedAction()
                self._before = self._message.text()
                self._message.setText(self.tr("Drop to search in it."))
        elif event.type() == QEvent.Type.DragLeave:
            self._message.setText(self._before)
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            event.acceptProposedAction()
            self._message.setText(self._before)
            self.dropped.emit(_paths(event))
        else:
            return super().eventFilter(watched, event)
        return True


def _paths(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
