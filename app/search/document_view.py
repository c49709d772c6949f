"""A document to leaf through: its pages, and where the passages found in it stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.documents.marks import line_boxes
from app.documents.place import Place
from app.index.lookup import Lookup
from app.index.records import FoundPassage
from app.search.model import Hit

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class PageOf:
    """A page. part: from 0; number: from 1, None where pages are not counted."""

    part: int
    number: int | None


@dataclass(frozen=True)
class Found:
    """A passage on a page. start, end: in the page's text; boxes: its lines, see Hit.

    tail, tail_boxes: the same of what the next page has of it; (0, 0) for none.
    """

    passage: str
    part: int
    start: int
    end: int
    boxes: tuple[Box, ...]
    tail: tuple[int, int] = (0, 0)
    tail_boxes: tuple[Box, ...] = ()

    def span_on(self, part: int) -> tuple[int, int]:
        """Where it stands in the text of a page; (0, 0) for nowhere."""
        if part == self.part:
            return self.start, self.end
        return self.tail if part == self.part + 1 else (0, 0)

    def boxes_on(self, part: int) -> tuple[Box, ...]:
        """Its lines on a page."""
        if part == self.part:
            return self.boxes
        return self.tail_boxes if part == self.part + 1 else ()


@dataclass(frozen=True)
class DocumentView:
    """Pages in their order, and the passages found, by where they stand."""

    pages: tuple[PageOf, ...]
    found: tuple[Found, ...]

    def on_page(self, part: int) -> tuple[Found, ...]:
        """The passages on one page, those that begin on the page before it too."""
        return tuple(found for found in self.found if found.part == part or found.span_on(part)[1])


def document_view(lookup: Lookup, document: str, passages: Sequence[str]) -> DocumentView:
    """The pages of a document, and those of the passages that stand in it."""
    found = []
    for passage in lookup.passages(passages).values():
        if passage.document == document:
            boxes, tail_boxes = boxes_of(lookup, passage)
            found.append(
                Found(
                    passage.id,
                    passage.part,
                    passage.start,
                    passage.end,
                    boxes,
                    passage.tail,
                    tail_boxes,
                )
            )
    found.sort(key=lambda one: (one.part, one.start, one.passage))
    pages = tuple(PageOf(part, number) for part, number in lookup.pages(document))
    return DocumentView(pages, tuple(found))


def boxes_of(lookup: Lookup, passage: FoundPassage) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """The lines of a passage on its page, and on the next one; none without pages."""
    boxes: tuple[Box, ...] = ()
    tail_boxes: tuple[Box, ...] = ()
    if passage.page is not None:
        _, words = lookup.page(passage.document, passage.part)
        boxes = line_boxes(words, passage.start, passage.end)
    if passage.tail[1]:
        _, words = lookup.page(passage.document, passage.part + 1)
        tail_boxes = line_boxes(words, *passage.tail)
    return boxes, tail_boxes


def turned_to(hit: Hit, page: PageOf) -> Hit:
    """The hit with another page of its document in place of its own, for asking for its picture
    or text; nothing is marked on it."""
    if page.part == hit.part:
        return hit
    kind = "page" if hit.place.kind == "pages" else hit.place.kind
    place = Place(kind, str(page.number)) if page.number is not None else Place()
    return replace(
        hit, part=page.part, page=page.number, place=place, start=0, end=0, boxes=(), text=""
    )


def on_its_tail(hit: Hit) -> Hit:
    """The hit as one of the page that has the end of its passage."""
    number = None if hit.page is None else hit.page + 1
    tail = turned_to(hit, PageOf(hit.part + 1, number))
    return replace(tail, boxes=hit.tail_boxes, tail_boxes=(), text=hit.text)
