"""Saved searches with what is new in each, and the history of searches."""

import logging
from collections.abc import Callable
from dataclasses import replace

from app.errors import StoreError, UsageError
from app.index.catalogue import Catalogue
from app.index.searches import SavedRow
from app.search.kept import PastSearch, SavedSearch
from app.search.model import LOOSENED, Query, SearchResult
from app.search.query_json import query_from_json, query_to_json
from app.search.search import checked
from app.search.selection import Selection
from app.settings import Settings

FIRST = 20  # documents at the top of a list among which a new one counts
RELEVANT = 0.7  # of the best score in the list that a new one must have to count
_LONGEST_NAME = 200  # characters
_log = logging.getLogger(__name__)


class SavedSearches:
    """The saved searches of one library."""

    def __init__(self, catalogue: Catalogue, find: Callable[[Query], SearchResult]) -> None:
        """find: searches; may raise UserError."""
        self._catalogue = catalogue
        self._tables = catalogue.searches
        self._find = find

    def add(self, name: str, query: Query) -> None:
        """Save a search, from its beginning; everything in it counts as seen.

        Raises UsageError for a name that is empty, too long or taken, and for an empty query.
        """
        query = checked(replace(query, offset=0))
        self._tables.save(_checked_name(name), query_to_json(query))

    def rename(self, name: str, new: str) -> None:
        """Call it otherwise; raises UsageError."""
        self._tables.rename(self._row(name).name, _checked_name(new))

    def remove(self, name: str) -> None:
        """Forget it; raises UsageError when there is none of this name."""
        self._tables.remove(self._row(name).name)

    def all(self) -> list[SavedSearch]:
        """By name; `new` is 0 where nothing came into the library since, else not counted yet."""
        last = self._tables.last_arrival()
        return [
            SavedSearch(
                row.name, query_from_json(row.query), row.looked, 0 if row.seen >= last else None
            )
            for row in self._tables.saved()
        ]

    def query(self, name: str) -> Query:
        """What was saved under this name; raises UsageError."""
        return query_from_json(self._row(name).query)

    def look(self, name: str) -> None:
        """All that is in it counts as seen from now on; raises UsageError."""
        self._tables.look(self._row(name).name)

    def count_new(self, name: str) -> int:
        """How many documents are new in it since somebody last looked.

        New is a document that came into the library since, or whose content changed since, and
        that stands among the first FIRST documents of the list now with at least RELEVANT times
        the best score. A search with nothing but conditions has no scores: there every document
        that came since and meets them counts. Not new is what was moved, renamed, copied, or came
        back. Without anything that came since, nothing is searched. Raises UserError.
        """
        return len(self.new_documents(name))

    def new_documents(self, name: str) -> set[str]:
        """The content hashes of what `count_new` counts; raises UserError."""
        row = self._row(name)
        if row.seen >= self._tables.last_arrival():
            return set()
        arrived = self._tables.arrived_after(row.seen)
        query = query_from_json(row.query)
        if not arrived:
            return set()
        if not query.parsed.text and query.like is None:
            return self._listed(query, arrived)
        result = self._find(replace(query, view="documents", limit=FIRST, offset=0))
        if result.note == LOOSENED or not result.hits:
            return set()
        least = RELEVANT * result.hits[0].score
        return {hit.document for hit in result.hits if hit.score >= least} & arrived

    def _listed(self, query: Query, arrived: set[str]) -> set[str]:
        entries = self._catalogue.lookup.entries
        ids = (id_ for document in sorted(arrived) for id_ in entries.of_document(document))
        found = Selection(entries, query).admit(ids)
        return {entry.document for entry in found.values()}

    def _row(self, name: str) -> SavedRow:
        rows = {row.name: row for row in self._tables.saved()}
        if name.strip() not in rows:
            known = ", ".join(f"“{known}”" for known in rows) or "none"
            raise UsageError(f"There is no saved search “{name}”.", f"These are: {known}.")
        return rows[name.strip()]


class History:
    """The searches that were made, as many as the setting search.history allows."""

    def __init__(self, catalogue: Catalogue, settings: Callable[[], Settings]) -> None:
        self._tables = catalogue.searches
        self._settings = settings

    def remember(self, query: Query) -> None:
        """Put a search on top, unless the setting says that none are kept.

        A search that was made before moves up. Never fails: nobody's search ends because it
        cannot be noted.
        """
        most = self._settings()["search.history"]
        if not most or not (query.text.strip() or query.like):
            return
        try:
            self._tables.remember(query_to_json(replace(query, offset=0)), most)
        except (StoreError, ValueError) as error:  # lone surrogates cannot be kept
            _log.warning("the search could not be noted: %s", error)

    def all(self) -> list[PastSearch]:
        """The latest first."""
        most = self._settings()["search.history"]
        rows = self._tables.history()[:most]
        return [PastSearch(query_from_json(row.query), row.at) for row in rows]

    def clear(self) -> None:
        """Forget all of them."""
        self._tables.forget_history()


def _checked_name(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > _LONGEST_NAME:
        raise UsageError(
            f"A saved search cannot be called “{name[:40]}”.",
            f"Its name has from 1 to {_LONGEST_NAME} characters.",
        )
    return name
