"""Which files of a folder are taken, and which left out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.status import FolderStatus
from app.ui.dimmed import make_dimmed


class PatternsDialog(QDialog):
    """One pattern a line, as in .gitignore."""

    decided = Signal(str, list, list)  # path, include, exclude

    def __init__(self, folder: FolderStatus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setWindowTitle(self.tr("Patterns"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        path = QLabel(folder.path)
        path.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(path)
        self.include = self._field(layout, self.tr("Take &only"), folder.include)
        self.exclude = self._field(layout, self.tr("&Leave out"), folder.exclude)
        note = QLabel(self.tr("One pattern a line, as in .gitignore, such as *.pdf or drafts/"))
        note.setWordWrap(True)
        make_dimmed(note)
        layout.addWidget(note)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        for kind, name in ((kinds.Ok, self.tr("OK")), (kinds.Cancel, self.tr("Cancel"))):
            buttons.button(kind).setAccessibleName(name)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.resize(460, 380)

    def _field(self, layout: QVBoxLayout, title: str, patterns: tuple[str, ...]) -> QPlainTextEdit:
        label, field = QLabel(title), QPlainTextEdit("\n".join(patterns))
        label.setBuddy(field)
        field.setAccessibleName(title.replace("&", ""))
        field.setTabChangesFocus(True)
        layout.addWidget(label)
        layout.addWidget(field, 1)
        return field

    def accept(self) -> None:
        """Hand on what was written."""
        include, exclude = (
            [line.strip() for line in field.toPlainText().splitlines() if line.strip()]
            for field in (self.include, self.exclude)
        )
        self.decided.emit(self._folder.path, include, exclude)
        super().accept()
