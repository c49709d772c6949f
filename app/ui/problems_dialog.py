"""The files that are not searchable, with their reasons."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.errors import Reason
from app.settings_table import TABLE
from app.ui.password_dialog import PasswordDialog
from app.ui.problems_model import ProblemsModel, texts_of
from app.ui.settings_store import SettingsStore

if TYPE_CHECKING:
    from app.index.records import Problem

# The setting that helps against a reason.
_FIXES: dict[str, str] = {
    Reason.OCR_OFF: "ocr.enabled",
    Reason.TOO_LARGE: "reading.max_file_mb",
    Reason.TOO_MUCH_TEXT: "reading.max_text_mb",
    Reason.TIMED_OUT: "reading.seconds_per_file",
    Reason.MEMORY: "reading.memory_mb",
}


class ProblemsDialog(QDialog):
    """A table to read and to copy from; what exactly was found stands in the tooltips."""

    asked_again = Signal()
    password_told = Signal(list, str)  # paths of the files that it is to be tried on, password

    def __init__(
        self,
        problems: "Sequence[Problem]",
        parent: QWidget | None = None,
        store: SettingsStore | None = None,
    ) -> None:
        """store: where limits are raised; without it nothing is offered."""
        super().__init__(parent)
        self.model = ProblemsModel(self)
        self._store = store
        self._is_busy = False
        self.setWindowTitle(self.tr("Files that are not searchable"))
        self.table = self._make_table()
        self.fine = QLabel(self.tr("Every file is searchable."))
        self.fine.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message = QLabel()
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.message.setAccessibleName(self.tr("Outcome"))
        self.message.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.copy_button = buttons.addButton(self.tr("&Copy list"), role)
        self.copy_button.clicked.connect(self.copy)
        self.retry_button = buttons.addButton(self.tr("&Try again"), role)
        self.retry_button.clicked.connect(self.retry)
        self.fix_button = buttons.addButton("", role)
        self.fix_button.clicked.connect(self.fix)
        self.password_button = buttons.addButton(self.tr("Enter &password…"), role)
        self.password_button.clicked.connect(self.ask_for_password)
        for button in buttons.buttons():
            button.setAccessibleName(button.text().replace("&", ""))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.fine, 1)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.message)
        layout.addWidget(buttons)
        self.resize(1000, 420)
        self.show_problems(problems)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.windowTitle())
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.setTabKeyNavigation(False)
        table.setColumnWidth(0, 400)
        table.setColumnWidth(1, 180)
        table.horizontalHeader().setStretchLastSection(True)
        table.selectionModel().selectionChanged.connect(self._offer_fix)
        QShortcut(QKeySequence.StandardKey.Copy, table, self.copy)
        return table

    def _row(self) -> int:
        """The row somebody is on, -1 for none."""
        return self.table.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Choose a row."""
        self.table.setCurrentIndex(self.model.index(row, 0))

    def show_problems(self, problems: "Sequence[Problem]") -> None:
        """List these instead; whoever is on a file stays on it."""
        row, before = self._row(), self.model.problems
        current = before[row].path if 0 <= row < len(before) else ""
        self.model.show(problems)
        if current and problems:
            same = (number for number, p in enumerate(problems) if p.path == current)
            self.go_to(next(same, min(row, len(problems) - 1)))
        self.fine.setVisible(not problems)
        for widget in (self.table, self.copy_button, self.retry_button):
            widget.setVisible(bool(problems))
        self.password_button.setVisible(bool(self._locked()))
        self._offer_fix()

    def say(self, sentence: str) -> None:
        """How far the password that was told is, or what became of it; "" for nothing."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    def set_busy(self, is_busy: bool) -> None:
        """Whether a password is being tried; meanwhile no other can be entered."""
        self._is_busy = is_busy
        if is_busy and self.password_button.hasFocus():
            self.table.setFocus()
        self.password_button.setEnabled(not is_busy)

    def _locked(self) -> list[str]:
        """The files that wait for a password, by path; first the one somebody is on."""
        locked = [p.path for p in self.model.problems if p.reason == Reason.PASSWORD]
        row = self._row()
        chosen = self.model.problems[row].path if 0 <= row < len(self.model.problems) else ""
        return sorted(locked, key=lambda path: path != chosen)

    def ask_for_password(self) -> None:
        """Ask for the password of the chosen file, or else of the first that is locked."""
        locked = self._locked()
        if not locked or self._is_busy:
            return
        dialog = PasswordDialog(locked[0], len(locked), self)
        dialog.entered.connect(
            lambda password, on_all: self._tell_password(locked if on_all else locked[:1], password)
        )
        dialog.open()

    def _tell_password(self, files: list[str], password: str) -> None:
        self.set_busy(True)
        self.password_told.emit(files, password)

    def _fix(self) -> tuple[str, Any] | None:
        """The setting, and its value, that would help the chosen file, or else the first one."""
        row = max(0, self._row())
        if self._store is None or row >= len(self.model.problems):
            return None
        name = _FIXES.get(self.model.problems[row].reason, "")
        setting = next((setting for setting in TABLE if setting.name == name), None)
        if setting is None or self._store.overridden_by(setting):
            return None
        if isinstance(setting.default, bool):
            return name, True
        value = min(2 * self._store[name], setting.high or 0)
        return (name, type(setting.default)(value)) if value > self._store[name] else None

    def _offer_fix(self) -> None:
        fix = self._fix()
        self.fix_button.setVisible(fix is not None)
        if fix is None:
            return
        name, value = fix
        label = next(setting.label for setting in TABLE if setting.name == name)
        words = QCoreApplication.translate("Setting", label)
        if value is True:
            text = self.tr("Turn on “{0}” and try again").format(words)
        else:
            text = self.tr("Raise “{0}” to {1} and try again").format(words, f"{value:g}")
        self.fix_button.setText(text)
        self.fix_button.setAccessibleName(text)

    def fix(self) -> None:
        """Change the setting that stood in the way, and read the files again."""
        fix = self._fix()
        if fix and self._store and self._store.set(*fix):
            self.retry()

    def retry(self) -> None:
        """Ask for all of them to be read again."""
        self.asked_again.emit()
        self.accept()

    def copy(self) -> None:
        """Copy the selected rows, or all when none is, one line each, columns parted by tabs."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        chosen = [self.model.problems[row] for row in rows] or self.model.problems
        lines = ["\t".join((*texts_of(problem), problem.detail)) for problem in chosen]
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
