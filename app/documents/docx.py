"""Word documents to text, straight from their XML."""

import zipfile
from collections.abc import Iterator
from typing import Any

from app.documents.model import Document
from app.documents.office_pictures import page_pictures, relations
from app.documents.packed import open_package, parse_xml, read_part
from app.documents.pictured import picture_pages
from app.documents.source import Source
from app.documents.text_tools import PageBuilder, clean, first_heading, one_line
from app.errors import Reason, UnreadableFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = _W[1:-1].encode()
_NOTES = ("word/footnotes.xml", "word/endnotes.xml", "word/comments.xml")


def read_docx(source: Source) -> Document:
    """Paragraphs, tables, headers, footers, notes and comments of a .docx file.

    Deleted passages of tracked changes are left out. Raises UnreadableFile.
    """
    with open_package(source) as archive:
        names = set(archive.namelist())
        if "word/document.xml" not in names:
            raise UnreadableFile(Reason.CORRUPT, "it has no Word document inside")
        levels = _heading_levels(archive) if "word/styles.xml" in names else {}
        builder = PageBuilder()
        body = _parse(archive, "word/document.xml")
        _add_blocks(body, levels, builder)
        extras = sorted(name for name in names if _is_header(name))
        for name in (*extras, *(name for name in _NOTES if name in names)):
            _add_blocks(_parse(archive, name), {}, builder)
        title = _title(archive) if "docProps/core.xml" in names else ""
        pictures = len(page_pictures(body, relations(archive, "word/document.xml")))
    page = builder.page(None)
    return Document("docx", title or first_heading(page), (page, *picture_pages(pictures)))


def picture_of_page(source: Source, part: int) -> bytes:
    """The picture that fills a page, as read_docx counts: the first has part 1.

    Raises UnreadableFile.
    """
    with open_package(source) as archive:
        body = _parse(archive, "word/document.xml")
        pictures = page_pictures(body, relations(archive, "word/document.xml"))
        return read_part(archive, pictures[part - 1])


def _is_header(name: str) -> bool:
    return name.startswith(("word/header", "word/footer")) and name.endswith(".xml")


def _parse(archive: zipfile.ZipFile, name: str) -> Any:
    # "Strict Open XML" differs in its namespaces only.
    return parse_xml(read_part(archive, name).replace(_STRICT, _TRANSITIONAL))


def _title(archive: zipfile.ZipFile) -> str:
    return one_line(_parse(archive, "docProps/core.xml").findtext(f".//{_DC_TITLE}") or "")


def _heading_levels(archive: zipfile.ZipFile) -> dict[str, int]:
    """Heading level by style id; built-in names are English in every language of Word."""
    levels: dict[str, int] = {}
    based_on: dict[str, str] = {}
    for style in _parse(archive, "word/styles.xml").iter(f"{_W}style"):
        key = style.get(f"{_W}styleId", "")
        name = _value(style.find(f"{_W}name")).lower()
        outline = _value(style.find(f"{_W}pPr/{_W}outlineLvl"))
        if name.startswith("heading ") and name[8:].isdigit():
            levels[key] = min(int(name[8:]), 6)
        elif name == "title":
            levels[key] = 1
        elif outline.isdigit() and int(outline) < 9:
            levels[key] = min(int(outline) + 1, 6)
        based_on[key] = _value(style.find(f"{_W}basedOn"))
    for key in based_on:
        parent = based_on[key]
        for _ in range(10):  # styles may be based on each other in a circle
            if key in levels or not parent:
                break
            if parent in levels:
                levels[key] = levels[parent]
            parent = based_on.get(parent, "")
    return levels


def _value(element: Any) -> str:
    return element.get(f"{_W}val", "") if element is not None else ""


def _add_blocks(root: Any, levels: dict[str, int], builder: PageBuilder) -> None:
    for element in _blocks(root):
        if element.tag == f"{_W}tbl":
            for row in _own(element, f"{_W}tr"):
                cells = [one_line(_cell_text(cell)) for cell in _own(row, f"{_W}tc")]
                builder.add(" | ".join(cell for cell in cells if cell))
        else:
            text = clean("".join(_runs(element)))
            level = _level(element, levels)
            builder.add(one_line(text) if level else text, level)
            for box in element.iter(f"{_W}txbxContent"):
                if not _in_fallback(box):
                    _add_blocks(box, levels, builder)


def _blocks(root: Any) -> Iterator[Any]:
    """Paragraphs and tables in reading order, also those inside content controls."""
    for child in root:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag not in (f"{_W}del", f"{_W}moveFrom", f"{_W}sectPr"):
            yield from _blocks(child)


def _own(element: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, not those of tables inside them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _own(child, tag)


def _cell_text(cell: Any) -> str:
    return " ".join("".join(_runs(paragraph)) for paragraph in cell.iter(f"{_W}p"))


def _runs(paragraph: Any) -> Iterator[str]:
    """Text of a paragraph without deleted runs and without the text boxes anchored in it."""
    for child in paragraph:
        tag = child.tag
        if tag == f"{_W}t":
            yield child.text or ""
        elif tag == f"{_W}tab":
            yield "\t"
        elif tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif tag == f"{_W}noBreakHyphen":
            yield "-"
        elif tag not in _SKIPPED:
            yield from _runs(child)


_SKIPPED = {
    f"{_W}del",
    f"{_W}moveFrom",
    f"{_W}pPr",
    f"{_W}rPr",
    f"{_W}instrText",
    f"{_W}txbxContent",
    f"{_ALTERNATE}Fallback",
}


def _in_fallback(element: Any) -> bool:
    return any(parent.tag == f"{_ALTERNATE}Fallback" for parent in element.iterancestors())


def _level(paragraph: Any, levels: dict[str, int]) -> int:
    outline = _value(paragraph.find(f"{_W}pPr/{_W}outlineLvl"))
    if outline.isdigit() and int(outline) < 9:
        return min(int(outline) + 1, 6)
    return levels.get(_value(paragraph.find(f"{_W}pPr/{_W}pStyle")), 0)
