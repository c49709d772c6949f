"""Weighted fusion."""

import pytest

from app.embedding.folder import ChannelWeights
from app.search.fusion import fuse, weights_of

SCORES = {
    "dense": {"a": 0.9, "b": 0.8},
    "sparse": {"a": 2.0},
    "multi": {"a": 6.0, "b": 9.0},
}


def test_channels_times_weights_add_up_to_the_score() -> None:
    weights = ChannelWeights(0.3, 0.1, 0.6)
    for _, score, channels in fuse(SCORES, ["a", "b"], weights, sparse_scale=4.0, query_tokens=10):
        parts = 0.3 * channels.dense + 0.1 * channels.sparse + 0.6 * channels.multi
        assert score == pytest.approx(parts)


def test_scales_are_those_of_bge_m3() -> None:
    (_, _, a), (_, _, b) = fuse(
        SCORES, ["a", "b"], ChannelWeights(1, 1, 1), sparse_scale=4.0, query_tokens=10
    )
    assert (a.sparse, a.multi) == pytest.approx((0.5, 0.6))
    assert (b.sparse, b.multi) == pytest.approx((0.0, 0.9))


@pytest.mark.parametrize(("mode", "first"), [("meaning", "a"), ("words", "a"), ("precise", "b")])
def test_a_mode_counts_its_own_channel_alone(mode: str, first: str) -> None:
    weights = weights_of(mode, ChannelWeights(0.3, 0.1, 0.6))  # type: ignore[arg-type]
    fused = fuse(SCORES, ["a", "b"], weights, sparse_scale=4.0, query_tokens=10)
    assert max(fused, key=lambda entry: entry[1])[0] == first
    assert sorted((weights.dense, weights.sparse, weights.multi)) == [0, 0, 1]
