"""Which preset suits which query, and what it makes of a model's weights."""

import pytest

from app.embedding.folder import ChannelWeights
from app.search.presets import PRESETS, choose, preset, with_settings
from app.search.query import parse

BGE_M3 = ChannelWeights(0.4, 0.2, 0.4)
COMPACT = ChannelWeights(0.3, 0.1, 0.6)
ENGLISH = {"en": 900, "de": 20, "": 40}
MIXED = {"en": 500, "de": 500}


@pytest.mark.parametrize(
    ("query", "language", "library", "name"),
    [
        ("when does the tenancy end this year", "en", ENGLISH, "balanced"),
        ("wann endet das Mietverhältnis dieses Jahr", "de", ENGLISH, "cross-language"),
        ("wann endet das Mietverhältnis dieses Jahr", "de", MIXED, "balanced"),
        ("wann endet das Mietverhältnis dieses Jahr", "de", {"": 5}, "balanced"),
        ('wer sagte "genau so" dazu', "de", ENGLISH, "exact"),
        ("invoice 2025-0417", "", ENGLISH, "exact"),
        ("E-07", "", ENGLISH, "exact"),
        ("573c BGB", "", ENGLISH, "exact"),
        ("how many people lived there in 2015 and 1990", "en", ENGLISH, "balanced"),
        ("what happened in the 1990s and on the 3rd of May 2015", "en", ENGLISH, "balanced"),
        ("roof repair", "", ENGLISH, "keywords"),
        ("Dach", "", ENGLISH, "keywords"),
    ],
)
def test_the_preset_that_suits(
    query: str, language: str, library: dict[str, int], name: str
) -> None:
    assert choose(parse(query), language, library) == name


def test_for_bge_m3_the_presets_are_the_published_ones() -> None:
    def shares(name: str) -> tuple[float, ...]:
        weights = preset(name, BGE_M3).weights
        return (weights.dense, weights.sparse, weights.multi)

    assert shares("balanced") == pytest.approx((0.4, 0.2, 0.4))
    assert shares("cross-language") == pytest.approx((1 / 2.1, 0.1 / 2.1, 1 / 2.1))
    assert shares("exact") == pytest.approx((0.15, 0.5, 0.35))
    assert shares("keywords") == pytest.approx((0.4, 0.3, 0.3))


@pytest.mark.parametrize("name", PRESETS[1:])
def test_a_model_of_its_own_scale_keeps_its_balance_and_its_sum(name: str) -> None:
    weights = preset(name, COMPACT).weights
    assert weights.dense + weights.sparse + weights.multi == pytest.approx(1.0)
    if name == "balanced":
        assert (weights.dense, weights.sparse, weights.multi) == pytest.approx((0.3, 0.1, 0.6))
    assert (weights.sparse > 0.11) == (name in ("exact", "keywords"))
    assert (weights.sparse < 0.09) == (name == "cross-language")


def test_what_the_user_sets_counts_and_the_rest_stays() -> None:
    chosen = preset("balanced", BGE_M3)
    assert with_settings(chosen, None, None, None) == chosen
    own = with_settings(chosen, None, 0.7, None)
    assert own.name == "custom"
    assert own.weights == ChannelWeights(chosen.weights.dense, 0.7, chosen.weights.multi)
