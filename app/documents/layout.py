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
    broken: bool  # some word of it goes on behind it

    @property
    def length(self) -> int:
        return sum(len(word.text) + 1 for word in self.words)


def paragraphs(words: Sequence[PlacedWord], number: int, aspect: float) -> Page:
    """A page from its words in reading order.

    aspect: height of the page divided by its width. Lines become paragraphs by their distance
    and size, hyphenated words are joined and keep a box for each half.
    """
    lines = list(_lines(words))
    if not lines:
        return Page(number, "", (), kind="page")
    heights = [[line.height] * len(line.words) for line in lines]
    height = _middle(list(itertools.chain.from_iterable(heights)), high=True)
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
    """The words that have text, by line."""
    current: list[PlacedWord] = []
    tops: list[float] = []
    heights: list[float] = []
    top = bottom = 0.0
    hyphen = broken = False
    for word in words:
        text, (_, y0, _, y1), starts_line, goes_on = word
        if not text:
            continue
        # Right-to-left text and rows of cells run either way; a line break is the PDF's own.
        same = top <= (y0 + y1) / 2 <= bottom and not (starts_line and hyphen)
        if current and not same:
            yield _Line(tuple(current), _middle(tops), _middle(heights), broken)
            current, tops, heights, broken = [], [], [], False
        current.append(word)
        tops.append(y0)
        heights.append(y1 - y0)
        broken |= goes_on
        top, bottom, hyphen = y0, y1, goes_on
    if current:
        yield _Line(tuple(current), _middle(tops), _middle(heights), broken)


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
    lengths: list[int] = []  # of the words as they are written
    gaps: list[int] = []  # behind each of them
    blocks = []
    start = 0
    for group in groups:
        opened = len(lengths)
        for place, line in enumerate(group):
            following = group[place + 1].words[0] if place + 1 < len(group) else None
            texts, spaces = _written(line, following)
            parts += [" ".join(texts)] if 0 not in spaces[:-1] else _strung(texts, spaces[:-1])
            parts.append(" " if spaces[-1] else "")
            lengths += map(len, texts)
            gaps += spaces
        parts[-1] = "\n\n"
        gaps[-1] = 2
        end = start + sum(lengths[opened:]) + sum(gaps[opened:]) - 2
        blocks.append(Block(start, end, 2 if _is_heading(group, usual_height, aspect) else 0))
        start = end + 2
    ends = np.cumsum(np.add(lengths, gaps)) - gaps
    spans = np.stack([ends - lengths, ends], axis=1).astype(np.int32)
    boxes = itertools.chain.from_iterable(
        word.box for group in groups for line in group for word in line.words
    )
    flat = np.fromiter(boxes, np.float32, 4 * len(spans))
    words = Words(spans, flat.reshape(-1, 4))
    return Page(number, "".join(parts[:-1]), tuple(blocks), words, "page")


def _written(line: _Line, following: PlacedWord | None) -> tuple[list[str], list[int]]:
    """The words of a line, and how many spaces are behind each: 0 where its second half follows.

    following: the word that begins the next line of the paragraph.
    """
    words = line.words
    texts = [word.text for word in words]
    spaces = [1] * len(words)
    if line.broken:
        for place, word in enumerate(words[:-1]):
            texts[place], joined = _joined(word, words[place + 1], False)
            spaces[place] = not joined
    texts[-1], joined = _joined(words[-1], following, True)
    spaces[-1] = not joined
    return texts, spaces


def _strung(texts: list[str], spaces: list[int]) -> list[str]:
    """Words with the spaces between them."""
    return [text + " " * space for text, space in zip(texts, [*spaces, 0], strict=True)]


def _joined(word: PlacedWord, following: PlacedWord | None, ends_line: bool) -> tuple[str, bool]:
    """The word's text, and whether the next word is its second half."""
    if following is None:
        return word.text, False
    if word.goes_on:
        keep = not following.text[0].islower() or not word.text[-1].isalpha()
        return (f"{word.text}-" if keep else word.text), True
    hyphenated = (
        ends_line
        and len(word.text) > 2
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
