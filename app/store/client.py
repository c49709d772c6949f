"""Qdrant through qdrant-client, in local mode or on a server. The one module that imports it."""

import threading
import uuid
import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import httpx
from qdrant_client import QdrantClient, models
from qdrant_client.common.client_exceptions import ResourceExhaustedResponse
from qdrant_client.http.exceptions import ResponseHandlingException, UnexpectedResponse

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

_PAGE = 1000  # ids listed at once
_INDEXES = (
    ("document", models.PayloadSchemaType.KEYWORD),
    ("files", models.PayloadSchemaType.KEYWORD),
    ("folders", models.PayloadSchemaType.KEYWORD),
    ("type", models.PayloadSchemaType.KEYWORD),
    ("language", models.PayloadSchemaType.KEYWORD),
    ("modified", models.PayloadSchemaType.FLOAT),
)
# What may pass: the request never arrived, or the server says that it is busy or starting.
PASSING_STATUS = frozenset({429, 502, 503, 504})


def connect(**options: Any) -> QdrantClient:
    """A client; options: those of QdrantClient. Raises whatever it raises."""
    # README and doctor say it better, and the warning would land in the terminal.
    warnings.filterwarnings("ignore", "Local mode is not recommended", UserWarning)
    with warnings.catch_warnings():
        # It warns of a key sent over plain HTTP; `doctor` says so where the user reads it.
        warnings.simplefilter("ignore", UserWarning)
        return QdrantClient(check_compatibility=False, **options)


def may_pass(error: BaseException) -> bool:
    """Whether the same request may succeed a moment later."""
    if isinstance(error, ResponseHandlingException):
        return isinstance(error.source, (httpx.NetworkError, httpx.RemoteProtocolError))
    if isinstance(error, UnexpectedResponse):
        return error.status_code in PASSING_STATUS
    return isinstance(error, ResourceExhaustedResponse)


def is_timeout(error: BaseException) -> bool:
    """Whether nobody answered in time."""
    return isinstance(error, ResponseHandlingException) and isinstance(
        error.source, httpx.TimeoutException
    )


def is_unreachable(error: BaseException) -> bool:
    """Whether no server was found at the address."""
    return isinstance(error, ResponseHandlingException) and isinstance(
        error.source, httpx.TransportError
    )


def status_of(error: BaseException) -> int | None:
    """The HTTP status of an answer that was an error, or None."""
    return error.status_code if isinstance(error, UnexpectedResponse) else None


