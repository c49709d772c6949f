"""The texts of the sample library: a few lines about the document, then simple Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

TEXTS = Path(__file__).with_name("texts")


@dataclass(frozen=True)
class Piece:
    """A block. kind tells what `text` or `rows` is; level: of a heading, from 1."""

    kind: Literal["heading", "paragraph", "item", "table", "page break"]
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Source:
    """A document before it has a format. about: title, author, header and the like."""

    about: dict[str, str]
    pieces: tuple[Piece, ...]


def load(name: str) -> Source:
    """Read texts/NAME.md."""
    lines = (TEXTS / f"{name}.md").read_text("utf-8").splitlines()
    about: dict[str, str] = {}
    while lines and (found := re.match(r"([a-z]+): (.*)", lines[0])):
        about[found.group(1)] = found.group(2)
        del lines[0]
    blocks = re.split(r"\n\s*\n", "\n".join(lines).strip())
    return Source(about, tuple(piece for block in blocks for piece in _pieces(block)))


def _pieces(block: str) -> Iterator[Piece]:
    lines = block.splitlines()
    if heading := re.match(r"(#+) (.*)", lines[0]):
        yield Piece("heading", heading.group(2), len(heading.group(1)))
        if len(lines) > 1:
            yield from _pieces("\n".join(lines[1:]))
    elif lines[0].startswith("!"):
        if lines[0] == "!pagebreak":
            yield Piece("page break")
    elif lines[0].startswith("|"):
        rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
        yield Piece("table", rows=tuple(row for row in rows if not set("".join(row)) <= set(":-")))
    elif lines[0].startswith("- "):
        for item in re.split(r"\n(?=- )", block):
            yield Piece("item", " ".join(item[2:].split()))
    else:
        yield Piece("paragraph", re.sub(r"(?<!\\)\n", " ", block).replace("\\\n", "\n"))
