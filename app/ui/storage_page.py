"""What takes space on the disk, and what of it can be dropped."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.errors import QT_TRANSLATE_NOOP
from app.ui.dimmed import make_dimmed, make_heading
from app.ui.requests import Requests
from app.ui.sizes import in_bytes

if TYPE_CHECKING:
    from app.cache import CacheStatistics

CACHES = {
    "embeddings": QT_TRANSLATE_NOOP("StoragePage", "Embeddings of passages"),
    "queries": QT_TRANSLATE_NOOP("StoragePage", "Embeddings of searches"),
    "pages": QT_TRANSLATE_NOOP("StoragePage", "Pictures of pages"),
}


class StoragePage(QWidget):
    """Figures of the index and of each cache, with a button to clear each cache."""

    def __init__(self, requests: Requests) -> None:
        super().__init__()
        self._requests = requests
        self.figures: dict[str, QLabel] = {}
        self.clear_buttons: dict[str, QPushButton] = {}
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        for name, title in (
            ("vectors", self.tr("Vectors")),
            ("catalogue", self.tr("Catalogue of files and texts")),
            ("models", self.tr("Models brought by you")),
            ("free", self.tr("Free on this disk")),
        ):
            self._add_row(grid, name, title)
        caches = QLabel(self.tr("Caches"))
        make_heading(caches, 1.1)
        note = QLabel(
            self.tr("Caches save time and can be cleared at any moment; they fill again by use.")
        )
        note.setWordWrap(True)
        make_dimmed(note)
        below = QGridLayout()
        below.setColumnStretch(1, 1)
        below.setHorizontalSpacing(16)
        for kind, title in CACHES.items():
            words = QCoreApplication.translate("StoragePage", title)
            row = self._add_row(below, kind, words)
            button = QPushButton(self.tr("Clear"))
            button.setAutoDefault(False)
            button.setAccessibleName(self.tr("Clear: {0}").format(words))
            button.clicked.connect(lambda _=False, kind=kind: self.clear(kind))
            below.addWidget(button, row, 2)
            button.setEnabled(False)  # until it is known whether there is something
            self.clear_buttons[kind] = button
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(grid)
        layout.addSpacing(12)
        layout.addWidget(caches)
        layout.addWidget(note)
        layout.addLayout(below)

    def _add_row(self, grid: QGridLayout, name: str, title: str) -> int:
        row = grid.rowCount()
        value = QLabel("…")
        value.setAccessibleName(title)
        value.setWordWrap(True)
        self.figures[name] = value
        grid.addWidget(QLabel(title), row, 0)
        grid.addWidget(value, row, 1)
        return row

    def refresh(self) -> None:
        """Ask for the figures again."""
        self._requests.ask("diagnostics", self._show)

    def clear(self, kind: str) -> None:
        """Forget what one cache holds."""
        self._requests.ask("clear_cache", lambda _: self.refresh(), kind=kind)

    def _show(self, found: Any) -> None:
        status = found.status
        for name, count in (
            ("vectors", status.vectors_bytes),
            ("catalogue", status.catalogue_bytes),
            ("models", found.models_bytes),
            ("free", found.free_bytes),
        ):
            self.figures[name].setText(in_bytes(count))
        caches = {cache.kind: cache for cache in found.caches}
        for kind, button in self.clear_buttons.items():
            cache = caches.get(kind)
            self.figures[kind].setText(self._told(cache))
            button.setEnabled(bool(cache and cache.entries))

    def _told(self, cache: "CacheStatistics | None") -> str:
        if cache is None or not cache.entries:
            return self.tr("empty")
        if cache.trouble:
            return cache.trouble
        return self.tr("{0} of {1} · {2} % of questions answered").format(
            in_bytes(cache.bytes), in_bytes(cache.limit), round(100 * cache.hit_rate)
        )
