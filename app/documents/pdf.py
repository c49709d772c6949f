"""PDF to text with word boxes, and PDF pages to pictures, through pypdfium2."""

import ctypes
import logging
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray

from app.documents.beat import beat
from app.documents.layout import PlacedWord, paragraphs
from app.documents.locked import LOCKED, WRONG
from app.documents.model import Document, Page
from app.documents.pictured import LITTLE_TEXT, is_pictured
from app.documents.source import Source
from app.documents.text_tools import first_heading, is_clean, one_line, useful_title
from app.errors import Reason, UnreadableFile

_log = logging.getLogger(__name__)
_LOCK = threading.Lock()  # pdfium is not thread-safe
_HYPHEN = "\ufffe"  # pdfium's mark for a hyphen at the end of a line; the word goes on behind it
_TOKEN = re.compile(rf"[^\s{_HYPHEN}]+{_HYPHEN}?")
_RECTANGLE = ctypes.sizeof(raw.FS_RECTF)  # four floats: left, top, right, bottom
# By addresses, without wrapping its arguments: it is called twice a word.
_get_box = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(raw.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)
_GRID = 1_000_000  # the device space that page positions are mapped to, before they are fractions
_PAGE_COUNT = re.compile(rb"/Count\s+(\d+)")
_PASSWORD = 4  # FPDF_ERR_PASSWORD


@contextmanager
def open_pdf(source: Source) -> Iterator[Any]:
    """The pypdfium2 document; raises UnreadableFile."""
    with _LOCK:
        try:
            document = pdfium.PdfDocument(source.path or source.content, source.password or None)
        except pdfium.PdfiumError as error:
            raise _why_closed(source, getattr(error, "err_code", 0)) from None
        try:
            yield document
        finally:
            document.close()


def _why_closed(source: Source, code: int) -> UnreadableFile:
    """Why pdfium could not open a file.

    Its error code may be a leftover of an earlier file, as a PDF without pages sets none, so the
    file itself has to confirm it.
    """
    data = source.data()
    if code == _PASSWORD and b"/Encrypt" in data:
        return UnreadableFile(Reason.PASSWORD, WRONG if source.password else LOCKED)
    counts = _PAGE_COUNT.findall(data)
    if counts and not any(int(count) for count in counts):
        return UnreadableFile(Reason.NO_PAGES, "the PDF has no pages at all")
    return UnreadableFile(Reason.CORRUPT, "its inner structure is damaged beyond repair")


def read_pdf(source: Source) -> Document:
    """Every page of a PDF; a page that cannot be loaded comes out without text.

    Raises UnreadableFile (CORRUPT, PASSWORD, NO_PAGES).
    """
    with open_pdf(source) as document:
        count = len(document)
        if count == 0:
            raise UnreadableFile(Reason.NO_PAGES, "the PDF has no pages at all")
        pages = []
        for index in range(count):
            beat()
            try:
                pages.append(_read_page(document, index))
            except pdfium.PdfiumError as error:
                _log.warning("%s: page %d cannot be loaded: %s", source, index + 1, error)
                pages.append(Page(index + 1, "", (), kind="page"))
        title = useful_title(document.get_metadata_value("Title"))
    return Document("pdf", title or first_heading(pages[0]), tuple(pages))


def _read_page(document: Any, index: int) -> Page:
    page = document[index]
    try:
        textpage = page.get_textpage()
        try:
            words = _placed_words(page, textpage)
        finally:
            textpage.close()
        width, height = page.get_size()
        # Pages of text are not looked through: that would take as long as reading them.
        pictured = len(words) <= LITTLE_TEXT and is_pictured(page, len(words))
    finally:
        page.close()
    read = paragraphs(words, index + 1, height / width if width else 1.0)
    return replace(read, pictured=True) if pictured else read


@dataclass(frozen=True)
class _Map:
    """Page coordinates to fractions of the visible page: xy @ matrix + offset."""

    matrix: NDArray[np.float64]
    offset: NDArray[np.float64]

    def boxes(self, corners: NDArray[np.float64]) -> NDArray[np.float64]:
        """Left, bottom, right, top in page units [n, 4] to x0, y0, x1, y1 as fractions [n, 4]."""
        first = corners[:, [0, 1]] @ self.matrix + self.offset
        second = corners[:, [2, 3]] @ self.matrix + self.offset
        low, high = np.minimum(first, second), np.maximum(first, second)
        boxes: NDArray[np.float64] = np.clip(np.hstack([low, high]), 0.0, 1.0)
        return boxes


