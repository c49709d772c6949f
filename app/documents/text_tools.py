"""Cleaning text the same way in every reader, and putting blocks together."""

import re
from collections.abc import Sequence
from unicodedata import is_normalized, normalize

from app.documents.model import Block, Page, PageKind, Words

_block = tuple.__new__  # Block() is a function in Python around it
# Everything below space but tab and line feed, DEL to 0x9f, and marks that show nothing.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff]")
_DIRTY = re.compile(_CONTROL.pattern[:-1] + "\ud800-\udfff]")
# What programs write as a title when nobody gave one.
_USELESS_TITLE = re.compile(
    r"^(untitled.*|unbenannt.*|microsoft (word|powerpoint|excel) - .*|.*\.(docx?|pptx?|xlsx?|pdf"
    r"|indd|tex|dvi|qxd|odt|rtf)|(powerpoint[ -])?(document|dokument|slide|folie|page|presentation"
    r"|präsentation)\s*\d*|\W*|[\d\W]*)$",
    re.IGNORECASE,
)


def clean(text: str) -> str:
    """NFC, without control characters, soft hyphens and lone surrogates; line breaks are \\n."""
    if is_clean(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\v", "\n")
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return normalize("NFC", _CONTROL.sub("", text))


def is_clean(text: str) -> bool:
    """Whether cleaning would change nothing. Most text is clean, and finding out is cheap."""
    # isprintable is many times as fast as the expression, and right for most lines.
    printable = text.isprintable() or not _DIRTY.search(text)
    return printable and (text.isascii() or is_normalized("NFC", text))


def is_tidy(text: str) -> bool:
    """Whether text is clean, on one line and with single spaces, so that one_line is itself."""
    return (
        text.isprintable()
        and "  " not in text
        and text[:1] != " "
        and text[-1:] != " "
        and (text.isascii() or is_normalized("NFC", text))
    )


def one_line(text: str) -> str:
    """Cleaned text on a single line with single spaces."""
    if is_tidy(text):
        return text
    return " ".join(clean(text).split())


class PageBuilder:
    """Collects the blocks of a page; keeps positions right."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0

    def add(self, text: str, level: int = 0, at: int = 0, *, tight: bool = False) -> None:
        """Add a heading (level 1 to 6) or paragraph (0) of clean text.

        at: its line or row, see Block; tight: no blank line before it, as between table rows.
        """
        stripped = text.strip()
        if not stripped:
            return
        if at and stripped is not text:
            at += text.count("\n", 0, text.index(stripped[0]))
        gap = "" if not self._parts else "\n" if tight else "\n\n"
        start = self._length + len(gap)
        self._length = start + len(stripped)
        self._blocks.append(_block(Block, (start, self._length, level, at)))
        self._parts += [gap, stripped]

    def add_line(self, line: str, level: int = 0, at: int = 0, *, tight: bool = False) -> None:
        """`add` for text that is_tidy already and not empty; there may be a hundred thousand."""
        parts = self._parts
        gap = "" if not parts else "\n" if tight else "\n\n"
        start = self._length + len(gap)
        self._length = end = start + len(line)
        self._blocks.append(_block(Block, (start, end, level, at)))
        parts += (gap, line)

    def __bool__(self) -> bool:
        return bool(self._blocks)

    def page(
        self,
        number: int | None,
        kind: PageKind = "",
        name: str = "",
        columns: tuple[str, str] = ("", ""),
    ) -> Page:
        """The page with all blocks so far."""
        text = "".join(self._parts)
        return Page(number, text, tuple(self._blocks), Words(), kind, name, columns)


def first_heading(page: Page) -> str:
    """Text of the first heading of the highest level there is, or ""."""
    headings = [block for block in page.blocks if block.level]
    if not headings:
        return ""
    best = min(headings, key=lambda block: block.level)
    return one_line(page.text[best.start : best.end])


def first_of(pages: Sequence[Page]) -> str:
    """The first heading of the first page that has one, or ""."""
    return next(filter(None, map(first_heading, pages)), "")


def useful_title(title: str) -> str:
    """A title from a document's properties, "" when it says nothing about the document."""
    title = one_line(title)
    return "" if _USELESS_TITLE.match(title) else title