class ClientStore:
    """What local mode and server have in common: a Store on one collection of a client.

    The payload of a point is the hash of its document's content, dates, type, and the hashes of
    its files' and folders' paths: no text and no names, since a server may be another machine.
    One call at a time: local mode is not thread-safe.
    """

    _exact: Any = None  # SearchParams that score every point; local mode has no other way

    def __init__(self, client: QdrantClient, collection: str) -> None:
        self._client = client
        self._collection = collection
        self._lock = threading.RLock()

    def _adopt(self, dim: int, multi_dim: int, where: str, **options: Any) -> None:
        """Make the collection, or check that its vectors are those of the model in use.

        options: of `collection_parameters`. Raises StoreError.
        """
        name = self._collection
        if not self._call(self._client.collection_exists, name):
            parameters = collection_parameters(dim, multi_dim, **options)
            self._call(self._client.create_collection, name, **parameters)
        else:
            found = self._call(self._client.get_collection, name).config.params
            vectors = found.vectors if isinstance(found.vectors, dict) else {}
            sizes = {key: params.size for key, params in vectors.items()}
            if sizes != {"dense": dim, "multi": multi_dim} or "sparse" not in (
                found.sparse_vectors or {}
            ):
                raise StoreError(
                    f"The collection {name} in {where} holds other vectors than the model in use"
                    f" makes ({_sizes(sizes)} instead of dense {dim}, multi {multi_dim}).",
                    "Choose another collection name, or delete that collection and index again.",
                )

    def _index_payload(self) -> None:
        for field, schema in _INDEXES:
            self._call(self._client.create_payload_index, self._collection, field, schema)

    def upsert(self, points: Sequence[Point], places: Mapping[str, Places]) -> None:
        """Write points; the same id twice is one point. Raises StoreError."""
        if points:
            converted = [_struct(point, places[point.document]) for point in points]
            self._call(self._client.upsert, self._collection, converted, wait=True)

    def move(self, document: str, places: Places) -> None:
        """Say where the copies of a document stand now; raises StoreError."""
        self._call(
            self._client.set_payload,
            self._collection,
            _payload(places),
            points=_of_documents([document]),
            wait=True,
        )

    def delete(self, documents: Sequence[str]) -> None:
        """Remove all points of these documents; raises StoreError."""
        if documents:
            selector = models.FilterSelector(filter=_of_documents(list(documents)))
            self._call(self._client.delete, self._collection, selector, wait=True)

    def flush(self) -> None:
        """Return when everything written so far is on disk: each write waits for that itself."""

    def count(self) -> int:
        """Number of points; raises StoreError."""
        return int(self._call(self._client.count, self._collection, exact=True).count)

    def nearest(
        self, channel: Channel, vector: QueryVector, limit: int, filter: Filter
    ) -> list[tuple[str, float]]:
        """Ids and scores of the best points of one channel, best first; raises StoreError."""
        condition = _condition(filter)
        answer = self._call(
            self._client.query_points,
            self._collection,
            query=_query(vector),
            using=channel,
            query_filter=condition,
            limit=limit,
            with_payload=False,
            search_params=self._params(channel, limit, filtered=condition is not None),
        )
        return [(str(hit.id), float(hit.score)) for hit in answer.points]

    def _params(self, channel: Channel, limit: int, *, filtered: bool) -> Any:
        """How a channel is searched, as SearchParams; local mode always scores every point."""
        return None

    def score(
        self, vectors: Mapping[Channel, QueryVector], ids: Sequence[str]
    ) -> dict[Channel, dict[str, float]]:
        """Exact scores of just these points in every channel asked for; raises StoreError."""
        if not ids:
            return {channel: {} for channel in vectors}
        only = models.Filter(must=[models.HasIdCondition(has_id=list(ids))])
        channels = [channel for channel in CHANNELS if channel in vectors]
        requests = [
            models.QueryRequest(
                query=_query(vectors[channel]),
                using=channel,
                filter=only,
                limit=len(ids),
                params=self._exact,
            )
            for channel in channels
        ]
        answers = self._call(self._client.query_batch_points, self._collection, requests)
        return {
            channel: {str(hit.id): float(hit.score) for hit in answer.points}
            for channel, answer in zip(channels, answers, strict=True)
        }

    def ids(self) -> Iterator[list[str]]:
        """The ids of all points, some at a time; raises StoreError."""
        offset: Any = None
        while True:
            records, offset = self._call(
                self._client.scroll,
                self._collection,
                limit=_PAGE,
                offset=offset,
                with_payload=False,
                with_vectors=False,
            )
            if records:
                yield [str(record.id) for record in records]
            if offset is None:
                return

    def read(self, ids: Sequence[str]) -> list[Point]:
        """These points with their embeddings, token vectors as kept; raises StoreError."""
        records = self._call(
            self._client.retrieve,
            self._collection,
            list(ids),
            with_payload=["document", "language"],
            with_vectors=True,
        )
        return [point_of(r.id, r.payload, r.vector) for r in records]

    def tidy(self) -> bool:
        """Nothing to do: a server tidies by itself, local mode has nothing to tidy."""
        return False

    def close(self) -> None:
        """Release files and connections."""
        self._call(self._client.close)

    def _call(self, function: Any, *arguments: Any, **options: Any) -> Any:
        """Call the client; whatever it raises becomes a StoreError."""
        with self._lock:
            try:
                return function(*arguments, **options)
            except Exception as error:  # it raises ValueError, RuntimeError and its own
                raise self._explain(error) from error

    def _explain(self, error: Exception) -> StoreError:
        return StoreError(f"The vector store failed: {error}.")


