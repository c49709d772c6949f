"""The files that are not searchable, with their reasons."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.index.records import Problem


class ProblemsDialog(QDialog):
    """A table to read and copy from."""

    def __init__(self, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Files that are not searchable"))
        table = QTableWidget(len(problems), 3)
        table.setAccessibleName(self.windowTitle())
        table.setHorizontalHeaderLabels([self.tr("File"), self.tr("Reason"), self.tr("Advice")])
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.setTabKeyNavigation(False)
        for row, problem in enumerate(problems):
            for column, text in enumerate((problem.path, problem.detail, problem.hint)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                table.setItem(row, column, item)
        table.setColumnWidth(0, 360)
        table.setColumnWidth(1, 280)
        table.horizontalHeader().setStretchLastSection(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(table)
        layout.addWidget(buttons)
        self.resize(960, 420)
