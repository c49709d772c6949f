"""Which PDF pages are pictures of text: scans among typed pages, also those with an advert on."""

from contextlib import suppress
from itertools import islice
from typing import Any

from app.documents.model import Page

LITTLE_TEXT = 25  # words; a scanner's advert, a stamp, a page number
_FILLS = 0.5  # share of the page that its pictures cover on a scan
_FEWEST_PATHS = 20  # letters drawn as outlines; fewer paths are a rule or a frame
_MOST_OBJECTS = 3000  # looked at; a map has a million of them


def picture_pages(count: int) -> tuple[Page, ...]:
    """A page for each picture that fills one, of a file that has no pages of its own."""
    return tuple(
        Page(None, "", (), kind="picture", name=str(number), pictured=True)
        for number in range(1, count + 1)
    )


def is_pictured(page: Any, words: int) -> bool:
    """Whether a pypdfium2 page shows text that it does not have. words: those that it has.

    A page without a word counts as soon as it shows anything but a few lines; one with a few words
    only when pictures fill it.
    """
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    left, bottom, right, top = page.get_bbox()
    area = max(1.0, abs(right - left) * abs(top - bottom))
    covered, paths, others = 0.0, 0, 0
    for item in islice(page.get_objects(max_depth=3), _MOST_OBJECTS):
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            with suppress(pdfium.PdfiumError):
                x0, y0, x1, y1 = item.get_bounds()
                # Scans may be cut into strips; of those inside forms only the size is certain.
                covered += min(area, abs(x1 - x0) * abs(y1 - y0)) / area
            others += 1
        elif item.type == raw.FPDF_PAGEOBJ_PATH:
            paths += 1
        elif item.type == raw.FPDF_PAGEOBJ_SHADING:
            others += 1
    if words:
        return covered >= _FILLS
    return others > 0 or paths >= _FEWEST_PATHS
