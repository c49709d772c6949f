"""Words on a page to lines, paragraphs and headings."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from app.documents.model import Block, Page, Words

_HEADING_SIZE = 1.18  # times the usual line height
_LONGEST_HEADING = 120  # characters
_PARAGRAPH_GAP = 1.35  # times the usual distance of two lines
_ENDS_SENTENCE = re.compile(r"[.!?:;…。！？][\"'”’»)\]]*$")
# "Ein- und Ausgang": the hyphen before these belongs to the word.
_CONJUNCTIONS = {"und", "oder", "bzw.", "sowie", "and", "or", "to", "bis"}


class PlacedWord(NamedTuple):
    """A word and where it stands.

    box: x0, y0, x1, y1 as fractions of the visible page; starts_line: the PDF's own text breaks
    the line before it; goes_on: it is hyphenated and the next word is its second half.
    """

    text: str
    box: tuple[float, float, float, float]
    starts_line: bool
    goes_on: bool


@dataclass(frozen=True)
class _Line:
    words: tuple[PlacedWord, ...]
    top: float
    height: float  # of its usual word: a raised note does not make the line larger

    @property
    def length(self) -> int:
        return sum(len(word.text) + 1 for word in self.words)


def paragraphs(words: Sequence[PlacedWord], number: int, aspect: float) -> Page:
    """A page from its words in reading order.

    aspect: height of the page divided by its width. Lines become paragraphs by their distance
    and size, hyphenated words are joined and keep a box for each half.
    """
    lines = list(_lines([word for word in words if word.text]))
    if not lines:
        return Page(number, "", (), kind="page")
    height = _middle([line.height for line in lines for _ in line.words], high=True)
    steps = [b.top - a.top for a, b in itertools.pairwise(lines)]
    forward = [step for step in steps if 0.5 * height < step < 4 * height]
    usual = _middle(forward) if forward else 1.5 * height
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and not _opens_paragraph(groups[-1][-1], line, usual):
            groups[-1].append(line)
        else:
            groups.append([line])
    return _page(groups, number, height, aspect)


def _lines(words: Sequence[PlacedWord]) -> Iterator[_Line]:
    current: list[PlacedWord] = []
    top = bottom = 0.0
    goes_on = False
    for word in words:
        _, y0, _, y1 = word.box
        # Right-to-left text and rows of cells run either way; a line break is the PDF's own.
        same = top <= (y0 + y1) / 2 <= bottom and not (word.starts_line and goes_on)
        if current and not same:
            yield _line(current)
            current = []
        current.append(word)
        top, bottom, goes_on = y0, y1, word.goes_on
    if current:
        yield _line(current)


def _line(words: list[PlacedWord]) -> _Line:
    return _Line(
        tuple(words),
        _middle([word.box[1] for word in words]),
        _middle([word.box[3] - word.box[1] for word in words]),
    )


def _middle(values: list[float], *, high: bool = False) -> float:
    """The median; of an even number of values the lower or higher of the two in the middle."""
    values.sort()
    return values[(len(values) - (not high)) // 2]


def _opens_paragraph(before: _Line, line: _Line, usual: float) -> bool:
    if before.words[-1].goes_on:
        return False
    size = line.height / before.height if before.height else 1.0
    if not 1 / _HEADING_SIZE < size < _HEADING_SIZE:
        return True
    step = line.top - before.top
    if step > _PARAGRAPH_GAP * usual:
        return True
    if step < -0.5 * usual:  # the next column: the sentence may go on there
        return bool(_ENDS_SENTENCE.search(before.words[-1].text))
    return False


def _page(groups: list[list[_Line]], number: int, usual_height: float, aspect: float) -> Page:
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    blocks = []
    length = 0
    for group in groups:
        start = length
        for number_of_line, line in enumerate(group):
            last = line.words[-1]
            for place, word in enumerate(line.words):
                text, joined = word.text, False
                if word is last or word.goes_on:
                    following = _following(group, number_of_line, place)
                    text, joined = _joined(word, following, word is last)
                starts.append(length)
                length += len(text)
                ends.append(length)
                parts.append(text)
                if not joined:
                    parts.append(" ")
                    length += 1
        if parts[-1] == " ":
            parts.pop()
            length -= 1
        level = 2 if _is_heading(group, usual_height, aspect) else 0
        blocks.append(Block(start, length, level))
        parts.append("\n\n")
        length += 2
    spans = np.array([starts, ends], np.int32).T
    boxes = [word.box for group in groups for line in group for word in line.words]
    flat = np.fromiter(itertools.chain.from_iterable(boxes), np.float32, 4 * len(boxes))
    words = Words(np.ascontiguousarray(spans), flat.reshape(-1, 4))
    return Page(number, "".join(parts[:-1]), tuple(blocks), words, "page")


def _following(group: list[_Line], line: int, place: int) -> PlacedWord | None:
    """The word behind one, in its paragraph."""
    if place + 1 < len(group[line].words):
        return group[line].words[place + 1]
    return group[line + 1].words[0] if line + 1 < len(group) else None


def _joined(word: PlacedWord, following: PlacedWord | None, ends_line: bool) -> tuple[str, bool]:
    """The word's text, and whether the next word is its second half."""
    if following is None or not (ends_line or word.goes_on):
        return word.text, False
    if word.goes_on:
        keep = not following.text[0].islower() or not word.text[-1].isalpha()
        return (f"{word.text}-" if keep else word.text), True
    hyphenated = (
        len(word.text) > 2
        and word.text[-1] in "-\u2010"
        and word.text[-2].isalpha()
        and following.text[0].islower()
        and following.text not in _CONJUNCTIONS
    )
    return (word.text[:-1], True) if hyphenated else (word.text, False)


def _is_heading(group: list[_Line], usual_height: float, aspect: float) -> bool:
    return (
        len(group) <= 2
        and group[0].height >= _HEADING_SIZE * usual_height
        and sum(line.length for line in group) <= _LONGEST_HEADING
        and any(_is_level_word(word, aspect) for line in group for word in line.words)
    )


def _is_level_word(word: PlacedWord, aspect: float) -> bool:
    """Whether a word has letters enough to say something and runs across the page, not up it."""
    x0, y0, x1, y1 = word.box
    return sum(char.isalpha() for char in word.text) > 2 and x1 - x0 > 0.7 * (y1 - y0) * aspect
