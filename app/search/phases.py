"""The three phases: candidates, exact scores of every channel, weighted fusion."""

import time

import numpy as np

from app.embedding.folder import ChannelWeights
from app.embedding.model import Embeddings
from app.index.lookup import Lookup
from app.search.fusion import fuse, weights_of
from app.search.hits import make_hits
from app.search.model import Query, SearchResult, Seconds
from app.store.base import CHANNELS, Channel, Filter, QueryVector, SparseQuery, Store


class Searcher:
    """Searches one catalogue and one store."""

    def __init__(
        self,
        lookup: Lookup,
        store: Store,
        smart: ChannelWeights,
        *,
        idf: bool,
        candidates: int,
    ) -> None:
        """idf: the model's sparse weights are term frequencies and need it. candidates: how many
        passages each first phase hands on."""
        self._lookup = lookup
        self._store = store
        self._smart = smart
        self._idf = idf
        self._candidates = candidates

    def search(self, query: Query, embeddings: Embeddings, encode_seconds: float) -> SearchResult:
        """The best passages for a query whose embeddings are given; raises StoreError."""
        started = time.perf_counter()
        filter_ = Filter(query.folder, query.types, query.after, query.before)
        vectors, sparse_scale = self._vectors(embeddings)
        wanted = max(self._candidates, query.limit)
        seconds: dict[str, float] = {"dense": 0.0, "sparse": 0.0}
        ids: dict[str, None] = {}
        for channel in self._first_phases(query):
            at = time.perf_counter()
            ids |= dict.fromkeys(
                id_ for id_, _ in self._store.nearest(channel, vectors[channel], wanted, filter_)
            )
            seconds[channel] = time.perf_counter() - at
        if query.mode != "meaning":
            at = time.perf_counter()
            found = self._lookup.match_words(query.text, wanted)
            ids |= dict.fromkeys(id_ for id_, _ in found)
            seconds["sparse"] += time.perf_counter() - at
        at = time.perf_counter()
        weights = weights_of(query.mode, self._smart)
        fused = fuse(
            self._store.score(vectors, list(ids)),
            list(ids),
            weights,
            sparse_scale=sparse_scale,
            query_tokens=len(embeddings.multi),
        )
        multi_seconds = time.perf_counter() - at
        hits = make_hits(self._lookup, query, fused)
        total = time.perf_counter() - started + encode_seconds
        return SearchResult(
            query=query,
            hits=hits,
            weights=weights,
            candidates=len(fused),
            seconds=Seconds(
                encode_seconds, seconds["dense"], seconds["sparse"], multi_seconds, total
            ),
        )

    def _first_phases(self, query: Query) -> tuple[Channel, ...]:
        if query.mode == "meaning":
            return ("dense",)
        return ("sparse",) if query.mode == "words" else ("dense", "sparse")

    def _vectors(self, embeddings: Embeddings) -> tuple[dict[Channel, QueryVector], float]:
        """What each channel is asked with, and what the sparse score is divided by."""
        weights = embeddings.weights
        scale = 1.0
        if self._idf:
            idf = self._lookup.idf(embeddings.terms.tolist())
            weights = (weights * np.asarray(idf, np.float32)).astype(np.float32)
            # The query's own sum: what is left is the share of its weight that was matched.
            scale = float(weights.sum()) or 1.0
        vectors: dict[Channel, QueryVector] = {
            "dense": embeddings.dense,
            "sparse": SparseQuery(embeddings.terms, weights),
            "multi": embeddings.multi,
        }
        return {channel: vectors[channel] for channel in CHANNELS}, scale
