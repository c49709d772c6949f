"""Passages with all but the same words."""

import re
from dataclasses import dataclass
from functools import cached_property

from app.index.words import folded
from app.search.model import ChannelScores

# Jaccard similarity of three-word shingles (Broder 1997); a changed word costs three of them, and
# of a text of 25 words that leaves .77.
_NEAR = 0.75
_NUMBER = re.compile(r"\w*\d\w*")
_WORD = re.compile(r"\w+")
# Near-duplicates are near in every channel; this spares most pairs the shingles.
_NEAR_SCORES = 0.05


@dataclass(frozen=True)
class Fingerprint:
    """What is compared of a passage."""

    text: str
    channels: ChannelScores

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Its numbers and codes."""
        return frozenset(_NUMBER.findall(self.text))

    @cached_property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """Every three words in a row; of a shorter text all its words."""
        words = _WORD.findall(folded(self.text))
        return frozenset(tuple(words[i : i + 3]) for i in range(max(1, len(words) - 2)))

    def is_near(self, other: "Fingerprint") -> bool:
        """Whether both say the same: passages that differ in a number do not."""
        shorter, longer = sorted((len(self.text), len(other.text)))
        if shorter < _NEAR * longer or not self._scores_near(other):
            return False
        if self.numbers != other.numbers:
            return False
        shared = len(self.shingles & other.shingles)
        return shared >= _NEAR * (len(self.shingles) + len(other.shingles) - shared)

    def _scores_near(self, other: "Fingerprint") -> bool:
        mine, its = self.channels, other.channels
        return (
            abs(mine.dense - its.dense) < _NEAR_SCORES
            and abs(mine.multi - its.multi) < _NEAR_SCORES
        )
