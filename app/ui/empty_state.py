"""What stands where results would be."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


class EmptyState(QWidget):
    """One sentence: what to do, or what was not found, and whether all was looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missed = ""
        self._waiting = 0
        self.sentence = QLabel()
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(self.sentence)
        layout.addStretch(3)
        self._say()

    def welcome(self) -> None:
        """Nothing is searched for."""
        self.missed("")

    def missed(self, query: str) -> None:
        """Nothing was found for this."""
        self._missed = query
        self._say()

    def know_waiting(self, files: int) -> None:
        """So many files are still to be read: they may have what was not found."""
        if files != self._waiting:
            self._waiting = files
            self._say()

    def _say(self) -> None:
        lines = [self.tr("Type what you are looking for.")]
        if self._missed:
            lines = [self.tr("Nothing found for “{0}”.").format(self._missed)]
            if self._waiting:
                lines.append(self.tr("%n file(s) have not been read yet.", "", self._waiting))
        self.sentence.setText("\n".join(lines))
