"""Which passages may be found: exactly those that meet the conditions and the literal terms."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from app.index.entries import Entries, Entry
from app.index.where import store_filter
from app.search.model import Query
from app.store.base import Filter

# Up to here the passages that may be found are named to the store one by one (8 ms for 5000);
# beyond, its best candidates are checked, and it is asked for more when too few pass.
_NARROW = 4000


class Selection:
    """The passages a query allows."""

    def __init__(
        self, entries: Entries, query: Query, left_out: frozenset[str] = frozenset()
    ) -> None:
        """left_out: passages that are not to be found in any case."""
        self._left_out = left_out
        self._entries = entries
        self._where = query.where
        self._literals = query.parsed.literals

    @property
    def expression(self) -> str:
        """An FTS5 expression that all allowed passages meet, "" for any."""
        return self._literals.expression()

    @property
    def preferred(self) -> list[str]:
        """FTS5 expressions of the phrases that count more where they stand literally."""
        return [term.expression() for term in self._literals.preferred]

    def preferred_share(self, entries: Sequence[Entry]) -> dict[str, float]:
        """How much of what is preferred stands in each of these passages, 0 to 1."""
        terms = self._literals.preferred
        if not terms:
            return {}
        texts = self._entries.texts(entries)
        return {
            id_: sum(term.is_in(text) for term in terms) / len(terms) for id_, text in texts.items()
        }

    @cached_property
    def filter(self) -> Filter:
        """What the store may be asked with: it lets through all that is allowed, and more."""
        broad = store_filter(self._where)
        if not self._where and not self.expression:
            return broad
        ids = self.ids(_NARROW + 1)
        if len(ids) > _NARROW:
            return broad
        return replace(Filter(), ids=frozenset(ids))

    def ids(self, limit: int) -> list[str]:
        """Passages that may be allowed, in the order they were indexed."""
        return self._entries.ids(self._where, self.expression, limit)

    def match_words(self, words: str, limit: int, *, ranked: bool) -> list[tuple[str, float]]:
        """Passages that may be allowed by BM25; see Entries.match_words."""
        if not words:
            return []
        return self._entries.match_words(words, self._where, limit, ranked=ranked)

    def admit(self, ids: Iterable[str]) -> dict[str, Entry]:
        """Those of the passages that are allowed, each with the copies that are.

        Ids the catalogue does not know are an interrupted run's: nobody may see them.
        """
        found = self._entries.of((id_ for id_ in ids if id_ not in self._left_out), self._where)
        if self._literals.required or self._literals.excluded:
            texts = self._entries.texts(list(found.values()))
            found = {
                id_: entry for id_, entry in found.items() if self._literals.accept(texts[id_])
            }
        return found
