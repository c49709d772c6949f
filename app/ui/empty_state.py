"""What stands where results would be."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class EmptyState(QWidget):
    """One sentence and, as long as no folder is known, the button to add one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = QLabel()
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setWordWrap(True)
        self.button = QPushButton(self.tr("Add a folder…"))
        self.button.setAccessibleName(self.tr("Add a folder to search in"))
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(self.sentence)
        layout.addSpacing(12)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.welcome(has_folders=True)

    def welcome(self, *, has_folders: bool) -> None:
        """What to do first."""
        self.button.setVisible(not has_folders)
        if has_folders:
            self.sentence.setText(self.tr("Type what you are looking for."))
        else:
            self.sentence.setText(
                self.tr("Add a folder of documents. They stay where they are, on this computer.")
            )

    def say(self, text: str) -> None:
        """Anything else, such as that nothing was found."""
        self.button.hide()
        self.sentence.setText(text)
