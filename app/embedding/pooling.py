"""Fewer token vectors a passage: alike ones become their mean."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Places = NDArray[np.intp]


def pooled(vectors: Floats, count: int) -> Floats:
    """At most `count` vectors that stand for these token vectors, each L2-normalised.

    vectors: float32 [tokens, dim], L2-normalised. With count >= tokens they come back as they
    are. Token pooling (Clavié, Chaffin & Adams 2024) by Ward's clustering (1963): of all merges of
    two clusters, the one that adds the least to the squared distances from the clusters' means
    comes first. Deterministic: ties go to the earlier token. Pooled vectors stand in the order of
    their first tokens. Raises ValueError for a count below 1.
    """
    if count < 1:
        raise ValueError(f"a passage needs at least one vector, not {count}")
    if count >= len(vectors):
        return vectors.astype(np.float32)
    wanted = len(vectors) - count
    costs, left, right = _merges(vectors.astype(np.float32), wanted)
    cheapest = np.argsort(costs, kind="stable")[:wanted]
    first = np.arange(len(vectors))
    first[right[cheapest]] = left[cheapest]
    while not np.array_equal(first, first[first]):
        first = first[first]
    clusters = np.unique(first)
    return _normalised((first == clusters[:, None]).astype(np.float32) @ vectors)


def kept_count(tokens: int, setting: int) -> int:
    """How many vectors a passage of so many token vectors keeps.

    setting: the most a passage may have; 0 for half of its token vectors, the point up to which
    the benchmark found no loss (benchmarks/multi_vectors.py).
    """
    return min(tokens, setting or -(-tokens // 2))


def _merges(vectors: Floats, wanted: int) -> tuple[Floats, Places, Places]:
    """Cost, first token of the left and of the right cluster of Ward's merges.

    Holds at least the `wanted` cheapest of the whole tree. A round merges all pairs of clusters
    that are each other's nearest: for Ward's criterion that gives the same tree as one merge at a
    time (Murtagh 1983), in a few rounds of whole-array steps.
    """
    means, sizes = vectors.copy(), np.ones(len(vectors), np.float32)
    names = np.arange(len(vectors))
    distances = _costs(means, sizes, means, sizes)
    np.fill_diagonal(distances, np.inf)
    found: list[tuple[Floats, Places, Places]] = []
    while True:
        left, right = _mutual_pairs(distances)
        found.append((distances[left, right], names[left], names[right]))
        means, sizes, distances, stay = _merge(means, sizes, distances, left, right)
        names = names[stay]
        costs = np.concatenate([cost for cost, _, _ in found])
        # What is still to come costs no less than the cheapest that is left.
        if len(costs) >= wanted and (
            len(names) == 1 or distances.min() >= np.partition(costs, wanted - 1)[wanted - 1]
        ):
            break
    return (
        costs,
        np.concatenate([name for _, name, _ in found]),
        np.concatenate([name for _, _, name in found]),
    )


def _costs(left: Floats, left_sizes: Floats, right: Floats, right_sizes: Floats) -> Floats:
    """float32 [left, right]: Ward's cost of merging two clusters, from their means and sizes."""
    squares = (left**2).sum(1)[:, None] + (right**2).sum(1) - 2 * (left @ right.T)
    harmonic = left_sizes[:, None] * right_sizes / (left_sizes[:, None] + right_sizes)
    cost: Floats = np.maximum(squares, 0) * harmonic
    return cost


def _mutual_pairs(distances: Floats) -> tuple[Places, Places]:
    """The pairs, left before right, in which each is the other's nearest; at least one."""
    places = np.arange(len(distances))
    nearest = distances.argmin(1)
    left = places[(nearest[nearest] == places) & (places < nearest)]
    if len(left):
        return left, nearest[left]
    closest = int(distances.min(1).argmin())  # ties in a circle
    pair = np.sort([closest, nearest[closest]])
    return pair[:1], pair[1:]


def _merge(
    means: Floats, sizes: Floats, distances: Floats, left: Places, right: Places
) -> tuple[Floats, Floats, Floats, NDArray[np.bool_]]:
    """Clusters after merging right[i] into left[i], and which of them stayed.

    Only the changed distances are computed.
    """
    total = sizes[left] + sizes[right]
    merged = means[left] * sizes[left][:, None] + means[right] * sizes[right][:, None]
    means[left] = merged / total[:, None]
    sizes[left] = total
    stay = np.ones(len(means), np.bool_)
    stay[right] = False
    changed = _costs(means[left], total, means, sizes)
    changed[np.arange(len(left)), left] = np.inf
    distances[left] = changed
    distances[:, left] = changed.T
    return means[stay], sizes[stay], distances[np.ix_(stay, stay)], stay


def _normalised(vectors: Floats) -> Floats:
    """Rows of length 1. Opposite vectors can cancel out; such a row stays as it is."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Floats = vectors / np.maximum(lengths, np.float32(1e-9))
    return unit
