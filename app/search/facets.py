"""Counts of what was found, by type, folder, language, year and how lately it was changed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from app.index.entries import Entry
from app.search.dates import parse_period
from app.search.model import Facets

_MOST = 20  # values a facet
LATELY = ("7d", "1m", "1y")  # of the facet "changed", as "after:" understands them


def count_facets(entries: Iterable[Entry], roots: Sequence[str]) -> Facets:
    """Numbers of documents with a passage among the entries: field -> (value, count), most first.

    A document counts in every folder and year that a copy of it has. roots: the indexed folders,
    longest first; a folder facet is the folder directly below one of them.
    """
    values: dict[str, set[tuple[str, str]]] = {
        name: set() for name in ("type", "folder", "language", "year", "changed")
    }
    since = _beginnings(date.today())
    for entry in entries:
        values["type"].add((entry.type, entry.document))
        if entry.language:
            values["language"].add((entry.language, entry.document))
        for path, modified in zip(entry.paths, entry.modified, strict=True):
            values["folder"].add((facet_folder(path, roots), entry.document))
            values["year"].add((str(datetime.fromtimestamp(modified).year), entry.document))
            values["changed"].update(
                (period, entry.document) for period, start in since if modified >= start
            )
    return {
        name: tuple(_most(Counter(value for value, _ in found))) for name, found in values.items()
    }


def _beginnings(today: date) -> list[tuple[str, float]]:
    """Of each period of LATELY when it began, in seconds since the epoch."""
    found = [(period, parse_period(period, today)) for period in LATELY]
    return [(period, span[0]) for period, span in found if span]


def facet_folder(path: str, roots: Sequence[str]) -> str:
    """The folder directly below an indexed one that a file stands in, or the indexed one."""
    # As strings: pathlib would take half the time of a whole search.
    separator = "/" if "/" in path else "\\"
    for root in roots:
        start = root.rstrip("/\\") + separator
        if path.startswith(start):
            inner, deeper, _ = path[len(start) :].partition(separator)
            return start + inner if deeper else root
    return path.rpartition(separator)[0]


def _most(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
