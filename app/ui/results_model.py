"""The hits as a list model, with their thumbnails."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from app.embedding.folder import ChannelWeights
from app.search.model import Hit, SearchResult
from app.ui.places import shown_place

HIT_ROLE = Qt.ItemDataRole.UserRole
THUMBNAIL_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class ResultsModel(QAbstractListModel):
    """One row a hit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()
        self._weights = ChannelWeights(0, 0, 0)
        self._thumbnails: dict[str, QPixmap] = {}

    def show(self, result: SearchResult | None) -> None:
        """Replace all rows; None empties the list."""
        self.beginResetModel()
        self._hits = result.hits if result else ()
        self._weights = result.weights if result else self._weights
        self._thumbnails = {}
        self.endResetModel()

    def set_thumbnail(self, passage: str, picture: QPixmap) -> None:
        """Show the page of a passage, if its hit is still in the list."""
        for row, hit in enumerate(self._hits):
            if hit.passage == passage:
                self._thumbnails[passage] = picture
                self.dataChanged.emit(self.index(row), self.index(row), [THUMBNAIL_ROLE])

    def hit(self, row: int) -> Hit:
        """The hit of a row."""
        return self._hits[row]

    def thumbnails(self) -> int:
        """How many rows have their picture."""
        return len(self._thumbnails)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == HIT_ROLE:
            return hit
        if role == THUMBNAIL_ROLE:
            return self._thumbnails.get(hit.passage)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{hit.path} {shown_place(hit)} {hit.snippet}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.explanation(hit)
        return None

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
    others = [hit for hit in hits if hit.passage != kept.passage]
    now = next((hit for hit in hits if hit.passage == kept.passage), kept)
    return (*others[:row], now, *others[row:])
