"""Rows of cells to text, the same for sheets and for delimited files."""

import re
from collections.abc import Iterable, Sequence

from app.documents.text_tools import PageBuilder, is_tidy, one_line

_LONGEST_HEADER = 300  # characters
_NUMBER = re.compile(r"[\d\s.,:/%€$£+-]+")  # dates and sums too
_HEADER_LEVEL = 4  # below the headings of a document around the table


def add_rows(builder: PageBuilder, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
    """Add rows of texts with the number of each; empty rows part the tables.

    A first row of names becomes a heading, so that every passage of a long table knows its
    columns.
    """
    gap = True  # no row yet, or an empty one
    first: tuple[int, str] | None = None  # a row that may be a header: the next row tells
    add_line = builder.add_line
    for number, cells in rows:
        filled = cells if all(cells) else [cell for cell in cells if cell]
        line = " | ".join(filled)
        if not is_tidy(line):
            filled = [text for cell in filled if (text := one_line(cell))]
            line = " | ".join(filled)
        if not filled:
            if first:
                add_line(first[1], at=first[0])
            first, gap = None, True
            continue
        if gap and _may_be_header(filled, line):
            if first:
                add_line(first[1], at=first[0])
            first = (number, line)
        else:
            if first:
                add_line(first[1], _HEADER_LEVEL, first[0])
            add_line(line, at=number, tight=not gap or first is not None)
            first = None
        gap = False
    if first:
        add_line(first[1], at=first[0])


def _may_be_header(filled: Sequence[str], line: str) -> bool:
    return (
        len(filled) > 1
        and len(line) <= _LONGEST_HEADER
        and not any(_NUMBER.fullmatch(cell) for cell in filled)
    )
