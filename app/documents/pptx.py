"""PowerPoint presentations, straight from their XML."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.documents.beat import beat
from app.documents.model import Document, Page
from app.documents.office_pictures import slide_picture
from app.documents.packed import open_package, parse_xml, read_part
from app.documents.pictured import LITTLE_TEXT
from app.documents.source import Source
from app.documents.text_tools import PageBuilder, clean, first_of, one_line, useful_title
from app.errors import Reason, UnreadableFile

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/drawingml/main", _A[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/presentationml/main", _P[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", _C[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _R[1:-1].encode()),
)
_ROOT = "ppt/presentation.xml"
# Placeholders that repeat on every slide and say nothing.
_FURNITURE = {"sldNum", "dt", "hdr", "ftr", "sldImg"}


def read_pptx(source: Source) -> Document:
    """A page a slide, in the order they are shown, hidden ones too: shapes, tables, diagrams and
    charts, then notes and comments. Raises UnreadableFile."""
    with open_package(source) as archive:
        names = set(archive.namelist())
        if _ROOT not in names:
            raise UnreadableFile(Reason.CORRUPT, "it has no presentation inside")
        slides = _slide_names(archive, names)
        size = slide_size(archive)
        pages = tuple(_page(archive, names, name, n, size) for n, name in enumerate(slides, 1))
        title = ""
        if "docProps/core.xml" in names:
            core = _parse(archive, "docProps/core.xml")
            title = useful_title(core.findtext(f".//{_DC_TITLE}") or "")
    if not pages:
        raise UnreadableFile(Reason.NO_PAGES, "the presentation has no slide at all")
    return Document("pptx", title or first_of(pages), pages)


def _parse(archive: zipfile.ZipFile, name: str) -> Any:
    data = read_part(archive, name)
    if b"purl.oclc.org" in data:
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
    return parse_xml(data)


def _relations(archive: zipfile.ZipFile, names: set[str], part: str) -> list[tuple[str, str, str]]:
    """Id, last word of the kind and target part of what a part refers to inside the file."""
    folder, name = posixpath.split(part)
    rels = f"{folder}/_rels/{name}.rels"
    if rels not in names:
        return []
    found = []
    for relation in _parse(archive, rels).iterchildren("{*}Relationship"):
        target = relation.get("Target", "")
        joined = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        if relation.get("TargetMode") != "External" and joined in names:
            kind = relation.get("Type", "").rpartition("/")[2]
            found.append((relation.get("Id", ""), kind, joined))
    return found


def _slide_names(archive: zipfile.ZipFile, names: set[str]) -> list[str]:
    targets = {
        key: name for key, kind, name in _relations(archive, names, _ROOT) if kind == "slide"
    }
    listed = (
        targets.get(entry.get(f"{_R}id", "")) for entry in _parse(archive, _ROOT).iter(f"{_P}sldId")
    )
    return [name for name in listed if name]


def picture_of_slide(source: Source, part: int) -> bytes:
    """The picture that fills a slide, counted from 0. Raises UnreadableFile."""
    with open_package(source) as archive:
        names = set(archive.namelist())
        name = _slide_names(archive, names)[part]
        targets = {key: target for key, _, target in _relations(archive, names, name)}
        picture = slide_picture(_parse(archive, name), targets, slide_size(archive))
        return read_part(archive, picture)


def slide_size(archive: zipfile.ZipFile) -> tuple[int, int]:
    """Width and height of the slides in EMU (1/914400 inch); 0 where it is not said."""
    size = _parse(archive, _ROOT).find(f"{_P}sldSz")
    return (0, 0) if size is None else (int(size.get("cx", "0")), int(size.get("cy", "0")))


def _page(
    archive: zipfile.ZipFile, names: set[str], part: str, number: int, size: tuple[int, int]
) -> Page:
    beat()
    builder = PageBuilder()
    slide = _parse(archive, part)
    _add_shapes(slide, builder, with_title=True)
    related = _relations(archive, names, part)
    for wanted in ("diagramData", "chart", "notesSlide", "comments"):
        for _, kind, name in related:
            if kind != wanted:
                continue
            root = _parse(archive, name)
            if kind == "chart":
                _add_chart(root, builder)
            elif kind == "comments":
                for text in root.iter(f"{_P}text", f"{_A}t"):
                    builder.add(clean(text.text or ""))
            else:
                _add_shapes(root, builder, with_title=False)
    page = builder.page(number, "slide")
    if len(page.text.split()) > LITTLE_TEXT:
        return page
    targets = {key: target for key, _, target in related}
    return replace(page, pictured=bool(slide_picture(slide, targets, size)))


def _add_shapes(root: Any, builder: PageBuilder, *, with_title: bool) -> None:
    stack = [root]
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag == f"{_A}p":
            builder.add(_paragraph(element))
        elif tag == f"{_A}tr":
            cells = (
                one_line(" ".join(_paragraph(p) for p in cell.iter(f"{_A}p")))
                for cell in element.iterchildren(f"{_A}tc")
            )
            builder.add(" | ".join(cell for cell in cells if cell))
        elif tag == f"{_P}sp":
            kind = _placeholder(element)
            if kind in ("title", "ctrTitle") and with_title:
                texts = (_paragraph(paragraph) for paragraph in element.iter(f"{_A}p"))
                builder.add(one_line(" ".join(texts)), 2)
            elif kind not in _FURNITURE or (kind in ("hdr", "ftr") and with_title):
                stack.extend(reversed(element))
        elif tag != _FALLBACK:
            stack.extend(reversed(element))


def _placeholder(shape: Any) -> str:
    found = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
    return "" if found is None else str(found.get("type", "body"))


def _paragraph(paragraph: Any) -> str:
    return clean("".join(_runs(paragraph)))


def _runs(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter(f"{_A}t", f"{_A}br", f"{_A}tab"):
        yield (element.text or "") if element.tag == f"{_A}t" else "\n"


def _add_chart(root: Any, builder: PageBuilder) -> None:
    """Title, names of series and categories; the numbers of a chart say little without it."""
    _add_shapes(root, builder, with_title=False)
    names = dict.fromkeys(
        one_line(value.text or "")
        for cache in root.iter(f"{_C}strCache")
        for value in cache.iter(f"{_C}v")
    )
    builder.add(" | ".join(name for name in names if name))
