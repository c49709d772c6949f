"""Pictures that fill a slide or a page of an OpenDocument file, as scans pasted there do."""

import re
import zipfile
from collections.abc import Iterator, Set
from typing import Any

from app.documents.office_pictures import FILLS, KINDS
from app.documents.packed import open_package, part_xml, read_part
from app.documents.source import Source

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_DRAW = f"{{{_NAMESPACE}drawing:1.0}}"
_STYLE = f"{{{_NAMESPACE}style:1.0}}"
_FO = f"{{{_NAMESPACE}xsl-fo-compatible:1.0}}"
_SVG = f"{{{_NAMESPACE}svg-compatible:1.0}}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_LENGTH = re.compile(r"(\d+(?:\.\d+)?|\.\d+)(cm|mm|in|pt|pc|px)")
_POINTS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}
_SIDES = ("width", "height")
_A4 = 595.0, 842.0


def page_area(archive: zipfile.ZipFile) -> float:
    """Square points of a page or slide: of the layout that the first master page names."""
    size = list(_A4)
    if "styles.xml" in archive.namelist():
        styles = part_xml(archive, "styles.xml")
        master = next(styles.iter(f"{_STYLE}master-page"), None)
        wanted = "" if master is None else master.get(f"{_STYLE}page-layout-name", "")
        for layout in styles.iter(f"{_STYLE}page-layout"):
            properties = layout.find(f"{_STYLE}page-layout-properties")
            if layout.get(f"{_STYLE}name") == wanted and properties is not None:
                sides = (_points(properties.get(f"{_FO}page-{side}")) for side in _SIDES)
                size = [found or usual for found, usual in zip(sides, _A4, strict=True)]
    return size[0] * size[1]


def picture_names(archive: zipfile.ZipFile) -> frozenset[str]:
    """The parts that are pictures which can be opened, without the preview of the file itself."""
    return frozenset(
        name
        for name in archive.namelist()
        if name.rpartition(".")[2].lower() in KINDS and not name.startswith("Thumbnails/")
    )


def filling_pictures(root: Any, names: Set[str], area: float) -> Iterator[str]:
    """The parts with the pictures below an element that fill a page, in their order.

    names: of all pictures; area: of a page, in square points.
    """
    shown = None
    for image in root.iter(f"{_DRAW}image") if names else ():
        name, frame = image.get(_HREF, "").removeprefix("./"), image.getparent()
        # A frame may hold the same picture in several formats, best first.
        if name not in names or frame is shown:
            continue
        width, height = (_points(frame.get(f"{_SVG}{side}")) for side in _SIDES)
        if width * height >= FILLS * area:
            shown = frame
            yield name


def pictures_of(archive: zipfile.ZipFile, root: Any) -> list[str]:
    """The parts with the pictures that fill a page of a text or of a sheet, in their order."""
    names = picture_names(archive)
    return list(filling_pictures(root, names, page_area(archive))) if names else []


def picture_of_page(source: Source, number: int) -> bytes:
    """A picture that fills a page of a text or sheet, from 1. Raises UnreadableFile."""
    with open_package(source) as archive:
        pictures = pictures_of(archive, part_xml(archive, "content.xml"))
        return read_part(archive, pictures[number - 1])


def picture_of_slide(source: Source, part: int) -> bytes:
    """The first picture that fills a slide, counted from 0. Raises UnreadableFile."""
    with open_package(source) as archive:
        slides = part_xml(archive, "content.xml").iter(f"{_DRAW}page")
        slide = next(slide for number, slide in enumerate(slides) if number == part)
        names = picture_names(archive)
        return read_part(archive, next(filling_pictures(slide, names, page_area(archive))))


def _points(length: str | None) -> float:
    match = _LENGTH.fullmatch(length or "")
    return float(match[1]) * _POINTS[match[2]] if match else 0.0
