"""Pictures that fill a slide or a page of an Office file, as scans pasted there do."""

import posixpath
import zipfile
from collections.abc import Mapping
from typing import Any

from app.documents.packed import parse_xml, read_part

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
FILLS = 0.4  # share of the area; a scan that fills what the margins leave has 0.6
_TWIP = 635  # EMU, of which 914400 are an inch
_A4 = 11906 * _TWIP, 16838 * _TWIP
# What Pillow opens; drawings (EMF, WMF, SVG) are no scans.
KINDS = ("png", "jpg", "jpeg", "tif", "tiff", "bmp", "gif", "webp")


def relations(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Target part by id of what a part refers to inside the file."""
    folder, name = posixpath.split(part)
    rels = f"{folder}/_rels/{name}.rels"
    names = set(archive.namelist())
    if rels not in names:
        return {}
    found = {}
    for relation in parse_xml(read_part(archive, rels)).iterchildren("{*}Relationship"):
        target = posixpath.join("/" + folder, relation.get("Target", ""))
        target = posixpath.normpath(target).lstrip("/")
        if relation.get("TargetMode") != "External" and target in names:
            found[relation.get("Id", "")] = target
    return found


def slide_picture(slide: Any, targets: Mapping[str, str], size: tuple[int, int]) -> str:
    """The part with the largest picture that fills a slide, "" for none.

    targets: part by relation id; size: of the slide in EMU.
    """
    area = size[0] * size[1]
    best, largest = "", FILLS * area
    for picture in slide.iter(f"{_P}pic"):
        name = _embedded(picture, targets)
        extent = picture.find(f"{_P}spPr/{_A}xfrm/{_A}ext")
        covered = _area(extent)
        if name and area and covered >= largest:
            best, largest = name, covered
    background = slide.find(f"{_P}cSld/{_P}bg")
    if not best and background is not None:
        return _embedded(background, targets)
    return best


def page_pictures(body: Any, targets: Mapping[str, str]) -> list[str]:
    """The parts with the pictures that fill a page of a Word document, in their order."""
    size = next(body.iter(f"{_W}pgSz"), None)
    width, height = _A4
    if size is not None:
        width, height = (_number(size.get(f"{_W}{side}")) * _TWIP for side in "wh")
    found = []
    for drawing in body.iter(f"{_W}drawing"):
        name = _embedded(drawing, targets)
        if name and _area(next(drawing.iter(f"{_WP}extent"), None)) >= FILLS * width * height:
            found.append(name)
    return found


def _embedded(element: Any, targets: Mapping[str, str]) -> str:
    blip = next(element.iter(f"{_A}blip"), None)
    name = "" if blip is None else targets.get(blip.get(_EMBED, ""), "")
    return name if name.rpartition(".")[2].lower() in KINDS else ""


def _area(extent: Any) -> int:
    return 0 if extent is None else _number(extent.get("cx")) * _number(extent.get("cy"))


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