def collection_parameters(
    dim: int,
    multi_dim: int,
    *,
    datatype: models.Datatype | None = None,
    quantization: models.ScalarQuantization | None = None,
) -> dict[str, Any]:
    """Arguments of create_collection: cosine, MaxSim and inner product by channel.

    datatype: of the token vectors; quantization: of the dense vectors. On a server the vectors
    lie on disk and token vectors have no graph, as they are only read for candidates.
    """
    return {
        "vectors_config": {
            "dense": models.VectorParams(
                size=dim, distance=models.Distance.COSINE, quantization_config=quantization
            ),
            "multi": models.VectorParams(
                size=multi_dim,
                distance=models.Distance.DOT,
                multivector_config=models.MultiVectorConfig(
                    comparator=models.MultiVectorComparator.MAX_SIM
                ),
                datatype=datatype,
                on_disk=True,
                hnsw_config=models.HnswConfigDiff(m=0),
            ),
        },
        "sparse_vectors_config": {"sparse": models.SparseVectorParams()},
    }


def on_server() -> dict[str, Any]:
    """Options for a server: token vectors in two bytes a component, dense ones in memory in one.

    The best dense ones are scored again from the full vectors.
    """
    return {
        "datatype": models.Datatype.FLOAT16,
        "quantization": models.ScalarQuantization(
            scalar=models.ScalarQuantizationConfig(type=models.ScalarType.INT8, always_ram=True)
        ),
    }


def by_graph(ef: int) -> models.SearchParams:
    """Search the graph of quantised vectors `ef` wide, and score the best again."""
    quantization = models.QuantizationSearchParams(rescore=True, oversampling=2.0)
    return models.SearchParams(hnsw_ef=ef, quantization=quantization)


def score_all() -> models.SearchParams:
    """Score every point that passes the filter."""
    return models.SearchParams(exact=True)


def hidden(path: str) -> str:
    """A path as payloads hold it: equal paths stay equal, but it cannot be read off."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, path))


def _sizes(sizes: Mapping[str, int]) -> str:
    return ", ".join(f"{name or 'unnamed'} {size}" for name, size in sizes.items()) or "no named"


def _struct(point: Point, places: Places) -> models.PointStruct:
    made = point.embeddings
    return models.PointStruct(
        id=point.id,
        vector={
            "dense": made.dense.tolist(),
            "sparse": models.SparseVector(
                indices=made.terms.tolist(), values=made.weights.tolist()
            ),
            "multi": made.multi.tolist(),
        },
        payload={
            "document": point.document,
            "language": point.language,
            **_payload(places),
        },
    )


def _payload(places: Places) -> dict[str, Any]:
    return {
        "files": list(places.files),
        "folders": [hidden(folder) for folder in places.folders],
        "modified": list(places.modified),
        "type": places.type,
    }


def _of_documents(documents: list[str]) -> models.Filter:
    return models.Filter(
        must=[models.FieldCondition(key="document", match=models.MatchAny(any=documents))]
    )


def _query(vector: QueryVector) -> Any:
    if isinstance(vector, SparseQuery):
        return models.SparseVector(indices=vector.terms.tolist(), values=vector.weights.tolist())
    return vector.tolist()


def _condition(filter: Filter) -> models.Filter | None:
    if filter.is_empty():
        return None
    must: list[Any] = []
    if filter.folder:
        match = models.MatchValue(value=hidden(filter.folder))
        must.append(models.FieldCondition(key="folders", match=match))
    if filter.types:
        match_any = models.MatchAny(any=list(filter.types))
        must.append(models.FieldCondition(key="type", match=match_any))
    if filter.ids is not None:
        must.append(models.HasIdCondition(has_id=list(filter.ids)))
    if filter.languages:
        match_any = models.MatchAny(any=list(filter.languages))
        must.append(models.FieldCondition(key="language", match=match_any))
    if filter.after is not None or filter.before is not None:
        range_ = models.Range(gte=filter.after, lt=filter.before)
        must.append(models.FieldCondition(key="modified", range=range_))
    return models.Filter(must=must)
