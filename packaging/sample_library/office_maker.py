"""Word, PowerPoint, Excel and e-book files, the same bytes every time."""

import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from openpyxl import Workbook
from pptx import Presentation
from source import Source

WHEN = datetime(2025, 9, 1, 12, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_FIXED = rb"\g<1>2025-09-01T12:00:00Z"


def make_docx(source: Source, file: Path) -> None:
    """A Word file with headings, lists and tables."""
    document = Document()
    for piece in source.pieces:
        text = piece.text.replace("**", "")
        if piece.kind == "heading":
            document.add_heading(text, piece.level)
        elif piece.kind == "table":
            table = document.add_table(len(piece.rows), len(piece.rows[0]), "Table Grid")
            for row, cells in zip(table.rows, piece.rows, strict=True):
                for cell, value in zip(row.cells, cells, strict=False):
                    cell.text = value.replace("**", "")
        elif piece.kind != "page break":
            document.add_paragraph(text, "List Bullet" if piece.kind == "item" else None)
    _stamp(document.core_properties, source.about)
    document.save(str(file))
    _freeze(file)


def make_pptx(slides: list[tuple[str, list[str]]], file: Path) -> None:
    """A presentation: title and points of each slide."""
    presentation = Presentation()
    for title, points in slides:
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = "\n".join(points)
    _stamp(presentation.core_properties, {"title": slides[0][0]})
    presentation.save(str(file))
    _freeze(file)


def make_xlsx(sheets: dict[str, list[list[Any]]], file: Path) -> None:
    """A workbook: rows of each sheet; texts with = in front are formulas."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.properties.created = book.properties.modified = WHEN
    book.save(str(file))
    _freeze(file)


def make_epub(title: str, chapters: list[tuple[str, list[str]]], file: Path) -> None:
    """An e-book in EPUB 3."""
    names = [f"chapter{number}.xhtml" for number in range(1, len(chapters) + 1)]
    items = "".join(
        f'<item id="c{i}" href="{n}" media-type="application/xhtml+xml"/>'
        for i, n in enumerate(names)
    )
    spine = "".join(f'<itemref idref="c{i}"/>' for i in range(len(names)))
    links = "".join(
        f'<li><a href="{n}">{escape(c[0])}</a></li>' for n, c in zip(names, chapters, strict=True)
    )
    xhtml = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:'
        'xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type='
        '"application/oebps-package+xml"/></rootfiles></container>',
        "book.opf": '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        'unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">sample-1</dc:identifier><dc:title>{escape(title)}</dc:title>'
        '<dc:language>en</dc:language><meta property="dcterms:modified">2025-09-01T12:00:00Z'
        '</meta></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" '
        f'media-type="application/xhtml+xml"/>{items}</manifest><spine>{spine}</spine></package>',
        "nav.xhtml": f'{xhtml}<head><title>Contents</title></head><body><nav epub:type="toc"><ol>'
        f"{links}</ol></nav></body></html>",
    }
    for name, (heading, paragraphs) in zip(names, chapters, strict=True):
        body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
        parts[name] = (
            f"{xhtml}<head><title>{escape(heading)}</title></head><body>"
            f"<h1>{escape(heading)}</h1>{body}</body></html>"
        )
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            _put(archive, name, text.encode())


def _stamp(properties: Any, about: dict[str, str]) -> None:
    properties.title = about.get("title", "")
    properties.author = about.get("author", "")
    properties.created = properties.modified = WHEN


def _freeze(file: Path) -> None:
    """Write the archive again with fixed times."""
    with zipfile.ZipFile(file) as archive:
        parts = [(name, _MODIFIED.sub(_FIXED, archive.read(name))) for name in archive.namelist()]
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts:
            _put(archive, name, data)


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, (2025, 9, 1, 12, 0, 0))
    info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
    archive.writestr(info, data)
