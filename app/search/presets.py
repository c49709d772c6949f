"""Presets: what meaning, words and precision count in Smart, chosen for each query."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.embedding.folder import ChannelWeights
from app.errors import QT_TRANSLATE_NOOP
from app.search.query import Parsed

AUTO = "auto"
CUSTOM = "custom"
BALANCED = "balanced"
_BALANCED = (0.4, 0.2, 0.4)
# The published weights of dense, sparse and multi: BGE-M3's README (balanced), its evaluations
# across languages and of long documents, and the weights that GenericRAG was documented with.
_PUBLISHED = {
    "balanced": _BALANCED,
    "cross-language": (1.0, 0.1, 1.0),
    "exact": (0.15, 0.5, 0.35),
    "keywords": (0.4, 0.3, 0.3),
}
PRESETS = (AUTO, *_PUBLISHED)
PRESET_LABELS = {
    AUTO: QT_TRANSLATE_NOOP("Preset", "What suits the query"),
    "balanced": QT_TRANSLATE_NOOP("Preset", "Balanced"),
    "cross-language": QT_TRANSLATE_NOOP("Preset", "Across languages"),
    "exact": QT_TRANSLATE_NOOP("Preset", "Exact wording"),
    "keywords": QT_TRANSLATE_NOOP("Preset", "A few words"),
    CUSTOM: QT_TRANSLATE_NOOP("Preset", "As set"),
}
# A code: letters and digits in one word, digits in groups, or a long number. Years are none.
_CODE = re.compile(r"(?=\S*\d)(?:\S*[^\W\d_]\S*|\d+(?:[-/.]\d+)+|\d{5,})\W*")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|er|s|%)\W*", re.IGNORECASE)  # 1st, 90er, 1990s
_FEW_WORDS = 2
_SPOKEN = 0.2  # share of the passages from which on the library speaks the query's language


@dataclass(frozen=True)
class Preset:
    """Weights and what they are called."""

    name: str
    weights: ChannelWeights


def preset(name: str, model: ChannelWeights) -> Preset:
    """A preset for a model.

    model: its own weights, which are its "balanced". The published ones are for BGE-M3, whose
    sparse scores have another scale, so what carries over is their ratio to the balanced ones.
    """
    if name == "balanced":
        return Preset(name, model)
    dense, sparse, multi = (
        weight * published / balanced
        for weight, published, balanced in zip(
            (model.dense, model.sparse, model.multi), _PUBLISHED[name], _BALANCED, strict=True
        )
    )
    size = (dense + sparse + multi) / (model.dense + model.sparse + model.multi)
    return Preset(name, ChannelWeights(dense / size, sparse / size, multi / size))


def choose(parsed: Parsed, language: str, library: Mapping[str, int]) -> str:
    """The name of the preset that suits a query.

    language: of the query, "" when it cannot be told; library: passages by language.
    """
    words = parsed.text.split()
    codes = [w for w in words if _CODE.fullmatch(w) and not _ORDINAL.fullmatch(w)]
    if parsed.is_exact or (codes and len(codes) >= len(words) / 3):
        return "exact"
    known = sum(count for code, count in library.items() if code)
    if language and known and library.get(language, 0) < _SPOKEN * known:
        return "cross-language"
    return "keywords" if len(words) <= _FEW_WORDS else "balanced"


def with_settings(
    chosen: Preset, alpha: float | None, beta: float | None, gamma: float | None
) -> Preset:
    """The preset with the weights that the user has set; None for those left to us."""
    if alpha is None and beta is None and gamma is None:
        return chosen
    own = chosen.weights
    return Preset(
        CUSTOM,
        ChannelWeights(
            own.dense if alpha is None else alpha,
            own.sparse if beta is None else beta,
            own.multi if gamma is None else gamma,
        ),
    )
