"""The files that are not searchable, with their reasons."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.errors import HINTS, NAMES, Reason
from app.index.records import Problem


class ProblemsDialog(QDialog):
    """A table to read and to copy from; what exactly was found stands in the tooltips."""

    asked_again = Signal()

    def __init__(self, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems = problems
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
        QShortcut(QKeySequence.StandardKey.Copy, table, self.copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(table)
        layout.addWidget(buttons)
        self.resize(1000, 420)

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


def _texts(problem: Problem) -> tuple[str, str, str]:
    """File, reason and advice in the user's language; as recorded where the reason is not ours."""
    if problem.reason not in set(Reason):
        return problem.path, problem.detail, problem.hint
    reason = Reason(problem.reason)
    translate = QCoreApplication.translate
    return problem.path, translate("Reason", NAMES[reason]), translate("Reason", HINTS[reason])
