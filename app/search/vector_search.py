"""Candidates of the vector store and their exact scores in every channel."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.embedding.folder import ChannelWeights
from app.embedding.model import Embeddings
from app.index.entries import Entry
from app.index.lookup import Lookup
from app.search.fusion import fuse
from app.search.model import Mode, Seconds
from app.search.rows import Scored, ordered
from app.search.selection import Selection
from app.search.word_matches import WordMatches
from app.store.base import Channel, QueryVector, SparseQuery, Store

# What a passage with all preferred phrases gets besides, as a part of what a passage with just the
# query's words would have in the sparse channel: meaning may still outweigh it.
PREFERRED = 0.5
Scores = dict[Channel, dict[str, float]]


@dataclass(frozen=True)
class MultiPart:
    """Token vectors, float16 [tokens, multi_dim], and what their mean MaxSim counts."""

    weight: float
    vectors: NDArray[np.float16]


@dataclass(frozen=True)
class Vectors:
    """What each channel is asked with.

    sparse_scale: what a sparse score is divided by; encode_seconds: what it took to embed; parts:
    where there are any, the multi channel's score is their weighted sum, and query_tokens is 1;
    sparse_whole: the sparse score of the query with itself.
    """

    by_channel: Mapping[Channel, QueryVector]
    sparse_scale: float
    query_tokens: int
    encode_seconds: float = 0.0
    parts: tuple[MultiPart, ...] = ()
    sparse_whole: float = 0.0


def query_vectors(
    embeddings: Embeddings, lookup: Lookup, *, idf: bool, encode_seconds: float = 0.0
) -> Vectors:
    """A query's embeddings as the channels take them.

    idf: the model's sparse weights are term frequencies and need it.
    """
    weights = embeddings.weights
    scale = 1.0
    if idf:
        frequencies = lookup.idf(embeddings.terms.tolist())
        weights = (weights * np.asarray(frequencies, np.float32)).astype(np.float32)
        # The query's own sum: what is left is the share of its weight that was matched.
        scale = float(weights.sum()) or 1.0
    return Vectors(
        {
            "dense": embeddings.dense,
            "sparse": SparseQuery(embeddings.terms, weights),
            "multi": embeddings.multi,
        },
        scale,
        len(embeddings.multi),
        encode_seconds,
        sparse_whole=float(weights @ embeddings.weights),
    )


def preferred_points(vectors: Vectors) -> float:
    """What all preferred phrases together add to a sparse score, before it is scaled."""
    return PREFERRED * vectors.sparse_whole


class VectorSearch:
    """One query in one store. Remembers what was handed out, and how long it took."""

    def __init__(
        self,
        store: Store,
        vectors: Vectors,
        mode: Mode,
        weights: ChannelWeights,
        selection: Selection,
        words: WordMatches,
    ) -> None:
        self.weights = weights
        self._store = store
        self._vectors = vectors
        self._mode = mode
        self._selection = selection
        self._words = words
        self._seen: set[str] = set()
        self._seconds = {"dense": 0.0, "sparse": 0.0, "multi": 0.0}

    def candidates(self, size: int) -> tuple[list[str], bool]:
        """The best `size` of each first channel, less those handed out before.

        And whether these were the last there are. Raises StoreError.
        """
        found: dict[str, None] = {}
        is_end = True
        for channel in self._first_channels():
            at = time.perf_counter()
            best = self._store.nearest(
                channel, self._vectors.by_channel[channel], size, self._selection.filter
            )
            found |= dict.fromkeys(id_ for id_, _ in best)
            is_end &= len(best) < size
            self._seconds[channel] += time.perf_counter() - at
        if self._mode != "meaning":
            at = time.perf_counter()
            matches = self._words.best(size)
            found |= dict.fromkeys(id_ for id_, _ in matches)
            is_end &= len(matches) < size
            self._seconds["sparse"] += time.perf_counter() - at
        new = [id_ for id_ in found if id_ not in self._seen]
        self._seen.update(new)
        return new, is_end

    def _first_channels(self) -> tuple[Channel, ...]:
        if self._mode == "meaning":
            return ("dense",)
        return ("sparse",) if self._mode == "words" else ("dense", "sparse")

    def scores(self, ids: Sequence[str], *channels: Channel) -> Scores:
        """Exact scores of just these passages; raises StoreError."""
        at = time.perf_counter()
        wanted = {channel: self._vectors.by_channel[channel] for channel in channels}
        parts = self._vectors.parts if "multi" in wanted else ()
        if parts:
            del wanted["multi"]
        found = self._store.score(wanted, ids) if wanted else {}
        if parts:
            found["multi"] = self._sum_of(parts, ids)
        self._seconds[channels[-1]] += time.perf_counter() - at
        return found

    def prefer(self, scores: Scores, entries: Mapping[str, Entry]) -> None:
        """Raise the sparse scores of passages with phrases that are preferred."""
        at = time.perf_counter()
        points = preferred_points(self._vectors)
        for id_, share in self._selection.preferred_share(list(entries.values())).items():
            if share:
                scores["sparse"][id_] = scores["sparse"].get(id_, 0.0) + points * share
        self._seconds["sparse"] += time.perf_counter() - at

    def _sum_of(self, parts: Sequence[MultiPart], ids: Sequence[str]) -> dict[str, float]:
        total = dict.fromkeys(ids, 0.0)
        for part in parts:
            scores = self._store.score({"multi": part.vectors}, ids)["multi"]
            for id_, value in scores.items():
                total[id_] += part.weight * value / len(part.vectors)
        return total

    def fused(self, entries: Mapping[str, Entry], scores: Scores) -> list[Scored]:
        """The passages by weighted sum, best first; a channel without scores counts nothing."""
        fused = fuse(
            {channel: scores.get(channel, {}) for channel in ("dense", "sparse", "multi")},
            list(entries),
            self.weights,
            sparse_scale=self._vectors.sparse_scale,
            query_tokens=self._vectors.query_tokens,
        )
        return ordered(Scored(entries[id_], score, channels) for id_, score, channels in fused)

    def seconds(self, total: float) -> Seconds:
        """How long everything took so far."""
        return Seconds(encode=self._vectors.encode_seconds, total=total, **self._seconds)
