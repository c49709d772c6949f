"""What a reader makes of a file: pages of clean text, blocks, and word boxes."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Block:
    """A heading or paragraph: text[start:end] of its page.

    level: 0 for a paragraph, 1 to 6 for a heading of that level.
    """

    start: int
    end: int
    level: int = 0


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
    """One page, or the whole text of a file that has no pages.

    number: counts from 1; None for files without pages (txt, md, html, docx).
    text: clean text, NFC, paragraphs separated by a blank line, never NUL or lone surrogates.
    blocks: in reading order, not overlapping, together covering all text that is not white space.
    """

    number: int | None
    text: str
    blocks: tuple[Block, ...]
    words: Words = field(default_factory=Words)


@dataclass(frozen=True)
class Document:
    """A file as read.

    type: short name of the format ("pdf", "txt", "md", "html", "docx").
    title: from the document's own metadata or first heading, never from the file's name, so
    that two copies under different names are the same document; "" when there is none.
    pages: every page of the file, also those without text.
    """

    type: str
    title: str
    pages: tuple[Page, ...]
