"""Markdown to the text a reader sees."""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.documents.model import Document
from app.documents.source import Source
from app.documents.text import decode
from app.documents.text_tools import PageBuilder, clean, first_heading, one_line

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)


def read_markdown(source: Source) -> Document:
    """A Markdown file without its marks; headings keep their level. Raises UnreadableFile."""
    text = clean(decode(source.data()))
    title = ""
    first_line = 1
    if front := _FRONT_MATTER.match(text):
        named = _TITLE.search(front.group(1))
        title = one_line(named.group(1)) if named else ""
        text = text[front.end() :]
        first_line += front.group().count("\n")
    builder = PageBuilder()
    _add_blocks(MarkdownIt("commonmark").enable("table").parse(text), builder, first_line)
    page = builder.page(None, "lines")
    return Document("md", title or first_heading(page), (page,))


def _add_blocks(tokens: list[Token], builder: PageBuilder, first_line: int) -> None:
    level = line = 0
    row: list[str] | None = None
    items: list[str] = []  # list items and table rows gather into one block
    for token in tokens:
        if token.map and (token.level == 0 or not items):
            line = first_line + token.map[0]
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            items.append(" | ".join(row))
            row = None
        elif token.type == "inline":
            text = _inline(token)
            if row is not None:
                row.append(one_line(text))
            elif token.level > 1 and not level:
                items.append(text)
            else:
                builder.add(text, level, line)
        elif token.type in ("fence", "code_block"):
            if token.level > 0:
                items.append(token.content.rstrip())
            else:
                builder.add(token.content, at=line + (token.type == "fence"))
        elif token.type == "html_block":
            builder.add(re.sub(r"<[^>]*>", " ", token.content), at=line)
        if token.level == 0 and token.nesting <= 0 and items:
            builder.add("\n".join(items), at=line)
            items = []


def _inline(token: Token) -> str:
    parts = []
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type in ("text", "code_inline", "image"):
            parts.append(child.content)
    return "".join(parts)
