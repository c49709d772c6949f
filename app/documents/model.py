"""What a reader makes of a file: pages of clean text, blocks, and word boxes."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.errors import Reason

# What the pages of a document are. "lines": the whole text of a file that is counted in lines;
# "picture": one that fills a page of a file without pages of its own.
PageKind = Literal["page", "slide", "sheet", "chapter", "lines", "picture", ""]


class Block(NamedTuple):  # a dataclass takes three times as long to make, and there are many
    """A heading or paragraph: text[start:end] of its page.

    level: 0 for a paragraph, 1 to 6 for a heading of that level; at: the line of the file or the
    row of the sheet where it begins, from 1, 0 where neither is counted.
    """

    start: int
    end: int
    level: int = 0
    at: int = 0


@dataclass(frozen=True)
class Words:
    """Where the words of a page stand on its picture.

    spans: int32 [n, 2], start and end of each word in the page's text, ascending.
    boxes: float32 [n, 4], x0, y0, x1, y1 as fractions of the visible page (crop box, after
    rotation), origin at the top left, 0 <= x0 <= x1 <= 1. A word hyphenated over two lines
    has two rows with adjoining spans.
    """

    spans: NDArray[np.int32] = field(default_factory=lambda: np.empty((0, 2), np.int32))
    boxes: NDArray[np.float32] = field(default_factory=lambda: np.empty((0, 4), np.float32))


@dataclass(frozen=True)
class Page:
    """One page, slide, sheet or chapter, or the whole text of a file that has none of them.

    number: of pages and slides, from 1; None where only the text is counted.
    text: clean text, NFC, paragraphs separated by a blank line, never NUL or lone surrogates.
    blocks: in reading order, not overlapping, together covering all text that is not white space.
    kind: what it is; name: of a sheet or chapter, number of a picture; columns: first and last used
    of a sheet. pictured: a picture on it may show words that its text does not have.
    """

    number: int | None
    text: str
    blocks: tuple[Block, ...]
    words: Words = field(default_factory=Words)
    kind: PageKind = ""
    name: str = ""
    columns: tuple[str, str] = ("", "")
    pictured: bool = False


@dataclass(frozen=True)
class Document:
    """A file as read.

    type: short name of the format ("pdf", "txt", "md", "html", "docx" ...).
    title: from the document's own metadata or first heading, never from the file's name, so
    that two copies under different names are the same document; "" when there is none.
    pages: every page of the file, also those without text.
    members: what is inside a container: attachments of a mail, files of an archive.
    """

    type: str
    title: str
    pages: tuple[Page, ...]
    members: tuple["Member", ...] = ()


@dataclass(frozen=True)
class Member:
    """A document inside another.

    name: relative to its container, parts separated by "/", unique there and never climbing out
    of it; locator: how `member_source` finds it again; type: by its name, as of a file; size:
    bytes, unpacked; digest: `content_digest` of its bytes, "" when they could not be had.
    document: what was read, or None with the reason and detail of why not.
    """

    name: str
    locator: int
    type: str
    size: int
    digest: str
    document: Document | None
    reason: Reason | None = None
    detail: str = ""
