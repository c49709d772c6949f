"""Searching in the window over the real engine process: filters, views, leafing, why."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from app.paths import data_dirs
from app.ui.actions import Actions
from app.ui.engine_bridge import EngineBridge
from app.ui.headless import wait_until
from app.ui.main_window import MainWindow
from app.ui.search_actions import SEARCH_ACTIONS
from app.ui.search_view import SearchView

_LONG = 60_000  # the engine process loads the model once
PAGES = (
    "Welcome to the museum of clocks. Opening hours are on the last page.",
    "The sundial in the courtyard is older than the house.",
    "The museum of clocks is open from ten to five, the courtyard with the sundial longer.",
)
PDFS = {"guide.pdf", "harbour.pdf"}


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """One window for all tests of this file: the model is loaded once."""
    library = tmp_path_factory.mktemp("library")
    canvas = Canvas(str(library / "guide.pdf"))
    for text in PAGES:
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    canvas = Canvas(str(library / "harbour.pdf"))
    canvas.drawString(72, 700, "Regulations of the harbour: no anchoring at night.")
    canvas.save()
    (library / "garden").mkdir()
    (library / "garden" / "Uhr.txt").write_text("Die Sonnenuhr im Garten braucht Sonne.", "utf-8")
    for number in range(100):
        text = f"Invoice {number}: {number * 7} clocks were repaired in workshop {number % 9}."
        (library / f"invoice {number}.txt").write_text(text, "utf-8")
    window = MainWindow(EngineBridge(data_dirs(tmp_path_factory.mktemp("data"))), [library])
    window.show()
    wait_until(qapp, lambda: "indexed" in window.status.message.text(), _LONG)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def view(qtbot: QtBot, window: MainWindow) -> SearchView:
    view = window.view
    view.switch.choose("passages")
    view.preview.header.why.setChecked(False)
    view.preview.header.as_text.setChecked(False)
    look_for(qtbot, view, "sundial")
    return view


def look_for(qtbot: QtBot, view: SearchView, text: str) -> None:
    view.field.setText(text)
    view.search()
    settle(qtbot, view)


def settle(qtbot: QtBot, view: SearchView) -> None:
    qtbot.waitUntil(view.is_settled, timeout=_LONG)


def press(view: SearchView, name: str) -> None:
    view.handlers()[name]()


def files(view: SearchView) -> list[str]:
    return [Path(view.results.hit(row).path).name for row in range(view.results.rowCount())]


def choose(qtbot: QtBot, view: SearchView, menu: str, words: str) -> None:
    """Choose an entry of a filter menu by what it says."""
    view.filters.open(menu)
    shown = view.filters.buttons[menu].menu()
    settle(qtbot, view)
    (entry,) = [entry for entry in shown.actions() if entry.text().split("\t")[0] == words]
    entry.trigger()
    shown.hide()
    settle(qtbot, view)


def test_a_filter_is_a_part_of_the_query_and_a_chip_that_goes(
    qtbot: QtBot, view: SearchView
) -> None:
    choose(qtbot, view, "type", "PDF")
    assert view.field.text() == "sundial type:pdf"
    assert set(files(view)) == PDFS
    # What else could be chosen is counted as if this filter was not there.
    view.filters.open("type")
    shown = view.filters.buttons["type"].menu()
    qtbot.waitUntil(lambda: len(shown.actions()) == 2, timeout=_LONG)
    counts = dict(entry.text().split("\t") for entry in shown.actions())
    assert counts["PDF"] == "2" and int(counts["TXT"]) > 10
    shown.hide()
    choose(qtbot, view, "date", "Last 7 days")
    assert view.filters.chips[0].text().split("  ")[0] == "PDF"
    assert len(view.filters.chips) == 2
    view.filters.chips[0].setFocus()
    qtbot.keyClick(view.filters.chips[0], Qt.Key.Key_Delete)
    settle(qtbot, view)
    assert view.field.text() == "sundial after:7d" and len(set(files(view))) > 10
    press(view, "clear_filters")
    settle(qtbot, view)
    assert view.field.text() == "sundial" and not view.filters.chips


def test_folders_and_ranges_are_chosen_like_types(qtbot: QtBot, view: SearchView) -> None:
    view.filters.open("folder")
    shown = view.filters.buttons["folder"].menu()
    (name,) = [e.text().split("\t")[0] for e in shown.actions() if "garden" in e.text()]
    shown.hide()
    choose(qtbot, view, "folder", name)
    assert files(view) == ["Uhr.txt"]
    press(view, "clear_filters")
    view.field.setText("sundial after:2001-01-01 until:2002-12-31")
    view.search()
    settle(qtbot, view)
    assert files(view) == [] and "Nothing found" in view.empty.sentence.text()
    assert len(view.filters.chips) == 2


def test_documents_are_listed_once_and_pages_as_pictures(qtbot: QtBot, view: SearchView) -> None:
    assert files(view).count("guide.pdf") > 1
    press(view, "view_documents")
    settle(qtbot, view)
    assert files(view).count("guide.pdf") == 1
    best = view.results.hit(files(view).index("guide.pdf"))
    assert {other.page for other in best.others} | {best.page} == {1, 2, 3}
    for other in best.others:
        assert other.page is not None and other.snippet == PAGES[other.page - 1]
    press(view, "view_pages")
    settle(qtbot, view)
    assert set(files(view)) == PDFS and view.results.rowCount() == 4
    assert view.views.shown is view.views.grid
    qtbot.waitUntil(lambda: all(_picture(view, row) for row in range(4)), timeout=_LONG)


def _picture(view: SearchView, row: int) -> bool:
    return view.results.thumbnail(view.results.hit(row)) is not None


def test_the_list_goes_on_at_its_end_and_nothing_moves(qtbot: QtBot, view: SearchView) -> None:
    look_for(qtbot, view, "clocks repaired")
    first, count = files(view), view.results.rowCount()
    assert count < 100
    bar = view.list.verticalScrollBar()
    view.views.go_to(3)
    bar.setValue(bar.maximum())
    scrolled = bar.value()
    qtbot.waitUntil(lambda: view.results.rowCount() > count, timeout=_LONG)
    assert bar.value() == scrolled and view.views.current_row() == 3
    assert files(view)[:count] == first
    while view.results.rowCount() < 100:
        before = view.results.rowCount()
        bar.setValue(bar.maximum())
        qtbot.waitUntil(lambda rows=before: view.results.rowCount() > rows, timeout=_LONG)
    settle(qtbot, view)
    passages = [view.results.hit(row).passage for row in range(view.results.rowCount())]
    assert len(set(passages)) == len(passages)


def test_a_better_list_leaves_the_row_that_is_used(
    qtbot: QtBot, view: SearchView, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(view.searches.found) as found:
        view.search()
    best = found.args[0]
    early = replace(best, hits=tuple(reversed(best.hits)), is_last=False)
    view.searches.early.emit(early)
    view.views.go_to(1)
    used = view.results.hit(1)
    # Without a window manager no window is ever the active one, and no mouse is over it.
    monkeypatch.setattr(view.views, "row_in_use", lambda: 1)
    view.searches.found.emit(best)
    assert view.results.hit(1).passage == used.passage
    assert view.views.current_row() == 1


def test_leafing_through_matches_pages_and_text(qtbot: QtBot, view: SearchView) -> None:
    view.views.go_to(files(view).index("guide.pdf"))
    settle(qtbot, view)
    qtbot.waitUntil(lambda: len(view.leafing.view.pages) == 3, timeout=_LONG)
    header = view.preview.header
    while view.leafing.turn(-1):
        pass
    settle(qtbot, view)
    assert header.page.text() == "Page 1 of 3" and not header.back.isEnabled()
    press(view, "next_page")
    settle(qtbot, view)
    assert view.leafing.hit is not None and view.leafing.hit.page == 2
    press(view, "copy_citation")
    assert QGuiApplication.clipboard().text().startswith("guide.pdf, p. 2 (")
    press(view, "page_text")
    settle(qtbot, view)
    assert view.preview.text.toPlainText() == PAGES[1]
    assert view.preview.stack.currentWidget() is view.preview.text
    press(view, "page_text")
    found = view.leafing.view.found
    assert view.leafing.current in found and len(found) > 1
    for _ in found:
        before = view.leafing.current
        press(view, "next_match")
        settle(qtbot, view)
        if view.leafing.current not in found or view.leafing.current == before:
            break
        assert view.leafing.hit.part == view.leafing.current.part
        assert view.preview.page.marks > 0
    width = view.preview.page.transform().m11()
    press(view, "zoom_in")
    assert view.preview.page.transform().m11() > width
    press(view, "zoom_fit")
    assert view.preview.page.transform().m11() == pytest.approx(width)


def test_a_page_out_of_reach_is_read_instead(qtbot: QtBot, view: SearchView) -> None:
    look_for(qtbot, view, "sundial -sundial")  # nothing: no picture of before is left
    view.switch.choose("documents")
    with qtbot.waitSignal(view.searches.found, timeout=_LONG) as found:
        view.field.setText("name:harbour.pdf")
        view.leafing.as_text = True  # its picture must not be in the cache
        view.search()
    settle(qtbot, view)
    view.leafing.as_text = False
    hit = found.args[0].hits[0]
    view.leafing.open(replace(hit, file="/nowhere/harbour.pdf"), None, (hit.passage,))
    settle(qtbot, view)
    assert "no anchoring" in view.preview.text.toPlainText()
    assert view.preview.stack.currentWidget() is view.preview.text
    assert "cannot be drawn" in view.preview.note.text() and not view.preview.note.isHidden()
    look_for(qtbot, view, "sundial")
    assert view.preview.note.isHidden()


def test_why_adds_up_and_heats_the_page(qtbot: QtBot, view: SearchView) -> None:
    view.views.go_to(files(view).index("guide.pdf"))
    settle(qtbot, view)
    marked = view.preview.page.grab().toImage()
    press(view, "heat")
    qtbot.waitUntil(lambda: view.leafing.explanation is not None, timeout=_LONG)
    explanation = view.leafing.explanation
    assert explanation is not None and view.leafing.hit is not None
    assert sum(part.points for part in explanation.parts) == pytest.approx(explanation.score)
    assert not view.preview.why.isHidden()
    assert explanation.matches[0].query_word == "sundial"
    assert view.preview.why.matches.item(0, 0).text() == "sundial"
    qtbot.waitUntil(lambda: view.preview.page.grab().toImage() != marked, timeout=_LONG)
    press(view, "why")
    assert view.preview.why.isHidden() and not view.preview.why.heat.isChecked()


def test_fields_are_completed_from_the_library(qtbot: QtBot, view: SearchView) -> None:
    view.field.clear()
    qtbot.keyClicks(view.field, "sundial ty")
    assert view.field.popup.isVisible()
    qtbot.keyClick(view.field.popup, Qt.Key.Key_Down)
    qtbot.keyClick(view.field.popup, Qt.Key.Key_Return)
    assert view.field.text() == "sundial type:"
    qtbot.keyClicks(view.field, "p")
    qtbot.keyClick(view.field.popup, Qt.Key.Key_Down)
    qtbot.keyClick(view.field.popup, Qt.Key.Key_Return)
    assert view.field.text() == "sundial type:pdf "
    assert not view.field.popup.isVisible()
    qtbot.waitUntil(lambda: set(files(view)) == PDFS, timeout=_LONG)


def test_only_the_last_of_many_searches_is_shown(qtbot: QtBot, view: SearchView) -> None:
    with qtbot.assertNotEmitted(view.searches.found, wait=0):
        for length in range(1, 9):
            view.field.setText("workshop"[:length])
            view.search()
    with qtbot.waitSignal(view.searches.found, timeout=_LONG) as found:
        pass
    assert found.args[0].query.text == "workshop"
    settle(qtbot, view)


def test_a_hit_is_dragged_out_as_its_file(view: SearchView) -> None:
    row = files(view).index("guide.pdf")
    index = view.results.index(row)
    assert view.results.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    data = view.results.mimeData([index])
    assert [Path(url.toLocalFile()).name for url in data.urls()] == ["guide.pdf"]


def test_the_program_says_which_preset_it_chose(qtbot: QtBot, view: SearchView) -> None:
    assert view.preset.currentText() == "Auto: A few words"
    view.preset.setCurrentIndex(view.preset.findData("exact"))
    settle(qtbot, view)
    assert view.searches.last is not None and view.searches.last.preset == "exact"
    view.preset.setCurrentIndex(view.preset.findData("auto"))
    view.mode.setCurrentIndex(view.mode.findData("words"))
    assert not view.preset.isEnabled()
    view.mode.setCurrentIndex(view.mode.findData("smart"))
    settle(qtbot, view)


def test_every_control_has_a_name_and_every_action_a_key(view: SearchView) -> None:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
    controls = [
        child
        for kind in kinds
        for child in view.findChildren(kind)
        if not child.objectName().startswith("qt_")
        and not child.inherits("QComboBoxListView")
        and not child.inherits("QHeaderView")
        and not child.inherits("QTableCornerButton")
        and not child.inherits("QLineEditIconButton")
    ]
    assert len(controls) > 25
    assert [child for child in controls if not child.accessibleName()] == []
    assert all(spec.keys for spec in SEARCH_ACTIONS)
    assert {spec.name for spec in SEARCH_ACTIONS} == set(view.handlers())
    assert Actions.__doc__
