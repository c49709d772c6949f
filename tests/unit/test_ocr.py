"""Text recognition with its real models, on a scan from the sample library."""

import importlib.util
import re

import numpy as np
import pytest
from PIL import Image

from app.documents.model import Page
from app.documents.ocr import recognise
from app.documents.pdf import draw_with_pdfium
from app.documents.source import Source
from app.errors import Reason, UnreadableFile
from app.paths import sample_library_dir

_SENTENCE = (
    "Sie können den Vertrag wegen der Änderung ohne Einhaltung einer Frist bis zum"
    " 31. Dezember 2025 kündigen."
)


@pytest.fixture(scope="module")
def scan() -> Image.Image:
    picture: Image.Image = draw_with_pdfium(
        Source.of(sample_library_dir() / "Scans" / "Brief Stadtwerke (Scan).pdf"), 1, 1654
    )
    return picture


def box_of(page: Page, word: str) -> np.ndarray:
    place = page.text.index(word)
    rows = np.flatnonzero((page.words.spans[:, 0] <= place) & (page.words.spans[:, 1] > place))
    return page.words.boxes[rows[0]]


def ink(picture: Image.Image, box: np.ndarray) -> float:
    """Share of pixels darker than paper in a box given as fractions."""
    x0, y0, x1, y1 = box * np.array([*picture.size, *picture.size])
    region = picture.convert("L").crop((int(x0), int(y0), int(x1) + 1, int(y1) + 1))
    return float((np.asarray(region) < 190).mean())


def test_a_scan_is_read_word_by_word(scan: Image.Image) -> None:
    page = recognise(scan, 1)
    assert page.number == 1 and _SENTENCE in page.text
    # A capital I is not taken for a small l.
    assert re.search(r"\bIhrer Fernwärme\b", page.text)
    for span, word_box in zip(page.words.spans, page.words.boxes, strict=True):
        assert ink(scan, word_box) > 0.02, page.text[slice(*span)]
    x0, y0, x1, y1 = box_of(page, "Zählernummer")
    assert x1 - x0 > 3 * (y1 - y0) * scan.height / scan.width  # one word, on one line


@pytest.mark.slow
@pytest.mark.parametrize("quarters", [1, 2])
def test_a_turned_page_is_read_and_marked_as_it_lies(scan: Image.Image, quarters: int) -> None:
    turned = scan.rotate(90 * quarters, expand=True)
    page = recognise(turned, 1)
    assert _SENTENCE in page.text
    assert ink(turned, box_of(page, "Zählernummer")) > 0.05
    x0, y0, x1, y1 = box_of(page, "Zählernummer")
    runs_upwards = (y1 - y0) * turned.height > (x1 - x0) * turned.width
    assert runs_upwards == (quarters == 1)


def test_tesseract_reads_when_it_is_there_and_says_so_when_it_is_not(scan: Image.Image) -> None:
    if importlib.util.find_spec("tesserocr") is None:
        with pytest.raises(UnreadableFile, match="tesserocr") as refused:
            recognise(scan, 1, "tesseract", "deu+eng")
        assert refused.value.reason == Reason.UNSUPPORTED
        return
    page = recognise(scan, 1, "tesseract", "deu+eng")
    assert "Fernwärme" in page.text and ink(scan, box_of(page, "Zählernummer")) > 0.05


def test_a_picture_without_text_is_a_page_without_text() -> None:
    page = recognise(Image.new("RGB", (400, 300), "white"), None)
    assert (page.number, page.text, len(page.words.spans)) == (None, "", 0)
