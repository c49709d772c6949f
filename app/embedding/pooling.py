"""Fewer token vectors a passage: alike ones become their mean."""

import numpy as np
from numpy.typing import NDArray


def pooled(vectors: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    """At most `count` vectors that stand for these token vectors, each L2-normalised.

    vectors: float32 [tokens, dim], L2-normalised. With count >= tokens they come back as they
    are. Token pooling (Clavié, Chaffin & Adams 2024) with Ward's criterion: the merge that adds
    the least to the squared distances from the clusters' means comes first. A round merges all
    pairs that are each other's nearest, which for this criterion gives the same tree as one merge
    at a time (Murtagh 1983) in a handful of rounds; only the last round, which stops at `count`,
    takes the best of its pairs. Deterministic: ties go to the earlier token.

    Pooled vectors stand in the order of their first tokens. Raises ValueError for a count below 1.
    """
    if count < 1:
        raise ValueError(f"a passage needs at least one vector, not {count}")
    means = vectors.astype(np.float32)
    if count >= len(means):
        return means
    sizes = np.ones(len(means), np.float32)
    distances = _distances(means, sizes, means, sizes)
    np.fill_diagonal(distances, np.inf)
    while len(means) > count:
        left, right = _mutual_pairs(distances, len(means) - count)
        means, sizes, distances = _merge(means, sizes, distances, left, right)
    return _normalised(means)


def kept_count(tokens: int, setting: int) -> int:
    """How many vectors a passage of so many token vectors keeps.

    setting: the most a passage may have; 0 for half of its token vectors, the point up to which
    the benchmark found no loss (benchmarks/multi_vectors.py).
    """
    return min(tokens, setting or -(-tokens // 2))


def _distances(
    left: NDArray[np.float32],
    left_sizes: NDArray[np.float32],
    right: NDArray[np.float32],
    right_sizes: NDArray[np.float32],
) -> NDArray[np.float32]:
    """float32 [left, right]: Ward's cost of merging two clusters, of their means and sizes."""
    squares = (left**2).sum(1)[:, None] + (right**2).sum(1) - 2 * (left @ right.T)
    harmonic = left_sizes[:, None] * right_sizes / (left_sizes[:, None] + right_sizes)
    cost: NDArray[np.float32] = np.maximum(squares, 0) * harmonic
    return cost


def _mutual_pairs(
    distances: NDArray[np.float32], most: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The cheapest pairs, at most so many, in which each is the other's nearest; at least one."""
    places = np.arange(len(distances))
    nearest = distances.argmin(1)
    left = places[(nearest[nearest] == places) & (places < nearest)]
    right = nearest[left]
    if not len(left):  # ties in a circle
        closest = int(distances.min(1).argmin())
        left, right = np.sort([closest, nearest[closest]])[:, None]
    order = np.argsort(distances[left, right], kind="stable")[:most]
    return left[order], right[order]


def _merge(
    means: NDArray[np.float32],
    sizes: NDArray[np.float32],
    distances: NDArray[np.float32],
    left: NDArray[np.intp],
    right: NDArray[np.intp],
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Clusters after merging right[i] into left[i]; only the changed distances are computed."""
    total = sizes[left] + sizes[right]
    merged = means[left] * sizes[left][:, None] + means[right] * sizes[right][:, None]
    means[left] = merged / total[:, None]
    sizes[left] = total
    stay = np.ones(len(means), np.bool_)
    stay[right] = False
    changed = _distances(means[left], total, means, sizes)
    changed[np.arange(len(left)), left] = np.inf
    distances[left] = changed
    distances[:, left] = changed.T
    return means[stay], sizes[stay], distances[np.ix_(stay, stay)]


def _normalised(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rows of length 1. Opposite vectors can cancel out; such a row stays as it is."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: NDArray[np.float32] = vectors / np.where(lengths > 0, lengths, 1).astype(np.float32)
    return unit
