"""The part of a page's text that is drawn around a passage, and what its lines are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.documents import formats
from app.documents.model import Block, PageKind

_AROUND = 6_000  # characters on either side of a passage: more than a page of them
_CELL = " | "
_PARAGRAPH = re.compile(r"\n\s*\n")
_FIELD = re.compile(r"[A-Za-z-]{2,12}: ")
_MAILS = ("eml", "msg", "mbox")
# Read by the reader of plain text, or as it stands, but written for people and not for machines.
_PROSE_NAMES = "txt log vtt srt sub lrc vcf ics tex bib ltx adoc asciidoc textile wiki po nfo"
_PROSE = frozenset(_PROSE_NAMES.split())
CODE = frozenset(
    kind
    for kind, reader in formats.READERS.items()
    if reader in ("text.read_text", "markup.read_json") and kind not in _PROSE
)
_WITHOUT_TABLES = CODE | _PROSE


@dataclass(frozen=True)
class Excerpt:
    """Text of a page around a passage.

    text: the part to draw; offset: where it begins in the page's text; start, end: the passage in
    `text`; before, after: whether the page goes on there; type: of the document; kind: of the
    page; blocks: headings and paragraphs in `text`, none when only the text is known.
    """

    text: str
    offset: int
    start: int
    end: int
    before: bool
    after: bool
    type: str
    kind: PageKind = ""
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Element:
    """What is drawn as one thing: rows of a table, else one span of text.

    rows: of a table the spans of its cells, row by row; level: of a heading, 1 to 6; has_header:
    whether the first row names the columns.
    """

    kind: Literal["heading", "paragraph", "code", "fields", "table"]
    span: tuple[int, int]
    level: int = 0
    rows: tuple[tuple[tuple[int, int], ...], ...] = ()
    has_header: bool = False


def cut_around(text: str, start: int, end: int, type_: str) -> Excerpt:
    """The text around text[start:end], cut between lines where there are any nearby."""
    first = max(0, start - _AROUND)
    if first:
        line = text.find("\n", first, start)
        first = line + 1 if line >= 0 else first
    last = min(len(text), end + _AROUND)
    if last < len(text):
        line = text.rfind("\n", end, last)
        last = line if line >= 0 else last
    return Excerpt(
        text=text[first:last],
        offset=first,
        start=start - first,
        end=end - first,
        before=first > 0,
        after=last < len(text),
        type=type_,
    )


def with_blocks(excerpt: Excerpt, blocks: Sequence[Block], kind: PageKind) -> Excerpt:
    """The excerpt with those of its page's blocks that are in it, moved and cut to fit."""
    shift, size = excerpt.offset, len(excerpt.text)
    inside = tuple(
        block._replace(start=max(0, block.start - shift), end=min(size, block.end - shift))
        for block in blocks
        if block.end > shift and block.start < shift + size
    )
    return replace(excerpt, kind=kind, blocks=inside)


def elements(excerpt: Excerpt) -> Iterator[Element]:
    """What to draw, in reading order."""
    blocks = list(excerpt.blocks or _guessed(excerpt.text))
    place = 0
    while place < len(blocks):
        table, used = _table(excerpt, blocks[place:])
        if table is not None:
            yield table
            place += used
            continue
        block = blocks[place]
        span = (block.start, block.end)
        if block.level:
            yield Element("heading", span, block.level)
        elif excerpt.type in CODE:
            yield Element("code", span)
        elif excerpt.type in _MAILS and place < 2 and _are_fields(excerpt.text[slice(*span)]):
            yield Element("fields", span)
        else:
            yield Element("paragraph", span)
        place += 1


def _guessed(text: str) -> Iterator[Block]:
    """Paragraphs between blank lines."""
    place = 0
    for gap in _PARAGRAPH.finditer(text):
        if gap.start() > place:
            yield Block(place, gap.start())
        place = gap.end()
    if place < len(text):
        yield Block(place, len(text))


def _are_fields(text: str) -> bool:
    return all(_FIELD.match(line) for line in text.split("\n"))


def _table(excerpt: Excerpt, blocks: Sequence[Block]) -> tuple[Element | None, int]:
    """The table that the blocks begin with, and how many of them it takes."""
    if excerpt.type in _WITHOUT_TABLES:
        return None, 0
    text, in_sheet = excerpt.text, excerpt.kind == "sheet" or excerpt.type in ("csv", "tsv")
    rows: list[tuple[int, int]] = []
    used = 0
    for block in blocks:
        lines = _lines(text, block)
        is_tight = bool(rows) and "\n\n" not in text[rows[-1][1] : block.start]
        is_rows = all(_CELL in text[start:end] for start, end in lines)
        if block.level and not (used == 0 and is_rows):
            break
        if not is_rows and not (in_sheet and is_tight):
            break
        if in_sheet and rows and not is_tight:
            break
        rows += lines
        used += 1
    if not rows or (len(rows) == 1 and not in_sheet and not blocks[0].level):
        return None, 0
    cells = tuple(tuple(_cells(text, start, end)) for start, end in rows)
    has_header = bool(blocks[0].level) or excerpt.type == "md"
    return Element("table", (rows[0][0], rows[-1][1]), 0, cells, has_header), used


def _lines(text: str, block: Block) -> list[tuple[int, int]]:
    found, place = [], block.start
    for line in text[block.start : block.end].split("\n"):
        found.append((place, place + len(line)))
        place += len(line) + 1
    return found


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for cell in text[start:end].split(_CELL):
        yield start, start + len(cell)
        start += len(cell) + len(_CELL)
