"""Ways to make token vectors smaller, as functions from vectors to what comes back of them."""

from functools import lru_cache

import numpy as np
import report  # noqa: F401  # makes `app` importable
from numpy.typing import NDArray

from app.embedding.axes import Axes
from app.embedding.pooling import pooled

Vectors = NDArray[np.float32]
_SAMPLE = 200_000  # normal numbers that the levels are fitted on


def projected(vectors: Vectors, mean: Vectors, directions: Vectors) -> Vectors:
    """Centred, on fewer axes, of length 1."""
    return Axes(mean, directions).project(vectors)


def words_only(vectors: Vectors, idf: Vectors) -> Vectors:
    """Without punctuation, whose IDF is -1; at least one."""
    return vectors[idf >= 0] if (idf >= 0).any() else vectors[:1]


def int8(vectors: Vectors) -> Vectors:
    """255 even steps with a scale a vector."""
    scale = np.maximum(np.abs(vectors).max(1, keepdims=True), 1e-9) / 127
    found: Vectors = np.round(vectors / scale) * scale
    return found


def quantised(vectors: Vectors, bits: int, axes: int) -> Vectors:
    """TurboQuant (Zandieh et al. 2025): a random rotation makes every component nearly normal;
    each goes to the nearest of 2^bits levels that are best for a normal distribution."""
    rotation, levels = _rotation(axes), _levels(bits)
    components = vectors @ rotation * np.float32(np.sqrt(axes))
    borders = (levels[1:] + levels[:-1]) / 2
    found = levels[np.digitize(components, borders)] @ rotation.T
    unit: Vectors = found / np.linalg.norm(found, axis=1, keepdims=True)
    return unit


def to_share(vectors: Vectors, factor: float) -> Vectors:
    """Pooled to one in `factor`."""
    return pooled(vectors, int(np.ceil(len(vectors) / factor)))


def to_count(vectors: Vectors, count: int) -> Vectors:
    """Pooled to a fixed number."""
    return pooled(vectors, count)


def kmeans(vectors: Vectors, factor: int = 2, rounds: int = 8) -> Vectors:
    """Spherical k-means to one in `factor`, from evenly spaced tokens."""
    centres = vectors[::factor].copy()
    for _ in range(rounds):
        labels = (vectors @ centres.T).argmax(1)
        sums = np.zeros_like(centres)
        np.add.at(sums, labels, vectors)
        used = np.bincount(labels, minlength=len(centres)) > 0
        centres = sums[used] / np.maximum(np.linalg.norm(sums[used], axis=1, keepdims=True), 1e-9)
    return centres


def dropped(vectors: Vectors, idf: Vectors, share: float) -> Vectors:
    """Only the share of the tokens that the fewest passages have."""
    keep = np.argsort(-idf, kind="stable")[: int(np.ceil(len(vectors) * share))]
    return vectors[np.sort(keep)]


@lru_cache
def _rotation(axes: int) -> Vectors:
    chance = np.random.default_rng(0)
    return np.linalg.qr(chance.standard_normal((axes, axes)))[0].astype(np.float32)


@lru_cache
def _levels(bits: int) -> Vectors:
    """Lloyd-Max levels of the normal distribution, fitted on its quantiles."""
    values = np.sort(np.random.default_rng(0).standard_normal(_SAMPLE))
    levels = np.quantile(values, (np.arange(2**bits) + 0.5) / 2**bits)
    for _ in range(100):
        edges = np.searchsorted(values, (levels[1:] + levels[:-1]) / 2)
        levels = np.array([part.mean() for part in np.split(values, edges)])
    return levels.astype(np.float32)
