"""Searching: the field, the results and the preview of the one that is chosen."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QCursor, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.documents.picture import Picture
from app.search.model import Hit, Query, SearchResult
from app.search.texts import render_line
from app.ui.empty_state import EmptyState
from app.ui.marked_page import mark
from app.ui.preview import Preview
from app.ui.requests import Requests
from app.ui.results_delegate import ResultsDelegate
from app.ui.results_model import ResultsModel, steady
from app.ui.search_field import SearchField

_PAUSE_MS = 300  # after the last key before a search starts
_HITS = 30
_PAGE_WIDTH = 1200
_THUMBNAIL_WIDTH = 128


class SearchView(QWidget):
    """Asks, lists, previews; only the answers to the latest questions are shown.

    bar: the row of the search field, for further controls.
    """

    def __init__(self, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self._search_number = self._page_number = 0
        self._shown: Query | None = None
        self._is_early = False  # whether what is shown is a list that a better one follows
        self.field = SearchField()
        self.field.setPlaceholderText(self.tr("What are you looking for?"))
        self.field.setAccessibleName(self.tr("Search"))
        self.field.setClearButtonEnabled(True)
        self.mode = self._modes()
        self.results = ResultsModel(self)
        self.list = self._list()
        self.empty = EmptyState()
        self.banner = QLabel()
        self.banner.setWordWrap(True)
        self.banner.setAccessibleName(self.tr("About this search"))
        self.banner.hide()
        self.left = QStackedWidget()
        self.left.addWidget(self.empty)
        self.left.addWidget(self.list)
        self.preview = Preview()
        splitter = QSplitter()
        splitter.addWidget(self.left)
        splitter.addWidget(self.preview)
        splitter.setSizes([560, 720])
        self.bar = QHBoxLayout()
        self.bar.addWidget(self.field, 1)
        self.bar.addWidget(self.mode)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self.bar)
        layout.addWidget(self.banner)
        layout.addWidget(splitter, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._connect()

    def _modes(self) -> QComboBox:
        modes = QComboBox()
        modes.setAccessibleName(self.tr("How to search"))
        for mode, label, what in (
            ("smart", self.tr("Smart"), self.tr("All of the below together")),
            ("meaning", self.tr("Meaning"), self.tr("The same thing in other words or languages")),
            ("words", self.tr("Words"), self.tr("These very words, numbers or codes")),
            ("precise", self.tr("Precise"), self.tr("Every part of the question is matched")),
        ):
            modes.addItem(label, mode)
            modes.setItemData(modes.count() - 1, what, Qt.ItemDataRole.ToolTipRole)
        return modes

    def _list(self) -> QListView:
        rows = QListView()
        rows.setModel(self.results)
        rows.setItemDelegate(ResultsDelegate(rows))
        rows.setUniformItemSizes(True)
        rows.setAccessibleName(self.tr("Results"))
        rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        return rows

    def _connect(self) -> None:
        self._pause.timeout.connect(self.search)
        self.field.textEdited.connect(self._pause.start)
        self.field.returnPressed.connect(self.search)
        self.field.left_downwards.connect(self.list.setFocus)
        self.mode.currentIndexChanged.connect(self._on_mode)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.activated.connect(self.preview.open_document)
        self.preview.as_text.toggled.connect(self._ask_page)

    def focus_field(self) -> None:
        """Put the cursor into the search field, its text selected."""
        self.field.setFocus()
        self.field.selectAll()

    def search(self) -> None:
        """Search for what stands in the field."""
        self._pause.stop()
        self._requests.drop(self._search_number)
        text = self.field.text()
        if text.strip():
            query = Query(text, mode=self.mode.currentData(), limit=_HITS)
            self._search_number = self._requests.ask(
                "search", self._show_result, self._show_early, query=query
            )
        else:
            self._clear()
            self.empty.welcome(has_folders=True)

    def search_again(self) -> None:
        """The same search, if there is one, in what is indexed by now."""
        if self.field.text().strip():
            self.search()

    def is_settled(self) -> bool:
        """Whether the last search, its pictures and its preview have all arrived."""
        return not self._requests.is_waiting_for("search", "page_picture", "page_text")

    @Slot()
    def _on_mode(self) -> None:
        self.mode.setToolTip(self.mode.currentData(Qt.ItemDataRole.ToolTipRole))
        self.search_again()

    def _show_early(self, result: SearchResult) -> None:
        """A list that a better one will follow; not while somebody uses the one that is there."""
        if not result.hits or self._row_in_use() is not None:
            return
        self._is_early, self._shown = True, result.query
        self.results.show(result)
        self.left.setCurrentWidget(self.list)

    def _row_in_use(self) -> int | None:
        """The row under the mouse, or the current one if the list has the keyboard."""
        if self.left.currentWidget() is not self.list:
            return None
        view = self.list.viewport()
        index = self.list.indexAt(view.mapFromGlobal(QCursor.pos()))
        if not (view.underMouse() and index.isValid()):
            index = self.list.currentIndex() if self.list.hasFocus() else QModelIndex()
        return index.row() if index.isValid() else None

    def _show_result(self, result: SearchResult) -> None:
        scrolled = self.list.verticalScrollBar().value()
        current = self.list.currentIndex()
        kept = self.results.hit(current.row()).passage if current.isValid() else ""
        again, self._shown = self._shown == result.query, result.query
        was_early, self._is_early = self._is_early and again, False
        row_in_use = self._row_in_use()
        if was_early and row_in_use is not None and result.hits:
            result = replace(
                result, hits=steady(result.hits, row_in_use, self.results.hit(row_in_use))
            )
        self._show_banner(result)
        if not result.hits:
            self._clear()
            self.empty.say(self.tr("Nothing found for “{0}”.").format(result.query.text))
            return
        self.results.show(result)
        self.left.setCurrentWidget(self.list)
        for hit in result.hits:
            if hit.has_picture:
                self._ask_thumbnail(hit)
        # The same search again, after indexing, must not move the row the user is on.
        rows = [hit.passage for hit in result.hits]
        row = rows.index(kept) if again and kept in rows else 0
        self.list.setCurrentIndex(self.results.index(row))
        if was_early and row_in_use is not None:
            self.list.verticalScrollBar().setValue(scrolled)

    def _show_banner(self, result: SearchResult) -> None:
        """Notes about a search, and what was understood where that is not plain."""
        translate = QCoreApplication.translate
        parsed = result.query.parsed
        note = translate("Note", result.note) if result.note else ""
        understood = ""
        if len(parsed.understood) > 1 or parsed.mistakes:
            understood = render_line(parsed.understood + parsed.mistakes, translate)
        text = " ".join(filter(None, (note, result.cause, understood)))
        self.banner.setText(text)
        self.banner.setVisible(bool(text))

    def _clear(self) -> None:
        self.results.show(None)
        self.left.setCurrentWidget(self.empty)
        self._requests.drop(self._page_number)
        self.preview.clear()

    def _ask_thumbnail(self, hit: Hit) -> None:
        def show(picture: Picture) -> None:
            marked = mark(_pixmap(picture), picture.boxes, self.palette())
            self.results.set_thumbnail(hit.passage, marked)

        self._requests.ask("page_picture", show, hit=hit, width=_THUMBNAIL_WIDTH)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid():
            return
        self._requests.drop(self._page_number)
        hit = self.results.hit(current.row())
        self.preview.announce(hit)
        self._ask_page()

    @Slot()
    def _ask_page(self) -> None:
        """The page of the hit that is previewed, as its picture or as text."""
        self._requests.drop(self._page_number)
        hit = self.preview.hit
        if hit is None:
            return
        if not hit.has_picture or self.preview.as_text.isChecked():
            self._page_number = self._requests.ask("page_text", self.preview.show_text, hit=hit)
        else:
            self._page_number = self._requests.ask(
                "page_picture",
                lambda page: self.preview.show_picture(_pixmap(page), page.boxes, page.is_part),
                hit=hit,
                width=_PAGE_WIDTH,
            )


def _pixmap(picture: Picture) -> QPixmap:
    pixmap = QPixmap()
    pixmap.loadFromData(picture.png)
    return pixmap
