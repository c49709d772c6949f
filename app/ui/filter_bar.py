"""The filters below the search field: four menus with counts, and what is chosen as chips."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from app.index.where import Field
from app.search.completion import Vocabulary
from app.search.filters import Filter, filters_in, without, without_fields
from app.search.model import Facets
from app.ui.filter_menus import (
    DateRange,
    fill_dates,
    fill_folders,
    fill_languages,
    fill_types,
    language_label,
)
from app.ui.flow_layout import FlowLayout

_FIELDS: dict[str, tuple[Field, ...]] = {
    "folder": ("folder",),
    "type": ("type",),
    "date": ("after", "before"),
    "language": ("language",),
}
_FILL: dict[str, Callable[[QMenu, str, Facets | None, Vocabulary | None], None]] = {
    "folder": fill_folders,
    "type": fill_types,
    "date": fill_dates,
    "language": fill_languages,
}
_CHIP = (
    "QToolButton { border: 1px solid palette(mid); border-radius: 12px; padding: 3px 10px; }"
    "QToolButton:hover, QToolButton:focus { border-color: palette(highlight); }"
)
_MOST_KEPT = 50  # queries whose counts are remembered


class Chip(QToolButton):
    """Something that a search depends on; a click, Delete or Backspace removes it."""

    removed = Signal()

    def __init__(self, label: str, told: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(f"{label}  ✕".replace("&", "&&"))
        self.setToolTip(self.tr("{0}; a click removes it").format(told))
        self.setAccessibleName(self.tr("Remove the filter: {0}").format(told))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setStyleSheet(_CHIP)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.removed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class FilterChip(Chip):
    """A condition of the query's text."""

    def __init__(self, filter_: Filter, parent: QWidget | None = None) -> None:
        told = filter_.told.render(QCoreApplication.translate)
        super().__init__(self._label(filter_, told), told, parent)

    def _label(self, filter_: Filter, told: str) -> str:
        values = filter_.values
        if filter_.negated or filter_.field in ("after", "before"):
            return told
        if filter_.field == "type":
            return ", ".join(value.upper() for value in values)
        if filter_.field == "language":
            return ", ".join(map(language_label, values))
        if filter_.field == "folder":
            return ", ".join(values)
        return told


class FilterBar(QWidget):
    """Shows the conditions in the query's text and changes them there.

    changed: the query as it is to be now. wanted: a query whose counts are asked for.
    row: the row of the menus, for further controls. like_removed: results are no longer to be
    like the examples that are shown as a chip.
    """

    changed = Signal(str)
    wanted = Signal(str)
    like_removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._known: dict[str, Facets] = {}
        self._like: Chip | None = None
        self.vocabulary: Vocabulary | None = None
        self.buttons = {
            "folder": self._button("folder", self.tr("Folder"), self.tr("Filter by folder")),
            "type": self._button("type", self.tr("Type"), self.tr("Filter by type of file")),
            "date": self._button("date", self.tr("Date"), self.tr("Filter by date")),
            "language": self._button(
                "language", self.tr("Language"), self.tr("Filter by language")
            ),
        }
        self.row = QHBoxLayout()
        self.row.setSpacing(6)
        for button in self.buttons.values():
            self.row.addWidget(button)
        self.row.addStretch(1)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.setSpacing(6)
        self._chips.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self.row)
        layout.addWidget(self._chips)

    def _button(self, name: str, words: str, accessible: str) -> QToolButton:
        button = QToolButton()
        button.setText(f"{words}  ▾")
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        button.setAccessibleName(accessible)
        button.setToolTip(accessible)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAutoRaise(True)
        menu = QMenu(button)
        menu.setAccessibleName(accessible)
        menu.aboutToShow.connect(partial(self._open, name))
        menu.triggered.connect(self._on_chosen)
        button.setMenu(menu)
        return button

    @property
    def chips(self) -> list[Chip]:
        """The filters that are chosen, in the query's order."""
        return [chip for chip in self._chips.findChildren(Chip) if not chip.isHidden()]

    def show_query(self, text: str) -> None:
        """Show the conditions of a query as chips."""
        if text == self._text:
            return
        before, self._text = filters_in(self._text), text
        now = filters_in(text)
        if before == now:
            return
        for chip in self._chips.findChildren(FilterChip):
            self._take_off(chip)
        for filter_ in now:
            chip = FilterChip(filter_, self._chips)
            chip.removed.connect(partial(self._remove, filter_.start, filter_.end))
            self._put_on(chip)
        self._fit()

    def show_like(self, label: str) -> None:
        """Show what results are to be like, "" for nothing."""
        self.forget()
        if self._like is not None:
            self._take_off(self._like)
        self._like = Chip(label, label, self._chips) if label else None
        if self._like is not None:
            self._like.removed.connect(self.like_removed)
            self._put_on(self._like)
        self._fit()

    def _put_on(self, chip: Chip) -> None:
        self._flow.addWidget(chip)
        chip.show()

    def _take_off(self, chip: Chip) -> None:
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _fit(self) -> None:
        self._chips.setVisible(bool(filters_in(self._text)) or self._like is not None)
        self._chips.updateGeometry()

    def know(self, text: str, facets: Facets) -> None:
        """The counts of a query, as far as they are known."""
        self._known.pop(text.strip(), None)
        self._known[text.strip()] = facets
        while len(self._known) > _MOST_KEPT:
            self._known.pop(next(iter(self._known)))
        for name, button in self.buttons.items():
            if button.menu().isVisible() and self._base(name) == text.strip():
                self._fill(name)

    def forget(self) -> None:
        """The library or the way to search has changed: counts are asked for anew."""
        self._known.clear()

    def open(self, name: str) -> None:
        """Open the menu "folder", "type", "date" or "language"."""
        button = self.buttons[name]
        button.setFocus()
        # Not showMenu(), which returns only when the menu is closed.
        button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))

    def clear_filters(self) -> None:
        """Take every condition out of the query, and what results are to be like."""
        if self._like is not None:
            self.like_removed.emit()
        text = without_fields(self._text, [filter_.field for filter_ in filters_in(self._text)])
        if text != self._text.strip():
            self.changed.emit(text)

    def _base(self, name: str) -> str:
        """The query that tells what else could be chosen: without what is chosen there."""
        return without_fields(self._text.strip(), _FIELDS[name])

    def _open(self, name: str) -> None:
        base = self._base(name)
        if base and base not in self._known:
            self.wanted.emit(base)
        self._fill(name)

    def _fill(self, name: str) -> None:
        menu = self.buttons[name].menu()
        menu.clear()
        facets = self._known.get(self._base(name))
        _FILL[name](menu, self._text.strip(), facets, self.vocabulary)
        if name == "date":
            menu.addAction(self.tr("Own range…")).triggered.connect(self._ask_range)

    def _on_chosen(self, entry: object) -> None:
        text = entry.data()  # type: ignore[attr-defined]
        if isinstance(text, str):
            self.changed.emit(text)

    def _ask_range(self) -> None:
        dialog = DateRange(self._text, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.changed.emit(dialog.query()))
        dialog.open()

    def _remove(self, start: int, end: int) -> None:
        self.changed.emit(without(self._text, start, end))
