"""The window as a whole: first start, library, language, session; over a real engine process."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop.links import OpenRequest
from app.desktop.single_instance import SingleInstance
from app.paths import DataDirs
from app.ui.engine_bridge import EngineBridge
from app.ui.main_window import MainWindow
from app.ui.shell import Shell

_LONG = 120_000


@pytest.fixture
def shell(qapp: QApplication, dirs: DataDirs) -> Iterator[Shell]:
    palette, font = qapp.palette(), qapp.font()
    instance = SingleInstance(dirs.data)
    assert instance.claim()
    shell = Shell(qapp, dirs, instance)
    yield shell
    shell.store.set("appearance.language", "en")
    shell.store.set("appearance.theme", "system")
    if shell.window and shell.window.isVisible():
        shell.window.close()
    instance.close()
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.setQuitOnLastWindowClosed(True)


def live(shell: Shell) -> MainWindow:
    assert shell.window is not None
    return shell.window


def drop(window: MainWindow, folder: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    # Without the one that enters, Qt delivers none that drops.
    enter = QDragEnterEvent(QPoint(9, 9), action, data, buttons, modifiers)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), action, data, buttons, modifiers))


def test_from_the_first_start_to_the_second(
    qtbot: QtBot, shell: Shell, dirs: DataDirs, library: Path
) -> None:
    window = shell.open_window(OpenRequest())
    assert window.stack.currentWidget() is window.welcome
    assert not window.dock.isVisible()
    drop(window, library)
    assert window.stack.currentWidget() is window.view and window.dock.isVisible()
    qtbot.waitUntil(lambda: "indexed" in window.status.message.text(), timeout=_LONG)
    panel = window.library
    qtbot.waitUntil(lambda: "<b>5</b> files" in panel.coverage.text(), timeout=_LONG)

    # Pause: a look for changes leaves it alone; resume brings it back.
    window.commands["folder_pause"].trigger()
    qtbot.waitUntil(lambda: bool((f := panel.list.chosen()) and f.paused), timeout=_LONG)
    window.commands["folder_pause"].trigger()
    qtbot.waitUntil(lambda: bool((f := panel.list.chosen()) and not f.paused), timeout=_LONG)

    # Removing can be undone, and nothing was lost meanwhile.
    window.commands["folder_remove"].trigger()
    assert panel.list.count() == 0 and not panel.undo_bar.isHidden()
    window.commands["undo_remove"].trigger()
    qtbot.waitUntil(lambda: panel.list.count() == 1, timeout=_LONG)
    assert "5 files" in panel.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)

    # Another language at once, with the settings still open where they were.
    window.search_for("pumpkin soup")
    qtbot.waitUntil(lambda: window.view.results.rowCount() > 0, timeout=_LONG)
    window.dialogs.show_settings("appearance")
    shell.store.set("appearance.language", "de")
    qtbot.waitUntil(lambda: shell.window is not window)
    german = live(shell)
    assert german.commands["quit"].text() == "&Beenden"
    assert (
        german.dialogs.settings is not None
        and german.dialogs.settings.windowTitle() == "Einstellungen"
    )
    assert german.view.field.text() == "pumpkin soup"
    qtbot.waitUntil(lambda: german.view.results.rowCount() > 0, timeout=_LONG)
    german.dialogs.settings.close()

    # An engine that starts anew takes up where it was.
    with qtbot.waitSignal(shell.bridge.renewed, timeout=_LONG):
        shell.store.set("pages.seconds_per_page", 30.0)
    german.search_for("Sonnenuhr")
    qtbot.waitUntil(lambda: german.view.results.rowCount() > 0, timeout=_LONG)

    # Diagnostics say nothing of names unless asked.
    german.dialogs.show_diagnostics()
    diagnostics = german.dialogs.diagnostics
    assert diagnostics is not None
    qtbot.waitUntil(diagnostics.copy_button.isEnabled, timeout=_LONG)
    diagnostics.copy_button.click()
    report = QGuiApplication.clipboard().text()
    assert "passages: 5" in report and str(library) not in report
    diagnostics.names.click()
    diagnostics.copy_button.click()
    assert str(library) in QGuiApplication.clipboard().text()
    diagnostics.close()

    # Removed for good when its time is over, here by closing; then nothing is left to search.
    german.commands["folder_remove"].trigger()
    german.close()
    again = Shell(shell.application, dirs, SingleInstance(dirs.data))
    window = again.open_window(OpenRequest())
    assert window.view.field.text() == "Sonnenuhr"
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.welcome, timeout=_LONG)
    again.store.set("appearance.language", "en")  # other tests share the application
    qtbot.waitUntil(lambda: again.window is not window)
    live(again).close()


def test_the_theme_changes_at_once(qtbot: QtBot, shell: Shell) -> None:
    window = shell.open_window(OpenRequest())

    def lightness() -> int:
        return window.palette().color(QPalette.ColorRole.Window).lightness()

    shell.store.set("appearance.theme", "dark")
    qtbot.waitUntil(lambda: lightness() < 80)
    shell.store.set("appearance.theme", "light")
    qtbot.waitUntil(lambda: lightness() > 200)
    before = window.font().pointSizeF()
    shell.store.set("appearance.text_percent", 150)
    qtbot.waitUntil(lambda: shell.window is not window)
    assert live(shell).font().pointSizeF() == pytest.approx(1.5 * before)
    shell.store.set("appearance.text_percent", 100)
    qtbot.waitUntil(lambda: live(shell).font().pointSizeF() == pytest.approx(before))


def test_what_nobody_caught_ends_in_a_dialog_with_a_report(qtbot: QtBot, shell: Shell) -> None:
    try:
        raise RuntimeError("a bug")
    except RuntimeError as error:
        shell.reporter.handle(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: shell.reporter.dialog is not None)
    dialog = shell.reporter.dialog
    assert dialog is not None
    dialog.copy_button.click()
    assert "RuntimeError: a bug" in QGuiApplication.clipboard().text()
    dialog.close()
    qtbot.waitUntil(lambda: shell.reporter.dialog is None)


def test_a_setting_that_cannot_be_understood_is_told_with_its_file(
    qtbot: QtBot, dirs: DataDirs
) -> None:
    dirs.data.mkdir(parents=True)
    dirs.settings.write_text('[search]\ncandidates = "many"\n', "utf-8")
    window = MainWindow(EngineBridge(dirs), [])
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window._requests.failed, timeout=_LONG):
        pass
    assert "search.candidates" in window.status.message.text()
    assert window.status.action_button.text() == "Open the settings file"
    window.close()
