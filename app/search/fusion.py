"""Weighted fusion: alpha * dense + beta * sparse + gamma * multi."""

from collections.abc import Mapping, Sequence

from app.embedding.folder import ChannelWeights
from app.search.model import ChannelScores, Mode
from app.store.base import Channel

_SINGLE: dict[str, ChannelWeights] = {
    "meaning": ChannelWeights(1.0, 0.0, 0.0),
    "words": ChannelWeights(0.0, 1.0, 0.0),
    "precise": ChannelWeights(0.0, 0.0, 1.0),
}


def weights_of(mode: Mode, smart: ChannelWeights) -> ChannelWeights:
    """What the channels count in a mode; smart: the weights of the model in use."""
    return _SINGLE.get(mode, smart)


def fuse(
    scores: Mapping[Channel, Mapping[str, float]],
    ids: Sequence[str],
    weights: ChannelWeights,
    *,
    sparse_scale: float,
    query_tokens: int,
) -> list[tuple[str, float, ChannelScores]]:
    """Ids with fused score and channel scores, in the order given.

    A sum of scores, not of ranks: rank fusion loses badly where one channel is weak, as sparse is
    across languages (nDCG@10 .72 against .95 German to English). sparse_scale: divides the
    sparse score. query_tokens: the engine's MaxSim is a sum over them, BGE-M3's a mean. A passage
    that shares no term with the query has no sparse score: 0.
    """
    fused = []
    for id_ in ids:
        channels = ChannelScores(
            dense=scores["dense"].get(id_, 0.0),
            sparse=scores["sparse"].get(id_, 0.0) / sparse_scale,
            multi=scores["multi"].get(id_, 0.0) / query_tokens,
        )
        score = (
            weights.dense * channels.dense
            + weights.sparse * channels.sparse
            + weights.multi * channels.multi
        )
        fused.append((id_, score, channels))
    return fused
