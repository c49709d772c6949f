"""Pooling of token vectors: its properties, on real and on made vectors."""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage

from app.embedding.folder import ModelFolder, open_model_folder
from app.embedding.pooling import kept_count, pooled
from app.embedding.service import BGEM3Service
from app.paths import compact_model_dir

TEXT = (
    "The tenant may end the lease with three months' notice. The deposit is three monthly rents "
    "and is paid back after the keys are returned. Die Kürbissuppe kocht zwanzig Minuten. "
    "Danach wird sie püriert und mit Ingwer, Kokosmilch und etwas Limettensaft abgeschmeckt."
)
QUESTIONS = ["How long is the notice period?", "Wie lange kocht die Suppe?", "Kaution zurück"]


@pytest.fixture(scope="module")
def whole() -> NDArray[np.float32]:
    """Every token vector of a text, unpooled."""
    folder = open_model_folder(compact_model_dir(), multi_vector_count=8192)
    ((_, [embeddings]),) = BGEM3Service(folder).encode_passages([TEXT])
    return embeddings.multi.astype(np.float32)


@pytest.fixture(scope="module")
def questions(service: BGEM3Service) -> list[NDArray[np.float32]]:
    return [found.multi.astype(np.float32) for found in service.encode_queries(QUESTIONS)]


def max_sim(question: NDArray[np.float32], passage: NDArray[np.float32]) -> float:
    return float((question @ passage.T).max(1).mean())


@pytest.mark.parametrize("count", [1, 2, 7, 16, 40])
def test_count_and_norms(whole: NDArray[np.float32], count: int) -> None:
    found = pooled(whole, count)
    assert found.shape == (min(count, len(whole)), whole.shape[1])
    assert found.dtype == np.float32
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert np.array_equal(found, pooled(whole, count))


def test_enough_room_changes_nothing(whole: NDArray[np.float32]) -> None:
    for count in (len(whole), len(whole) + 1, 8192):
        assert np.array_equal(pooled(whole, count), whole)
    assert len(pooled(whole[:0], 5)) == 0


def test_the_input_is_left_alone(whole: NDArray[np.float32]) -> None:
    before = whole.copy()
    pooled(whole, 5)
    assert np.array_equal(whole, before)


def test_a_pooled_passage_keeps_its_scores(
    whole: NDArray[np.float32], questions: list[NDArray[np.float32]]
) -> None:
    """Half the vectors keep MaxSim nearly; it can rise only where a mean lies between tokens."""
    half = pooled(whole, kept_count(len(whole), 0))
    for question in questions:
        before, after = max_sim(question, whole), max_sim(question, half)
        assert before - 0.05 < after < before + 0.02


def test_each_token_keeps_a_near_vector(whole: NDArray[np.float32]) -> None:
    half = pooled(whole, -(-len(whole) // 2))
    assert (whole @ half.T).max(1).mean() > 0.85


def test_copies_of_a_vector_become_one(whole: NDArray[np.float32]) -> None:
    ten = whole[:10]
    found = pooled(np.repeat(ten, 3, axis=0), 10)
    assert np.allclose(found, ten, atol=1e-3)  # float16's rounding
    assert pooled(np.repeat(ten[:1], 50, axis=0), 1).shape == (1, whole.shape[1])


def test_opposite_vectors_do_not_become_nan() -> None:
    found = pooled(np.array([[1, 0], [-1, 0]], np.float32), 1)
    assert np.isfinite(found).all()


@pytest.mark.parametrize("factor", [1.5, 2, 3, 8])
def test_it_is_wards_clustering(whole: NDArray[np.float32], factor: float) -> None:
    count = int(len(whole) / factor)
    labels = fcluster(linkage(whole, "ward"), count, "maxclust")
    sums = [whole[labels == label].sum(0) for label in dict.fromkeys(labels.tolist())]
    expected = np.stack([vector / np.linalg.norm(vector) for vector in sums])
    assert np.allclose(pooled(whole, count), expected, atol=1e-4)


def test_a_count_below_one_is_a_bug(whole: NDArray[np.float32]) -> None:
    with pytest.raises(ValueError, match="at least one"):
        pooled(whole, 0)


@pytest.mark.parametrize(
    ("tokens", "setting", "kept"), [(400, 0, 200), (7, 0, 4), (1, 0, 1), (400, 64, 64), (9, 64, 9)]
)
def test_how_many_are_kept(tokens: int, setting: int, kept: int) -> None:
    assert kept_count(tokens, setting) == kept


def test_queries_are_not_pooled(
    model_folder: ModelFolder, questions: list[NDArray[np.float32]]
) -> None:
    few = BGEM3Service(open_model_folder(model_folder.path, multi_vector_count=2))
    assert len(few.encode_query(QUESTIONS[0]).multi) == len(questions[0]) > 2
    ((_, [passage]),) = few.encode_passages([TEXT])
    assert len(passage.multi) == 2
