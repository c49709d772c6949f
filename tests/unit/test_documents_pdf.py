"""PDF text, word boxes and page pictures, on files made here and read back by their pixels."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.documents.page_image import draw_page
from app.documents.pdf import read_pdf
from app.documents.read import read
from app.documents.source import Source
from app.errors import Reason, UnreadableFile


def _pdf(path: Path, draw: list[tuple[float, float, str]], size: float = 12) -> Path:
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Helvetica", size)
    for x, y, text in draw:
        canvas.drawString(x, y, text)
    canvas.save()
    return path


def _change(source: Path, target: Path, rotation: int, crop: bool) -> Path:
    writer = PdfWriter(clone_from=PdfReader(source))
    page = writer.pages[0]
    if crop:
        page.cropbox.lower_left = (60, 300)
        page.cropbox.upper_right = (520, 800)
    page.rotate(rotation)
    writer.write(target)
    return target


def _ink(picture: Image.Image, box: tuple[float, ...]) -> float:
    """Share of the picture's dark pixels that lie in the box."""
    dark = np.asarray(picture.convert("L")) < 128
    height, width = dark.shape
    x0, y0, x1, y1 = box
    inside = dark[
        int(np.floor(y0 * height)) : int(np.ceil(y1 * height)),
        int(np.floor(x0 * width)) : int(np.ceil(x1 * width)),
    ]
    return float(inside.sum() / dark.sum())


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [False, True])
def test_a_box_holds_the_ink_of_its_word(tmp_path: Path, rotation: int, crop: bool) -> None:
    plain = _pdf(tmp_path / "plain.pdf", [(100, 600, "Zaunkönig")], size=30)
    path = _change(plain, tmp_path / "changed.pdf", rotation, crop)
    page = read_pdf(Source.of(path)).pages[0]
    assert page.text == "Zaunkönig"
    (box,) = page.words.boxes.tolist()
    picture = Image.open(io.BytesIO(draw_page(path, 1, 900).png))
    assert _ink(picture, tuple(box)) > 0.97
    assert (box[2] - box[0]) * (box[3] - box[1]) < 0.06


def test_poppler_and_pdfium_show_the_same_area(tmp_path: Path) -> None:
    plain = _pdf(tmp_path / "plain.pdf", [(100, 600, "Zaunkönig")], size=30)
    path = _change(plain, tmp_path / "changed.pdf", 90, True)
    first, second = draw_page(path, 1, 800), draw_page(path, 1, 800, pdftoppm=str(tmp_path))
    assert (first.drawn_by, second.drawn_by) == ("poppler", "pdfium")
    assert abs(first.width - second.width) <= 1 and abs(first.height - second.height) <= 1
    box = read_pdf(Source.of(path)).pages[0].words.boxes[0].tolist()
    for drawn in (first, second):
        assert _ink(Image.open(io.BytesIO(drawn.png)), tuple(box)) > 0.97


@pytest.mark.parametrize("script", ["sleep 30", "exit 1", "kill -9 $$"])
def test_pdfium_draws_when_poppler_is_late_or_fails(tmp_path: Path, script: str) -> None:
    path = _pdf(tmp_path / "a.pdf", [(100, 600, "word")])
    folder = tmp_path / "poppler"
    folder.mkdir()
    for name in ("pdftoppm", "pdfinfo"):
        (folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name).chmod(0o755)
    drawn = draw_page(path, 1, 300, pdftoppm=str(folder), timeout_s=0.5)
    assert drawn.drawn_by == "pdfium" and drawn.png.startswith(b"\x89PNG")


def test_lines_become_paragraphs_and_large_short_lines_headings(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(72, 760, "House rules")
    canvas.setFont("Helvetica", 11)
    lines = ["The stairs are", "cleaned weekly.", "", "Bicycles stand", "in the cellar."]
    for number, line in enumerate(lines):
        canvas.drawString(72, 730 - 14 * number, line)
    canvas.save()
    document = read_pdf(Source.of(tmp_path / "a.pdf"))
    page = document.pages[0]
    assert [(b.level, page.text[b.start : b.end]) for b in page.blocks] == [
        (2, "House rules"),
        (0, "The stairs are cleaned weekly."),
        (0, "Bicycles stand in the cellar."),
    ]
    assert document.title == "House rules"


def test_a_hyphenated_word_is_one_word_with_two_boxes(tmp_path: Path) -> None:
    path = _pdf(tmp_path / "a.pdf", [(72, 700, "the Kündi-"), (72, 686, "gung today")])
    page = read_pdf(Source.of(path)).pages[0]
    assert page.text == "the Kündigung today"
    spans = [page.text[start:end] for start, end in page.words.spans.tolist()]
    assert spans == ["the", "Kündi", "gung", "today"]
    assert page.words.boxes[2, 1] > page.words.boxes[1, 1]


def test_spans_cover_exactly_the_words(tmp_path: Path) -> None:
    path = _pdf(tmp_path / "a.pdf", [(72, 700 - 14 * n, f"line {n} of text") for n in range(20)])
    page = read_pdf(Source.of(path)).pages[0]
    assert " ".join(page.text[s:e] for s, e in page.words.spans.tolist()) == " ".join(
        page.text.split()
    )


def test_reasons(tmp_path: Path) -> None:
    good = _pdf(tmp_path / "good.pdf", [(72, 700, "text")])
    locked = PdfWriter(clone_from=PdfReader(good))
    locked.encrypt("secret", algorithm="RC4-128")
    locked.write(tmp_path / "locked.pdf")
    PdfWriter().write(tmp_path / "pageless.pdf")
    _pdf(tmp_path / "blank.pdf", [])
    (tmp_path / "cut.pdf").write_bytes(good.read_bytes()[:200])
    (tmp_path / "fake.pdf").write_bytes(b"no pdf inside")
    (tmp_path / "empty.pdf").touch()
    found = {}
    for path in sorted(tmp_path.glob("*.pdf")):
        try:
            found[path.stem] = read(path).type
        except UnreadableFile as error:
            found[path.stem] = error.reason
            assert error.message and error.hint
    assert found == {
        "good": "pdf",
        "locked": Reason.PASSWORD,
        "pageless": Reason.NO_PAGES,
        "blank": Reason.NO_TEXT,
        "cut": Reason.CORRUPT,
        "fake": Reason.CORRUPT,
        "empty": Reason.EMPTY,
    }
