"""Cleaning text the same way in every reader, and putting blocks together."""

import re
import unicodedata

from app.documents.model import Block, Page, Words

# Everything below space but tab and line feed, DEL to 0x9f, and marks that show nothing.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff]")


def clean(text: str) -> str:
    """NFC, without control characters, soft hyphens and lone surrogates; line breaks are \\n."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\v", "\n")
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", _CONTROL.sub("", text))


def one_line(text: str) -> str:
    """Cleaned text on a single line with single spaces."""
    return " ".join(clean(text).split())


class PageBuilder:
    """Collects the blocks of a page; keeps positions right."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0

    def add(self, text: str, level: int = 0) -> int:
        """Add a heading (level 1 to 6) or paragraph (0) of clean text; returns its start."""
        text = text.strip()
        if not text:
            return self._length
        start = self._length
        self._blocks.append(Block(start, start + len(text), level))
        self._parts.append(text)
        self._length += len(text) + 2
        return start

    def page(self, number: int | None, words: Words | None = None) -> Page:
        """The page with all blocks so far, a blank line between two."""
        return Page(number, "\n\n".join(self._parts), tuple(self._blocks), words or Words())


def first_heading(page: Page) -> str:
    """Text of the first heading of the highest level there is, or ""."""
    headings = [block for block in page.blocks if block.level]
    if not headings:
        return ""
    best = min(headings, key=lambda block: block.level)
    return one_line(page.text[best.start : best.end])
