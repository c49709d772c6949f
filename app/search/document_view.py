"""A document to leaf through: its pages, and where the passages found in it stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.documents.marks import line_boxes
from app.documents.place import Place
from app.index.lookup import Lookup
from app.search.model import Hit

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class PageOf:
    """A page. part: from 0; number: from 1, None where pages are not counted."""

    part: int
    number: int | None


@dataclass(frozen=True)
class Found:
    """A passage on a page. start, end: in the page's text; boxes: its lines, see Hit."""

    passage: str
    part: int
    start: int
    end: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class DocumentView:
    """Pages in their order, and the passages found, by where they stand."""

    pages: tuple[PageOf, ...]
    found: tuple[Found, ...]

    def on_page(self, part: int) -> tuple[Found, ...]:
        """The passages on one page."""
        return tuple(found for found in self.found if found.part == part)


def document_view(lookup: Lookup, document: str, passages: Sequence[str]) -> DocumentView:
    """The pages of a document, and those of the passages that stand in it."""
    found = []
    for passage in lookup.passages(passages).values():
        if passage.document == document:
            boxes: tuple[Box, ...] = ()
            if passage.page is not None:
                _, words = lookup.page(document, passage.part)
                boxes = line_boxes(words, passage.start, passage.end)
            found.append(Found(passage.id, passage.part, passage.start, passage.end, boxes))
    found.sort(key=lambda one: (one.part, one.start, one.passage))
    pages = tuple(PageOf(part, number) for part, number in lookup.pages(document))
    return DocumentView(pages, tuple(found))


def turned_to(hit: Hit, page: PageOf) -> Hit:
    """The hit with another page of its document in place of its own, for asking for its picture
    or text; nothing is marked on it."""
    if page.part == hit.part:
        return hit
    place = Place(hit.place.kind, str(page.number)) if page.number is not None else Place()
    return replace(
        hit, part=page.part, page=page.number, place=place, start=0, end=0, boxes=(), text=""
    )
