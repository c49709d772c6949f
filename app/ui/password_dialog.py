"""Asks for the password of a locked file."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.ui.dimmed import make_dimmed


class PasswordDialog(QDialog):
    """The password leaves it by one signal and stays in no widget afterwards."""

    entered = Signal(str, bool)  # password, whether to try it on all locked files

    def __init__(self, path: str, locked: int, parent: QWidget | None = None) -> None:
        """path: of the file; locked: how many files are, this one included."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Enter the password"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.file = QLabel(Path(path).name)
        self.file.setTextFormat(Qt.TextFormat.PlainText)
        self.file.setToolTip(path)
        self.file.setWordWrap(True)
        label = QLabel(self.tr("&Password"))
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Password of {0}").format(Path(path).name))
        # Kept while the password shows, too: nothing may learn it.
        self.field.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        label.setBuddy(self.field)
        self.show_box = self._box(self.tr("&Show"))
        self.show_box.toggled.connect(self._show_password)
        self.all_box = self._box(self.tr("Try it on &all locked files"))
        self.all_box.setVisible(locked > 1)
        note = QLabel(
            self.tr(
                "The password is kept in memory for this session only. The text of the file goes"
                " into the index and stays searchable."
            )
        )
        note.setWordWrap(True)
        make_dimmed(note)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.ok_button = buttons.button(kinds.Ok)
        for kind, name in ((kinds.Ok, self.tr("OK")), (kinds.Cancel, self.tr("Cancel"))):
            buttons.button(kind).setAccessibleName(name)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(lambda text: self.ok_button.setEnabled(bool(text)))
        self.ok_button.setEnabled(False)
        self._show_password(False)
        layout = QVBoxLayout(self)
        for widget in (self.file, label, self.field, self.show_box, self.all_box, note, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(420)
        self.field.setFocus()

    def _box(self, text: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setAccessibleName(text.replace("&", ""))
        return box

    def _show_password(self, shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self.field.setEchoMode(modes.Normal if shown else modes.Password)

    def done(self, result: int) -> None:
        """Hand on the password if there is one and OK was pressed, and forget it."""
        password = self.field.text()
        if result == self.DialogCode.Accepted and not password:
            return
        self.field.clear()
        super().done(result)
        if result == self.DialogCode.Accepted:
            self.entered.emit(password, self.all_box.isChecked())
