"""The settings over a real engine: what is changed is kept, told and in force."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from app.engine import Engine
from app.settings import load_settings
from app.settings_table import TABLE
from app.ui.local_bridge import LocalBridge
from app.ui.main_window import MainWindow
from app.ui.setting_editor import SettingEditor
from app.ui.settings_dialog import SettingsDialog
from app.ui.settings_store import SettingsStore


@pytest.fixture
def window(qtbot: QtBot, engine: Engine) -> Iterator[MainWindow]:
    window = MainWindow(LocalBridge(engine), [])
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


@pytest.fixture
def dialog(window: MainWindow) -> SettingsDialog:
    window.commands["settings"].trigger()
    assert window.dialogs.settings is not None
    return window.dialogs.settings


def change(qtbot: QtBot, editor: SettingEditor) -> object:
    """Set another value the way a user does; returns it."""
    control = editor.control
    if editor.auto is not None:
        editor.auto.click()
    if isinstance(control, QCheckBox):
        control.click()
        return control.isChecked()
    if isinstance(control, QComboBox):
        qtbot.keyClick(control, Qt.Key.Key_Down)
        return control.currentData()
    if isinstance(control, QLineEdit):
        control.setText("changed")
        qtbot.keyClick(control, Qt.Key.Key_Return)
        return "changed"
    assert isinstance(control, (QSpinBox, QDoubleSpinBox))
    control.setValue(control.value() + 1 if control.value() < control.maximum() else 1)
    return control.value()


def test_every_setting_can_be_changed_and_put_back(
    qtbot: QtBot, window: MainWindow, dialog: SettingsDialog
) -> None:
    file = window.store.file
    for setting in TABLE:
        editor = dialog.editors[setting.name]
        value = change(qtbot, editor)
        assert load_settings(file, {})[setting.name] == value != setting.default, setting.name
        assert not editor.reset.isHidden()
        editor.reset.click()
        assert load_settings(file, {})[setting.name] == setting.default, setting.name
        assert editor.reset.isHidden()


def test_the_engine_takes_what_is_live_at_once(
    qtbot: QtBot, engine: Engine, dialog: SettingsDialog
) -> None:
    control = dialog.editors["search.candidates"].control
    assert isinstance(control, QSpinBox)
    control.setValue(300)
    qtbot.waitUntil(lambda: engine.settings["search.candidates"] == 300)


def test_the_environment_wins_and_says_so(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = SettingsStore(tmp_path / "settings.toml", {"BGE_M3_MAX_RETRIES": "7"})
    setting = next(each for each in TABLE if each.name == "resilience.max_retries")
    editor = SettingEditor(setting, store)
    qtbot.addWidget(editor)
    assert isinstance(editor.control, QSpinBox)
    assert editor.control.value() == 7 and not editor.control.isEnabled()
    assert "BGE_M3_MAX_RETRIES" in editor.note.text() and not editor.note.isHidden()


def test_a_file_that_cannot_be_read_is_told_and_left_alone(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("[search\nbroken", "utf-8")
    store = SettingsStore(file, {})
    assert store.problem is not None and "not valid" in str(store.problem)
    with qtbot.waitSignal(store.failed):
        assert not store.set("search.candidates", 300)
    assert file.read_text("utf-8") == "[search\nbroken"


def test_caches_are_shown_and_cleared(
    qtbot: QtBot, engine: Engine, window: MainWindow, dialog: SettingsDialog
) -> None:
    engine.caches.pages.put({"key": b"a picture" * 1000})
    window.dialogs.show_settings("storage")
    clear = dialog.storage.clear_buttons
    qtbot.waitUntil(clear["pages"].isEnabled)
    assert not clear["queries"].isEnabled()
    clear["pages"].click()
    qtbot.waitUntil(lambda: not clear["pages"].isEnabled())
    assert engine.caches.pages.get("key") is None
