"""The list and the grid of results: two views of one model with one current row."""

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedWidget, QWidget

from app.ui.results_delegate import LIST_THUMBNAIL, ResultsDelegate
from app.ui.results_grid import GRID_THUMBNAIL, PagesDelegate
from app.ui.results_model import ResultsModel

_SCREENS_AHEAD = 2  # of the end from which on more is asked for


class ResultsViews(QStackedWidget):
    """Shows the model as a list or as a grid. nears_end: there will soon be nothing to see."""

    nears_end = Signal()
    activated = Signal()

    def __init__(self, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.list = self._view(self.tr("Results"))
        self.list.setItemDelegate(ResultsDelegate(self.list))
        self.grid = self._view(self.tr("Pages found"))
        self.grid.setItemDelegate(PagesDelegate(self.grid))
        self.grid.setViewMode(QListView.ViewMode.IconMode)
        self.grid.setMovement(QListView.Movement.Static)
        self.grid.setResizeMode(QListView.ResizeMode.Adjust)
        self.grid.setLayoutMode(QListView.LayoutMode.Batched)
        self.grid.setBatchSize(200)
        self.grid.setSelectionModel(self.list.selectionModel())
        for view in (self.list, self.grid):
            view.setDragEnabled(True)
            view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
            self.addWidget(view)
        model.thumbnail_width = LIST_THUMBNAIL

    def _view(self, said: str) -> QListView:
        view = QListView()
        view.setModel(self._model)
        view.setUniformItemSizes(True)
        view.setAccessibleName(said)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.verticalScrollBar().setSingleStep(24)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setIconSize(QSize(0, 0))
        view.activated.connect(self.activated)
        view.verticalScrollBar().valueChanged.connect(self._on_scroll)
        return view

    @property
    def shown(self) -> QListView:
        """The one that is to be seen."""
        return self.grid if self.currentWidget() is self.grid else self.list

    def show_as_grid(self, as_grid: bool) -> None:
        """Change between list and grid."""
        had_focus = self.shown.hasFocus()
        self._model.thumbnail_width = GRID_THUMBNAIL if as_grid else LIST_THUMBNAIL
        self.setCurrentWidget(self.grid if as_grid else self.list)
        if had_focus:
            self.shown.setFocus()

    def current_row(self) -> int | None:
        """The current row, if there is one."""
        index = self.shown.currentIndex()
        return index.row() if index.isValid() else None

    def go_to(self, row: int) -> None:
        """Make a row the current one and bring it into view."""
        if 0 <= row < self._model.rowCount():
            self.shown.setCurrentIndex(self._model.index(row))

    def row_in_use(self) -> int | None:
        """The row under the mouse, or the current one if the list has the keyboard."""
        view = self.shown.viewport()
        index = self.shown.indexAt(view.mapFromGlobal(QCursor.pos()))
        if not (view.underMouse() and index.isValid()):
            index = self.shown.currentIndex() if self.shown.hasFocus() else QModelIndex()
        return index.row() if index.isValid() else None

    def check_end(self) -> None:
        """Look whether more is needed, once everything is laid out."""
        QTimer.singleShot(0, self, self._on_scroll)

    def _on_scroll(self) -> None:
        bar = self.shown.verticalScrollBar()
        if (
            self._model.rowCount()
            and bar.value() >= bar.maximum() - _SCREENS_AHEAD * bar.pageStep()
        ):
            self.nears_end.emit()
