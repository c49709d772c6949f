"""What is kept of a search and made of its results: saved searches, history, examples, exports."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from app.search.like import Like
from app.search.model import Hit, SearchResult
from app.ui.actions import Actions
from app.ui.dimmed import make_heading
from app.ui.export_results import ExportResults
from app.ui.library_panel import LibraryPanel
from app.ui.like_these import LikeThese
from app.ui.requests import Requests
from app.ui.saved_searches_panel import SavedSearchesPanel
from app.ui.search_history import SearchHistory
from app.ui.search_view import SearchView

_PANEL_HEIGHT = 180  # pixels, at most: the folders above need room, too


class Keeping(QObject):
    """Places these parts around the search. told: something for the status line."""

    told = Signal(str)
    failed = Signal(object)  # UserError
    panel_wanted = Signal()  # the saved searches are to be seen

    def __init__(
        self, requests: Requests, view: SearchView, library: LibraryPanel, window: QWidget
    ) -> None:
        super().__init__(window)
        self._view = view
        self._window = window
        self._keeps_words = False  # an example joins the words in the field
        self._words = ""  # what stood in the field before an example took its place
        self._noted: object = None  # the query that stands
        self.panel = SavedSearchesPanel(requests)
        self.panel.setMaximumHeight(_PANEL_HEIGHT)
        heading = QLabel(self.tr("Saved searches"))
        make_heading(heading, 1.0)
        library.sections.addWidget(heading)
        library.sections.addWidget(self.panel)
        self.history = SearchHistory(requests, self)
        self.like = LikeThese(requests, self)
        self.export = ExportResults(requests, window)
        self._connect()

    def _connect(self) -> None:
        view, like, history = self._view, self.like, self.history
        for chosen in (self.panel.chosen, history.chosen):
            chosen.connect(self._restore)
        self.panel.failed.connect(self.failed)
        like.wanted.connect(self._search_like)
        like.reading.connect(lambda name: self.told.emit(self.tr("Reading {0}…").format(name)))
        view.filters.like_removed.connect(like.clear)
        view.searches.found.connect(self._on_found)
        view.field.returnPressed.connect(self._keep_now)
        view.views.activated.connect(history.keep)
        view.preview.header.open_button.clicked.connect(history.keep)
        self.export.done.connect(self._on_exported)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each of KEEP_ACTIONS does."""
        panel, like = self.panel, self.like
        return {
            "save_search": self._save,
            "saved_searches": self._show_panel,
            "saved_rename": panel.rename,
            "saved_remove": panel.remove,
            "history": self._show_history,
            "clear_history": self.history.clear,
            "similar_file": self._choose_file,
            "export_results": self._export,
            "similar_passage": lambda: self._with_hit(like.to_passage),
            "similar_page": lambda: self._with_hit(like.to_page),
            "similar_document": lambda: self._with_hit(like.to_document),
            "similar_text": self._like_selection,
            "more_like": lambda: self._with_hit(like.more, keeps_words=True),
            "less_like": lambda: self._with_hit(like.less, keeps_words=True),
        }

    def use(self, actions: Actions) -> None:
        """Offer the actions on right clicks; opening a document notes the search that found it."""
        self.panel.list.addActions([actions["saved_rename"], actions["saved_remove"]])
        self._view.preview.text.extra = [actions["similar_text"]]
        for name in ("open", "open_at_page"):
            actions[name].triggered.connect(self.history.keep)

    @Slot()
    def start(self) -> None:
        """Ask the engine for what was kept before."""
        self.panel.refresh()
        self.history.refresh()

    # Saved searches and history

    def _save(self) -> None:
        if query := self._view.query:
            self.panel.save(query)
        else:
            self.told.emit(self.tr("There is no search to save."))

    def _show_panel(self) -> None:
        self.panel_wanted.emit()
        self.panel.focus_list()

    def _show_history(self) -> None:
        menu = self.history.menu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        field = self._view.field
        menu.popup(field.mapToGlobal(field.rect().bottomLeft()))

    @Slot(object)
    def _restore(self, query: object) -> None:
        self._words = ""
        self._view.restore_query(query)  # type: ignore[arg-type]
        self.like.like = self._view.like

    @Slot(object)
    def _on_found(self, result: SearchResult) -> None:
        # The same search after indexing is not searched for again by anybody.
        if result.query != self._noted:
            self._noted = result.query
            self.history.stand(result.query)

    @Slot()
    def _keep_now(self) -> None:
        if query := self._view.query:
            self._noted = query
            self.history.stand(query)
            self.history.keep()

    # Examples

    def _with_hit(self, do: Callable[[Hit], None], *, keeps_words: bool = False) -> None:
        if hit := self._view.preview.hit:
            self._keeps_words = keeps_words
            do(hit)

    def _like_selection(self) -> None:
        text = self._view.preview.text.textCursor().selection().toPlainText()
        if text.strip():
            self._keeps_words = False
            self.like.to_text(text, self._view.preview.hit)
        else:
            self.told.emit(self.tr("Show the page as text and select some of it first."))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Find what is like a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._like_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _like_file(self, file: str) -> None:
        self._keeps_words = False
        self.like.to_file(Path(file))

    @Slot(object)
    def _search_like(self, like: Like | None) -> None:
        """An example by itself takes the place of the words, which come back when it goes."""
        field = self._view.field
        if like is None:
            if not field.text().strip():
                field.setText(self._words)
        elif not self._keeps_words:
            self._words = field.text() or self._words
            field.clear()
            self.told.emit(self.tr("What is like {0}").format(like.name))
        self._view.search_like(like)

    # Exports

    def _export(self) -> None:
        last, hits = self._view.searches.last, self._view.results.hits
        if last is None or not hits:
            self.told.emit(self.tr("There are no results to export."))
            return
        self.export.start(replace(last, hits=hits))

    @Slot(int, str)
    def _on_exported(self, count: int, file: str) -> None:
        self.told.emit(self.tr("%n results were written to {0}.", "", count).format(file))
