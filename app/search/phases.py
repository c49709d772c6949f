"""The three phases: words, candidates of dense and sparse vectors, exact scores and their sum."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import replace

from app.embedding.folder import ChannelWeights
from app.index.entries import Entry
from app.index.lookup import Lookup
from app.search.facets import count_facets
from app.search.fusion import weights_of
from app.search.hits import HitMaker
from app.search.model import ChannelScores, Phase, Query, SearchResult, Seconds
from app.search.presets import Preset
from app.search.rows import RowList, Scored, ordered
from app.search.selection import Selection
from app.search.vector_search import Vectors, VectorSearch
from app.search.word_matches import WordMatches
from app.store.base import Store

# When too few of the candidates may be shown, each further round takes so many times as many.
# A round's passages follow those of the rounds before: the list only ever grows at its end, so
# that asking for its next part never shows a passage twice and never leaves one out.
_GROWTH = 4
_LISTED = 5000  # passages looked at when there is nothing to look for
_NOTHING = ChannelScores(0.0, 0.0, 0.0)


class Run:
    """One search, phase by phase."""

    def __init__(
        self,
        lookup: Lookup,
        query: Query,
        candidates: int,
        hits: HitMaker,
        left_out: frozenset[str] = frozenset(),
    ) -> None:
        """candidates: how many passages each channel hands on at first; left_out: see Selection."""
        self._lookup = lookup
        self._query = query
        self._candidates = candidates
        self._hits = hits
        self._selection = Selection(lookup.entries, query, left_out)
        self._words = WordMatches(lookup, query.parsed.text, self._selection)
        self._phases: tuple[Phase, ...] = ()
        self._spent, self._since = 0.0, time.perf_counter()

    def by_words(self) -> SearchResult:
        """The passages with the query's words, by BM25; needs neither model nor vectors."""
        at = time.perf_counter()
        rows = self._rows()
        admitted: dict[str, Entry] = {}
        size, done = self._candidates, 0
        while True:
            matches = self._words.best(size)
            entries = self._selection.admit(id_ for id_, _ in matches[done:])
            admitted |= entries
            rows.add(
                ordered(
                    Scored(entries[id_], score, ChannelScores(0.0, score, 0.0))
                    for id_, score in matches[done:]
                    if id_ in entries
                )
            )
            done = len(matches)
            if rows.is_full or done < size:
                break
            size *= _GROWTH
        took = time.perf_counter() - at
        self._phases = (Phase("words", took, done),)
        weights = ChannelWeights(0.0, 1.0, 0.0)
        seconds = Seconds(0.0, 0.0, took, 0.0, self._total())
        result = self._result(rows, admitted, Preset("", weights), seconds)
        self._pause()
        return result

    def listed(self) -> SearchResult:
        """What meets the conditions of a query that has nothing to look for."""
        admitted = self._selection.admit(self._selection.ids(_LISTED))
        rows = self._rows()
        if self._query.view == "passages":
            rows = RowList(replace(self._query, view="documents"), self._lookup.entries.texts)
        rows.add(ordered(Scored(entry, 0.0, _NOTHING) for entry in admitted.values()))
        seconds = Seconds(0.0, 0.0, 0.0, 0.0, self._total())
        return self._result(rows, admitted, Preset("", ChannelWeights(0, 0, 0)), seconds)

    def by_vectors(
        self, store: Store, vectors: Vectors, preset: Preset, *, only_last: bool
    ) -> Iterator[SearchResult]:
        """The list by dense and sparse vectors, then the best one; raises StoreError.

        only_last: leave the first one out.
        """
        self._since = time.perf_counter()
        self._spent += vectors.encode_seconds
        name = preset.name if self._query.mode == "smart" else ""
        weights = weights_of(self._query.mode, preset.weights)
        used = Preset(name, weights)
        search = VectorSearch(
            store, vectors, self._query.mode, weights, self._selection, self._words
        )
        before = self._phases
        rows = self._rows()
        admitted: dict[str, Entry] = {}
        size = self._candidates
        first_seconds = rescoring_seconds = 0.0
        while True:
            at = time.perf_counter()
            ids, is_end = search.candidates(size)
            entries = self._selection.admit(ids)
            is_first = not admitted
            admitted |= entries
            scores = search.scores(list(entries), "dense", "sparse")
            search.prefer(scores, entries)
            first_seconds += time.perf_counter() - at
            self._phases = (*before, Phase("candidates", first_seconds, len(admitted)))
            if is_first and entries and not only_last and (weights.dense or weights.sparse):
                early = self._rows()
                early.add(search.fused(entries, scores))
                seconds = search.seconds(self._total())
                result = self._result(early, admitted, used, seconds, is_last=False)
                self._pause()
                yield result
                self._since = time.perf_counter()
            at = time.perf_counter()
            scores |= search.scores(list(entries), "multi")
            rows.add(search.fused(entries, scores))
            rescoring_seconds += time.perf_counter() - at
            if rows.is_full or is_end:
                break
            size *= _GROWTH
        self._phases += (Phase("rescoring", rescoring_seconds, len(admitted)),)
        result = self._result(rows, admitted, used, search.seconds(0.0), is_last=True)
        yield _with_total(result, self._total())

    def _result(
        self,
        rows: RowList,
        admitted: Mapping[str, Entry],
        preset: Preset,
        seconds: Seconds,
        *,
        is_last: bool = True,
    ) -> SearchResult:
        return SearchResult(
            query=self._query,
            hits=self._hits.make(self._query, rows.page, is_last=is_last),
            weights=preset.weights,
            candidates=len(admitted),
            seconds=seconds,
            phases=self._phases,
            is_last=is_last,
            more=len(rows.rows) > self._query.offset + self._query.limit,
            preset=preset.name,
            facets=count_facets(admitted.values(), self._lookup.entries.roots()) if is_last else {},
        )

    def _rows(self) -> RowList:
        return RowList(self._query, self._lookup.entries.texts)

    def _total(self) -> float:
        """Seconds of work so far; those in which whoever looks at a list looks do not count."""
        return self._spent + time.perf_counter() - self._since

    def _pause(self) -> None:
        self._spent = self._total()
        self._since = time.perf_counter()


def _with_total(result: SearchResult, total: float) -> SearchResult:
    return replace(result, seconds=replace(result.seconds, total=total))
