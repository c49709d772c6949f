"""Saved searches, history, examples, exports and marks in the window over the engine process."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMenu
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from app.embedding.folder import ChannelWeights
from app.paths import data_dirs
from app.search.evaluation import Evaluation, Figure, Suggestion
from app.search.model import MODES
from app.ui.engine_bridge import EngineBridge
from app.ui.headless import wait_until
from app.ui.main_window import MainWindow

_LONG = 60_000  # the engine process loads the model once
_THINGS = ("tea", "rent", "bread", "rain", "bees", "paint", "maps", "glass", "wool", "salt", "tax")


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """One window for all tests of this file: the model is loaded once."""
    library = tmp_path_factory.mktemp("library")
    for number, thing in enumerate(_THINGS):
        text = f"Notes about {thing}, part {number}. The price of {thing} went up in May."
        (library / f"{thing}.txt").write_text(text, "utf-8")
    canvas = Canvas(str(library / "rules.pdf"))
    for line in ("Old barometers are lent only to schools that", "have signed the form of 1911."):
        canvas.drawString(72, 700, line)
        canvas.showPage()
    canvas.save()
    window = MainWindow(EngineBridge(data_dirs(tmp_path_factory.mktemp("data"))), [library])
    window.show()
    wait_until(qapp, lambda: "indexed" in window.status.message.text(), _LONG)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture(autouse=True)
def at_the_beginning(qtbot: QtBot, window: MainWindow) -> None:
    if window.view.like is not None:
        window.view.filters.chips[0].click()
    window.view.switch.choose("passages")
    look_for(qtbot, window, "price of tea")


def look_for(qtbot: QtBot, window: MainWindow, text: str) -> None:
    window.view.field.setText(text)
    window.view.search()
    qtbot.waitUntil(window.view.is_settled, timeout=_LONG)


def press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    window.commands[name].trigger()
    qtbot.waitUntil(window.view.is_settled, timeout=_LONG)


def files(window: MainWindow) -> list[str]:
    return [Path(hit.path).stem for hit in window.view.results.hits]


def test_an_example_takes_the_place_of_words_until_its_chip_goes(
    qtbot: QtBot, window: MainWindow
) -> None:
    view = window.view
    first = files(window)
    assert first[0] == "tea"
    press(qtbot, window, "similar_document")
    assert view.field.text() == "" and "tea" not in files(window) and len(set(files(window))) == 11
    assert view.shown is not None and view.shown.like is not None
    (chip,) = view.filters.chips
    assert chip.text().startswith("like tea.txt") and "tea.txt" in chip.accessibleName()
    # Words typed now are looked for among what is like it, and the library is searched again.
    look_for(qtbot, window, "name:rent.txt")
    assert files(window) == ["rent"] and len(view.filters.chips) == 2
    look_for(qtbot, window, "")
    press(qtbot, window, "less_like")
    assert view.like is not None and len(view.like.disliked) == 1
    chip = next(chip for chip in view.filters.chips if "unlike" in chip.text())
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    qtbot.waitUntil(view.is_settled, timeout=_LONG)
    assert view.like is None and not view.filters.chips
    assert view.field.text() == "price of tea" and files(window) == first
    press(qtbot, window, "more_like")
    assert view.field.text() == "price of tea" and view.shown.text == "price of tea"


def test_selected_text_and_files_are_examples(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    view = window.view
    view.preview.header.as_text.setChecked(True)
    qtbot.waitUntil(lambda: "Notes" in view.preview.text.toPlainText(), timeout=_LONG)
    press(qtbot, window, "similar_text")
    assert view.like is None and "select some" in window.status.message.text()
    cursor = view.preview.text.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(15, QTextCursor.MoveMode.KeepAnchor)
    view.preview.text.setTextCursor(cursor)
    press(qtbot, window, "similar_text")
    assert view.like is not None and view.like.liked[0].texts == ("Notes about tea",)
    view.preview.header.as_text.setChecked(False)
    file = tmp_path / "hive.txt"
    file.write_text("A beekeeper looks after bees and sells honey.", "utf-8")
    window.commands["similar_file"].trigger()
    (dialog,) = [d for d in window.findChildren(QFileDialog) if d.isVisible()]
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    assert "hive.txt" in window.status.message.text()
    qtbot.waitUntil(
        lambda: view.shown is not None and "hive" in str(view.shown.like), timeout=_LONG
    )
    qtbot.waitUntil(view.is_settled, timeout=_LONG)
    assert files(window)[0] == "bees"


def test_a_saved_search_comes_back_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    view, panel = window.view, window.keeping.panel
    view.switch.choose("documents")
    view.mode.setCurrentIndex(view.mode.findData("words"))
    qtbot.waitUntil(view.is_settled, timeout=_LONG)
    window.commands["save_search"].trigger()
    (dialog,) = window.findChildren(QInputDialog)
    dialog.setTextValue("Tea")
    dialog.accept()
    qtbot.waitUntil(lambda: panel.list.topLevelItemCount() == 1, timeout=_LONG)
    view.mode.setCurrentIndex(view.mode.findData("smart"))
    view.switch.choose("passages")
    look_for(qtbot, window, "bread")
    window.dock.hide()
    press(qtbot, window, "saved_searches")
    assert not window.dock.isHidden()
    item = panel.list.topLevelItem(0)
    assert item is not None and panel.list.currentItem() is item
    panel.list.itemActivated.emit(item, 0)
    qtbot.waitUntil(view.is_settled, timeout=_LONG)
    assert (view.field.text(), view.mode.currentData(), view.switch.view) == (
        "price of tea",
        "words",
        "documents",
    )
    assert files(window)[0] == "tea"
    press(qtbot, window, "saved_remove")
    qtbot.waitUntil(lambda: panel.list.topLevelItemCount() == 0, timeout=_LONG)
    view.mode.setCurrentIndex(view.mode.findData("smart"))


def test_return_notes_a_search_and_the_history_brings_it_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.view.field.setText("wool and glass")
    qtbot.keyClick(window.view.field, Qt.Key.Key_Return)
    history = window.keeping.history
    qtbot.waitUntil(lambda: "wool and glass" in history.texts.stringList(), timeout=_LONG)
    look_for(qtbot, window, "salt")
    window.commands["history"].trigger()
    (menu,) = [menu for menu in window.findChildren(QMenu) if menu.isVisible()]
    assert menu.actions()[0].text() == "wool and glass"
    menu.actions()[0].trigger()
    menu.close()
    assert window.view.field.text() == "wool and glass"
    press(qtbot, window, "clear_history")
    qtbot.waitUntil(lambda: history.texts.stringList() == [], timeout=_LONG)


def test_a_passage_is_marked_on_both_its_pages(qtbot: QtBot, window: MainWindow) -> None:
    view = window.view
    look_for(qtbot, window, '"schools that have signed"')
    assert files(window) == ["rules"] and view.preview.page.marks == 1
    press(qtbot, window, "next_page")
    assert view.preview.header.page.text() == "Page 2 of 2" and view.preview.page.marks == 1
    view.preview.header.as_text.setChecked(True)
    qtbot.waitUntil(view.is_settled, timeout=_LONG)
    (marked,) = view.preview.text.extraSelections()
    assert marked.cursor.selectedText() == "have signed the form of 1911."
    view.preview.header.as_text.setChecked(False)
    view.switch.choose("pages")
    qtbot.waitUntil(view.is_settled, timeout=_LONG)
    assert files(window) == ["rules", "rules"]
    view.views.go_to(1)
    qtbot.waitUntil(view.is_settled, timeout=_LONG)
    assert view.preview.header.page.text() == "Page 2 of 2" and view.preview.page.marks == 1
    assert all(view.results.thumbnail(hit) is not None for hit in view.results.hits)


def test_what_is_listed_is_exported(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.commands["export_results"].trigger()
    (dialog,) = [d for d in window.findChildren(QFileDialog) if d.isVisible()]
    dialog.fileSelected.emit(str(tmp_path / "tea.csv"))
    dialog.reject()
    qtbot.waitUntil(lambda: "tea.csv" in window.status.message.text(), timeout=_LONG)
    with (tmp_path / "tea.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [Path(row["path"]).stem for row in rows] == files(window)


def test_marks_are_measured_and_weights_offered(qtbot: QtBot, window: MainWindow) -> None:
    view = window.view
    press(qtbot, window, "mark_wrong")
    index = view.results.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("wrong ")
    press(qtbot, window, "mark_right")
    view.views.go_to(1)
    press(qtbot, window, "mark_wrong")
    press(qtbot, window, "unmark")
    window.commands["evaluation"].trigger()
    dialog = window.marking.dialog
    assert dialog is not None and dialog.count.text().startswith("1 ")
    dialog.start_button.click()
    assert not dialog.start_button.isEnabled()
    # A search in between is answered.
    look_for(qtbot, window, "maps")
    qtbot.waitUntil(dialog.start_button.isEnabled, timeout=_LONG)
    assert [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())] == [
        "Smart",
        "Meaning",
        "Words",
        "Precise",
    ]
    assert dialog.table.item(0, 1).text() == "1.000 (1.000–1.000)"
    assert "19 more" in dialog.verdict.text() and dialog.apply_button.isHidden()
    dialog.close()
    view.search()
    look_for(qtbot, window, "price of tea")
    assert view.results.index(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("right ")


def test_better_weights_are_used_from_the_next_search_on(qtbot: QtBot, window: MainWindow) -> None:
    window.commands["evaluation"].trigger()
    dialog = window.marking.dialog
    assert dialog is not None
    figures = dict.fromkeys(("ndcg10", "recall10", "mrr10"), Figure(0.5, 0.4, 0.6))
    better = Suggestion(ChannelWeights(0.2, 0.5, 0.3), Figure(0.1, 0.05, 0.15))
    dialog._show_evaluation(Evaluation(20, dict.fromkeys(MODES, figures), better))
    assert dialog.table.rowCount() == 5 and dialog.table.item(4, 1).text() == "0.600"
    assert "0.100 (0.050 to 0.150)" in dialog.verdict.text()
    with qtbot.waitSignal(window.view.searches.found, timeout=_LONG):
        dialog.apply_button.click()
    qtbot.waitUntil(window.view.is_settled, timeout=_LONG)
    assert window.view.searches.last is not None
    assert window.view.searches.last.weights == ChannelWeights(0.2, 0.5, 0.3)
    assert "beta = 0.5" in window.store.file.read_text("utf-8") and dialog.apply_button.isHidden()
    dialog.close()
