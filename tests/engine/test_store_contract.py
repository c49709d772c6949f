"""One contract for all vector stores; local mode, which scores everything exactly, is the oracle.

The server's part runs when GENERICRAG_TEST_QDRANT_URL is set (packaging/qdrant/README.md).
"""

import os
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from app.embedding.model import Embeddings
from app.errors import StoreError
from app.store.base import CHANNELS, Channel, Filter, Places, Point, QueryVector, SparseQuery, Store
from app.store.edge import EdgeStore
from app.store.local import LocalStore
from app.store.server import ServerStore, drop_collection

DIM, MULTI_DIM, POINTS = 48, 64, 1200
URL = os.environ.get("GENERICRAG_TEST_QDRANT_URL", "")
KEY = os.environ.get("GENERICRAG_TEST_QDRANT_API_KEY", "")
TOLERANCE = 1e-3  # of a score; of the mean over the query's tokens for the multi channel
# What an engine loses of a token vector when it is written: edge keeps 4 bits a component.
LEAST_COSINE = {"edge": 0.985, "local": 0.999, "server": 0.999}
Opener = Callable[[], Store]


def _unit(values: NDArray[np.float64]) -> NDArray[np.float32]:
    return (values / np.linalg.norm(values, axis=-1, keepdims=True)).astype(np.float32)


def _embeddings(rng: np.random.Generator) -> Embeddings:
    terms = np.sort(rng.choice(400, 12, replace=False)).astype(np.uint32)
    return Embeddings(
        _unit(rng.standard_normal(DIM)),
        terms,
        rng.uniform(0.1, 2, 12).astype(np.float32),
        _unit(rng.standard_normal((int(rng.integers(2, 5)), MULTI_DIM))).astype(np.float16),
    )


def _id(number: int) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_OID, str(number)))


FOLDERS = ("/home/päule/Büro", "/home/päule/日本", "/srv")
DOCUMENTS = {
    f"document {number}": Places(
        (str(uuid.uuid5(uuid.NAMESPACE_URL, str(number))),),
        ("/", FOLDERS[number % 3]),
        (1000.0 * number, 1000.0 * number + 50),
        ("pdf", "txt", "md", "html")[number % 4],
    )
    for number in range(60)
}
_RNG = np.random.default_rng(7)
ALL = [Point(_id(number), f"document {number % 60}", _embeddings(_RNG)) for number in range(POINTS)]
QUERIES = [_embeddings(_RNG) for _ in range(5)]


def vectors(query: Embeddings) -> dict[Channel, QueryVector]:
    return {
        "dense": query.dense,
        "sparse": SparseQuery(query.terms, query.weights),
        "multi": query.multi,
    }


def fill(store: Store) -> None:
    for start in range(0, POINTS, 200):
        store.upsert(ALL[start : start + 200], DOCUMENTS)
    store.flush()


