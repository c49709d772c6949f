"""The real window over the real engine process."""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from app.paths import DataDirs, compact_model_dir
from app.ui.engine_bridge import EngineBridge
from app.ui.main_window import MainWindow

_LONG = 60_000  # the engine process loads the model once


@pytest.fixture
def bridge(dirs: DataDirs) -> EngineBridge:
    return EngineBridge(dirs)


@pytest.fixture
def window(qtbot: QtBot, bridge: EngineBridge, library: Path) -> Iterator[MainWindow]:
    canvas = Canvas(str(library / "guide.pdf"))
    canvas.drawString(72, 700, "The sundial in the courtyard is older than the house.")
    canvas.save()
    window = MainWindow(bridge, [library])
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


def best_file(window: MainWindow) -> str:
    results = window.view.results
    return Path(results.hit(0).path).name if results.rowCount() else ""


def test_type_find_see_the_mark_and_survive_the_engine(
    qtbot: QtBot, bridge: EngineBridge, window: MainWindow
) -> None:
    qtbot.waitUntil(lambda: "indexed" in window.status.message.text(), timeout=_LONG)
    qtbot.keyClicks(window.view.field, "Sonnenuhr")
    qtbot.waitUntil(lambda: window.view.results.rowCount() > 0, timeout=_LONG)
    qtbot.waitUntil(window.view.is_settled, timeout=_LONG)
    assert Path(window.view.results.hit(0).path).name == "guide.pdf"
    assert window.view.preview.stack.currentWidget() is window.view.preview.page
    assert window.view.preview.page.marks == 1
    assert len(window.view.thumbnails) == window.view.results.rowCount()
    window.view.field.setFocus()
    qtbot.keyClick(window.view.field, Qt.Key.Key_Down)
    # Not hasFocus(): without a window manager no window is ever the active one.
    qtbot.waitUntil(lambda: window.focusWidget() is window.view.list)
    qtbot.keyClick(window.view.list, Qt.Key.Key_Down)
    # A file without pages is drawn, too, and can be had as text.
    qtbot.waitUntil(window.view.is_settled, timeout=_LONG)
    assert window.view.preview.stack.currentWidget() is window.view.preview.page
    assert window.view.preview.page.marks >= 1
    window.view.preview.header.as_text.click()
    qtbot.waitUntil(lambda: window.view.preview.stack.currentWidget() is window.view.preview.text)
    window.view.preview.header.as_text.click()

    pid = bridge.client.pid
    assert pid is not None
    with qtbot.waitSignal(bridge.restarted, timeout=_LONG):
        os.kill(pid, signal.SIGKILL)
    window.view.field.setText("pumpkin soup")
    window.view.search()
    qtbot.waitUntil(
        lambda: (
            window.view.results.rowCount() > 0
            and Path(window.view.results.hit(0).path).name == "Suppe.txt"
        ),
        timeout=_LONG,
    )


def test_every_control_has_a_name(window: MainWindow) -> None:
    central = window.centralWidget()
    controls = [
        child
        for kind in (QPushButton, QLineEdit, QComboBox, QListView, QProgressBar)
        for child in central.findChildren(kind)
        if not child.inherits("QComboBoxListView")
    ]
    assert len(controls) > 7
    assert [child for child in controls if not child.accessibleName()] == []


@pytest.fixture
def own_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model folder that a test may remove, in links to the compact model."""
    folder = tmp_path / "own model"
    folder.mkdir()
    for file in compact_model_dir().resolve().iterdir():
        (folder / file.name).symlink_to(file)
    monkeypatch.setenv("BGE_M3_MODEL_NAME", str(folder))


@pytest.mark.usefixtures("own_model")
def test_without_a_model_the_window_says_so_and_finds_words(
    qtbot: QtBot, window: MainWindow, bridge: EngineBridge, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: "indexed" in window.status.message.text(), timeout=_LONG)
    shutil.rmtree(tmp_path / "own model")
    pid = bridge.client.pid
    assert pid is not None
    with qtbot.waitSignal(bridge.restarted, timeout=_LONG):
        os.kill(pid, signal.SIGKILL)
    window.view.field.setText("sundial")
    window.view.search()
    qtbot.waitUntil(lambda: best_file(window) == "guide.pdf", timeout=_LONG)
    # The first list, by words, comes before the one that knows that there is no model.
    qtbot.waitUntil(lambda: not window.view.banner.isHidden(), timeout=_LONG)
    assert "found by their words alone" in window.view.banner.text()
    assert "There is no model in" in window.view.banner.text()
