"""What a PDF has in a region that is marked, as pdfium reads it there."""

import ctypes
from collections.abc import Iterable
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

Box = tuple[float, float, float, float]
_PIXELS = 100_000


def words_in(file: Path, page: int, boxes: Iterable[Box]) -> list[str]:
    """The words whose middle lies in one of the boxes, in the PDF's order.

    boxes: as fractions of the page as it is shown; page: from 0. Independent of the reader: each
    character's own box is brought onto the page that is shown, one by one.
    """
    document = pdfium.PdfDocument(file)
    loaded = document[page]
    text = loaded.get_textpage()
    wanted = list(boxes)
    found, current = [], ""
    for index in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, index))
        if char.isspace():
            found.append(current)
            current = ""
            continue
        left, bottom, right, top = text.get_charbox(index, loose=True)
        x, y = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(
            loaded, 0, 0, _PIXELS, _PIXELS, 0, (left + right) / 2, (bottom + top) / 2, x, y
        )
        across, down = x.value / _PIXELS, y.value / _PIXELS
        if any(x0 <= across <= x1 and y0 <= down <= y1 for x0, y0, x1, y1 in wanted):
            current += char
    document.close()
    return [word for word in (*found, current) if word]


def overlap(wanted: list[str], marked: list[str]) -> tuple[float, float]:
    """The share of the wanted words that are marked, and of the marked ones that are wanted."""
    from collections import Counter

    common = sum((Counter(wanted) & Counter(marked)).values())
    return common / max(1, len(wanted)), common / max(1, len(marked))
