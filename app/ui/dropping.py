"""Folders and files that are dropped on the window, and files on the search field."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget


class Dropping(QObject):
    """Says on the status line what a drop would do.

    dropped: list[Path], to be searched in. example: Path, what is like it is looked for.
    """

    dropped = Signal(object)
    example = Signal(object)

    def __init__(self, window: QWidget, field: QWidget, message: QLabel) -> None:
        """field: a single file that is dropped on it is an example."""
        super().__init__(window)
        self._field = field
        self._message = message
        self._before = ""  # what the status line said
        for place in (window, field):
            place.setAcceptDrops(True)
            place.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragLeave:
            self._message.setText(self._before)
        # A drag that enters or moves is a drop, too.
        elif isinstance(event, QDropEvent) and (paths := _paths(event)):
            event.acceptProposedAction()
            is_example = watched is self._field and len(paths) == 1 and paths[0].is_file()
            if isinstance(event, QDragEnterEvent):
                self._before = self._message.text()
                self._message.setText(
                    self.tr("Drop to find what is like it.")
                    if is_example
                    else self.tr("Drop to search in it.")
                )
            elif not isinstance(event, QDragMoveEvent):
                self._message.setText(self._before)
                (self.example if is_example else self.dropped).emit(
                    paths[0] if is_example else paths
                )
        else:
            return super().eventFilter(watched, event)
        return True


def _paths(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