@pytest.fixture(scope="module", params=["edge", "local", "server"])
def engine_name(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    if name == "server" and not URL:
        pytest.skip("no server: set GENERICRAG_TEST_QDRANT_URL to run its part of the contract")
    return name


def _opener(name: str, folder: Path) -> Iterator[Opener]:
    collection = f"contract-{uuid.uuid4()}"
    yield {
        "edge": lambda: EdgeStore(folder / "edge", DIM, MULTI_DIM),
        "local": lambda: LocalStore(folder / "local", DIM, MULTI_DIM),
        "server": lambda: ServerStore(URL, collection, DIM, MULTI_DIM, api_key=KEY),
    }[name]
    if name == "server":
        drop_collection(URL, collection, api_key=KEY)


@pytest.fixture
def opened(engine_name: str, tmp_path: Path) -> Iterator[Opener]:
    """Opens the same, at first empty store each time."""
    yield from _opener(engine_name, tmp_path)


@pytest.fixture(scope="module")
def full(engine_name: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with ALL points; not to be changed."""
    for opener in _opener(engine_name, tmp_path_factory.mktemp("full")):
        store = opener()
        fill(store)
        yield store
        store.close()


@pytest.fixture(scope="module")
def oracle(full: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Local mode with the vectors that the engine keeps."""
    store = LocalStore(tmp_path_factory.mktemp("oracle") / "store", DIM, MULTI_DIM)
    for start in range(0, POINTS, 200):
        store.upsert(full.read([point.id for point in ALL[start : start + 200]]), DOCUMENTS)
    yield store
    store.close()


FILTERS = [
    Filter(),
    Filter(folder=FOLDERS[0]),
    Filter(folder=FOLDERS[1], types=("pdf", "md")),
    Filter(types=("html",)),
    Filter(after=20_000),
    Filter(after=20_050, before=20_051),
    Filter(before=3000),
    Filter(folder="/nowhere"),
]


@pytest.mark.parametrize("filter", FILTERS, ids=str)
@pytest.mark.parametrize("channel", CHANNELS)
def test_same_ids_and_scores_as_the_oracle(
    full: Store, oracle: Store, channel: Channel, filter: Filter
) -> None:
    for query in QUERIES:
        vector = vectors(query)[channel]
        allowed = TOLERANCE * (len(query.multi) if channel == "multi" else 1)
        found = full.nearest(channel, vector, 10, filter)
        expected = dict(oracle.nearest(channel, vector, POINTS, filter))
        assert len(found) == min(10, len(expected))
        assert [s for _, s in found] == sorted((s for _, s in found), reverse=True)
        for id_, score in found:
            assert score == pytest.approx(expected[id_], abs=allowed)
        # The same ids, but for those whose scores are closer than the tolerance.
        worst = min((score for _, score in found), default=0.0)
        assert {i for i, s in expected.items() if s > worst + 2 * allowed} <= {i for i, _ in found}


def test_scores_of_given_points_are_exact(full: Store, oracle: Store) -> None:
    ids = [point.id for point in ALL[::17]] + [_id(10**6)]
    for query in QUERIES:
        found, expected = full.score(vectors(query), ids), oracle.score(vectors(query), ids)
        assert found["dense"].keys() == found["multi"].keys() == set(ids[:-1])
        for channel in CHANNELS:
            allowed = TOLERANCE * (len(query.multi) if channel == "multi" else 1)
            for id_ in ids:
                assert found[channel].get(id_, 0.0) == pytest.approx(
                    expected[channel].get(id_, 0.0), abs=allowed
                )


def test_vectors_can_be_read_back(full: Store, engine_name: str) -> None:
    ids = [point.id for point in ALL[:50]]
    back = {point.id: point for point in full.read([*ids, _id(10**6)])}
    assert sorted(back) == sorted(ids)
    for point in ALL[:50]:
        read, own = back[point.id].embeddings, point.embeddings
        assert back[point.id].document == point.document
        assert np.abs(read.dense - own.dense).max() < 1e-6
        assert read.terms.tolist() == own.terms.tolist()
        assert np.abs(read.weights - own.weights).max() < 1e-6
        assert read.multi.shape == own.multi.shape
        cosines = (read.multi.astype(float) * own.multi.astype(float)).sum(1)
        assert cosines.min() > LEAST_COSINE[engine_name]
    listed = [id_ for part in full.ids() for id_ in part]
    assert len(listed) == POINTS
    assert set(listed) == {point.id for point in ALL}


def test_an_empty_store_answers(opened: Opener) -> None:
    store = opened()
    assert store.count() == 0
    for channel in CHANNELS:
        assert store.nearest(channel, vectors(QUERIES[0])[channel], 5, Filter()) == []
    assert store.score(vectors(QUERIES[0]), []) == {channel: {} for channel in CHANNELS}
    assert list(store.ids()) == []
    assert store.read([_id(1)]) == []
    store.delete(["document 1"])
    store.upsert([], {})
    store.flush()
    store.close()


def test_writing_moving_deleting_and_opening_again(opened: Opener) -> None:
    store = opened()
    few = ALL[:120]
    store.upsert(few, DOCUMENTS)
    store.upsert(few[:30], DOCUMENTS)
    assert store.count() == 120
    changed = replace(few[0], embeddings=QUERIES[0])
    store.upsert([changed], DOCUMENTS)
    assert store.count() == 120
    best = store.nearest("dense", QUERIES[0].dense, 1, Filter())
    assert best[0][0] == changed.id
    assert best[0][1] == pytest.approx(1, abs=1e-3)

    store.delete(["document 1", "document 2", "not there"])
    assert store.count() == 116
    store.move("document 0", replace(DOCUMENTS["document 0"], folders=("/", "/neu – 新")))
    store.flush()
    store.close()

    again = opened()
    assert again.count() == 116
    moved = again.nearest("dense", QUERIES[0].dense, 10, Filter(folder="/neu – 新"))
    assert {id_ for id_, _ in moved} == {few[0].id, few[60].id}
    old = again.nearest("dense", QUERIES[0].dense, 200, Filter(folder=FOLDERS[0]))
    assert not {few[0].id, few[60].id} & {id_ for id_, _ in old}
    again.close()


def test_tidying_changes_no_answer(opened: Opener) -> None:
    store = opened()
    fill(store)
    store.delete([f"document {number}" for number in range(30)])
    before = [store.nearest("dense", query.dense, 10, Filter()) for query in QUERIES]
    while store.tidy():
        pass
    assert store.count() == POINTS // 2
    after = [store.nearest("dense", query.dense, 10, Filter()) for query in QUERIES]
    assert [[id_ for id_, _ in hits] for hits in after] == [
        [id_ for id_, _ in hits] for hits in before
    ]
    store.close()


def test_vectors_of_another_model_are_refused(engine_name: str, tmp_path: Path) -> None:
    if engine_name == "edge":
        pytest.skip("edge keeps a folder a model")
    for opener in _opener(engine_name, tmp_path):
        opener().close()
        with pytest.raises(StoreError, match="other vectors"):
            if engine_name == "local":
                LocalStore(tmp_path / "local", DIM + 1, MULTI_DIM)
            else:
                name = opener()._collection  # type: ignore[attr-defined]
                ServerStore(URL, name, DIM + 1, MULTI_DIM, api_key=KEY)


# The library leaves the lock file of a refused opening to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_two_owners_at_once_are_refused(engine_name: str, opened: Opener) -> None:
    if engine_name == "server":
        pytest.skip("a server has many clients")
    store = opened()
    with pytest.raises(StoreError, match="already open"):
        opened()
    store.close()
