"""Web pages to text."""

import re

import numpy as np
from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.documents.model import Document
from app.documents.source import Source
from app.documents.text import decode
from app.documents.text_tools import PageBuilder, first_heading, one_line
from app.errors import Reason, UnreadableFile

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_SMALL = 50_000  # characters; what is shorter cannot take long
# The parser takes the square of the depth: a second at this one, minutes at ten times as much.
_DEEPEST = 20_000
_LONG_TAG_LENGTH = 10_000  # characters
_LONG_TAG = re.compile(rf"(<[a-zA-Z][\w:-]*)\s[^<>]{{{_LONG_TAG_LENGTH},}}")
_MOST_ATTRIBUTES = 2_000
_CLOSES_ITSELF = re.compile(
    r"</?(?:br|hr|img|input|meta|link|p|li|dt|dd|td|th|tr|option|col|wbr|area|source|param)\b",
    re.IGNORECASE,
)
_DROPPED = ["script", "style", "template", "noscript", "head", "svg"]
# What does not end a block.
_NAMES = (
    "a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd"
    " label mark nobr q rp rt ruby s samp select small span strike strong sub sup time tt u var wbr"
)
_INLINE = frozenset(_NAMES.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def read_html(source: Source) -> Document:
    """The text of a web page; headings keep their level. Raises UnreadableFile."""
    builder = PageBuilder()
    title = add_html(source.data(), builder)
    page = builder.page(None)
    return Document("html", title or first_heading(page), (page,))


def add_html(data: bytes | str, builder: PageBuilder) -> str:
    """Add the blocks of a web page; returns its title, or "".

    Raises UnreadableFile (CORRUPT) when it is no text in any encoding.
    """
    text = data if isinstance(data, str) else _decode(data)
    if (
        len(text) > _SMALL
        and text.count("<") > _DEEPEST
        and _depth(text) > _DEEPEST
        and _depth(_CLOSES_ITSELF.sub("", text)) > _DEEPEST
    ):
        detail = "it is nested more deeply than any honest page"
        raise UnreadableFile(Reason.CORRUPT, detail)
    tree = LexborHTMLParser(_LONG_TAG.sub(_shortened, text) if _may_have_long_tags(text) else text)
    named = tree.css_first("title")
    title = one_line(named.text()) if named else ""
    tree.strip_tags(_DROPPED)
    collector = _Collector(builder)
    if tree.body is not None:
        collector.walk(tree.body)
    collector.flush()
    return title


def _may_have_long_tags(text: str) -> bool:
    """Whether a part of the length of a long tag has no end of a tag in it, looked at in steps.

    Trying the expression at every tag would take as long as parsing.
    """
    step = _LONG_TAG_LENGTH // 2
    return len(text) > _SMALL and any(
        text.find(">", start, start + step) < 0 for start in range(0, len(text) - step, step)
    )


def _shortened(tag: re.Match[str]) -> str:
    """A tag without its attributes when there are thousands: the parser compares all with all."""
    return tag.group() if tag.group().count("=") < _MOST_ATTRIBUTES else tag.group(1)


def _depth(text: str) -> int:
    """How many elements are open at most; more than there are where they close by themselves."""
    data = np.frombuffer(text.encode("utf-8", "replace") + b" ", np.uint8)
    behind = data[np.flatnonzero(data == ord("<")) + 1]
    opens = (behind | 0x20) - ord("a") < 26  # unsigned: whatever is below "a" wraps around
    steps = opens.astype(np.int32) - (behind == ord("/"))
    return int(np.cumsum(steps).max(initial=0))


def _decode(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # a wrong declaration is common; what the bytes look like decides
    return decode(data)


class _Collector:
    """Gathers inline text until a block ends.

    Walks without recursion: pages nest thousands deep.
    """

    def __init__(self, builder: PageBuilder) -> None:
        self.builder = builder
        self._text: list[str] = []
        self._cells: list[str] | None = None
        self._level = 0

    def walk(self, root: LexborNode) -> None:
        """Collect everything below a node."""
        stack: list[LexborNode | str] = [root]  # a name stands for the end of its element
        pop, push, text = stack.pop, stack.append, self._text
        while stack:
            node = pop()
            if isinstance(node, str):
                self._leave(node)
                continue
            tag = node.tag or ""
            if tag == "-text":
                text.append(node.text_content or "")
                continue
            child = node.last_child
            if tag not in _INLINE:
                self._enter(tag)
                if child is not None and child.tag == "-text" and child.prev is None:
                    # Most elements hold one text and nothing else.
                    text.append(child.text_content or "")
                    self._leave(tag)
                    continue
                push(tag)
            elif tag == "br":
                text.append("\n")
            while child is not None:
                push(child)
                child = child.prev

    def _enter(self, tag: str) -> None:
        if self._cells is not None and tag != "tr" and tag not in _HEADINGS:
            return
        if tag == "tr":
            self._end_row()  # of the table around this one
            self.flush()
            self._cells = []
        elif self._cells is None:
            self.flush()
        if tag in _HEADINGS:
            self._level = _HEADINGS[tag]

    def _leave(self, tag: str) -> None:
        if tag in ("td", "th") and self._cells is not None:
            text = self._text
            if cell := one_line(text[0] if len(text) == 1 else "".join(text)):
                self._cells.append(cell)
            text.clear()
        elif tag == "tr" and self._cells is not None:
            self._end_row()
        elif self._cells is None:
            self.flush()
        else:
            self._text.append(" ")
        if self._level and tag in _HEADINGS:
            self._level = 0

    def _end_row(self) -> None:
        if self._cells:
            self.builder.add_line(" | ".join(self._cells))
        self._cells = None

    def flush(self) -> None:
        """End the current block."""
        if self._text:
            line = one_line(self._text[0] if len(self._text) == 1 else "".join(self._text))
            self._text.clear()
            if line:
                self.builder.add_line(line, self._level)
