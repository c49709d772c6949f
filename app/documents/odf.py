"""OpenDocument texts and presentations, straight from their XML."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.documents.model import Document, Page
from app.documents.odf_pictures import filling_pictures, page_area, picture_names, pictures_of
from app.documents.packed import open_package, part_xml, read_part
from app.documents.pictured import LITTLE_TEXT, picture_pages
from app.documents.source import Source
from app.documents.text_tools import PageBuilder, clean, first_of, one_line
from app.errors import Reason, UnreadableFile

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE = f"{{{_NAMESPACE}office:1.0}}"
_TEXT = f"{{{_NAMESPACE}text:1.0}}"
_TABLE = f"{{{_NAMESPACE}table:1.0}}"
_DRAW = f"{{{_NAMESPACE}drawing:1.0}}"
_STYLE = f"{{{_NAMESPACE}style:1.0}}"
_PRESENTATION = f"{{{_NAMESPACE}presentation:1.0}}"
_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_SKIPPED = (f"{_TEXT}tracked-changes", f"{_OFFICE}forms", f"{_TEXT}sequence-decls")
# What stands in a paragraph without being of its sentence.
_ASIDE = (
    f"{_TEXT}note",
    f"{_OFFICE}annotation",
    *(f"{_DRAW}{shape}" for shape in ("frame", "text-box", "custom-shape", "g", "rect", "ellipse")),
    f"{_DRAW}line",
)
_LARGEST_HEADING = 6


def read_odf(source: Source) -> Document:
    """An odt as one text, headers and footers at its end, then a page for each picture that fills
    one; an odp with a page a slide, its notes below. Deleted passages are left out.

    Raises UnreadableFile.
    """
    with open_package(source) as archive:
        if _is_encrypted(archive):
            raise UnreadableFile(Reason.PASSWORD, "it is locked with a password")
        body = part_xml(archive, "content.xml").find(f"{_OFFICE}body")
        if body is None:
            raise UnreadableFile(Reason.CORRUPT, "it has no document inside")
        slides = body.find(f"{_OFFICE}presentation")
        if slides is not None:
            names = picture_names(archive)
            pages = tuple(_slides(slides, names, page_area(archive) if names else 0.0))
        else:
            builder = PageBuilder()
            _add_blocks(body, builder)
            for element in _headers(archive):
                _add_blocks(element, builder)
            shown = picture_pages(len(pictures_of(archive, body)))
            pages = (builder.page(None), *shown)
        title = _title(archive)
    kind = "odt" if slides is None else "odp"
    return Document(kind, title or first_of(pages), pages)


def _is_encrypted(archive: zipfile.ZipFile) -> bool:
    name = "META-INF/manifest.xml"
    return name in archive.namelist() and b"encryption-data" in read_part(archive, name)


def _title(archive: zipfile.ZipFile) -> str:
    if "meta.xml" not in archive.namelist():
        return ""
    return one_line(part_xml(archive, "meta.xml").findtext(f".//{_DC_TITLE}") or "")


def _headers(archive: zipfile.ZipFile) -> Iterator[Any]:
    if "styles.xml" in archive.namelist():
        master = part_xml(archive, "styles.xml").find(f"{_OFFICE}master-styles")
        if master is not None:
            yield from master.iter(
                *(f"{_STYLE}{name}" for name in ("header", "header-left", "header-first")),
                *(f"{_STYLE}{name}" for name in ("footer", "footer-left", "footer-first")),
            )


def _slides(presentation: Any, names: frozenset[str], area: float) -> Iterator[Page]:
    for number, slide in enumerate(presentation.iterchildren(f"{_DRAW}page"), 1):
        builder = PageBuilder()
        pictured = next(filling_pictures(slide, names, area), "")
        for shape in slide:
            if shape.tag == f"{_PRESENTATION}notes":
                continue
            is_title = shape.get(f"{_PRESENTATION}class") == "title"
            _add_blocks(shape, builder, 2 if is_title else 0)
        for notes in slide.iterchildren(f"{_PRESENTATION}notes"):
            _add_blocks(notes, builder)
        page = builder.page(number, "slide")
        yield replace(page, pictured=bool(pictured) and len(page.text.split()) <= LITTLE_TEXT)


def _add_blocks(root: Any, builder: PageBuilder, level: int = 0) -> None:
    """Every paragraph and table row below an element, in reading order; level: of paragraphs."""
    stack = [root]
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag in _PARAGRAPHS:
            _add_paragraph(element, builder, level)
        elif tag == f"{_TABLE}table-row":
            _add_row(element, builder)
        elif tag not in _SKIPPED:
            stack.extend(reversed(element))


def _add_paragraph(element: Any, builder: PageBuilder, level: int) -> None:
    if element.tag == f"{_TEXT}h":
        outline = element.get(f"{_TEXT}outline-level", "1")
        level = min(int(outline), _LARGEST_HEADING) if outline.isdigit() and int(outline) else 1
    text = clean("".join(_runs(element)) if len(element) else element.text or "")
    builder.add(one_line(text) if level else text, level)
    if not len(element):
        return
    for aside in element.iter(*_ASIDE):
        for paragraph in aside.iter(*_PARAGRAPHS):
            if _nearest(paragraph) is aside:
                builder.add(clean("".join(_runs(paragraph))))


def _nearest(paragraph: Any) -> Any:
    """The aside that a paragraph belongs to."""
    return next(parent for parent in paragraph.iterancestors() if parent.tag in _ASIDE)


def _add_row(row: Any, builder: PageBuilder) -> None:
    cells = []
    for cell in row.iterchildren(f"{_TABLE}table-cell"):
        texts = ("".join(_runs(paragraph, asides=True)) for paragraph in cell.iter(*_PARAGRAPHS))
        cells.append(one_line(" ".join(texts)))
    if filled := [cell for cell in cells if cell]:
        builder.add_line(" | ".join(filled))


def _runs(paragraph: Any, *, asides: bool = False) -> Iterator[str]:
    """Text of a paragraph; asides: with that of footnotes inside it, as in a table cell."""
    yield paragraph.text or ""
    for child in paragraph:
        tag = child.tag
        if tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            yield " " * (min(int(count), 100) if count.isdigit() else 1)
        elif tag == f"{_TEXT}tab":
            yield "\t"
        elif tag == f"{_TEXT}line-break":
            yield "\n"
        elif tag in _PARAGRAPHS:
            pass  # inside an aside; it is added by whoever walks the asides
        elif tag not in _ASIDE or asides:
            yield from _runs(child, asides=asides)
        yield child.tail or ""
