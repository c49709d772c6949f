"""reStructuredText and Org: text whose headings are marked in it."""

import re
from collections.abc import Iterator

from app.documents.model import Document
from app.documents.source import Source
from app.documents.text import decode
from app.documents.text_tools import PageBuilder, clean, first_heading, one_line

_RULE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}\s*$")
_ORG_HEADING = re.compile(r"(\*{1,6})\s+(?:(?:TODO|DONE)\s+)?(.*?)(?:\s+:[\w@:]+:)?\s*$")
_ORG_TITLE = re.compile(r"#\+title:\s*(.+)", re.IGNORECASE)
_ORG_HIDDEN = re.compile(r"\s*(?:#\+\w+:?.*|:\w+:.*)$")

_Line = tuple[int, str, int]  # number, text, level of the heading it is


def read_rst(source: Source) -> Document:
    """A reStructuredText file, underlined lines as headings. Raises UnreadableFile."""
    return _document("rst", "", _rst_lines(clean(decode(source.data())).split("\n")))


def read_org(source: Source) -> Document:
    """An Org file, starred lines as headings, settings and drawers' marks left out.

    Raises UnreadableFile.
    """
    text = clean(decode(source.data()))
    title = _ORG_TITLE.search(text)
    return _document("org", one_line(title.group(1)) if title else "", _org_lines(text.split("\n")))


def _document(kind: str, title: str, lines: Iterator[_Line]) -> Document:
    builder = PageBuilder()
    block: list[str] = []
    start = 0
    for number, text, level in lines:
        if level or not text.strip():
            builder.add("\n".join(block), at=start)
            block = []
        if level:
            builder.add(one_line(text), level, number)
        elif text.strip():
            start = start if block else number
            block.append(text)
    builder.add("\n".join(block), at=start)
    page = builder.page(None, "lines")
    return Document(kind, title or first_heading(page), (page,))


def _rst_lines(lines: list[str]) -> Iterator[_Line]:
    styles: list[str] = []  # in the order of their first use: that is their level
    place = 0
    while place < len(lines):
        line = lines[place]
        under = lines[place + 1] if place + 1 < len(lines) else ""
        over = _RULE.match(line)
        third = lines[place + 2] if place + 2 < len(lines) else ""
        if over and under.strip() and _RULE.match(third) and third[0] == line[0]:
            yield place + 2, under, _level(line[0] * 2, styles)
            place += 3
        elif (
            line.strip()
            and not over
            and not line[0].isspace()
            and _RULE.match(under)
            and len(under.strip()) >= len(line.strip()) * 0.8
        ):
            yield place + 1, line, _level(under[0], styles)
            place += 2
        else:
            yield place + 1, line, 0
            place += 1


def _level(style: str, styles: list[str]) -> int:
    if style not in styles:
        styles.append(style)
    return min(styles.index(style) + 1, 6)


def _org_lines(lines: list[str]) -> Iterator[_Line]:
    for number, line in enumerate(lines, 1):
        if heading := _ORG_HEADING.match(line):
            yield number, heading.group(2), len(heading.group(1))
        elif not _ORG_HIDDEN.match(line):
            yield number, line, 0
