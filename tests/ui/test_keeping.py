"""Saved searches, history, export and search by example, over the real engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.engine import Engine
from app.paths import DataDirs
from app.search.like import Like
from app.search.model import Query
from app.ui.actions import Actions
from app.ui.export_results import ExportResults
from app.ui.keep_actions import KEEP_ACTIONS
from app.ui.like_these import LikeThese
from app.ui.local_bridge import LocalBridge
from app.ui.requests import Requests
from app.ui.saved_searches_panel import SavedSearchesPanel
from app.ui.search_history import SearchHistory

LEASE = Query("when may the tenant end the lease")


@pytest.fixture
def indexed(dirs: DataDirs, library: Path) -> Iterator[Engine]:
    engine = Engine(dirs)
    list(engine.index([library]))
    yield engine
    engine.close()


def test_what_is_kept_of_searches(
    qtbot: QtBot, indexed: Engine, library: Path, tmp_path: Path
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    requests = Requests(LocalBridge(indexed), window)
    panel = SavedSearchesPanel(requests)
    window.setCentralWidget(panel)
    window.show()
    panel.refresh()
    dialog = panel.save(LEASE)
    assert dialog.textValue() == LEASE.text
    dialog.setTextValue("Lease")
    dialog.accept()
    qtbot.waitUntil(lambda: panel.list.topLevelItemCount() == 1)
    item = panel.list.topLevelItem(0)
    assert item is not None and (item.text(0), item.text(1)) == ("Lease", "")
    with qtbot.waitSignal(panel.failed) as failed:
        panel._change("save_search", name="Lease", query=LEASE)
    assert "already" in str(failed.args[0])

    (library / "flat.txt").write_text("The tenant may end the lease of the flat with two months.")
    list(indexed.index([library]))
    panel.refresh()
    qtbot.waitUntil(lambda: panel.list.topLevelItem(0).text(1) == "1")
    item = panel.list.topLevelItem(0)
    assert "1" in item.data(0, Qt.ItemDataRole.AccessibleTextRole)
    with qtbot.waitSignal(panel.chosen) as chosen:
        panel.list.itemActivated.emit(item, 0)
    assert chosen.args == [LEASE] and item.text(1) == ""
    qtbot.waitUntil(lambda: indexed.saved.all()[0].new == 0)
    panel.list.setCurrentItem(item)
    renaming = panel.rename()
    assert renaming is not None
    renaming.setTextValue("Flat")
    renaming.accept()
    qtbot.waitUntil(lambda: panel.list.topLevelItem(0).text(0) == "Flat")
    panel.list.setCurrentItem(panel.list.topLevelItem(0))
    panel.remove()
    qtbot.waitUntil(lambda: panel.list.topLevelItemCount() == 0)

    history = SearchHistory(requests, window)
    history.stand(Query("lea"))
    history.stand(LEASE)
    history.keep()
    qtbot.waitUntil(lambda: history.texts.stringList() == [LEASE.text])
    with qtbot.waitSignal(history.chosen) as again:
        history.menu(window).actions()[0].trigger()
    assert again.args == [LEASE]
    history.clear()
    qtbot.waitUntil(lambda: history.texts.stringList() == [])
    assert not history.menu(window).actions()[0].isEnabled()

    result = indexed.find(LEASE)
    export = ExportResults(requests, window)
    with qtbot.waitSignal(export.done) as done:
        export.write(result, tmp_path / "found.md")
    assert done.args == [len(result.hits), str(tmp_path / "found.md")]

    like = LikeThese(requests, window)
    with qtbot.waitSignal(like.wanted):
        like.more(result.hits[0])
    like.less(result.hits[1])
    like.less(result.hits[0])
    assert like.like is not None and like.like.liked == ()
    assert [one.passages for one in like.like.disliked] == [
        (result.hits[1].passage,),
        (result.hits[0].passage,),
    ]
    with qtbot.waitSignal(like.wanted, timeout=60_000) as wanted:
        like.to_file(library / "Suppe.txt")
    read = wanted.args[0]
    assert isinstance(read, Like) and read.name == "Suppe.txt" and read.liked[0].documents
    like.clear()
    assert like.like is None


def test_every_action_of_keeping_has_a_key_of_its_own(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.add_all(KEEP_ACTIONS, {spec.name: window.close for spec in KEEP_ACTIONS})
    assert all(spec.keys for spec in KEEP_ACTIONS)
