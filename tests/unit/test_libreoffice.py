"""LibreOffice as a helper that may be missing, late or broken; a small program stands for it."""

import os
import sys
import time
from pathlib import Path

import docx
import psutil
import pytest
from marked_regions import words_in
from reportlab.pdfgen.canvas import Canvas

from app.documents import libreoffice
from app.documents.converted import draw_converted
from app.documents.picture import noted
from app.documents.read import read

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program is a script")
# Does what LibreOffice does with the same arguments; the PDF lies beside it.
SCRIPT = """#!{python}
import pathlib, subprocess, sys, time
here = pathlib.Path(__file__).parent
folder = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
profile = [a for a in sys.argv if a.startswith("-env:UserInstallation=file:///")][0]
with open(here / "calls", "a") as calls:
    calls.write(profile + "\\n")
document = pathlib.Path(sys.argv[-1])
assert document.read_bytes() and "--headless" in sys.argv and "--convert-to" in sys.argv
settings = pathlib.Path(profile.split("file://")[1], "user", "registrymodifications.xcu")
assert "BlockUntrustedRefererLinks" in settings.read_text()
{does}
"""
CONVERTS = "(folder / 'document.pdf').write_bytes((here / 'made.pdf').read_bytes())"
HANGS = """
child = subprocess.Popen(["sleep", "300"])
(here / "child").write_text(str(child.pid))
time.sleep(300)
"""


def program(folder: Path, does: str) -> str:
    file = folder / "soffice"
    file.write_text(SCRIPT.format(python=sys.executable, does=does))
    file.chmod(0o755)
    return str(file)


def pdf(file: Path, *pages: list[str]) -> Path:
    canvas = Canvas(str(file), (400, 400))
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(30, 350 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return file


def test_it_makes_a_pdf_of_a_copy_with_a_profile_of_its_own(tmp_path: Path) -> None:
    made = pdf(tmp_path / "made.pdf", ["hello"])
    document = tmp_path / "in" / "-a letter.docx"
    document.parent.mkdir()
    document.write_text("content")
    found = libreoffice.to_pdf(document, "docx", program(tmp_path, CONVERTS), 20)
    assert found == made.read_bytes()
    assert list(document.parent.iterdir()) == [document]
    assert libreoffice.to_pdf(document, "docx", program(tmp_path, CONVERTS), 20) == found
    first, second = (tmp_path / "calls").read_text().splitlines()
    assert first != second and not Path(first.partition("file://")[2]).exists()


def test_late_failing_and_missing_it_gives_nothing(tmp_path: Path) -> None:
    document = tmp_path / "a.docx"
    document.write_text("content")
    for does in (
        "sys.exit(3)",
        "pass",
        "(folder / 'document.pdf').write_text('no PDF')",
        "(folder / 'document.pdf').mkdir()",
    ):
        assert libreoffice.to_pdf(document, "docx", program(tmp_path, does), 20) is None
    assert libreoffice.to_pdf(document, "docx", str(tmp_path / "nothing"), 20) is None
    started = time.monotonic()
    assert libreoffice.to_pdf(document, "docx", program(tmp_path, HANGS), 2) is None
    assert time.monotonic() - started < 8
    child = int((tmp_path / "child").read_text())
    deadline = time.monotonic() + 5
    while psutil.pid_exists(child) and psutil.Process(child).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline, "what it started still runs"
        time.sleep(0.05)


def test_it_is_found_by_setting_and_search_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = program(tmp_path, "pass")
    assert libreoffice.find(file) == libreoffice.find(str(tmp_path)) == file
    assert libreoffice.find(str(tmp_path / "other")) is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert libreoffice.find() == file
    os.unlink(file)
    monkeypatch.setattr(libreoffice, "_usual_places", lambda: iter([tmp_path / "soffice"]))
    assert libreoffice.find() is None
    assert libreoffice.find("") is None
    program(tmp_path, "pass")
    monkeypatch.setenv("PATH", "")
    assert libreoffice.find() == file


@pytest.mark.parametrize(
    ("passage", "slide", "share", "page", "words"),
    [
        ("Rent | 865 euro\n\nHeating | 120 euro", None, 0.5, 1, 6),
        ("The heron stands in the reeds, and waits.", None, 0.0, 0, 8),
        ("The HERON stands in the reeds", None, 1.0, 2, 6),
        ("The heron stands in the reeds", 3, 0.0, 2, 6),
        ("• The heron stands", 1, 1.0, 0, 3),
    ],
)
def test_the_words_of_a_passage_are_marked_on_their_page(
    tmp_path: Path, passage: str, slide: int | None, share: float, page: int, words: int
) -> None:
    file = pdf(
        tmp_path / "a.pdf",
        ["Birds", "The heron stands in the reeds", "and waits. The otter swims."],
        ["Costs", "Rent 865 euro", "Heating 120 euro", "Sum 985 euro"],
        ["Again", "The heron stands in the reeds", "of the lake"],
    )
    png = draw_converted(file.read_bytes(), passage, slide, share, 300)
    picture = noted(png or b"")
    assert picture is not None and not picture.is_part
    marked = words_in(file, page, picture.boxes)
    assert len(marked) == words
    wanted = "".join(c for c in passage.casefold() if c.isalnum())
    assert "".join(c for c in "".join(marked).casefold() if c.isalnum()) == wanted


def test_what_no_page_has_is_not_marked_anywhere(tmp_path: Path) -> None:
    file = pdf(tmp_path / "a.pdf", ["The heron stands in the reeds"], [])
    for passage in (
        "The kingfisher dives into the river",
        "reeds the in stands heron The",
        "",
        "—",
    ):
        assert draw_converted(file.read_bytes(), passage, None, 0.0, 300) is None


@pytest.mark.skipif(libreoffice.find() is None, reason="LibreOffice is not installed")
def test_the_real_one_makes_a_pdf_with_the_words(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("The roof is repaired in spring.")
    document.save(str(tmp_path / "minutes.docx"))
    real = libreoffice.find()
    assert real
    pdf = libreoffice.to_pdf(tmp_path / "minutes.docx", "docx", real, 120)
    assert pdf
    (tmp_path / "minutes.pdf").write_bytes(pdf)
    (page,) = read(tmp_path / "minutes.pdf").pages
    assert page.text.strip() == "The roof is repaired in spring."
