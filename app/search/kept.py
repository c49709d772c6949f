"""Searches that are kept."""

from dataclasses import dataclass

from app.search.model import Query


@dataclass(frozen=True)
class SavedSearch:
    """A search that was saved.

    looked: when somebody last looked, in seconds since the epoch; new: how many documents are new
    in it since then, see SavedSearches.count_new; None when it was not counted.
    """

    name: str
    query: Query
    looked: float
    new: int | None


@dataclass(frozen=True)
class PastSearch:
    """A search that was made; at: the last time, in seconds since the epoch."""

    query: Query
    at: float
