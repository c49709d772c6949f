"""What the program asks of a vector store, whichever engine stands behind it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from app.embedding.model import Embeddings

Channel = Literal["dense", "sparse", "multi"]
CHANNELS: tuple[Channel, ...] = ("dense", "sparse", "multi")


@dataclass(frozen=True)
class SparseQuery:
    """A weighted set of terms: uint32 [k] ids, float32 [k] weights."""

    terms: NDArray[np.uint32]
    weights: NDArray[np.float32]


# What a channel is asked with: float32 [dim], a SparseQuery, or float16 [tokens, multi_dim].
QueryVector = NDArray[np.float32] | NDArray[np.float16] | SparseQuery


@dataclass(frozen=True)
class Places:
    """Where the copies of a document stand, as filters see them.

    files: UUIDv5 of each copy's path; folders: every folder above any of the copies; modified:
    seconds since the epoch; type: the short name of the format.
    """

    files: tuple[str, ...]
    folders: tuple[str, ...]
    modified: tuple[float, ...]
    type: str


@dataclass(frozen=True)
class Point:
    """A passage to be stored: its id (a UUID), its document, embeddings and language code."""

    id: str
    document: str
    embeddings: Embeddings
    language: str = ""


@dataclass(frozen=True)
class Filter:
    """Which passages may be found; empty fields do not restrict.

    after, before: seconds since the epoch; after is inclusive, before is exclusive. ids: just
    these passages; None for all.
    """

    folder: str = ""
    types: tuple[str, ...] = ()
    after: float | None = None
    before: float | None = None
    languages: tuple[str, ...] = ()
    ids: frozenset[str] | None = None

    def is_empty(self) -> bool:
        """Whether everything passes."""
        return self == Filter()


class Store(Protocol):
    """Named vectors dense (cosine), sparse (inner product) and multi (MaxSim) by passage.

    Every method may raise StoreError.
    """

    def upsert(self, points: Sequence[Point], places: Mapping[str, Places]) -> None:
        """Write points; the same id twice is one point. places: by document."""

    def move(self, document: str, places: Places) -> None:
        """Say where the copies of a document stand now."""

    def delete(self, documents: Sequence[str]) -> None:
        """Remove all points of these documents."""

    def flush(self) -> None:
        """Return when everything written so far is on disk."""

    def count(self) -> int:
        """Number of points."""

    def nearest(
        self, channel: Channel, vector: QueryVector, limit: int, filter: Filter
    ) -> list[tuple[str, float]]:
        """Ids and scores of the best points of one channel, best first.

        The multi channel's score is the sum of MaxSim over the query's tokens.
        """

    def score(
        self, vectors: Mapping[Channel, QueryVector], ids: Sequence[str]
    ) -> dict[Channel, dict[str, float]]:
        """Exact scores of just these points in every channel asked for."""

    def ids(self) -> Iterator[list[str]]:
        """The ids of all points, some thousand at a time, in no particular order."""

    def read(self, ids: Sequence[str]) -> list[Point]:
        """These points with their embeddings; ids that are not there are left out.

        Dense and sparse vectors come back as they were written, token vectors as exactly as the
        engine keeps them and of length 1: edge's are 4 bits a component (cosine with the original
        about .995), a server's float16, local mode's exact.
        """

    def tidy(self) -> bool:
        """Make searching faster and drop what was deleted; whether there was anything to do.

        May take seconds in which no search is answered: for when nobody waits for one.
        """

    def close(self) -> None:
        """Release the files."""


def point_of(id_: object, payload: Mapping[str, Any], vectors: Mapping[str, Any]) -> Point:
    """A point from what an engine gives back; its sparse terms brought into ascending order."""
    sparse = vectors["sparse"]
    terms = np.asarray(sparse.indices, np.uint32)
    order = np.argsort(terms)
    return Point(
        str(id_),
        payload["document"],
        Embeddings(
            np.asarray(vectors["dense"], np.float32),
            terms[order],
            np.asarray(sparse.values, np.float32)[order],
            np.asarray(vectors["multi"], np.float16),
        ),
        payload.get("language", ""),
    )
