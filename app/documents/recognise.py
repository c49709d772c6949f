"""Pictures to pages, by text recognition: scans, photos, and what fills slides and pages."""

import io
from dataclasses import replace
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from app.documents import formats
from app.documents.model import Page, Words
from app.documents.ocr import recognise
from app.documents.source import Source
from app.errors import Reason, UnreadableFile

_DPI = 200  # of the picture of a page; the models find no more at 300
_NARROWEST, _WIDEST = 600, 3300  # pixels: a till receipt, a large plan


def recognise_part(
    source: Source, kind: str, part: int, engine: str = "rapidocr", languages: str = ""
) -> Page:
    """The page of a file that shows a picture of text, with the text recognised and its boxes.

    kind: of the file, as read; part: which page, from 0; engine, languages: see `recognise`. Word
    boxes are of the page's own picture: on slides and in texts and sheets, where the picture is
    only a part of it, there are none. Raises UnreadableFile.
    """
    if kind == "pdf" or kind in formats.IMAGES:
        picture = _pdf_page(source, part) if kind == "pdf" else _frame(source, kind, part)
        return replace(recognise(picture, part + 1, engine, languages), kind="page")
    from app.documents.read import opened

    source, _ = opened(source)  # Office files may be encrypted
    if kind in ("pptx", "odp"):
        from app.documents import odf_pictures, pptx

        of_slide = pptx.picture_of_slide if kind == "pptx" else odf_pictures.picture_of_slide
        page = recognise(_opened(of_slide(source, part)), part + 1, engine, languages)
        return replace(page, kind="slide", words=Words())
    number, picture = _page_picture(source, kind, part)
    page = recognise(_opened(picture), None, engine, languages)
    return replace(page, kind="picture", name=str(number), words=Words())


def _page_picture(source: Source, kind: str, part: int) -> tuple[int, bytes]:
    """Number and bytes of a picture that fills a page of a text or of a sheet."""
    from app.documents import docx, odf_pictures, sheets

    if kind == "docx":
        return part, docx.picture_of_page(source, part)
    number = part if kind == "odt" else sheets.number_of_picture(source, part)
    return number, odf_pictures.picture_of_page(source, number)


def _pdf_page(source: Source, part: int) -> Any:
    from app.documents.pdf import draw_with_pdfium, page_widths

    width = page_widths(source)[part]
    pixels = round(min(_WIDEST, max(_NARROWEST, width / 72 * _DPI)))
    return draw_with_pdfium(source, part + 1, pixels)


def _frame(source: Source, kind: str, part: int) -> Any:
    if kind == "heic":
        from app.documents.image import can_open_heic

        can_open_heic()
    with source.open() as stream, Image.open(stream) as image:
        if image.format == "TIFF":
            image.seek(part)
        return ImageOps.exif_transpose(image.copy())


def _opened(data: bytes) -> Any:
    try:
        with Image.open(io.BytesIO(data)) as image:
            return ImageOps.exif_transpose(image.copy())
    except UnidentifiedImageError:
        raise UnreadableFile(Reason.CORRUPT, "the picture is damaged") from None
