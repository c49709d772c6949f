"""The program as a newcomer uses it: a real window on a virtual screen, keys, and what it shows.

With GENERICRAG_SCREENSHOTS=FOLDER the pictures of the screen are kept there; with
GENERICRAG_LIBRARY=FOLDER that copy of the sample library is searched, for pictures to publish.
"""

import os
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import psutil
import pytest
from PIL import Image

from tests.end_to_end.desktop import Desktop, screen

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
)
_SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "sample-library"
_QUERY = "when is the cold water turned off"


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kept = os.environ.get("GENERICRAG_SCREENSHOTS")
    folder = Path(kept) if kept else tmp_path_factory.mktemp("screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if given := os.environ.get("GENERICRAG_LIBRARY"):
        return Path(given)
    return Path(shutil.copytree(_SAMPLES, tmp_path_factory.mktemp("anna") / "Documents"))


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with screen(1280, 800) as name:
        yield name


def _wait_until(holds: Callable[[], bool], within: float) -> None:
    deadline = time.monotonic() + within
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.2)


def _searchable(data: Path) -> int:
    """Files of the catalogue that are searchable; what the window says has to be true."""
    if not (data / "catalogue.sqlite").exists():
        return 0
    with closing(sqlite3.connect(f"file:{data / 'catalogue.sqlite'}?mode=ro", uri=True)) as opened:
        counted = opened.execute("SELECT count(*) FROM files WHERE state = 'indexed'")
        return int(counted.fetchone()[0])


def _marked(picture: Image.Image) -> float:
    """The share of the preview, the right half of the window, that is in the marks' blue."""
    pixels = np.asarray(picture.convert("RGB"), np.int16)[200:, picture.width // 2 :]
    red, green, blue = pixels[..., 0], pixels[..., 1], pixels[..., 2]
    return float(((blue - red > 40) & (green > red) & (blue > 120)).mean())


def _brightness(picture: Image.Image) -> float:
    """The median grey of the screen, 0 (black) to 255."""
    return float(np.median(np.asarray(picture.convert("L"))))


def test_from_a_fresh_profile_to_a_marked_page_and_back_again_after_a_restart(
    display: str, library: Path, pictures: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    desktop = Desktop(display, data, pictures)
    try:
        desktop.start()
        desktop.wait_for("Search your own documents", "Add a folder", name="welcome")
        desktop.keys("ctrl+o")
        desktop.wait_for("Look in", "Choose")
        desktop.type(str(library))
        desktop.keys("Return")
        desktop.wait_for("Library", library.name)
        desktop.turn_to_window()
        _wait_until(lambda: _searchable(data) == 24, 240)
        desktop.wait_for("24 files searchable, 49 pages")

        desktop.keys("ctrl+f")
        desktop.type(_QUERY)
        light = desktop.wait_for("Notice board photo.jpg", "On Thursday 9 October", name="light")
        assert _marked(light) > 0.02
        assert _brightness(light) > 200
        desktop.keys("ctrl+3")
        desktop.wait_for("Lab repo", "page 6", name="pages")
        desktop.keys("ctrl+1")

        desktop.keys("ctrl+comma")
        desktop.wait_for("Appearance", "Theme", name="settings")
        desktop.keys("Tab", "d")
        desktop.keys("Tab", "Tab", "d")  # The button that takes a change back comes first.
        german = desktop.wait_for("Aussehen", "Dunkel")
        assert _brightness(german) < 90
        desktop.keys("Escape")
        desktop.turn_to_window()
        desktop.wait_for("Ordner", "Seiten", "Notice board photo.jpg", name="dark-german")

        desktop.keys("ctrl+q")
        assert desktop.wait_until_closed() == 0
        desktop.start()
        kept = ("24 Dateien", "cold water turned off", "Notice board photo.jpg")
        again = desktop.wait_for(*kept, within=60)
        assert _brightness(again) < 90
        desktop.keys("ctrl+q")
        assert desktop.wait_until_closed() == 0
        assert "Traceback" not in (data / "genericrag.log").read_text("utf-8")
    finally:
        desktop.close()


def test_says_when_nothing_is_found_what_cannot_be_read_and_that_the_engine_was_restarted(
    display: str, pictures: Path, tmp_path: Path
) -> None:
    folder, data = tmp_path / "Papers", tmp_path / "data"
    shutil.copytree(_SAMPLES / "Notes", folder)
    (folder / "Broken.pdf").write_bytes(b"%PDF-1.7\nnothing else")
    desktop = Desktop(display, data, pictures)
    try:
        desktop.start(str(folder))
        _wait_until(lambda: _searchable(data) == len(list(folder.iterdir())) - 1, 120)
        desktop.keys("ctrl+f")
        desktop.type('"zebra crossing" type:odt')
        desktop.wait_for("Nothing found", name="nothing-found")
        desktop.keys("ctrl+shift+e")
        desktop.wait_for("Broken.pdf", "damaged", name="problems")
        desktop.keys("Escape")
        desktop.turn_to_window()

        assert desktop.program
        for process in psutil.Process(desktop.program.pid).children(recursive=True):
            process.send_signal(signal.SIGKILL)
        desktop.wait_for("started again", name="engine-restarted")
        desktop.keys("ctrl+f", "ctrl+a")
        desktop.type("brake pads")
        desktop.wait_for("car log.txt", within=60)
        desktop.keys("ctrl+q")
        assert desktop.wait_until_closed() == 0
    finally:
        desktop.close()


def test_everything_is_twice_as_large_on_a_fine_screen(
    library: Path, pictures: Path, tmp_path: Path
) -> None:
    with screen(2400, 1500) as fine:
        data = tmp_path / "data"
        desktop = Desktop(fine, data, pictures, {"QT_SCALE_FACTOR": "2"})
        try:
            desktop.start(str(library / "Notes"))
            _wait_until(lambda: _searchable(data) == 3, 120)
            desktop.keys("ctrl+f")
            desktop.type("brake discs")
            # The way to pages is at the right edge, which has to be on the screen.
            desktop.wait_for("car log.txt", "front brake discs", "Pages", "Why?", name="double")
            desktop.keys("ctrl+q")
            assert desktop.wait_until_closed() == 0
        finally:
            desktop.close()
