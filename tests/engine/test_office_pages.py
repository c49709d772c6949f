"""Hits in Office files on pages that LibreOffice makes; a small program stands for it."""

import sys
from pathlib import Path

import pytest
from docx import Document
from indexing import run_index
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from app.documents.picture import noted
from app.engine import Engine
from app.paths import DataDirs
from app.search.model import Query

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(sys.platform == "win32", reason="the program is a script"),
]
SENTENCE = "The heron stands in the reeds of the northern lake"
SCRIPT = """#!/bin/sh
echo >> {folder}/calls
while [ "$1" != --outdir ]; do shift; done
{does}
"""


def size(file: Path) -> tuple[int, int]:
    with Image.open(file) as image:
        return image.size


def program(folder: Path, does: str) -> Path:
    file = folder / "soffice"
    file.write_text(SCRIPT.format(folder=folder, does=does))
    file.chmod(0o755)
    return file


def test_the_page_is_drawn_once_made_and_by_ourselves_when_not(
    dirs: DataDirs, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in (("a.docx", SENTENCE), ("b.docx", "The otter swims upstream at night")):
        document = Document()
        document.add_paragraph(text)
        document.save(str(folder / name))
    made = tmp_path / "made.pdf"
    canvas = Canvas(str(made), (400, 200))
    canvas.drawString(20, 100, SENTENCE)
    canvas.save()
    soffice = program(tmp_path, f'cp {made} "$2"/document.pdf')
    dirs.settings.parent.mkdir(parents=True, exist_ok=True)
    dirs.settings.write_text(f'[pages]\nlibreoffice = "{soffice}"\n')
    engine = Engine(dirs)
    run_index(engine, folder)
    heron = engine.find(Query("heron")).hits[0]
    for width in (400, 300):
        file = engine.page_image(heron, width)
        assert size(file) == (width, width // 2)  # the PDF's page, not our own
        picture = noted(file.read_bytes())
        assert picture is not None and len(picture.boxes) == 1
        assert picture.boxes[0][1] < 0.5 < picture.boxes[0][3]
    assert len((tmp_path / "calls").read_text()) == 1

    # Its pages do not have the words of the other file; nor does it make any when it fails.
    program(tmp_path, "exit 1")
    otter = engine.find(Query("otter")).hits[0]
    for _ in range(2):
        file = engine.page_image(otter, 400)
        assert size(file)[0] == 400 and noted(file.read_bytes()).boxes
    assert len((tmp_path / "calls").read_text()) == 2
    assert engine.page_image(heron, 400).exists()
    engine.close()
