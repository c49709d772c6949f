"""Qdrant Edge: the server's engine in this process, on disk. The one module that imports it."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import qdrant_edge as edge
from numpy.typing import NDArray

from app.errors import StoreError
from app.store.base import (
    CHANNELS,
    Channel,
    Filter,
    Places,
    Point,
    QueryVector,
    SparseQuery,
    point_of,
)

# A full disk kills a process that has Edge open (SIGBUS), so it must never come to that.
FREE_BYTES_NEEDED = 300 * 2**20
_PAGE = 1000  # ids listed at once
_EXACT = edge.SearchParams(exact=True)
# The best by one byte a component, twice as many as asked, are scored again in full length: the
# same top 100 as exact search in all of 40 queries at 100,000 passages.
_QUANTISED = edge.SearchParams(
    quantization=edge.QuantizationSearchParams(rescore=True, oversampling=2.0)
)
_INDEXES = (
    ("document", edge.PayloadSchemaType.Keyword),
    ("files", edge.PayloadSchemaType.Keyword),
    ("folders", edge.PayloadSchemaType.Keyword),
    ("type", edge.PayloadSchemaType.Keyword),
    ("modified", edge.PayloadSchemaType.Float),
    ("language", edge.PayloadSchemaType.Keyword),
)


class EdgeStore:
    """A Store on Qdrant Edge. One process may have it open at a time."""

    def __init__(self, folder: Path, dim: int, multi_dim: int) -> None:
        """Open the store or make a new one; raises StoreError."""
        self._folder = folder
        try:
            self._shard = self._open(dim, multi_dim)
        except Exception as error:  # the library raises bare Exception
            if "WouldBlock" in str(error):
                raise StoreError(
                    "The library is already open in another window or program.",
                    "Close it there and try again.",
                ) from error
            raise StoreError(
                f"The vector store in {folder} cannot be opened: {error}.",
                "Delete that folder and index again.",
            ) from error

    def _open(self, dim: int, multi_dim: int) -> Any:
        if (self._folder / "segments").is_dir():
            return edge.EdgeShard.load(str(self._folder), _config(dim, multi_dim))
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        shard = edge.EdgeShard.create(str(self._folder), _config(dim, multi_dim))
        for field, schema in _INDEXES:
            shard.update(edge.UpdateOperation.create_field_index(field, schema))
        shard.flush()
        return shard

    def upsert(self, points: Sequence[Point], places: Mapping[str, Places]) -> None:
        """Write points; the same id twice is one point. Raises StoreError."""
        self._check_disk()
        converted = [
            edge.Point(
                point.id,
                {
                    "dense": point.embeddings.dense.tolist(),
                    "sparse": edge.SparseVector(
                        point.embeddings.terms.tolist(), point.embeddings.weights.tolist()
                    ),
                    "multi": point.embeddings.multi.tolist(),
                },
                {
                    "document": point.document,
                    "language": point.language,
                    **_payload(places[point.document]),
                },
            )
            for point in points
        ]
        self._update(edge.UpdateOperation.upsert_points(converted))

    def move(self, document: str, places: Places) -> None:
        """Say where the copies of a document stand now; raises StoreError."""
        self._check_disk()
        self._update(
            edge.UpdateOperation.set_payload_by_filter(_of_documents([document]), _payload(places))
        )

    def delete(self, documents: Sequence[str]) -> None:
        """Remove all points of these documents; raises StoreError."""
        if documents:
            self._update(
                edge.UpdateOperation.delete_points_by_filter(_of_documents(list(documents)))
            )

    def flush(self) -> None:
        """Return when everything written so far is on disk; raises StoreError."""
        self._check_disk()
        self._call(self._shard.flush)

    def count(self) -> int:
        """Number of points."""
        return int(self._call(self._shard.count, edge.CountRequest(exact=True)))

    def nearest(
        self, channel: Channel, vector: QueryVector, limit: int, filter: Filter
    ) -> list[tuple[str, float]]:
        """Ids and scores of the best points of one channel, best first; raises StoreError."""
        request = edge.QueryRequest(
            limit=limit,
            query=_query(channel, vector),
            filter=_condition(filter),
            params=_QUANTISED if channel == "dense" else _EXACT,
        )
        return [(str(hit.id), float(hit.score)) for hit in self._call(self._shard.query, request)]

    def score(
        self, vectors: Mapping[Channel, QueryVector], ids: Sequence[str]
    ) -> dict[Channel, dict[str, float]]:
        """Exact scores of just these points in every channel asked for; raises StoreError."""
        if not ids:
            return {channel: {} for channel in vectors}
        only = edge.Filter(must=[edge.HasIdCondition(set(ids))])
        channels = [channel for channel in CHANNELS if channel in vectors]
        requests = [
            edge.QueryRequest(
                limit=len(ids), query=_query(channel, vectors[channel]), filter=only, params=_EXACT
            )
            for channel in channels
        ]
        answers = self._call(self._shard.query_batch, edge.QueryBatchRequest(requests))
        return {
            channel: {str(hit.id): float(hit.score) for hit in hits}
            for channel, hits in zip(channels, answers, strict=True)
        }

    def ids(self) -> Iterator[list[str]]:
        """The ids of all points, some at a time; raises StoreError."""
        offset: Any = None
        while True:
            request = edge.ScrollRequest(offset=offset, limit=_PAGE, with_payload=False)
            records, offset = self._call(self._shard.scroll, request)
            if records:
                yield [str(record.id) for record in records]
            if offset is None:
                return

    def read(self, ids: Sequence[str]) -> list[Point]:
        """These points with their embeddings, token vectors as kept; raises StoreError."""
        records = self._call(self._shard.retrieve, list(ids), ["document", "language"], True)
        return [
            point_of(r.id, r.payload, {**r.vector, "multi": _unit(r.vector["multi"])})
            for r in records
        ]

    def tidy(self) -> bool:
        """Merge segments, drop what was deleted and quantise; raises StoreError.

        Nothing else runs in this process meanwhile: 8 s at 100,000 passages.
        """
        self._check_disk()
        return bool(self._call(self._shard.optimize))

    def close(self) -> None:
        """Release the files."""
        self._call(self._shard.close)

    def _update(self, operation: Any) -> None:
        self._call(self._shard.update, operation)

    def _call(self, function: Any, *arguments: Any) -> Any:
        try:
            return function(*arguments)
        except Exception as error:  # the library raises bare Exception
            raise StoreError(f"The vector store failed: {error}.") from error

    def _check_disk(self) -> None:
        free = shutil.disk_usage(self._folder).free
        if free < FREE_BYTES_NEEDED:
            raise StoreError(
                f"The disk that holds {self._folder} has only {free // 2**20} MB left.",
                f"Free at least {FREE_BYTES_NEEDED // 2**20} MB and index again.",
            )


def _config(dim: int, multi_dim: int) -> edge.EdgeConfig:
    """No graph anywhere: at 100,000 passages a scan of one byte a component takes 2 ms.

    A graph search that keeps a tenth of the passages found a quarter of the true best, and
    building one takes minutes in which no search is answered.
    """
    no_graph = edge.HnswIndexConfig(m=0, ef_construct=4, full_scan_threshold=10_000)
    return edge.EdgeConfig(
        vectors={
            "dense": edge.EdgeVectorParams(
                dim,
                edge.Distance.Cosine,
                hnsw_config=no_graph,
                # Made by `tidy`; what was written since is scanned in full length.
                quantization_config=edge.ScalarQuantizationConfig(edge.ScalarType.Int8),
            ),
            # Token vectors are most of the disk and are read only for candidates.
            "multi": edge.EdgeVectorParams(
                multi_dim,
                edge.Distance.Dot,
                multivector_config=edge.MultiVectorConfig(edge.MultiVectorComparator.MaxSim),
                # 4 bits a component after a rotation (TurboQuant, Zandieh et al. 2025):
                # a third of the disk of Float16, and MaxSim off by .001 a token.
                datatype=edge.VectorStorageDatatype.Turbo4,  # type: ignore[attr-defined] # missing from its stubs
                memory=edge.Memory.Cold,
                hnsw_config=no_graph,
            ),
        },
        sparse_vectors={"sparse": edge.EdgeSparseVectorParams()},
        hnsw_config=no_graph,
    )


def _unit(rows: list[list[float]]) -> NDArray[np.float32]:
    """The rows with length 1 again: 4 bits change it by some percent.

    The engine corrects for that when it scores, so these give its scores to .001, and written
    again they become the same 4 bits.
    """
    vectors = np.asarray(rows, np.float32)
    unit: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit


def _payload(places: Places) -> dict[str, Any]:
    return {
        "files": list(places.files),
        "folders": list(places.folders),
        "modified": list(places.modified),
        "type": places.type,
    }


def _of_documents(documents: list[str]) -> edge.Filter:
    return edge.Filter(must=[edge.FieldCondition("document", match=edge.MatchAny(documents))])


def _query(channel: Channel, vector: QueryVector) -> Any:
    if isinstance(vector, SparseQuery):
        value: Any = edge.SparseVector(vector.terms.tolist(), vector.weights.tolist())
    else:
        value = vector.tolist()
    return edge.Query.Nearest(value, using=channel)


def _condition(filter: Filter) -> Any:
    if filter.is_empty():
        return None
    must: list[Any] = []
    if filter.folder:
        must.append(edge.FieldCondition("folders", match=edge.MatchValue(filter.folder)))
    if filter.types:
        must.append(edge.FieldCondition("type", match=edge.MatchAny(list(filter.types))))
    if filter.after is not None or filter.before is not None:
        must.append(
            edge.FieldCondition(
                "modified", range=edge.RangeFloat(gte=filter.after, lt=filter.before)
            )
        )
    if filter.languages:
        must.append(edge.FieldCondition("language", match=edge.MatchAny(list(filter.languages))))
    if filter.ids is not None:
        must.append(edge.HasIdCondition(set(filter.ids)))
    return edge.Filter(must=must)
