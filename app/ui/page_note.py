"""Why the preview shows text in place of a page, and what can be done about it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.errors import Reason, UnreadableFile, UserError


class PageNote(QWidget):
    """Hidden as long as there is nothing to say."""

    password_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setAccessibleName(self.tr("About this page"))
        self.password_button = QPushButton(self.tr("Enter pass&word…"))
        self.password_button.setAccessibleName(self.password_button.text().replace("&", ""))
        self.password_button.clicked.connect(self.password_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.password_button)
        self.hide()

    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def tell(self, error: UserError) -> None:
        """The page cannot be drawn."""
        # Passwords are forgotten when the engine ends; what was indexed is not.
        is_locked = isinstance(error, UnreadableFile) and error.reason == Reason.PASSWORD
        if is_locked:
            text = self.tr("The page is locked with a password, here is its text.")
        else:
            text = self.tr("The page cannot be drawn, here is its text. {0}").format(error)
        self._label.setText(text)
        self.password_button.setVisible(is_locked)
        self.show()

    @Slot(str)
    def say(self, sentence: str) -> None:
        """What became of the password."""
        if self.password_button.isVisible():
            self._label.setText(sentence)
