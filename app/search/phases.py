"""The three phases: candidates, exact scores of every channel, weighted fusion."""

import time
from collections.abc import Sequence

import numpy as np

from app.embedding.folder import ChannelWeights
from app.embedding.model import Embeddings
from app.index.lookup import Lookup
from app.index.records import FileStamp, FoundPassage
from app.search.fusion import fuse, weights_of
from app.search.marks import line_boxes
from app.search.model import ChannelScores, Hit, Query, SearchResult, Seconds
from app.search.snippet import make_snippet
from app.store.base import CHANNELS, Channel, Filter, QueryVector, SparseQuery, Store

# Copies and filters can drop hits after fusion, so a few more than asked are looked up.
_SPARE = 20


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
            ids |= dict.fromkeys(self._lookup.match_words(query.text, wanted))
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
        hits = self._hits(query, fused)
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

    def _hits(
        self, query: Query, fused: Sequence[tuple[str, float, ChannelScores]]
    ) -> tuple[Hit, ...]:
        best = sorted(fused, key=lambda entry: -entry[1])
        hits: list[Hit] = []
        words = self._lookup.telling_words(query.text)
        while best and len(hits) < query.limit:
            part, best = best[: query.limit + _SPARE], best[query.limit + _SPARE :]
            passages = self._lookup.passages([id_ for id_, _, _ in part])
            stamps = self._lookup.stamps([p for found in passages.values() for p in found.paths])
            allowed = {
                id_: tuple(path for path in found.paths if _passes(query, stamps[path]))
                for id_, found in passages.items()
            }
            # Ids the catalogue does not know are an interrupted run's: nobody may see them.
            kept = [entry for entry in part if allowed.get(entry[0])]
            kept.sort(key=lambda e: (-e[1], allowed[e[0]][0], passages[e[0]].page or 0, e[0]))
            for id_, score, channels in kept[: query.limit - len(hits)]:
                hits.append(self._hit(passages[id_], allowed[id_], score, channels, words))
        return tuple(hits)

    def _hit(
        self,
        found: FoundPassage,
        paths: tuple[str, ...],
        score: float,
        channels: ChannelScores,
        words: Sequence[str],
    ) -> Hit:
        snippet, matches = make_snippet(found.text, words)
        boxes: tuple[tuple[float, float, float, float], ...] = ()
        if found.page is not None:
            _, page_words = self._lookup.page(found.document, found.page)
            boxes = line_boxes(page_words, found.start, found.end)
        return Hit(
            path=paths[0],
            also_at=paths[1:],
            type=found.type,
            title=found.title,
            heading=found.heading,
            page=found.page,
            passage=found.id,
            score=score,
            channels=channels,
            text=found.text,
            snippet=snippet,
            matches=matches,
            document=found.document,
            start=found.start,
            end=found.end,
            boxes=boxes,
        )


def _passes(query: Query, stamp: FileStamp) -> bool:
    """Whether this very copy passes the filter; the store only knows that some copy does."""
    modified = stamp.mtime_ns / 1e9
    return (
        (not query.folder or stamp.path.startswith(query.folder.rstrip("/\\") + _separator(stamp)))
        and (not query.types or stamp.type in query.types)
        and (query.after is None or modified >= query.after)
        and (query.before is None or modified < query.before)
    )


def _separator(stamp: FileStamp) -> str:
    return "/" if "/" in stamp.path else "\\"
