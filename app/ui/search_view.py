"""Searching: the field, filters, the results and the preview of the one that is chosen."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QTimer, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.search.completion import Vocabulary
from app.search.filters import written
from app.search.like import Like
from app.search.model import Query, SearchResult
from app.ui.actions import Actions
from app.ui.empty_state import EmptyState
from app.ui.filter_bar import FilterBar
from app.ui.leafing import Leafing
from app.ui.preview import Preview
from app.ui.requests import Requests
from app.ui.results_model import ResultsModel, steady
from app.ui.results_views import ResultsViews
from app.ui.search_banner import SearchBanner
from app.ui.search_commands import handlers_of, offer_actions
from app.ui.search_controls import ModeChoice, PresetChoice, ViewSwitch
from app.ui.search_field import SearchField
from app.ui.search_history import named, shown_like
from app.ui.searches import FIRST, Searches
from app.ui.thumbnails import Thumbnails

# After the last key before a search starts. What is typed on makes the engine leave it off, so it
# may be short: shorter than the time between two keys would only search for halves of words.
_PAUSE_MS = 30


class SearchView(QWidget):
    """Asks, lists, previews; only the answers to the latest questions are shown.

    bar: the row of the search field, for further controls. like: what results are to be like.
    shown: the query whose results are listed.
    """

    def __init__(self, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self.like: Like | None = None
        self.shown: Query | None = None
        self._is_early = False  # whether what is shown is a list that a better one follows
        self._waits_at_end = False  # for the first rows of what comes behind the list
        self.searches = Searches(requests, self)
        self.thumbnails = Thumbnails(requests, self)
        self.leafing = Leafing(requests, self)
        self.field = SearchField()
        self.mode, self.preset, self.switch = ModeChoice(), PresetChoice(), ViewSwitch()
        self.filters = FilterBar()
        self.filters.row.addWidget(self.switch)
        self.results = ResultsModel(self.thumbnails, self)
        self.views = ResultsViews(self.results)
        self.list = self.views.list
        self.empty = EmptyState()
        self.banner = SearchBanner()
        self.left = QStackedWidget()
        self.left.addWidget(self.empty)
        self.left.addWidget(self.views)
        self.preview = Preview(self.leafing)
        self._arrange()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._connect()

    def _arrange(self) -> None:
        self.splitter = QSplitter()
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(self.preview)
        self.splitter.setSizes([540, 740])
        self.splitter.setHandleWidth(12)
        self.splitter.setChildrenCollapsible(False)
        self.left.setMinimumWidth(300)
        self.bar = QHBoxLayout()
        self.bar.setSpacing(8)
        self.bar.addWidget(self.field, 1)
        self.bar.addWidget(self.mode)
        self.bar.addWidget(self.preset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(8)
        layout.addLayout(self.bar)
        layout.addWidget(self.filters)
        layout.addWidget(self.banner)
        layout.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self._pause.timeout.connect(self.search)
        self.field.textEdited.connect(self._pause.start)
        self.field.textChanged.connect(self.filters.show_query)
        self.field.returnPressed.connect(self.search)
        self.field.left_downwards.connect(lambda: self.views.shown.setFocus())
        self.filters.changed.connect(self._take_query)
        self.filters.wanted.connect(lambda text: self.searches.count(self._query(text)))
        self.mode.currentIndexChanged.connect(self._on_way)
        self.preset.currentIndexChanged.connect(self._on_way)
        self.switch.switched.connect(self._repeat)
        self.searches.early.connect(self._show_early)
        self.searches.found.connect(self._show_result)
        self.searches.grown.connect(self._show_grown)
        self.searches.counted.connect(self.filters.know)
        self.views.nears_end.connect(self.searches.grow)
        self.views.activated.connect(self.preview.open_document)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.leafing.left.connect(self.go_to_result)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each of SEARCH_ACTIONS does."""
        return handlers_of(self)

    def use(self, actions: Actions) -> None:
        """Offer the actions on right clicks and in the preview; their ticks follow the buttons."""
        offer_actions(self, actions)

    def focus_field(self) -> None:
        """Put the cursor into the search field, its text selected."""
        self.field.setFocus()
        self.field.selectAll()

    def know(self, vocabulary: Vocabulary) -> None:
        """What the field and the filters can offer of the library."""
        self.field.vocabulary = self.filters.vocabulary = vocabulary

    def _query(self, text: str) -> Query:
        return Query(
            text,
            mode=self.mode.currentData(),
            limit=FIRST,
            view=self.switch.view,
            preset=self.preset.currentData(),
            like=self.like,
        )

    @property
    def query(self) -> Query | None:
        """What is asked for now; None for nothing."""
        text = self.field.text()
        return self._query(text) if text.strip() or self.like else None

    @Slot()
    def search(self) -> None:
        """Search for what stands in the field, or for what is like the examples, or for both."""
        self._pause.stop()
        if query := self.query:
            self.searches.start(query)
        else:
            self.searches.forget()
            self._clear()
            self.empty.welcome()

    @Slot()
    def search_again(self) -> None:
        """The same search, if there is one, in what is indexed by now."""
        self.filters.forget()
        self._requests.ask("vocabulary", self.know)
        self._repeat()

    @Slot()
    def _repeat(self) -> None:
        """Search as it is asked for now, if anything is."""
        if self.query is not None:
            self.search()

    def search_like(self, like: Like | None) -> None:
        """Search for what is like these examples; None: by words alone."""
        self._set_like(like)
        self.search()

    def _set_like(self, like: Like | None) -> None:
        self.like = like
        self.filters.show_like(shown_like(like) if like else "")

    def restore_query(self, query: Query) -> None:
        """Search as it was searched before; what the window has no control for is written out."""
        for choice, value in ((self.mode, query.mode), (self.preset, query.preset)):
            choice.blockSignals(True)
            choice.setCurrentIndex(choice.findData(value))
            choice.blockSignals(False)
        self.preset.setEnabled(query.mode == "smart")
        self.switch.buttons[query.view].setChecked(True)
        self._set_like(query.like)
        self._take_query(written(query))

    def is_settled(self) -> bool:
        """Whether the last search, its pictures and its preview have all arrived."""
        waits = self._requests.is_waiting_for("search", "page_picture", "page_text", "explain")
        return not waits and self.thumbnails.is_settled

    @Slot(str)
    def _take_query(self, text: str) -> None:
        """Search for a text from elsewhere."""
        self.field.setText(text)
        self.search()

    @Slot()
    def _on_way(self) -> None:
        self.preset.setEnabled(self.mode.currentData() == "smart")
        self.filters.forget()
        self._repeat()

    @Slot(object)
    def _show_early(self, result: SearchResult) -> None:
        """A list that a better one will follow; not while somebody uses the one that is there."""
        if not result.hits or self._row_in_use() is not None:
            return
        self._is_early, self.shown = True, replace(result.query, limit=FIRST)
        self._show_rows(result)

    def _row_in_use(self) -> int | None:
        return self.views.row_in_use() if self.left.currentWidget() is self.views else None

    def _show_rows(self, result: SearchResult) -> None:
        self.results.show(result)
        self.views.show_as_grid(result.query.view == "pages")
        self.left.setCurrentWidget(self.views)

    @Slot(object)
    def _show_result(self, result: SearchResult) -> None:
        scrolled = self.views.shown.verticalScrollBar().value()
        current = self.views.current_row()
        kept = self.results.hit(current) if current is not None else None
        again, self.shown = self.shown == result.query, result.query
        was_early, self._is_early = self._is_early and again, False
        self._waits_at_end = False
        row_in_use = self._row_in_use()
        if was_early and row_in_use is not None and result.hits:
            result = replace(
                result, hits=steady(result.hits, row_in_use, self.results.hit(row_in_use))
            )
        self.banner.show_result(result)
        self.preset.show_used(result)
        if not result.hits:
            self._clear()
            self.empty.missed(named(result.query))
            return
        self._show_rows(result)
        # The same search again, after indexing, must not move the row the user is on.
        row = self.results.row_of(kept) if again and kept else None
        self.views.go_to(row or 0)
        if again and (row is not None or row_in_use is not None):
            self.views.shown.verticalScrollBar().setValue(scrolled)
        self.views.check_end()

    @Slot(object)
    def _show_grown(self, result: SearchResult) -> None:
        first = self.results.rowCount()
        self.results.append(result.hits)
        self.views.check_end()
        if self._waits_at_end:
            self._waits_at_end = False
            self.views.go_to(first)

    def _clear(self) -> None:
        self.results.show(None)
        self.left.setCurrentWidget(self.empty)
        self.leafing.close()

    @Slot(int)
    def go_to_result(self, step: int) -> None:
        """Go to the next result, or the one before; behind the last one more are asked for."""
        row = self.views.current_row()
        target = 0 if row is None else row + step
        if target >= self.results.rowCount():
            self._waits_at_end = self.searches.grow()
        self.views.go_to(target)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid():
            return
        hit = self.results.hit(current.row())
        self.preview.strength = self.results.strength(hit)
        found = self.results.in_document(hit.document)
        self.leafing.open(hit, self.searches.last, found)
