"""Words, phrases and beginnings of words that must stand in a text, or must not."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from app.index.words import folded, is_unspaced, match_phrase

Span = tuple[int, int]
# What typesetting turns quotation marks and dashes into.
_PLAIN = str.maketrans("‘’‚‛ʼ“”„‐‑‒–—−", "'''''\"\"\"------")


@dataclass(frozen=True)
class Term:
    """Something literal. kind: "prefix" for the beginning of a word."""

    text: str
    kind: Literal["word", "phrase", "prefix"] = "word"

    def spans(self, text: str) -> list[Span]:
        """Where it stands in a text.

        Case, accents and the shape of quotes and dashes do not matter, nor do line breaks and
        hyphens that a line break brought; it begins and ends where words do.
        """
        plain, places = _folded_with_places(text)
        return [
            (places[found.start()], places[found.end() - 1] + 1)
            for found in self._pattern().finditer(plain)
            if found.end() > found.start()
        ]

    def is_in(self, text: str) -> bool:
        """Whether it stands in a text."""
        return bool(self._pattern().search(text.translate(_FOLDS)))

    def expression(self) -> str:
        """An FTS5 expression that finds all passages it stands in, perhaps more; "" for any."""
        return match_phrase(self.text, prefix=self.kind == "prefix")

    def _pattern(self) -> re.Pattern[str]:
        return _compiled(self.text, self.kind == "prefix")


@dataclass(frozen=True)
class Literals:
    """required: of each group at least one must stand in the text; excluded: none may.

    preferred: a text that has them is the better for it.
    """

    required: tuple[tuple[Term, ...], ...] = ()
    excluded: tuple[Term, ...] = ()
    preferred: tuple[Term, ...] = ()

    def accept(self, text: str) -> bool:
        """Whether a text has all that is required and nothing that is excluded."""
        return all(any(term.is_in(text) for term in group) for group in self.required) and not any(
            term.is_in(text) for term in self.excluded
        )

    def expression(self) -> str:
        """An FTS5 expression that every acceptable passage meets; "" when all may do."""
        groups = []
        for group in self.required:
            ways = [term.expression() for term in group]
            if all(ways):
                groups.append("(" + " OR ".join(ways) + ")")
        return " AND ".join(groups)

    def marks(self, text: str) -> list[Span]:
        """Where the required and preferred terms stand in a text, in order."""
        return sorted(
            span
            for group in (*self.required, self.preferred)
            for term in group
            for span in term.spans(text)
        )


def any_of(expressions: Sequence[str], all_of: str) -> str:
    """An FTS5 expression for any of the first that also meets the other; "" may stand for either.

    With nothing to choose from, all that meets the other.
    """
    ways = " OR ".join(expression for expression in expressions if expression)
    if ways and all_of:
        return f"({ways}) AND {all_of}"
    return ways or all_of


@lru_cache(maxsize=256)
def _compiled(text: str, prefix: bool) -> re.Pattern[str]:
    chars = " ".join(folded(unicodedata.normalize("NFC", text)).translate(_PLAIN).split())
    parts = []
    for place, char in enumerate(chars):
        after = chars[place + 1 : place + 2]
        before = chars[place - 1 : place] if place else ""
        if char == " ":
            parts.append(r"\s+")
        elif char == "-" and before.isalpha() and after.isalpha():
            parts.append(r"-?\s*")
        elif is_unspaced(char) and after and is_unspaced(after):
            parts.append(re.escape(char) + r"\s*")
        elif char.isalpha() and after.isalpha():
            parts.append(re.escape(char) + r"(?:-[ \t]*\n\s*)?")
        else:
            parts.append(re.escape(char))
    begin = r"(?<![^\W_])" if _is_of_word(chars[:1]) else ""
    end = r"(?![^\W_])" if _is_of_word(chars[-1:]) and not prefix else ""
    rest = r"[^\W_]*" if prefix else ""
    return re.compile(begin + "".join(parts) + rest + end)


def _is_of_word(char: str) -> bool:
    return bool(char) and char.isalnum() and not is_unspaced(char)


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place of its origin."""
    parts = [_folded_char(char) for char in text]
    places = [place for place, part in enumerate(parts) for _ in part]
    return "".join(parts), places


@lru_cache(maxsize=4096)
def _folded_char(char: str) -> str:
    return folded(char).translate(_PLAIN)


class _Folds(dict[int, str]):
    """Code point -> its folded form, for str.translate, which is ten times as fast."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded_char(chr(code))
        return self[code]


_FOLDS = _Folds()