def _page_map(page: Any) -> _Map:
    """Asked of pdfium itself, so that rotation and crop box are exactly those it draws with."""

    def to_device(x: float, y: float) -> NDArray[np.float64]:
        device_x, device_y = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page, 0, 0, _GRID, _GRID, 0, x, y, device_x, device_y)
        return np.array([device_x.value, device_y.value], np.float64) / _GRID

    origin = to_device(0, 0)
    axes: NDArray[np.float64] = np.stack([to_device(1000, 0), to_device(0, 1000)]) - origin
    return _Map(axes / 1000, origin)


def _placed_words(page: Any, textpage: Any) -> list[PlacedWord]:
    characters = textpage.count_chars()
    text = textpage.get_text_range() if characters else ""
    places = [token.span() for token in _TOKEN.finditer(text)]
    if not places:
        return []
    boxes = _page_map(page).boxes(_corners(textpage, text, characters, places))
    words = [text[start:end] for start, end in places]
    starts = [start == 0 or text[start - 1] in "\r\n" for start, _ in places]
    hyphens = [False] * len(words)
    if _HYPHEN in text:
        hyphens = [word[-1] == _HYPHEN for word in words]
        words = [word.removesuffix(_HYPHEN) for word in words]
    if not is_clean(text.replace(_HYPHEN, "").replace("\r", "")):
        words = [one_line(word) for word in words]
    # The tuples are made without a line of Python for each: that would take as long as the rest.
    fields = zip(words, zip(*boxes.T.tolist(), strict=True), starts, hyphens, strict=True)
    return list(map(tuple.__new__, repeat(PlacedWord), fields))


def _corners(
    textpage: Any, text: str, characters: int, places: list[tuple[int, int]]
) -> NDArray[np.float64]:
    """Left, bottom, right, top in page units of each word [n, 4]; zeros where pdfium knows none.

    A word stands on one line, so its first and last character span it. The boxes are written into
    one block of memory: reading them one by one would take as long as getting them.
    """
    index_of = _character_index(textpage, text, characters)
    boxes = np.zeros((len(places), 2, 2, 2), np.float32)  # word, its ends, corners, x and y
    page, place, size = ctypes.addressof(textpage.raw.contents), boxes.ctypes.data, _RECTANGLE
    missing = []
    for row, (start, end) in enumerate(places):
        last = end - 1
        if index_of is not None:
            start, last = index_of(start), index_of(last)
        if not _get_box(page, start, place):
            missing.append((row, 0))
        if not _get_box(page, last, place + size):
            missing.append((row, 1))
        place += 2 * size
    for row, side in missing:
        boxes[row, side] = boxes[row, 1 - side]
    corners = boxes.astype(np.float64)
    return np.hstack([corners.min(axis=(1, 2)), corners.max(axis=(1, 2))])


def _character_index(textpage: Any, text: str, characters: int) -> Callable[[int], int] | None:
    """A function from a position in the text to pdfium's index of that character, None for none.

    They are the same unless the page has characters outside the basic plane, which pdfium counts
    twice, or ones that it leaves out of the text.
    """
    if len(text) == characters:
        return None
    units = np.cumsum([0] + [1 + (ord(char) > 0xFFFF) for char in text])

    def index(place: int) -> int:
        found = int(raw.FPDFText_GetCharIndexFromTextIndex(textpage, int(units[place])))
        return found if found >= 0 else min(int(units[place]), characters - 1)

    return index


def page_widths(source: Source) -> list[float]:
    """Width of each page as displayed, in points (1/72 inch). Raises UnreadableFile."""
    with open_pdf(source) as document:
        return [document.get_page_size(index)[0] for index in range(len(document))]


def draw_with_pdfium(source: Source, page: int, width: int) -> Any:
    """A page as a PIL image `width` pixels wide; page counts from 1. Raises UnreadableFile."""
    with open_pdf(source) as document:
        if not 1 <= page <= len(document):
            raise UnreadableFile(Reason.CORRUPT, f"there is no page {page}")
        try:
            loaded = document[page - 1]
            scale = width / max(loaded.get_width(), 1.0)
            return loaded.render(scale=scale).to_pil().convert("RGB")
        except pdfium.PdfiumError:
            raise UnreadableFile(Reason.CORRUPT, f"page {page} cannot be drawn") from None
