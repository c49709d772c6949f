"""The list of models with their states."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

if TYPE_CHECKING:
    from app.embedding.manager import ModelInfo


class ModelsTable(QTableWidget):
    """One row a model; why one cannot be used stands in its tooltips."""

    def __init__(self) -> None:
        super().__init__(0, 3)
        self._models: list[ModelInfo] = []
        self.setAccessibleName(self.tr("Models"))
        self.setHorizontalHeaderLabels([self.tr("Model"), self.tr("State"), self.tr("Size")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setShowGrid(False)

    def show_models(self, models: "Sequence[ModelInfo]") -> None:
        """Show the models; the chosen row stays chosen when its model is still there."""
        before = self.chosen()
        self._models = list(models)
        self.setRowCount(len(models))
        for row, model in enumerate(models):
            title = model.name if model.title == model.name else f"{model.title} ({model.name})"
            size = self.tr("{0} MB").format(f"{model.bytes / 2**20:.0f}")
            for column, text in enumerate((title, self._state(model), size)):
                item = QTableWidgetItem(text)
                item.setToolTip(model.problem or model.path)
                self.setItem(row, column, item)
        names = [model.name for model in models]
        if names:
            self.selectRow(names.index(before.name) if before and before.name in names else 0)

    def chosen(self) -> "ModelInfo | None":
        """The model of the selected row."""
        rows = self.selectionModel().selectedRows()
        return self._models[rows[0].row()] if rows else None

    def _state(self, model: "ModelInfo") -> str:
        if model.problem:
            return self.tr("Cannot be used")
        if model.unfinished:
            return self.tr("Unfinished; the download can go on")
        if model.chosen and model.indexed:
            return self.tr("In use")
        if model.chosen:
            return self.tr("Chosen; the library is changing to it")
        if model.indexed:
            return self.tr("Answers until the change is done")
        return self.tr("Ready")
