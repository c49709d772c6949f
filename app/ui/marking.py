"""Hits that the user marks as right or wrong, and what they are measured by."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.search.model import Hit
from app.ui.evaluation_dialog import EvaluationDialog
from app.ui.requests import Requests
from app.ui.search_view import SearchView
from app.ui.settings_store import SettingsStore

if TYPE_CHECKING:
    from app.index.mark_table import Mark


class Marking(QObject):
    """Knows the marks, shows them in the list, and opens what makes use of them."""

    told = Signal(str)  # for the status line

    def __init__(
        self, requests: Requests, view: SearchView, store: SettingsStore, window: QWidget
    ) -> None:
        super().__init__(window)
        self._requests = requests
        self._view = view
        self._store = store
        self._window = window
        self._marks: dict[tuple[str, str, int | None], bool] = {}
        self.dialog: EvaluationDialog | None = None
        view.results.mark_of = self._mark_of

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions about marks do."""
        return {
            "mark_right": lambda: self._mark(True),
            "mark_wrong": lambda: self._mark(False),
            "unmark": lambda: self._mark(None),
            "evaluation": self._show_dialog,
        }

    @Slot()
    def start(self) -> None:
        """Ask the engine for the marks."""
        self._requests.ask("marks", self._show)

    def _show(self, marks: "Sequence[Mark]") -> None:
        self._marks = {(mark.query, mark.path, mark.page): mark.is_right for mark in marks}
        self._tell()

    def _mark(self, is_right: bool | None) -> None:
        row, shown = self._view.views.current_row(), self._view.shown
        if row is None or shown is None:
            return
        query = shown.text
        if shown.like is not None:
            self.told.emit(self.tr("Only what was found by words alone can be marked."))
            return
        hit = self._view.results.hit(row)
        self._requests.ask("mark", query=query, hit=hit, is_right=is_right)
        key = (query, hit.path, hit.page)
        if is_right is None:
            self._marks.pop(key, None)
            words = self.tr("{0} is not marked any more.")
        else:
            self._marks[key] = is_right
            words = self.tr("{0} is right.") if is_right else self.tr("{0} is wrong.")
        self.told.emit(words.format(Path(hit.path).name))
        self._tell()

    def _mark_of(self, hit: Hit) -> bool | None:
        shown = self._view.shown
        if shown is None or shown.like is not None:
            return None
        return self._marks.get((shown.text, hit.path, hit.page))

    def _tell(self) -> None:
        self._view.results.show_marks()
        if self.dialog is not None:
            self._show_count(self.dialog)

    def _show_count(self, dialog: EvaluationDialog) -> None:
        answered = {query for (query, _, _), is_right in self._marks.items() if is_right}
        dialog.show_count(len(self._marks), len(answered))

    def _show_dialog(self) -> None:
        if self.dialog is None:
            self.dialog = EvaluationDialog(self._requests, self._store, self._window)
        self._show_count(self.dialog)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
