"""Searching a library: everything between a query and its results."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.embedding.folder import ModelFolder
from app.embedding.model import Embeddings
from app.embedding.service import BGEM3Service
from app.errors import ModelError, UsageError
from app.index.languages import language_of_query
from app.index.lookup import Lookup
from app.search.completion import Vocabulary, library_vocabulary
from app.search.hits import HitMaker
from app.search.like import Like
from app.search.model import (
    LISTED,
    LOOSENED,
    SAMPLED,
    SHORTENED,
    WORDS_ONLY,
    Hit,
    Query,
    SearchResult,
)
from app.search.phases import Run
from app.search.presets import AUTO, BALANCED, PRESETS, Preset, choose, preset, with_settings
from app.search.similar import ByExample, left_out
from app.search.token_match import match_tokens, query_tokens
from app.search.vector_search import query_vectors
from app.search.why import Explanation, heat_map, score_parts, shared_terms, word_matches
from app.settings import Settings
from app.store.base import Store

_BATCH = 64  # queries embedded together
_FURTHEST = 10_000  # rows of a list


@dataclass(frozen=True)
class Parts:
    """What meaning needs: the model in use and the store of its vectors."""

    model: ModelFolder
    service: BGEM3Service
    store: Store


class Search:
    """Searches one library. `parts` is called for each search and may raise ModelError."""

    def __init__(self, lookup: Lookup, settings: Settings, parts: Callable[[], Parts]) -> None:
        self._lookup = lookup
        self._settings = settings
        self._parts = parts

    def run(self, query: Query, *, only_last: bool = False) -> Iterator[SearchResult]:
        """Better and better results, the last with `is_last`; by words alone without a model.

        When nothing has a phrase that is asked for, the last result is of what comes close,
        and says so. only_last: nobody looks at the earlier ones. Raises UsageError and StoreError.
        """
        query = checked(query)
        for result in self._once(query, only_last):
            if result.is_last and self._has_nothing_literal(result):
                *_, loose = self._once(replace(query, loose=True), True)
                if loose.hits:
                    result = replace(loose, query=query, note=loose.note or LOOSENED)
            yield result

    def first(self, query: Query) -> SearchResult | None:
        """The list by words that `run` begins with; None where it begins with something else."""
        query = checked(query)
        if query.like or query.mode == "meaning" or not query.parsed.text:
            return None
        # Among few: with another thread at work each row that is fetched may have to wait a turn.
        wanted = min(self._settings["search.candidates"], 2 * (query.offset + query.limit))
        run = Run(self._lookup, query, wanted, HitMaker(self._lookup), frozenset())
        return replace(run.by_words(), is_last=False)

    def _has_nothing_literal(self, result: SearchResult) -> bool:
        """Whether a phrase that is asked for stands nowhere."""
        query = result.query
        if result.hits or not query.parsed.is_quoted or not query.parsed.text:
            return False
        if not query.offset:
            return True
        *_, first = self._once(replace(query, offset=0, limit=1), True)
        return not first.hits

    def _once(self, query: Query, only_last: bool) -> Iterator[SearchResult]:
        if query.like:
            yield from self._by_example(query, query.like, only_last)
            return
        hits = HitMaker(self._lookup)
        run = self._run(query, hits)
        if not query.parsed.text:
            yield replace(run.listed(), note=LISTED)
            return
        if not only_last and query.mode != "meaning":
            yield replace(run.by_words(), is_last=False)
        try:
            parts = self._parts()
            at = time.perf_counter()
            embeddings = parts.service.encode_query(query.parsed.text)
        except ModelError as error:
            yield replace(run.by_words(), note=WORDS_ONLY, cause=str(error))
            return
        seconds = time.perf_counter() - at
        note = SHORTENED if parts.service.is_shortened(query.parsed.text) else ""
        for result in self._by_vectors(run, hits, query, parts, embeddings, seconds, only_last):
            yield replace(result, note=note)

    def _by_example(self, query: Query, like: Like, only_last: bool) -> Iterator[SearchResult]:
        """What is like the examples; stored ones need no model. Raises ModelError."""
        parts = self._parts()
        idf = parts.model.sparse == "term_frequency"
        asked = ByExample(self._lookup, parts.service, parts.store, idf=idf).ask(
            query.parsed.text, like
        )
        hits = HitMaker(self._lookup)
        hits.look_for(parts.service, asked.tokens)
        run = self._run(query, hits, left_out(like, self._lookup))
        preset = self._preset(query, parts.model)
        note = SAMPLED if asked.is_sampled else ""
        for result in run.by_vectors(parts.store, asked.vectors, preset, only_last=only_last):
            yield replace(result, note=note)

    def batch(self, queries: Sequence[Query]) -> Iterator[SearchResult]:
        """The last results in the order of the queries; embedding many at once is faster."""
        every = [checked(query) for query in queries]
        for start in range(0, len(every), _BATCH):
            for result in self._batch(every[start : start + _BATCH]):
                if self._has_nothing_literal(result):
                    *_, result = self.run(result.query, only_last=True)
                yield result

    def _batch(self, queries: Sequence[Query]) -> Iterator[SearchResult]:
        if any(query.like for query in queries):
            for query in queries:
                yield from self._once(query, True)
            return
        try:
            parts = self._parts()
            at = time.perf_counter()
            embeddings = parts.service.encode_queries([query.parsed.text for query in queries])
        except ModelError as error:
            for query in queries:
                result = self._run(query, HitMaker(self._lookup)).by_words()
                yield replace(result, note=WORDS_ONLY, cause=str(error))
            return
        each = (time.perf_counter() - at) / len(queries)
        for query, embedding in zip(queries, embeddings, strict=True):
            hits = HitMaker(self._lookup)
            run = self._run(query, hits)
            if not query.parsed.text:
                yield replace(run.listed(), note=LISTED)
                continue
            note = SHORTENED if parts.service.is_shortened(query.parsed.text) else ""
            for result in self._by_vectors(run, hits, query, parts, embedding, each, True):
                yield replace(result, note=note)

    def _run(self, query: Query, hits: HitMaker, without: frozenset[str] = frozenset()) -> Run:
        return Run(self._lookup, query, self._settings["search.candidates"], hits, without)

    def _by_vectors(
        self,
        run: Run,
        hits: HitMaker,
        query: Query,
        parts: Parts,
        embeddings: Embeddings,
        encode_seconds: float,
        only_last: bool,
    ) -> Iterator[SearchResult]:
        hits.look_at(parts.service, query, embeddings)
        idf = parts.model.sparse == "term_frequency"
        vectors = query_vectors(embeddings, self._lookup, idf=idf, encode_seconds=encode_seconds)
        yield from run.by_vectors(
            parts.store, vectors, self._preset(query, parts.model), only_last=only_last
        )

    def _preset(self, query: Query, model: ModelFolder) -> Preset:
        name = query.preset
        if name == AUTO and query.like:
            name = BALANCED
        elif name == AUTO:
            language = language_of_query(query.parsed.text)
            name = choose(query.parsed, language, self._lookup.entries.languages())
        chosen = preset(name, model.weights)
        if query.preset != AUTO:
            return chosen
        alpha, beta, gamma = (
            None if (value := self._settings[f"search.{letter}"]) == AUTO else value
            for letter in ("alpha", "beta", "gamma")
        )
        return with_settings(chosen, alpha, beta, gamma)

    def explain(self, result: SearchResult, hit: Hit) -> Explanation:
        """Why a hit of a result has its score; raises ModelError.

        A passage that is not in the embedding cache goes through the model once more. A result
        by words alone has no token vectors to compare.
        """
        parts = score_parts(hit, result.weights)
        parsed, text = result.query.parsed, result.query.parsed.text
        found = self._lookup.passages([hit.passage]).get(hit.passage)
        if found is None or not text or result.note == WORDS_ONLY:
            return Explanation(hit.score, parts, (), (), ())
        # A hit may be listed with the page that has but the end of its passage.
        hit = replace(
            hit, part=found.part, page=found.page, start=found.start, end=found.end, text=found.text
        )
        used = self._parts()
        embeddings = used.service.encode_query(text)
        idf = used.model.sparse == "term_frequency"
        vectors = query_vectors(embeddings, self._lookup, idf=idf)
        tokens = query_tokens(used.service, text, embeddings)
        match = match_tokens(used.service, tokens, found, encode=True)
        if match is None:
            raise AssertionError("a passage that may be embedded has its vectors")
        alignment = used.service.align(text, is_query=True)
        terms = shared_terms(parsed, alignment, vectors, match.passage, hit.text)
        _, words = self._lookup.page(hit.document, hit.part)
        page = words if hit.page is not None else None
        return Explanation(
            hit.score,
            parts,
            terms,
            word_matches(hit, match, page),
            heat_map(hit, match, page),
        )

    def neighbours(self, hit: Hit) -> tuple[str, str]:
        """The passages before and after a hit in its document; "" where there is none."""
        ids = self._lookup.entries.neighbours(hit.passage)
        found = self._lookup.passages([id_ for id_ in ids if id_])
        before, after = (found[id_].text if id_ else "" for id_ in ids)
        return before, after

    def vocabulary(self) -> Vocabulary:
        """What completions of a query are made of; see completion.complete."""
        return library_vocabulary(self._lookup.entries)


def checked(query: Query) -> Query:
    """The query with an absolute folder; raises UsageError for one that makes no sense."""
    if not query.text.strip() and query.like is None:
        raise UsageError("The query is empty.", "Type what you are looking for.")
    if not 1 <= query.limit <= 1000:
        raise UsageError(f"The limit is {query.limit}.", "Allowed is a number from 1 to 1000.")
    if not 0 <= query.offset <= _FURTHEST:
        raise UsageError(
            f"The offset is {query.offset}.", f"Allowed is a number from 0 to {_FURTHEST}."
        )
    if query.preset not in PRESETS:
        raise UsageError(f"There is no preset {query.preset}.", f"There are: {', '.join(PRESETS)}.")
    if query.folder:
        query = replace(query, folder=str(Path(query.folder).expanduser().absolute()))
    return query
