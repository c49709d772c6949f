"""Scans and pictures to documents, by text recognition."""

from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageOps, ImageSequence

from app.documents import formats
from app.documents.beat import beat
from app.documents.model import Document, Page
from app.documents.ocr import recognise
from app.documents.source import Source
from app.documents.text_tools import first_heading
from app.errors import Reason, UnreadableFile

KINDS = formats.IMAGES | {"pdf"}
_DPI = 200  # of the picture of a page; the models find no more at 300
_NARROWEST, _WIDEST = 600, 3300  # pixels: a till receipt, a large plan


def read_by_recognition(source: Source, most_pages: int) -> Document:
    """A PDF or picture file without text, read by recognising the text of its pages.

    Raises UnreadableFile: NO_TEXT when there is none in the pictures either, TOO_LARGE when there
    are more than most_pages of them, which would take too long.
    """
    kind = formats.type_of(source.name)
    pages = []
    pictures = _pdf_pages(source, most_pages) if kind == "pdf" else _frames(source, most_pages)
    for number, picture in enumerate(pictures, 1):
        beat()
        found = recognise(picture, number)
        pages.append(Page(number, found.text, found.blocks, found.words, kind="page"))
    if not any(page.text.strip() for page in pages):
        raise UnreadableFile(Reason.NO_TEXT, "text recognition found not one word in it")
    return Document(kind, first_heading(pages[0]), tuple(pages))


def _pdf_pages(source: Source, most_pages: int) -> Iterator[Any]:
    from app.documents.pdf import draw_with_pdfium, page_widths

    widths = page_widths(source)
    _check_number(len(widths), most_pages)
    for number, width in enumerate(widths, 1):
        pixels = round(min(_WIDEST, max(_NARROWEST, width / 72 * _DPI)))
        yield draw_with_pdfium(source, number, pixels)


def _frames(source: Source, most_pages: int) -> Iterator[Any]:
    if formats.type_of(source.name) == "heic":
        from app.documents.image import can_open_heic

        can_open_heic()
    with source.open() as stream, Image.open(stream) as image:
        if image.format != "TIFF":
            yield ImageOps.exif_transpose(image)
            return
        _check_number(getattr(image, "n_frames", 1), most_pages)
        for frame in ImageSequence.Iterator(image):
            yield ImageOps.exif_transpose(frame.copy())


def _check_number(pages: int, most_pages: int) -> None:
    if pages > most_pages:
        detail = f"{pages} pages to recognise, more than the limit of {most_pages}"
        raise UnreadableFile(Reason.TOO_LARGE, detail)
