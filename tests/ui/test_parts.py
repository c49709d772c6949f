"""The window's parts on their own: problems, messages, the empty state."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTranslator, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.documents.place import Place
from app.errors import HINTS, Reason
from app.index.progress import Progress
from app.index.records import Problem
from app.paths import resources_dir
from app.process.protocol import EngineFault
from app.search.model import ChannelScores, Hit
from app.ui.dropping import Dropping
from app.ui.empty_state import EmptyState
from app.ui.problems_dialog import ProblemsDialog
from app.ui.results_model import steady
from app.ui.settings_store import SettingsStore
from app.ui.status_area import StatusArea

LOCKED = Problem("/a/b.pdf", Reason.PASSWORD, "opens only with a password", HINTS[Reason.PASSWORD])


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(resources_dir() / "translations" / "genericrag_de.qm"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("german")
def test_problems_are_told_in_german(qtbot: QtBot) -> None:
    dialog = ProblemsDialog([LOCKED])
    qtbot.addWidget(dialog)
    shown = [dialog.model.index(0, column).data() for column in range(3)]
    assert shown[0] == "/a/b.pdf"
    assert shown[1] == "Mit Passwort gesperrt"
    assert shown[2].startswith("Geben Sie das Passwort")


def test_problems_can_be_copied(qtbot: QtBot) -> None:
    other = Problem("/a/c.pdf", Reason.EMPTY, "0 bytes", HINTS[Reason.EMPTY])
    dialog = ProblemsDialog([LOCKED, other])
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["/a/b.pdf", "/a/c.pdf"]
    dialog.table.selectRow(1)
    dialog.copy()
    assert QGuiApplication.clipboard().text().startswith("/a/c.pdf\tEmpty\t")


def test_a_bug_comes_with_its_report(qtbot: QtBot) -> None:
    status = StatusArea()
    qtbot.addWidget(status)
    status.show_error(EngineFault("It broke.", "Try again.", "Traceback: here"))
    assert status.message.text() == "It broke. Try again."
    assert not status.copy_button.isHidden()
    status.copy_button.click()
    assert QGuiApplication.clipboard().text() == "It broke. Try again.\nTraceback: here"
    status.show_idle("Ready.")
    assert status.copy_button.isHidden()


def test_what_was_not_found_may_be_in_what_was_not_read(qtbot: QtBot) -> None:
    empty = EmptyState()
    qtbot.addWidget(empty)
    empty.missed("zebra")
    assert empty.sentence.text() == "Nothing found for “zebra”."
    empty.know_waiting(3)
    assert "zebra" in empty.sentence.text() and "3 file" in empty.sentence.text()
    empty.welcome()
    assert "Type" in empty.sentence.text()


def test_folders_out_of_reach_are_told(qtbot: QtBot) -> None:
    status = StatusArea()
    qtbot.addWidget(status)
    assert status.offline.isHidden()
    status.show_offline(["/media/usb"])
    assert not status.offline.isHidden()
    assert status.offline.toolTip() == "/media/usb"


def test_a_pause_says_why_and_leaves_the_stop_button(qtbot: QtBot) -> None:
    status = StatusArea()
    qtbot.addWidget(status)
    status.show_progress(Progress("embedding", 10, 4, 30))
    assert not status.bar.isHidden()
    status.show_progress(Progress("paused", note="The model server is down."))
    assert status.message.text().endswith("goes on by itself. The model server is down.")
    assert status.bar.isHidden() and not status.stop_button.isHidden()


def test_a_model_server_in_use_is_shown_with_its_address(qtbot: QtBot) -> None:
    status = StatusArea()
    qtbot.addWidget(status)
    assert status.server.isHidden()
    status.show_server("http://192.168.1.20:8639")
    assert not status.server.isHidden()
    assert "sent to http://192.168.1.20:8639" in status.server.toolTip()


def test_progress_says_how_long_and_why_it_waits(qtbot: QtBot) -> None:
    status = StatusArea()
    qtbot.addWidget(status)
    status.show_progress(Progress("embedding", 10, 3, 40, passages_per_s=2.0, seconds_left=600))
    assert "10 minutes" in status.message.text() and not status.is_paused
    pause_text = status.pause_button.text()
    status.show_progress(Progress("paused", 10, 3, 40, pause="battery"))
    assert "battery" in status.message.text() and status.is_paused
    assert status.pause_button.text() != pause_text
    status.show_idle("Ready.")
    assert status.pause_button.isHidden()


def test_problems_can_be_tried_again(qtbot: QtBot) -> None:
    dialog = ProblemsDialog([LOCKED])
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.asked_again):
        dialog.retry_button.click()


def test_a_problem_offers_the_setting_that_helps(qtbot: QtBot, tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.toml", {})
    store.set("ocr.enabled", False)
    scan = Problem("/a/scan.pdf", Reason.OCR_OFF, "no text", HINTS[Reason.OCR_OFF])
    large = Problem("/a/large.pdf", Reason.TOO_LARGE, "900 MB", HINTS[Reason.TOO_LARGE])
    dialog = ProblemsDialog([LOCKED, scan, large], None, store)
    qtbot.addWidget(dialog)
    assert dialog.fix_button.isHidden()  # no setting opens what is locked
    for row, name, value in ((1, "ocr.enabled", True), (2, "reading.max_file_mb", 1000)):
        dialog.table.selectRow(row)
        assert not dialog.fix_button.isHidden()
        with qtbot.waitSignal(dialog.asked_again):
            dialog.fix_button.click()
        assert store[name] == value


def test_the_row_somebody_is_on_stays_when_a_better_list_comes() -> None:
    def hit(passage: str) -> Hit:
        channels = ChannelScores(0, 0, 0)
        where = (None, 0, Place(), "", "")
        return Hit("", (), "", "", "", *where, passage, 0, channels, "", "", (), "", 0, 0, ())

    better = [hit(passage) for passage in "cdab"]
    assert [h.passage for h in steady(better, 0, hit("a"))] == ["a", "c", "d", "b"]
    assert [h.passage for h in steady(better, 1, hit("gone"))] == ["c", "gone", "d", "a", "b"]


@pytest.mark.parametrize("on_field", [True, False])
def test_a_file_on_the_search_field_is_an_example_and_elsewhere_is_searched_in(
    qtbot: QtBot, tmp_path: Path, on_field: bool
) -> None:
    window, message = QWidget(), QLabel("Ready.")
    field = QLineEdit(window)
    qtbot.addWidget(window)
    dropping = Dropping(window, field, message)
    told: list[object] = []
    dropping.dropped.connect(lambda paths: told.append(("search in", paths)))
    dropping.example.connect(lambda path: told.append(("like", path)))
    file = tmp_path / "letter.txt"
    file.write_text("Dear Ada")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = field if on_field else window
    # Without the one that enters, Qt delivers none that drops.
    QApplication.sendEvent(place, QDragEnterEvent(QPoint(2, 2), *how))
    assert message.text() != "Ready."
    QApplication.sendEvent(place, QDropEvent(QPointF(2, 2), *how))
    assert told == [("like", file)] if on_field else [("search in", [file])]
    assert message.text() == "Ready." and field.text() == ""
