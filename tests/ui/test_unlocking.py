"""Passwords of locked files, entered in the window over the engine process."""

import os
import signal
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from locked_files import locked_pdf
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.paths import DataDirs
from app.ui.engine_bridge import EngineBridge
from app.ui.main_window import MainWindow
from app.ui.password_dialog import PasswordDialog
from app.ui.problems_dialog import ProblemsDialog

pytestmark = pytest.mark.model
_LONG = 60_000  # the engine process loads the model once


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """Four locked files: two with one password, one with another, one that none opens here."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "diary.pdf").write_bytes(locked_pdf("The heron stands in the reeds.", "reedbed"))
    (folder / "ledger.pdf").write_bytes(locked_pdf("The curlew calls at dusk.", "reedbed"))
    (folder / "safe.pdf").write_bytes(locked_pdf("The badger sleeps by day.", "sett"))
    with zipfile.ZipFile(folder / "rented.epub", "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr(
            "META-INF/encryption.xml",
            '<encryption><EncryptionMethod Algorithm="urn:x"/></encryption>',
        )
    return folder


@pytest.fixture
def bridge(dirs: DataDirs) -> EngineBridge:
    return EngineBridge(dirs)


@pytest.fixture
def window(qtbot: QtBot, bridge: EngineBridge, locked: Path) -> Iterator[MainWindow]:
    window = MainWindow(bridge, [locked])
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.status.message.text() == "Ready.", timeout=_LONG)
    yield window
    window.close()


def listed(dialog: ProblemsDialog) -> list[str]:
    rows = range(dialog.model.rowCount())
    return [Path(dialog.model.index(row, 0).data()).name for row in rows]


def ask(dialog: ProblemsDialog) -> PasswordDialog:
    """Press the button and get what opens."""
    QTest.keyClick(dialog.password_button, Qt.Key.Key_Space)
    return next(d for d in dialog.findChildren(PasswordDialog) if d.isVisible())


def enter(dialog: ProblemsDialog, name: str, password: str, *, on_all: bool = False) -> None:
    dialog.go_to(listed(dialog).index(name))
    asked = ask(dialog)
    assert asked.file.text() == name
    if on_all:
        QTest.keyClick(asked.all_box, Qt.Key.Key_Space)
    QTest.keyClicks(asked.field, password)
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    assert not asked.isVisible()


def test_locked_files_are_opened_in_the_list_of_problems(
    qtbot: QtBot, window: MainWindow, bridge: EngineBridge
) -> None:
    window.commands["problems"].trigger()
    qtbot.waitUntil(lambda: window.dialogs.problems is not None, timeout=_LONG)
    dialog = window.dialogs.problems
    assert dialog is not None and dialog.message.isHidden()
    assert listed(dialog) == ["diary.pdf", "ledger.pdf", "rented.epub", "safe.pdf"]

    def wait_for(sentence: str, left: int) -> None:
        qtbot.waitUntil(lambda: dialog.message.text() == sentence, timeout=_LONG)
        qtbot.waitUntil(lambda: dialog.model.rowCount() == left, timeout=_LONG)
        assert dialog.isVisible()

    # Without a chosen row it is about the first; nothing is told when it is left.
    asked = ask(dialog)
    assert asked.file.text() == "diary.pdf" and not asked.ok_button.isEnabled()
    assert asked.field.echoMode() == QLineEdit.EchoMode.Password
    QTest.keyClick(asked.show_box, Qt.Key.Key_Space)
    assert asked.field.echoMode() == QLineEdit.EchoMode.Normal
    QTest.keyClicks(asked.field, "reedbed")
    QTest.keyClick(asked.field, Qt.Key.Key_Escape)
    assert dialog.password_button.isEnabled()

    enter(dialog, "ledger.pdf", "guess")
    assert not dialog.password_button.isEnabled()  # until it is known
    wait_for("The password of ledger.pdf is wrong.", 4)
    enter(dialog, "rented.epub", "guess")
    wait_for("No password opens rented.epub here; index a copy without a lock.", 4)
    enter(dialog, "ledger.pdf", "reedbed")
    wait_for("ledger.pdf is searchable now.", 3)
    assert listed(dialog) == ["diary.pdf", "rented.epub", "safe.pdf"]
    enter(dialog, "safe.pdf", "reedbed", on_all=True)
    wait_for(
        "The password opens 1 of 3 locked files."
        " No password opens rented.epub here; index a copy without a lock.",
        2,
    )

    # While indexing is paused a password waits, and says so.
    window.indexing.pause_or_resume()
    window.indexing.again()
    qtbot.waitUntil(lambda: window.status.is_paused, timeout=_LONG)
    enter(dialog, "safe.pdf", "sett")
    wait_for("It waits until indexing goes on.", 2)
    window.indexing.pause_or_resume()
    wait_for("safe.pdf is searchable now.", 1)
    assert listed(dialog) == ["rented.epub"]
    dialog.close()

    # The engine forgets passwords when it ends; what it indexed is found, and a page asks again.
    pid = bridge.client.pid
    assert pid is not None
    with qtbot.waitSignal(bridge.restarted, timeout=_LONG):
        os.kill(pid, signal.SIGKILL)
    for word, name in (("curlew", "ledger.pdf"), ("heron", "diary.pdf"), ("badger", "safe.pdf")):
        window.search_for(word)
        qtbot.waitUntil(lambda: window.view.results.rowCount() > 0, timeout=_LONG)
        qtbot.waitUntil(window.view.is_settled, timeout=_LONG)
        assert Path(window.view.results.hit(0).path).name == name
        assert word in window.view.results.hit(0).text
    preview, note = window.view.preview, window.view.preview.note
    assert preview.stack.currentWidget() is preview.text
    for password in ("guess", "sett"):
        assert note.password_button.isVisible()
        QTest.keyClick(note.password_button, Qt.Key.Key_Space)
        asked = next(d for d in window.findChildren(PasswordDialog) if d.isVisible())
        QTest.keyClicks(asked.field, password)
        QTest.keyClick(asked.field, Qt.Key.Key_Return)
        if password == "guess":
            qtbot.waitUntil(lambda: note.text() == "The password of safe.pdf is wrong.")
    qtbot.waitUntil(lambda: preview.stack.currentWidget() is preview.page, timeout=_LONG)
    assert note.isHidden() and preview.page.marks == 1
