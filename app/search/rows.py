"""From scored passages to the rows of a list: order, grouping, near-duplicates."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from app.index.entries import Entry
from app.search.model import Behind, ChannelScores, Query, View
from app.search.near_duplicates import Fingerprint


@dataclass(frozen=True)
class Scored:
    """A passage with its scores."""

    entry: Entry
    score: float
    channels: ChannelScores

    def behind(self, snippet: str = "") -> Behind:
        """What is told of it when it stands behind another."""
        entry = self.entry
        return Behind(entry.paths[0], entry.page or None, entry.id, self.score, snippet)


@dataclass
class Row:
    """A row of the list: its best passage and what stands behind it, best first.

    on_tail: the row is of the page that has the end of its best passage.
    """

    best: Scored
    on_tail: bool = False
    others: list[Scored] = field(default_factory=list)
    near_duplicates: list[Scored] = field(default_factory=list)


def ordered(scored: Iterable[Scored]) -> list[Scored]:
    """Best first; ties by path, page and place, so that a list never shuffles."""
    return sorted(
        scored,
        key=lambda s: (-s.score, s.entry.paths[0], s.entry.page, s.entry.start, s.entry.id),
    )


class RowList:
    """Rows in the order in which their passages are added."""

    def __init__(self, query: Query, texts: Callable[[Sequence[Entry]], dict[str, str]]) -> None:
        """texts: the texts of passages by id."""
        self._query = query
        self._texts = texts
        self._wanted = query.offset + query.limit + 1  # one more tells whether there is more
        self._by_group: dict[tuple[object, ...], Row] = {}
        self._fingerprints: list[tuple[Row, Fingerprint]] = []
        self.rows: list[Row] = []

    @property
    def is_full(self) -> bool:
        """Whether all rows that are asked for are there."""
        return len(self.rows) >= self._wanted

    @property
    def page(self) -> list[Row]:
        """The rows that are asked for."""
        return self.rows[self._query.offset : self._query.offset + self._query.limit]

    def add(self, scored: Sequence[Scored]) -> None:
        """Add passages, best first."""
        if self._query.view == "passages":
            self._add_passages(scored)
            return
        for one in scored:
            for on_tail, key in enumerate(_groups(one.entry, self._query.view)):
                if row := self._by_group.get(key):
                    row.others.append(one)
                elif not self.is_full:
                    self._by_group[key] = Row(one, bool(on_tail))
                    self.rows.append(self._by_group[key])

    def _add_passages(self, scored: Sequence[Scored]) -> None:
        step = max(16, self._wanted - len(self.rows))
        for start in range(0, len(scored), step):
            if self.is_full:
                return
            part = scored[start : start + step]
            texts = self._texts([one.entry for one in part]) if self._query.fold else {}
            for one in part:
                if len(self.rows) < self._wanted:
                    self._add_passage(one, texts)

    def _add_passage(self, one: Scored, texts: dict[str, str]) -> None:
        row = Row(one)
        if self._query.fold:
            own = Fingerprint(texts[one.entry.id], one.channels)
            for earlier, other in self._fingerprints:
                if own.is_near(other):
                    earlier.near_duplicates.append(one)
                    return
            self._fingerprints.append((row, own))
        self.rows.append(row)


def _groups(entry: Entry, view: View) -> list[tuple[object, ...]]:
    """What a passage is listed under: a document, or the one or two pages it stands on."""
    if view == "documents":
        return [(entry.document,)]
    if not entry.page:
        return []
    pages = (entry.page, entry.page + 1) if entry.has_tail else (entry.page,)
    return [(entry.document, page) for page in pages]
