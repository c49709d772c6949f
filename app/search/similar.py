"""Searching by example: the vectors of liked and disliked passages become one request."""

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.documents.model import Document
from app.documents.text import text_page
from app.documents.text_tools import clean
from app.embedding.model import Embeddings
from app.embedding.pooling import pooled
from app.embedding.service import BGEM3Service
from app.embedding.tokens import MAX_TOKENS
from app.errors import UsageError
from app.index.lookup import Lookup
from app.index.passages import cut
from app.search.like import Example, Like
from app.search.token_match import QueryTokens
from app.search.vector_search import MultiPart, Vectors
from app.store.base import SparseQuery, Store

# Rocchio's relevance feedback (Rocchio 1971) with the usual weights of the query, of what is liked
# and of what is not (Manning, Raghavan & Schütze 2008, section 9.1.1).
_QUERY, _LIKED, _DISLIKED = 1.0, 0.75, 0.15
MOST_STORED = 128  # passages of one example whose vectors are read
MOST_EMBEDDED = 8  # passages of one example that go through the model
_MOST_TERMS = 64  # of the sparse request, the heaviest
# Token vectors of the liked, and of the disliked, examples together. A passage has up to 200:
# pooled to 64 they find 97.5 % of the top 10 of all of them, to 32 95.6 %, in less time by so much.
_MOST_TOKENS = 64
_MOST_CHARACTERS = 50_000  # of one text; more than MOST_EMBEDDED passages
_TELLING_PASSAGES = 4  # of one example, whose token vectors are used


@dataclass(frozen=True)
class Asked:
    """What a search by example asks the store.

    tokens: what the sentences of a hit are compared with; is_sampled: an example had more
    passages than were compared.
    """

    vectors: Vectors
    tokens: QueryTokens
    is_sampled: bool


@dataclass(frozen=True)
class _Side:
    """The liked or the disliked examples: dense mean, mean term weights, token vectors.

    held: in how many of their stored passages each term occurs.
    """

    dense: NDArray[np.float64]
    terms: Mapping[int, float]
    held: Mapping[int, int]
    multi: NDArray[np.float16]


def passages_of(example: Example, lookup: Lookup) -> list[str]:
    """The stored passages that an example is made of, in reading order."""
    ids = list(example.passages)
    for document in example.documents:
        ids += lookup.entries.of_document(document, example.part)
    return list(dict.fromkeys(ids))


def left_out(like: Like | None, lookup: Lookup) -> frozenset[str]:
    """The passages that the examples are or come from: they are no results."""
    if like is None:
        return frozenset()
    ids: set[str] = set()
    for example in (*like.liked, *like.disliked):
        ids.update(passages_of(example, lookup), example.source)
    return frozenset(ids)


