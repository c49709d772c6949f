"""Random actions end with a living window and a consistent index.

GENERICRAG_MONKEY is how many actions (10000 take some minutes), and
GENERICRAG_MONKEY_SEED which.
"""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from indexing import run_index
from monkey import Monkey
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from app.desktop.links import OpenRequest
from app.desktop.single_instance import SingleInstance
from app.engine import Engine
from app.errors import UserError
from app.paths import DataDirs
from app.process.protocol import EngineFault
from app.search.model import Query
from app.settings_table import TABLE
from app.ui.shell import Shell

_ACTIONS = int(os.environ.get("GENERICRAG_MONKEY", "400"))
_SEED = int(os.environ.get("GENERICRAG_MONKEY_SEED", "6"))
_LONG = 180_000


@pytest.fixture
def folders(tmp_path: Path, library: Path) -> list[Path]:
    """Three folders; one has pages, one has enough files to be caught in the middle."""
    canvas = Canvas(str(library / "guide.pdf"))
    for text in ("Welcome to the museum of clocks.", "The sundial in the courtyard is old."):
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    (library / "broken.pdf").write_bytes(b"not a pdf")
    many, few = tmp_path / "many", tmp_path / "few"
    for folder, count in ((many, 60), (few, 5)):
        folder.mkdir()
        for number in range(count):
            text = f"Report {number}: the valve of boiler {number} was inspected in {folder.name}. "
            (folder / f"{number:03}.txt").write_text(text * 6)
    return [library, many, few]


@pytest.fixture
def shell(
    qapp: QApplication, dirs: DataDirs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Shell]:
    monkeypatch.chdir(tmp_path)  # wherever a dialog may write to
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")  # a download fails at once
    palette, font = qapp.palette(), qapp.font()
    instance = SingleInstance(dirs.data)
    assert instance.claim()
    shell = Shell(qapp, dirs, instance)
    qapp.setQuitOnLastWindowClosed(False)
    yield shell
    shell.store.set("appearance.language", "en")
    shell.store.set("appearance.theme", "system")
    if shell.window and shell.window.isVisible():
        shell.window.close()
    instance.close()
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.setQuitOnLastWindowClosed(True)


# What the test's own tool says of keys that go nowhere, as a user's may.
@pytest.mark.qt_log_ignore("(Keyboard|Mouse) event .*(not accepted|outside target)", extend=True)
def test_random_actions_leave_a_living_window_and_a_whole_index(
    qtbot: QtBot, shell: Shell, dirs: DataDirs, folders: list[Path], tmp_path: Path
) -> None:
    faults: list[UserError] = []
    shell.bridge.failed.connect(lambda _number, error: faults.append(error))
    shell.bridge.gave_up.connect(faults.append)
    shell.open_window(OpenRequest((str(folders[0]),)))
    with (tmp_path / "actions.txt").open("w", encoding="utf-8") as trail:
        monkey = Monkey(shell, folders, _ACTIONS, _SEED, trail)
        monkey.run()
    print(f"seed {_SEED}, {monkey.kills} kills; at last:", *monkey.done, sep="\n  ")
    _window_answers(qtbot, shell, folders)
    shell.quit()
    told = [fault for fault in faults if isinstance(fault, EngineFault)]
    assert [fault.report or fault.message for fault in told if not _is_a_kill(fault)] == []
    _index_is_whole(dirs, folders)


def _is_a_kill(fault: EngineFault) -> bool:
    return "The engine stopped unexpectedly" in fault.message and "times within" not in (
        fault.message
    )


def _window_answers(qtbot: QtBot, shell: Shell, folders: list[Path]) -> None:
    """With the settings as they were, the window indexes and finds, engine killed or not."""
    for setting in TABLE:
        shell.store.set(setting.name, setting.default)
    qtbot.wait(500)  # the window is made anew for another language
    window = shell.window
    assert window is not None and window.isVisible()
    with qtbot.waitSignal(shell.bridge.renewed, timeout=_LONG):
        window._requests.restart_engine()
    (folders[0] / "last.txt").write_text("The heron stands on one leg in the reeds.")
    window.library.carry_out_removal()
    window._requests.ask("resume_indexing")
    for folder in folders:
        window._requests.ask("pause_folder", path=folder, paused=False)
        window._requests.ask("set_patterns", path=folder, include=[], exclude=[])
    window.add_folders(folders)
    window.view.mode.setCurrentIndex(0)
    window.view.preset.setCurrentIndex(0)
    window.commands["view_passages"].trigger()
    qtbot.waitUntil(lambda: not window._requests.is_waiting_for("index"), timeout=_LONG)
    window.search_for("heron")
    qtbot.waitUntil(
        lambda: (
            window.view.results.rowCount() > 0
            and window.view.is_settled()
            and Path(window.view.results.hit(0).path).name == "last.txt"
        ),
        timeout=_LONG,
    )


def _index_is_whole(dirs: DataDirs, folders: list[Path]) -> None:
    """Every file is searchable or listed, and the store holds the catalogue's passages alone."""
    with closing(Engine(dirs)) as engine:
        for root in engine.folders.status():
            if Path(root.path) not in folders:
                engine.remove(Path(root.path))
        run_index(engine, *folders)
        again = run_index(engine, *folders)
        assert (again.indexed, again.removed, again.embedded) == (0, 0, 0)
        totals = engine.totals()
        there = {str(file) for folder in folders for file in folder.rglob("*") if file.is_file()}
        seen = {row[0] for row in engine._catalogue._db.execute("SELECT path FROM files")}
        assert seen == there
        assert totals.files_waiting == 0
        assert [Path(each.path).name for each in engine.problems()] == ["broken.pdf"]
        stored = [id_ for ids in engine._open_store().ids() for id_ in ids]
        assert len(stored) == len(set(stored)) == totals.passages
        assert set(stored) == engine._catalogue.passage_ids()
        assert engine._catalogue.work() == [] and engine._catalogue.unused_documents() == []
        assert Path(engine.find(Query("heron")).hits[0].path).name == "last.txt"
