"""Embeddings that went through the cache's codec find what they found before."""

import uuid
from pathlib import Path

import pytest
from conftest import TEXTS

from app.embedding.codec import pack, unpack
from app.embedding.model import Embeddings
from app.embedding.service import BGEM3Service
from app.store.base import CHANNELS, Places, Point, SparseQuery
from app.store.edge import EdgeStore

QUERIES = ["pumpkin soup", "Kündigungsfrist", "who repairs the roof", "E-07", "bicycle chain"]
# On scores of up to 1 a token. The store keeps token vectors in 4 bits, and a change in the last
# of the cache's 8 can tip one of those, so more than the codec's own error shows.
TOLERANCE = {"dense": 1e-6, "sparse": 2e-3, "multi": 1e-2}


def filled(folder: Path, embeddings: list[Embeddings]) -> EdgeStore:
    store = EdgeStore(folder, len(embeddings[0].dense), embeddings[0].multi.shape[1])
    points = [
        Point(str(uuid.uuid5(uuid.NAMESPACE_URL, str(n))), "d", e) for n, e in enumerate(embeddings)
    ]
    store.upsert(points, {"d": Places(("f",), ("/",), (0.0,), "txt")})
    store.flush()
    return store


@pytest.mark.model
def test_scores_of_every_channel_stay_within_the_tolerance(
    service: BGEM3Service, tmp_path: Path
) -> None:
    texts = [*TEXTS.values(), *(text * 6 for text in TEXTS.values())]
    fresh: list[Embeddings | None] = [None] * len(texts)
    for positions, found in service.encode_passages(texts):
        for position, embeddings in zip(positions, found, strict=True):
            fresh[position] = embeddings
    whole = [embeddings for embeddings in fresh if embeddings]
    cached = [back for embeddings in whole if (back := unpack(pack(embeddings)))]
    assert len(cached) == len(texts)
    stores = filled(tmp_path / "fresh", whole), filled(tmp_path / "cached", cached)
    ids = [str(uuid.uuid5(uuid.NAMESPACE_URL, str(n))) for n in range(len(texts))]
    for text in QUERIES:
        query = service.encode_query(text)
        vectors = {
            "dense": query.dense,
            "sparse": SparseQuery(query.terms, query.weights),
            "multi": query.multi,
        }
        before, after = (store.score(vectors, ids) for store in stores)  # type: ignore[arg-type]
        for channel in CHANNELS:
            tokens = len(query.multi) if channel == "multi" else 1
            for id_, score in before[channel].items():
                assert after[channel][id_] / tokens == pytest.approx(
                    score / tokens, abs=TOLERANCE[channel]
                )
            # A text and its sixfold are all but equal, so the best may be either.
            best = max(before[channel], key=before[channel].__getitem__, default=None)
            if best is not None:
                highest = max(after[channel].values())
                assert after[channel][best] >= highest - 2 * tokens * TOLERANCE[channel]
    for store in stores:
        store.close()