class ByExample:
    """Makes requests of examples. Stored vectors are read; the model sees only other texts."""

    def __init__(self, lookup: Lookup, service: BGEM3Service, store: Store, *, idf: bool) -> None:
        """idf: the model's sparse weights are term frequencies and need it."""
        self._lookup = lookup
        self._service = service
        self._store = store
        self._idf = idf
        self._is_sampled = False

    def ask(self, text: str, like: Like) -> Asked:
        """The request for what is like the examples, and about a text ("" for any).

        Raises UsageError when there is nothing to go by, ModelError and StoreError.
        """
        at = time.perf_counter()
        query = self._service.encode_query(text) if text else None
        liked, disliked = self._side(like.liked), self._side(like.disliked)
        total = (_QUERY if query else 0.0) + (_LIKED if liked else 0.0)
        if not total:
            raise UsageError(
                "There is nothing that the results should be like.",
                "What was chosen is not in the library any more, or has no text.",
            )
        sides = []
        if query:
            terms = dict(zip(query.terms.tolist(), query.weights.tolist(), strict=True))
            own = _Side(query.dense.astype(np.float64), terms, {}, query.multi)
            sides.append((_QUERY / total, own))
        if liked:
            sides.append((_LIKED / total, liked))
        if disliked:
            sides.append((-_DISLIKED / total, disliked))
        sparse, scale = self._sparse(sides)
        first = sides[0][1].multi
        vectors = Vectors(
            {"dense": _dense(sides), "sparse": sparse, "multi": first},
            scale,
            1,
            time.perf_counter() - at,
            tuple(MultiPart(weight, side.multi) for weight, side in sides),
        )
        spans = self._service.align(text, is_query=True).vector_spans if query else ()
        return Asked(vectors, QueryTokens(text, first.astype(np.float32), spans), self._is_sampled)

    def _side(self, examples: Sequence[Example]) -> _Side | None:
        """Every example counts the same, however many passages it has; None without any."""
        held: Counter[int] = Counter()
        found = [e for e in (self._embeddings(example, held) for example in examples) if e]
        if not found:
            return None
        dense = np.mean([np.mean([e.dense for e in one], axis=0) for one in found], axis=0)
        terms: dict[int, float] = {}
        for one in found:
            for e in one:
                for term, weight in zip(e.terms.tolist(), e.weights.tolist(), strict=True):
                    terms[term] = terms.get(term, 0.0) + weight / len(one) / len(found)
        count = max(1, _MOST_TOKENS // len(found))
        multi = np.concatenate([_telling_tokens(one, count) for one in found])
        return _Side(dense.astype(np.float64), terms, held, multi)

    def _embeddings(self, example: Example, held: Counter[int]) -> list[Embeddings]:
        self._is_sampled |= example.is_sampled
        ids = passages_of(example, self._lookup)
        if ids:
            points = self._store.read(self._sample(ids, MOST_STORED))
            for point in points:
                held.update(point.embeddings.terms.tolist())
            return [point.embeddings for point in points]
        texts = [part for text in example.texts for part in self._parts(text)]
        texts = self._sample(texts, MOST_EMBEDDED)
        # Without a library there is nothing to compare with, and no axes may be fitted on this.
        if not texts or not self._lookup.entries.languages():
            return []
        found = dict[int, Embeddings]()
        for positions, embeddings in self._service.encode_passages(texts):
            found |= dict(zip(positions, embeddings, strict=True))
        return [found[position] for position in sorted(found)]

    def _parts(self, text: str) -> list[str]:
        """The text as the model can take it, cut as documents are where it is long."""
        text = clean(text).strip()
        if len(text) > _MOST_CHARACTERS:
            text, self._is_sampled = text[:_MOST_CHARACTERS], True
        tokens = self._service.tokens
        if not text or tokens.count([text])[0] <= MAX_TOKENS - 2:
            return [text] if text else []
        document = Document("txt", "", (text_page(text),))
        return [passage.embedded for passage in cut(document, "", tokens)]

    def _sample(self, items: list[str], most: int) -> list[str]:
        self._is_sampled |= len(items) > most
        return spread(items, most)

    def _sparse(self, sides: Sequence[tuple[float, _Side]]) -> tuple[SparseQuery, float]:
        """The heaviest terms of the weighted sum, without those that are unwanted.

        And without those that no passage but the examples has: rare, they would outweigh all.
        """
        sums: dict[int, float] = {}
        for weight, side in sides:
            for term, value in side.terms.items():
                sums[term] = sums.get(term, 0.0) + weight * value
        held: Counter[int] = Counter()
        for _, side in sides:
            held.update(side.held)
        counts = self._lookup.term_counts(list(sums))
        kept = (t for t, value in sums.items() if value > 0 and counts.get(t, 0) > held[t])
        terms = np.array(sorted(kept), np.uint32)
        weights = np.array([sums[term] for term in terms.tolist()], np.float32)
        if self._idf and len(terms):
            weights = weights * np.asarray(self._lookup.idf(terms.tolist()), np.float32)
        heaviest = np.sort(np.argsort(-weights, kind="stable")[:_MOST_TERMS])
        terms, weights = terms[heaviest], weights[heaviest].astype(np.float32)
        scale = float(weights.sum()) if self._idf else 1.0
        return SparseQuery(terms, weights), scale or 1.0


def spread(items: list[str], most: int) -> list[str]:
    """At most so many of the items, evenly from the first to the last."""
    if len(items) <= most:
        return items
    return [items[place] for place in np.linspace(0, len(items) - 1, most).round().astype(int)]


def _dense(sides: Sequence[tuple[float, _Side]]) -> NDArray[np.float32]:
    total = np.sum([weight * side.dense for weight, side in sides], axis=0)
    dense: NDArray[np.float32] = (total / max(float(np.linalg.norm(total)), 1e-9)).astype(
        np.float32
    )
    return dense


def _telling_tokens(passages: Sequence[Embeddings], count: int) -> NDArray[np.float16]:
    """Token vectors of the passages nearest to the mean of all, alike ones pooled."""
    dense = np.array([passage.dense for passage in passages])
    nearest = np.argsort(-(dense @ dense.mean(axis=0)), kind="stable")[:_TELLING_PASSAGES]
    each = -(-count // len(nearest))
    found = [pooled(passages[i].multi.astype(np.float32), each) for i in sorted(nearest.tolist())]
    return np.concatenate(found)[:count].astype(np.float16)
