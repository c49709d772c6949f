"""Boxes of a passage on its page."""

import random
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from documents import free_font
from marked_regions import overlap, words_in
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.documents.marks import line_boxes
from app.documents.model import Words
from app.documents.read import read

WORDS = Words(
    np.array([[0, 3], [4, 8], [9, 12], [13, 17]], np.int32),
    np.array(
        [
            [0.1, 0.1, 0.2, 0.12],
            [0.21, 0.1, 0.3, 0.12],
            [0.1, 0.13, 0.2, 0.15],
            [0.6, 0.13, 0.7, 0.15],
        ],
        np.float32,
    ),
)
_LATIN = ["Vertrag", "notice", "Frist", "Wärme", "pump", "château", "Miete", "Brücke", "lease"]
_HEBREW = ["שלום", "ספר", "בית", "חתול", "ירוק", "מים", "אדמה", "שמש", "לילה", "דרך"]


def test_words_of_a_line_make_one_box_and_far_columns_do_not() -> None:
    assert np.allclose(
        line_boxes(WORDS, 0, 17),
        [[0.1, 0.1, 0.3, 0.12], [0.1, 0.13, 0.2, 0.15], [0.6, 0.13, 0.7, 0.15]],
    )


def test_only_words_of_the_passage_are_marked() -> None:
    assert np.allclose(line_boxes(WORDS, 4, 8), [[0.21, 0.1, 0.3, 0.12]])


def test_no_words_no_boxes() -> None:
    assert line_boxes(Words(), 0, 10) == ()


def _lines(canvas: Canvas, left: float, width: float, number: int) -> None:
    """Lines of words that occur once each."""
    for line in range(40):
        words: list[str] = []
        while sum(map(len, words)) + len(words) < width / 5.6 - 14:
            words.append(f"{_LATIN[(line + len(words)) % len(_LATIN)]}{number}{line}{len(words)}")
        canvas.drawString(left, 760 - 15 * line, " ".join(words))


def _plain(canvas: Canvas) -> None:
    _lines(canvas, 60, 470, 1)


def _columns(canvas: Canvas) -> None:
    _lines(canvas, 50, 240, 1)
    _lines(canvas, 310, 240, 2)


def _right_to_left(canvas: Canvas) -> None:
    for line in range(40):
        words = [f"{_HEBREW[(line + n) % 10]}{_HEBREW[(line * n) % 10]}" for n in range(7)]
        # As PDFs have them: letters in the order in which they stand on the page.
        canvas.drawRightString(540, 760 - 15 * line, " ".join(words)[::-1])


def _make(file: Path, draw: Callable[[Canvas], None], turn: int, cropped: bool) -> None:
    pdfmetrics.registerFont(TTFont("Free", free_font()))
    canvas = Canvas(str(file), (595, 842))
    canvas.setFont("Free", 10)
    draw(canvas)
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(file))
    page = writer.pages[0]
    if cropped:
        page.mediabox = RectangleObject((-30, -40, 700, 900))
        page.cropbox = RectangleObject((35, 120, 560, 790))
    page.rotate(turn)
    writer.write(file)


@pytest.mark.parametrize("draw", [_plain, _columns, _right_to_left])
def test_the_marks_of_a_passage_cover_its_words_and_no_others(
    draw: Callable[[Canvas], None], tmp_path: Path
) -> None:
    chosen = random.Random(7)
    covered, own = [], []
    for turn in (0, 90, 180, 270):
        for cropped in (False, True):
            file = tmp_path / f"{turn} {cropped}.pdf"
            _make(file, draw, turn, cropped)
            (page,) = read(file).pages
            spans = page.words.spans
            for _ in range(9):
                first = chosen.randrange(len(spans) - 30)
                last = first + chosen.randrange(5, 30)
                start, end = int(spans[first, 0]), int(spans[last, 1])
                marked = words_in(file, 0, line_boxes(page.words, start, end))
                shares = overlap(page.text[start:end].split(), marked)
                covered.append(shares[0])
                own.append(shares[1])
    assert len(covered) == 72  # of 216 in all
    assert np.mean(covered) >= 0.98 and np.mean(own) >= 0.98
