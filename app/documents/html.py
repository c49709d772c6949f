"""Web pages to text."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.documents.model import Document
from app.documents.source import Source
from app.documents.text import decode
from app.documents.text_tools import PageBuilder, clean, first_heading, one_line

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_DROPPED = ["script", "style", "template", "noscript", "head", "svg"]
# What does not end a block.
_INLINE = re.compile(
    r"a|abbr|acronym|b|bdi|bdo|big|br|button|cite|code|data|del|dfn|em|font|i|img|input|ins|kbd"
    r"|label|mark|nobr|q|rp|rt|ruby|s|samp|select|small|span|strike|strong|sub|sup|time|tt|u|var"
    r"|wbr"
)
_HEADING = re.compile(r"h([1-6])$")


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
    tree = LexborHTMLParser(data if isinstance(data, str) else _decode(data))
    named = tree.css_first("title")
    title = one_line(named.text()) if named else ""
    tree.strip_tags(_DROPPED)
    collector = _Collector(builder)
    if tree.body is not None:
        collector.walk(tree.body)
    collector.flush()
    return title


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
        stack: list[tuple[LexborNode, bool]] = [(root, False)]
        while stack:
            node, leaving = stack.pop()
            if leaving:
                self._leave(node.tag or "")
                continue
            if node.tag == "-text":
                self._text.append(node.text_content or "")
                continue
            self._enter(node.tag or "")
            stack.append((node, True))
            child = node.last_child
            while child is not None:
                stack.append((child, False))
                child = child.prev

    def _enter(self, tag: str) -> None:
        if tag == "br":
            self._text.append("\n")
        elif tag == "tr":
            self._end_row()  # of the table around this one
            self.flush()
            self._cells = []
        elif not _INLINE.fullmatch(tag) and self._cells is None:
            self.flush()
        if heading := _HEADING.match(tag):
            self._level = int(heading.group(1))

    def _leave(self, tag: str) -> None:
        if tag in ("td", "th") and self._cells is not None:
            self._cells.append(one_line("".join(self._text)))
            self._text = []
        elif tag == "tr" and self._cells is not None:
            self._end_row()
        elif not _INLINE.fullmatch(tag):
            if self._cells is None:
                self.flush()
            else:
                self._text.append(" ")
        if _HEADING.match(tag):
            self._level = 0

    def _end_row(self) -> None:
        self.builder.add(" | ".join(cell for cell in self._cells or () if cell))
        self._cells = None

    def flush(self) -> None:
        """End the current block."""
        lines = [one_line(line) for line in "".join(self._text).split("\n")]
        text = " ".join(line for line in lines if line)
        self._text = []
        self.builder.add(clean(text), self._level)
