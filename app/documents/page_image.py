"""Pictures of pages: of PDF by poppler, or by pdfium whenever poppler is missing, late or fails."""

import io
import logging
import shutil
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import pdf2image
from pdf2image.exceptions import (
    PDFInfoNotInstalledError,
    PDFPageCountError,
    PDFPopplerTimeoutError,
    PDFSyntaxError,
    PopplerNotInstalledError,
)

from app.documents import formats
from app.documents.source import Source
from app.errors import Reason, UnreadableFile

_log = logging.getLogger(__name__)
_POPPLER_FAULTS = (
    PDFInfoNotInstalledError,
    PDFPageCountError,
    PDFPopplerTimeoutError,
    PDFSyntaxError,
    PopplerNotInstalledError,
    OSError,
    ValueError,
)


@dataclass(frozen=True)
class PageImage:
    """A page drawn. png: the file's bytes; width, height: pixels; drawn_by: which library."""

    png: bytes
    width: int
    height: int
    drawn_by: Literal["poppler", "pdfium", "pillow"]


def draw_page(
    path: Path, page: int, width: int, *, timeout_s: float = 10.0, pdftoppm: str | None = None
) -> PageImage:
    """Draw the visible part (crop box, rotated as displayed) of a page of a PDF or picture file.

    page: from 1; width: pixels; timeout_s: what poppler gets before pdfium takes over; pdftoppm:
    folder of poppler's programs, None for the search path. Raises UnreadableFile when neither
    library can draw it.
    """
    if formats.type_of(path.name) in formats.IMAGES:
        from app.documents.image_picture import open_picture

        return _encoded(open_picture(path, page, width), "pillow")
    image = _with_poppler(path, page, width, timeout_s, pdftoppm)
    if image is not None:
        return _encoded(image, "poppler")
    from app.documents.pdf import draw_with_pdfium

    return _encoded(draw_with_pdfium(Source.of(path), page, width), "pdfium")


def _with_poppler(
    path: Path, page: int, width: int, timeout_s: float, folder: str | None
) -> Any | None:
    if shutil.which("pdftoppm", path=folder) is None:
        _say_once("poppler is not installed; pdfium draws the pages")
        return None
    if not path.is_file():
        raise UnreadableFile(Reason.GONE, "the file is not there any more")
    try:
        images = pdf2image.convert_from_path(
            path,
            first_page=page,
            last_page=page,
            size=(width, None),
            use_cropbox=True,
            timeout=timeout_s,
            poppler_path=folder,
        )
    except _POPPLER_FAULTS as error:
        _log.info("%s page %d: poppler failed (%s), pdfium draws it", path, page, error)
        return None
    if not images:
        return None
    image = images[0]
    if image.width == width:
        return image
    # Poppler scales before it rotates, so the width asked for became the height.
    return image.resize((width, round(image.height * width / image.width)))


def _encoded(image: Any, drawn_by: Literal["poppler", "pdfium", "pillow"]) -> PageImage:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=2)  # higher levels take longer than drawing
    return PageImage(buffer.getvalue(), image.width, image.height, drawn_by)


@lru_cache
def _say_once(message: str) -> None:
    _log.info(message)
