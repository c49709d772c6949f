"""Scans and photos in a library: read last, by text recognition with its real models."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from docx import Document as WordDocument
from docx.shared import Cm
from indexing import run_index
from PIL import Image, ImageDraw, ImageFont
from pptx import Presentation
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.engine import Engine
from app.errors import Reason
from app.index.scans import ScanTable
from app.paths import DataDirs, sample_library_dir
from app.search.model import Query
from app.settings import Settings, load_settings

_SCAN = sample_library_dir() / "Scans" / "Brief Stadtwerke (Scan).pdf"


@pytest.fixture
def with_scan(library: Path) -> Path:
    """The library with a scanned letter."""
    shutil.copy(_SCAN, library / "letter.pdf")
    return library


def _without_recognition(dirs: DataDirs) -> Settings:
    values = dict(load_settings(dirs.settings, {}).values)
    return Settings(values | {"ocr.enabled": False})


def _note(*lines: str) -> bytes:
    """A small picture of some lines of text, quick to recognise."""
    picture = Image.new("L", (640, 60 + 60 * len(lines)), 250)
    font = ImageFont.load_default(30)
    for number, line in enumerate(lines):
        ImageDraw.Draw(picture).text((40, 40 + 60 * number), line, 10, font)
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


def _assert_pages_add_up(engine: Engine) -> None:
    totals = engine.totals()
    parts = (totals.pages_waiting, totals.pages_unrecognised, totals.pages_without_text)
    assert totals.pages == totals.pages_with_text + sum(parts)
    assert min(totals.pages_with_text, *parts) >= 0
    assert engine.stored_passages() == totals.passages


@pytest.mark.slow
def test_a_scan_is_read_after_everything_else_and_marked(engine: Engine, with_scan: Path) -> None:
    stages = []
    for step in engine.index([with_scan]):
        stages.append((step.stage, Path(step.current).name, step.files_done, step.to_recognise))
        report = step.report
    assert report is not None and (report.indexed, report.failed) == (6, 0)
    recognising = {stage[1:] for stage in stages if stage[0] == "recognising"}
    assert recognising == {("letter.pdf", 5, 1)}  # all others were done by then
    hit = engine.find(Query("Was kostet die Fernwärme ab Januar?")).hits[0]
    assert (Path(hit.path).name, hit.page) == ("letter.pdf", 1)
    assert "12,37 Cent" in hit.text
    assert len(hit.boxes) > 3 and engine.page_image(hit, 400).exists()
    again = run_index(engine, with_scan)
    assert (again.indexed, again.unchanged) == (0, 6)
    _assert_pages_add_up(engine)


@pytest.mark.slow
def test_switched_off_it_says_so_and_switched_on_it_reads(dirs: DataDirs, with_scan: Path) -> None:
    engine = Engine(dirs, _without_recognition(dirs))
    assert run_index(engine, with_scan).indexed == 5
    (problem,) = engine.problems()
    assert (Path(problem.path).name, problem.reason) == ("letter.pdf", Reason.OCR_OFF)
    assert "ocr.enabled" in problem.hint
    assert engine.totals().pages_waiting == 1
    engine.close()
    engine = Engine(dirs)
    report = run_index(engine, with_scan)
    assert (report.indexed, report.unchanged, engine.problems()) == (1, 5, [])
    engine.close()


@pytest.mark.slow
def test_pictures_without_words_and_too_many_pages_are_listed(
    dirs: DataDirs, library: Path
) -> None:
    Image.new("RGB", (300, 200), "steelblue").save(library / "sky.png")
    frames = [Image.new("L", (200, 200), 90 * number) for number in range(3)]
    frames[0].save(library / "film.tiff", save_all=True, append_images=frames[1:])
    values = dict(load_settings(dirs.settings, {}).values)
    engine = Engine(dirs, Settings(values | {"ocr.most_pages": 2}))
    report = run_index(engine, library)
    assert (report.indexed, report.failed) == (5, 2)
    film, sky = engine.problems()
    assert (Path(film.path).name, film.reason) == ("film.tiff", Reason.OCR_LIMIT)
    assert (Path(sky.path).name, sky.reason) == ("sky.png", Reason.NO_TEXT)
    _assert_pages_add_up(engine)
    engine.close()


@pytest.mark.slow
def test_pictures_of_text_anywhere_are_recognised(dirs: DataDirs, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    canvas = Canvas(str(folder / "mixed.pdf"), A4)
    canvas.drawString(80, 700, "The heron stands in the reeds of the northern lake and waits.")
    canvas.showPage()
    picture = ImageReader(io.BytesIO(_note("The otter swims upstream.", *[""] * 6, "CamScanner")))
    canvas.drawImage(picture, 0, 200, A4[0], 500)
    canvas.drawString(200, 20, "Scanned with CamScanner")
    canvas.showPage()
    canvas.showPage()  # blank: nothing to recognise
    canvas.save()
    with zipfile.ZipFile(folder / "photos.zip", "w") as packed:
        packed.writestr("shop/badger.png", _note("The badger sleeps by day."))
    slides = Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[6])
    size = slides.slide_width, slides.slide_height
    slide.shapes.add_picture(io.BytesIO(_note("The kestrel hovers.")), 0, 0, *size)
    slides.save(str(folder / "talk.pptx"))
    word = WordDocument()
    word.add_paragraph("A typed page about squirrels.")
    word.add_picture(io.BytesIO(_note("The marten climbs.", *[""] * 10)), width=Cm(16))
    word.save(str(folder / "report.docx"))

    engine = Engine(dirs, _without_recognition(dirs))
    report = run_index(engine, folder)
    assert (report.indexed, report.failed) == (3, 2)  # the archive has no text, but is no scan
    listed = {Path(found.path).name: (found.reason, found.detail) for found in engine.problems()}
    assert listed == {
        "mixed.pdf": (Reason.OCR_OFF, "page 2 of 3"),
        "badger.png": (Reason.OCR_OFF, "1 page to recognise"),
        "talk.pptx": (Reason.OCR_OFF, "1 page to recognise"),
        "report.docx": (Reason.OCR_OFF, "page 2 of 2"),
    }
    assert "heron" in engine.find(Query("heron")).hits[0].text
    _assert_pages_add_up(engine)
    engine.close()

    engine = Engine(dirs)
    steps = engine.index([folder])
    for step in steps:
        if step.recognised == 1:
            break
    assert engine.totals().pages_waiting == 3
    assert {found.reason for found in engine.problems()} == {Reason.OCR_WAITING}
    steps.close()
    report = run_index(engine, folder)
    assert engine.problems() == [] and report.failed == 0
    for word_, name, place in (
        ("otter", "mixed.pdf", "page 2"),
        ("badger", "badger.png", "page 1"),
        ("kestrel", "talk.pptx", "slide 1"),
        ("marten", "report.docx", "picture 1"),
    ):
        hit = engine.find(Query(word_)).hits[0]
        assert word_ in hit.text and Path(hit.path).name == name and str(hit.place) == place
    (hit,) = engine.find(Query('"otter swims"')).hits
    _, y0, _, y1 = hit.boxes[0]
    assert 0.15 < y0 < y1 < 0.4  # where the picture has it
    assert engine.find(Query('"with CamScanner"')).hits  # nothing of the page's own is lost
    _assert_pages_add_up(engine)
    engine.close()


@pytest.mark.slow
def test_killed_between_catalogue_and_store_the_page_is_written_again(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "badger.png").write_bytes(_note("The badger sleeps by day."))
    add = ScanTable.add

    def killed(*arguments: object, **more: object) -> None:
        add(*arguments, **more)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(ScanTable, "add", killed)
        with pytest.raises(KeyboardInterrupt):
            run_index(engine, tmp_path / "in")
    assert engine.totals().passages == 1 and engine.stored_passages() == 0
    run_index(engine, tmp_path / "in")
    assert engine.totals().passages == 1
    _assert_pages_add_up(engine)
