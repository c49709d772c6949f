"""Where in a document something stands, as a person would say it."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:  # the window imports this, and the model imports numpy
    from app.documents.model import Page

SHOWN = {
    "page": QT_TRANSLATE_NOOP("Place", "page {0}"),
    "pages": QT_TRANSLATE_NOOP("Place", "pages {0}"),
    "slide": QT_TRANSLATE_NOOP("Place", "slide {0}"),
    "sheet": QT_TRANSLATE_NOOP("Place", "sheet {0}"),
    "picture": QT_TRANSLATE_NOOP("Place", "picture {0}"),
    "chapter": QT_TRANSLATE_NOOP("Place", "chapter {0}"),
    "lines": QT_TRANSLATE_NOOP("Place", "lines {0}"),
    "line": QT_TRANSLATE_NOOP("Place", "line {0}"),
}


@dataclass(frozen=True)
class Place:
    """A place in a document. kind: a key of SHOWN, or "" for none; name: which one, such as "3",
    "Umsatz A1:F40" or "120–180"."""

    kind: str = ""
    name: str = ""

    def __str__(self) -> str:
        return SHOWN[self.kind].format(self.name) if self.kind else ""


def place_of(page: "Page", start: int, end: int) -> Place:
    """The place of text[start:end] of a page."""
    if page.kind in ("page", "slide"):
        return Place(page.kind, str(page.number or ""))
    if page.kind in ("chapter", "picture"):
        return Place(page.kind, page.name)
    if page.kind == "":
        return Place()
    first, last = _at(page, start), _at(page, end - 1)
    if page.kind == "sheet":
        left, right = page.columns
        return Place("sheet", f"{page.name} {left}{first}:{right}{last}")
    if not first or not last:
        return Place()
    return Place("line", str(first)) if first == last else Place("lines", f"{first}–{last}")


def _at(page: "Page", position: int) -> int:
    """Line or row of a position in the text; 0 when it is not counted."""
    number = bisect_right(page.blocks, position, key=lambda block: block.start) - 1
    if number < 0 or not page.blocks[number].at:
        return 0
    block = page.blocks[number]
    if page.kind == "sheet":
        return block.at
    return block.at + page.text.count("\n", block.start, position)
