"""Markdown to the text a reader sees."""

import re
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.documents.model import Document
from app.documents.text import decode
from app.documents.text_tools import PageBuilder, clean, first_heading, one_line

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)


def read_markdown(path: Path) -> Document:
    """A Markdown file without its marks; headings keep their level. Raises UnreadableFile."""
    text = clean(decode(path.read_bytes()))
    title = ""
    if front := _FRONT_MATTER.match(text):
        named = _TITLE.search(front.group(1))
        title = one_line(named.group(1)) if named else ""
        text = text[front.end() :]
    builder = PageBuilder()
    _add_blocks(MarkdownIt("commonmark").enable("table").parse(text), builder)
    page = builder.page(None)
    return Document("md", title or first_heading(page), (page,))


def _add_blocks(tokens: list[Token], builder: PageBuilder) -> None:
    level = 0
    row: list[str] | None = None
    items: list[str] = []  # list items and table rows gather into one block
    for token in tokens:
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
                builder.add(text, level)
        elif token.type in ("fence", "code_block"):
            (items.append if token.level > 0 else builder.add)(token.content.rstrip())
        elif token.type == "html_block":
            builder.add(re.sub(r"<[^>]*>", " ", token.content))
        if token.level == 0 and token.nesting <= 0 and items:
            builder.add("\n".join(items))
            items = []


def _inline(token: Token) -> str:
    parts = []
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type in ("text", "code_inline", "image"):
            parts.append(child.content)
    return "".join(parts)
