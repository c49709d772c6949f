"""The files that are not searchable, with their reasons."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.errors import HINTS, NAMES, Reason
from app.settings_table import TABLE
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

    def __init__(
        self,
        problems: "Sequence[Problem]",
        parent: QWidget | None = None,
        store: SettingsStore | None = None,
    ) -> None:
        """store: where limits are raised; without it nothing is offered."""
        super().__init__(parent)
        self._problems = problems
        self._store = store
        self.setWindowTitle(self.tr("Files that are not searchable"))
        table = QTableWidget(len(problems), 3)
        table.setAccessibleName(self.windowTitle())
        table.setHorizontalHeaderLabels([self.tr("File"), self.tr("Reason"), self.tr("Advice")])
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.setTabKeyNavigation(False)
        for row, problem in enumerate(problems):
            for column, text in enumerate(_texts(problem)):
                item = QTableWidgetItem(text)
                item.setToolTip(problem.detail if column == 1 else text)
                table.setItem(row, column, item)
        table.setColumnWidth(0, 400)
        table.setColumnWidth(1, 180)
        table.horizontalHeader().setStretchLastSection(True)
        self.table = table
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = buttons.addButton(
            self.tr("&Copy list"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy_button.clicked.connect(self.copy)
        self.retry_button = buttons.addButton(
            self.tr("&Try again"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.retry_button.clicked.connect(self.retry)
        self.fix_button = buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.fix_button.clicked.connect(self.fix)
        table.itemSelectionChanged.connect(self._offer_fix)
        for button in buttons.buttons():
            button.setAccessibleName(button.text().replace("&", ""))
        self._offer_fix()
        QShortcut(QKeySequence.StandardKey.Copy, table, self.copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        if not problems:
            fine = QLabel(self.tr("Every file is searchable."))
            fine.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(fine, 1)
            self.copy_button.hide()
            self.retry_button.hide()
        table.setVisible(bool(problems))
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        layout.addWidget(table, 1)
        layout.addWidget(buttons)
        self.resize(1000, 420)

    def _fix(self) -> tuple[str, Any] | None:
        """The setting, and its value, that would help the chosen file, or else the first one."""
        row = max(0, self.table.currentRow())
        if self._store is None or row >= len(self._problems):
            return None
        name = _FIXES.get(self._problems[row].reason, "")
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
        chosen = [self._problems[row] for row in rows] or self._problems
        lines = ["\t".join((*_texts(problem), problem.detail)) for problem in chosen]
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")


def _texts(problem: "Problem") -> tuple[str, str, str]:
    """File, reason and advice in the user's language; as recorded where the reason is not ours."""
    if problem.reason not in set(Reason):
        return problem.path, problem.detail, problem.hint
    reason = Reason(problem.reason)
    translate = QCoreApplication.translate
    return problem.path, translate("Reason", NAMES[reason]), translate("Reason", HINTS[reason])
