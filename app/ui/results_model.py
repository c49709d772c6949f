"""The hits as a list model, with their thumbnails."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QUrl,
)
from PySide6.QtGui import QPixmap

from app.embedding.folder import ChannelWeights
from app.search.model import Hit, SearchResult, View
from app.ui.places import citation, shown_place
from app.ui.results_text import further_lines
from app.ui.thumbnails import Thumbnails

HIT_ROLE = Qt.ItemDataRole.UserRole
THUMBNAIL_ROLE = Qt.ItemDataRole.UserRole + 1
STRENGTH_ROLE = Qt.ItemDataRole.UserRole + 2
MARK_ROLE = Qt.ItemDataRole.UserRole + 3
_Index = QModelIndex | QPersistentModelIndex


class ResultsModel(QAbstractListModel):
    """One row a hit. generation: changes whenever rows are not those of before.

    mark_of: whether a hit was marked as right or as wrong; None for neither.
    """

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._thumbnails.arrived.connect(self._on_thumbnail)
        self._hits: list[Hit] = []
        self._rows: dict[tuple[str, int], int] = {}
        self._weights = ChannelWeights(0, 0, 0)
        self._best = 0.0
        self.thumbnail_width = 0
        self.view: View = "passages"
        self.generation = 0
        self.mark_of: Callable[[Hit], bool | None] = lambda _: None

    def show(self, result: SearchResult | None) -> None:
        """Replace all rows; None empties the list."""
        self.beginResetModel()
        self._hits = list(result.hits) if result else []
        self._rows = {hit.row: row for row, hit in enumerate(self._hits)}
        if result:
            self._weights, self.view = result.weights, result.query.view
        self._best = max((hit.score for hit in self._hits), default=0.0)
        self.generation += 1
        self.endResetModel()

    def append(self, hits: Sequence[Hit]) -> None:
        """Add rows at the end; those that are there stay as they are."""
        new = [hit for hit in hits if hit.row not in self._rows]
        if not new:
            return
        first = len(self._hits)
        self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
        self._hits += new
        self._rows |= {hit.row: first + place for place, hit in enumerate(new)}
        self.endInsertRows()

    def _on_thumbnail(self, of: tuple[str, int]) -> None:
        row = self._rows.get(of)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row), [THUMBNAIL_ROLE])

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits of all rows."""
        return tuple(self._hits)

    def show_marks(self) -> None:
        """Hits were marked, or are not any more."""
        if self._hits:
            self.dataChanged.emit(self.index(0), self.index(len(self._hits) - 1), [MARK_ROLE])

    def hit(self, row: int) -> Hit:
        """The hit of a row."""
        return self._hits[row]

    def row_of(self, hit: Hit) -> int | None:
        """The row of a hit, or of what it was in an earlier list, if it has one."""
        return self._rows.get(hit.row)

    def in_document(self, document: str) -> tuple[str, ...]:
        """The passages found in a document: of the rows, and of what stands behind them."""
        return tuple(
            passage
            for hit in self._hits
            if hit.document == document
            for passage in (hit.passage, *(other.passage for other in hit.others))
        )

    def strength(self, hit: Hit) -> float:
        """How a hit compares with the best one of the list, 0 to 1; 0 for a list without scores."""
        return max(0.0, min(1.0, hit.score / self._best)) if self._best > 0 else 0.0

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == HIT_ROLE:
            return hit
        if role == THUMBNAIL_ROLE:
            return self.thumbnail(hit)
        if role == STRENGTH_ROLE:
            return self.strength(hit)
        if role == MARK_ROLE:
            return self.mark_of(hit)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            marks = {None: "", True: self.tr("right"), False: self.tr("wrong")}
            marked = marks[self.mark_of(hit)]
            parts = (marked, hit.path, shown_place(hit), hit.snippet, *further_lines(hit))
            return " ".join(filter(None, parts))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.explanation(hit)
        return None

    def thumbnail(self, hit: Hit) -> QPixmap | None:
        """The picture of a hit's page at the width that the view draws."""
        return self._thumbnails.get(hit, self.thumbnail_width) if self.thumbnail_width else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list", "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Hits as files to drop elsewhere, and as citations for a text."""
        hits = [self._hits[index.row()] for index in indexes]
        data = QMimeData()
        files = dict.fromkeys(hit.file for hit in hits if Path(hit.file).exists())
        data.setUrls([QUrl.fromLocalFile(file) for file in files])
        data.setText("\n".join(citation(hit) for hit in hits))
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def explanation(self, hit: Hit) -> str:
        """How the score comes about: three parts that add up to it."""
        weights, channels = self._weights, hit.channels
        return self.tr("Score {0} = meaning {1} + words {2} + precise {3}").format(
            f"{hit.score:.3f}",
            f"{weights.dense * channels.dense:.3f}",
            f"{weights.sparse * channels.sparse:.3f}",
            f"{weights.multi * channels.multi:.3f}",
        )


def steady(hits: Sequence[Hit], row: int, kept: Hit) -> tuple[Hit, ...]:
    """The hits with the one that somebody is on where it was, all others in their order."""
    others = [hit for hit in hits if hit.row != kept.row]
    now = next((hit for hit in hits if hit.row == kept.row), kept)
    return (*others[:row], now, *others[row:])
