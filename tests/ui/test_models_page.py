"""The models' page of the settings over the real engine process."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from local_hub import LocalHub, local_hub
from pytestqt.qtbot import QtBot
from small_model import make_small_model
from variant import make_variant

from app.paths import DataDirs
from app.ui.engine_bridge import EngineBridge
from app.ui.main_window import MainWindow
from app.ui.models_page import ModelsPage

_LONG = 300_000  # the engine process loads two models, perhaps on a busy machine


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[LocalHub]:
    with local_hub(make_small_model(tmp_path / "served")) as hub:
        yield hub


@pytest.fixture
def window(
    qtbot: QtBot, dirs: DataDirs, library: Path, hub: LocalHub, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setenv("HF_ENDPOINT", hub.address)
    window = MainWindow(EngineBridge(dirs), [library])
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: "indexed" in window.status.message.text(), timeout=_LONG)
    yield window
    window.close()


def opened(qtbot: QtBot, window: MainWindow) -> ModelsPage:
    # Not by its key: without a window manager not every window becomes the active one.
    window.commands["models"].trigger()
    dialog = window.models
    assert window.dialogs.settings is not None and window.dialogs.settings.page == "model"
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.table.rowCount() > 0, timeout=_LONG)
    return dialog


def states(dialog: ModelsPage) -> list[str]:
    return [dialog.table.item(row, 1).text() for row in range(dialog.table.rowCount())]


def wait_for(qtbot: QtBot, dialog: ModelsPage, text: str) -> None:
    qtbot.waitUntil(lambda: text in dialog.line.message.text(), timeout=_LONG)


def agree(dialog: ModelsPage) -> None:
    assert dialog.question is not None
    dialog.question.buttons()[0].click()


def test_download_check_and_remove(qtbot: QtBot, window: MainWindow, hub: LocalHub) -> None:
    dialog = opened(qtbot, window)
    assert states(dialog) == ["In use"]
    assert not dialog.use_button.isEnabled() and not dialog.remove_button.isEnabled()
    assert hub.requests == []  # nothing is asked of any hub before the user agrees
    dialog.download_button.click()
    assert hub.requests == []
    agree(dialog)
    wait_for(qtbot, dialog, "bge-m3 is there")
    qtbot.waitUntil(lambda: states(dialog) == ["In use", "Ready"], timeout=_LONG)
    dialog.table.selectRow(1)
    dialog.verify_button.click()
    wait_for(qtbot, dialog, "whole")
    qtbot.waitUntil(dialog.remove_button.isEnabled, timeout=_LONG)
    dialog.remove_button.click()
    agree(dialog)
    qtbot.waitUntil(lambda: states(dialog) == ["In use"], timeout=_LONG)


def test_a_download_goes_on_while_the_settings_are_closed_until_it_is_stopped(
    qtbot: QtBot, window: MainWindow, hub: LocalHub
) -> None:
    dialog = opened(qtbot, window)
    hub.stalls = True
    dialog.download_button.click()
    agree(dialog)
    wait_for(qtbot, dialog, "Downloading")
    assert window.dialogs.settings is not None
    window.dialogs.settings.reject()
    assert dialog.job is not None
    assert "Downloading" in window.status.job_button.text()
    window.status.job_button.click()
    assert window.dialogs.settings.isVisible()
    dialog.line.stop_button.click()
    hub.over.set()
    wait_for(qtbot, dialog, "Stopped")
    assert "indexed" in window.status.message.text()
    dialog = opened(qtbot, window)
    qtbot.waitUntil(lambda: "Unfinished" in states(dialog)[-1], timeout=_LONG)


def test_a_failed_import_is_told_in_the_dialog(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    dialog = opened(qtbot, window)
    folder = make_small_model(tmp_path / "broken")
    (folder / "sparse_linear.pt").unlink()
    dialog.import_from(folder)
    wait_for(qtbot, dialog, "sparse_linear.pt missing")
    assert dialog.folder_button.isEnabled()
    assert dialog.line.stop_button.isHidden()


def test_import_and_change(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = opened(qtbot, window)
    dialog.import_from(make_variant(tmp_path / "Variant"))
    wait_for(qtbot, dialog, "Variant is there")
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 2, timeout=_LONG)
    dialog.table.selectRow(1)
    qtbot.waitUntil(dialog.use_button.isEnabled, timeout=_LONG)
    dialog.use_button.click()
    qtbot.waitUntil(lambda: dialog.question is not None, timeout=_LONG)
    assert dialog.question is not None
    assert "5 passages" in dialog.question.text() and "measured" in dialog.question.text()
    agree(dialog)
    qtbot.waitUntil(lambda: "Chosen" in states(dialog)[1], timeout=_LONG)

    qtbot.waitUntil(lambda: window.status.message.text() == "Ready.", timeout=_LONG)
    dialog.refresh()
    qtbot.waitUntil(lambda: states(dialog) == ["Ready", "In use"], timeout=_LONG)
    window.view.field.setText("pumpkin soup")
    window.view.search()
    results = window.view.results
    qtbot.waitUntil(
        lambda: results.rowCount() > 0 and Path(results.hit(0).path).name == "Suppe.txt",
        timeout=_LONG,
    )
    assert window.view.banner.isHidden()
