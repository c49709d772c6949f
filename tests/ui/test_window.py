"""The real window over the real engine process."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from app.paths import DataDirs
from app.ui.engine_bridge import EngineBridge
from app.ui.main_window import MainWindow

_LONG = 60_000  # the engine process loads the model once


@pytest.fixture
def window(qtbot: QtBot, dirs: DataDirs, library: Path) -> Iterator[MainWindow]:
    canvas = Canvas(str(library / "guide.pdf"))
    canvas.drawString(72, 700, "The sundial in the courtyard is older than the house.")
    canvas.save()
    window = MainWindow(EngineBridge(dirs), [library])
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


def test_type_find_see_the_mark_and_survive_the_engine(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: "indexed" in window.status.message.text(), timeout=_LONG)
    qtbot.keyClicks(window.field, "Sonnenuhr")
    qtbot.waitUntil(lambda: window.results.rowCount() > 0, timeout=_LONG)
    qtbot.waitUntil(window.is_settled, timeout=_LONG)
    assert Path(window.results.hit(0).path).name == "guide.pdf"
    assert window.preview.stack.currentWidget() is window.preview.page
    assert window.preview.page.marks == 1
    assert window.results.thumbnails() == 1
    window.field.setFocus()
    qtbot.keyClick(window.field, Qt.Key.Key_Down)
    # Not hasFocus(): without a window manager no window is ever the active one.
    qtbot.waitUntil(lambda: window.focusWidget() is window.list)
    qtbot.keyClick(window.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.preview.stack.currentWidget() is window.preview.text)

    pid = window._bridge.client.pid  # type: ignore[union-attr]
    assert pid is not None
    with qtbot.waitSignal(window._bridge.restarted, timeout=_LONG):
        os.kill(pid, signal.SIGKILL)
    window.field.setText("pumpkin soup")
    window.search()
    qtbot.waitUntil(
        lambda: (
            window.results.rowCount() > 0 and Path(window.results.hit(0).path).name == "Suppe.txt"
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
