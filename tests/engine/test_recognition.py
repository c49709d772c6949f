"""Scans and photos in a library: read last, by text recognition with its real models."""

import shutil
from pathlib import Path

import pytest
from indexing import run_index

from app.engine import Engine
from app.errors import Reason
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


@pytest.mark.slow
def test_a_scan_is_read_after_everything_else_and_marked(engine: Engine, with_scan: Path) -> None:
    stages = []
    for step in engine.index([with_scan]):
        stages.append((step.stage, Path(step.current).name, step.files_done))
        report = step.report
    assert report is not None and (report.indexed, report.failed) == (6, 0)
    recognising = [done for stage, name, done in stages if stage == "recognising" and name]
    assert recognising == [5]  # all others were done by then
    hit = engine.find(Query("Was kostet die Fernwärme ab Januar?")).hits[0]
    assert (Path(hit.path).name, hit.page) == ("letter.pdf", 1)
    assert "12,37 Cent" in hit.text
    assert len(hit.boxes) > 3 and engine.page_image(hit, 400).exists()
    again = run_index(engine, with_scan)
    assert (again.indexed, again.unchanged) == (0, 6)


@pytest.mark.slow
def test_switched_off_it_says_so_and_switched_on_it_reads(dirs: DataDirs, with_scan: Path) -> None:
    engine = Engine(dirs, _without_recognition(dirs))
    assert run_index(engine, with_scan).indexed == 5
    (problem,) = engine.problems()
    assert (Path(problem.path).name, problem.reason) == ("letter.pdf", Reason.OCR_OFF)
    assert "ocr.enabled" in problem.hint
    engine.close()
    engine = Engine(dirs)
    report = run_index(engine, with_scan)
    assert (report.indexed, report.unchanged, engine.problems()) == (1, 5, [])
    engine.close()


@pytest.mark.slow
def test_a_picture_without_words_is_listed(engine: Engine, library: Path) -> None:
    from PIL import Image

    Image.new("RGB", (300, 200), "steelblue").save(library / "sky.png")
    run_index(engine, library)
    (problem,) = engine.problems()
    assert (Path(problem.path).name, problem.reason) == ("sky.png", Reason.NO_TEXT)
