"""Searches under way: the latest one counts, its list goes on on demand."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.search.model import Query, SearchResult
from app.ui.requests import Requests, Watcher

FIRST = 30  # rows of a list at first
FURTHER = 60  # rows a list grows by
_FURTHEST = 10_000  # rows: nobody reads on there, and the engine refuses
_MOST_AT_ONCE = 1000


class Searches(QObject):
    """Asks the engine. early: a list that a better one follows; found: the best one; grown: what
    comes behind it; counted: the counts of a query that was asked for those alone."""

    early = Signal(object)  # SearchResult
    found = Signal(object)
    grown = Signal(object)
    counted = Signal(str, object)  # text, Facets

    def __init__(self, requests: Requests, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self._number = self._more_number = self._count_number = 0
        self.last: SearchResult | None = None  # with its facets and without hits
        self._rows = 0

    def start(self, query: Query) -> None:
        """Search; all that was under way is dropped. The same query again asks for as many rows
        as there are."""
        self.stop()
        if self.last is not None and replace(self.last.query, limit=FIRST, offset=0) == query:
            query = replace(query, limit=min(max(query.limit, self._rows), _MOST_AT_ONCE))
        self._number = self._requests.ask("search", self._on_found, self.early.emit, query=query)

    def stop(self) -> None:
        """Nobody waits for any list any more."""
        self._requests.drop(self._number)
        self._requests.drop(self._more_number)
        self._number = self._more_number = 0

    def forget(self) -> None:
        """There is no list any more."""
        self.stop()
        self.last, self._rows = None, 0

    def grow(self) -> bool:
        """Ask for what comes behind the list; whether it is on its way now."""
        if self._more_number:
            return True
        if self._number or self.last is None or not self.last.more or self._rows >= _FURTHEST:
            return False
        query = replace(self.last.query, offset=self._rows, limit=FURTHER)
        watcher = Watcher(lambda _: None, self._on_grown, self._on_failure, self._on_end)
        self._more_number = self._requests.watch("search", watcher, query=query)
        return True

    def count(self, query: Query) -> None:
        """Ask for the counts of a query."""
        self._requests.drop(self._count_number)
        text = query.text
        self._count_number = self._requests.ask(
            "search",
            lambda result: self.counted.emit(text, result.facets),
            query=replace(query, limit=1),
        )

    def _on_found(self, result: SearchResult) -> None:
        self._number = 0
        self._rows = len(result.hits)
        query = replace(result.query, limit=FIRST)
        self.last = replace(result, query=query, hits=())
        self.counted.emit(result.query.text, result.facets)
        self.found.emit(replace(result, query=query))

    def _on_failure(self, error: UserError) -> None:
        self._on_end()
        self._requests.failed.emit(error)

    def _on_end(self) -> None:
        self._more_number = 0

    def _on_grown(self, result: SearchResult) -> None:
        self._more_number = 0
        if self.last is not None:
            self._rows += len(result.hits)
            self.last = replace(self.last, more=result.more and bool(result.hits))
            self.grown.emit(result)
