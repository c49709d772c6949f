"""Copying a library's points from one vector store to another, without the model."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from app.embedding.model import Embeddings
from app.errors import StoreError
from app.index.catalogue import Catalogue
from app.store.base import Places, Point, Store

_BATCH = 64  # points read and written at once
_SAMPLE = 100  # points compared at the end
_META = "store_copy"


@dataclass(frozen=True)
class CopyStep:
    """How far a copy has come: passages that are in the new store, of all there are."""

    done: int
    total: int


def copy_points(
    catalogue: Catalogue, source: Store, target: Store, name: str, *, shared: bool
) -> Iterator[CopyStep]:
    """Copy every passage of the catalogue and verify the copy; the source is only read.

    A copy that was interrupted goes on where it was, unless the library changed since; then all
    is written again. Vectors are copied as the source keeps them: edge's token vectors stay as
    exact as edge made them. name: of the target's engine; shared: whether others may write to
    the target, so that unknown points there are not ours to delete. Raises StoreError.
    """
    wanted = catalogue.passage_ids()
    stamp = f"{name} {catalogue.stamp()}"
    there = {id_ for part in target.ids() for id_ in part}
    _clear_unknown(catalogue, target, sorted(there - wanted), shared=shared)
    if catalogue.meta(_META) != stamp:
        there = set()
        catalogue.set_meta(_META, stamp)
    done = len(there & wanted)
    yield CopyStep(done, len(wanted))
    for part in source.ids():
        missing = [id_ for id_ in part if id_ in wanted and id_ not in there]
        for start in range(0, len(missing), _BATCH):
            points = source.read(missing[start : start + _BATCH])
            target.upsert(points, _places(catalogue, points))
            done += len(points)
            yield CopyStep(done, len(wanted))
    target.flush()
    _verify(source, target, sorted(wanted))
    catalogue.set_meta(_META, "")


def _clear_unknown(
    catalogue: Catalogue, target: Store, unknown: Sequence[str], *, shared: bool
) -> None:
    """Delete points of documents that are not in the catalogue any more."""
    if unknown and shared:
        raise StoreError(
            f"The collection there holds {len(unknown)} passages that are not this library's.",
            "Choose another QDRANT_COLLECTION_NAME, or delete that collection on the server.",
        )
    for start in range(0, len(unknown), _BATCH):
        points = target.read(unknown[start : start + _BATCH])
        gone = {p.document for p in points if not catalogue.has_document(p.document)}
        target.delete(sorted(gone))


def _places(catalogue: Catalogue, points: Sequence[Point]) -> dict[str, Places]:
    return {document: catalogue.places(document) for document in {p.document for p in points}}


def _verify(source: Store, target: Store, wanted: Sequence[str]) -> None:
    """Compare the counts, and the vectors of some points; raises StoreError."""
    count = target.count()
    if count != len(wanted):
        raise StoreError(
            f"The copy has {count} passages instead of {len(wanted)}; the old store stays in use.",
            "Index your folders again, then migrate again.",
        )
    sample = wanted[:: max(1, len(wanted) // _SAMPLE)]
    copies = {point.id: point for point in target.read(sample)}
    for point in source.read(sample):
        copy = copies.get(point.id)
        if copy is None or not _alike(point.embeddings, copy.embeddings):
            raise StoreError(
                f"The passage {point.id} was not copied as it is; the old store stays in use.",
                "Migrate again; if it stays so, index your folders into a new data folder.",
            )


def _alike(one: Embeddings, other: Embeddings) -> bool:
    """Whether two stores keep the same embeddings, as far as 4 bits a component allow."""
    if one.multi.shape != other.multi.shape or len(one.terms) != len(other.terms):
        return False
    left, right = one.multi.astype(np.float32), other.multi.astype(np.float32)
    norms = np.linalg.norm(left, axis=1) * np.linalg.norm(right, axis=1)
    return bool(
        np.allclose(one.dense, other.dense, atol=1e-3)
        and np.array_equal(one.terms, other.terms)
        and np.allclose(one.weights, other.weights, rtol=1e-3)
        and np.all((left * right).sum(1) > 0.97 * norms)
    )
