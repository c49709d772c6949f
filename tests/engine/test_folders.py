"""Folders that change: patterns, renames, drives that come and go, and the ledger over all."""

from pathlib import Path

import pytest
from indexing import run_index

from app.engine import Engine
from app.errors import Reason, UsageError
from app.paths import DataDirs
from app.search.model import Query


def names(engine: Engine, text: str = "the") -> set[str]:
    return {Path(hit.path).name for hit in engine.find(Query(text, limit=50)).hits}


def assert_ledger_adds_up(engine: Engine, seen: int) -> None:
    totals = engine.totals()
    parts = (
        totals.files_indexed,
        totals.files_failed,
        totals.files_waiting,
        totals.entries_excluded,
    )
    assert totals.files_seen == sum(parts) == seen
    folders = engine.status().folders
    assert sum(f.searchable + f.problems + f.waiting + f.excluded for f in folders) == seen


def test_patterns_leave_out_and_bring_back(engine: Engine, library: Path) -> None:
    (library / ".hidden.txt").write_text("the hidden one")
    (library / ".wanted.txt").write_text("the wanted one")
    (library / "node_modules").mkdir()
    (library / "node_modules" / "x.txt").write_text("the module")
    (library / ".genericragignore").write_text("!.wanted.txt\nnotes/\n*.md\n")
    report = run_index(engine, library)
    assert names(engine) == {"lease.txt", "Suppe.txt", "minutes.html", ".wanted.txt"}
    # .hidden.txt, node_modules, .genericragignore, notes, pump.md
    assert report.excluded == 5
    assert_ledger_adds_up(engine, 9)
    (library / ".genericragignore").unlink()
    engine.folders.set_patterns(library, ["*.txt"], ["Suppe*"])
    run_index(engine, library)
    assert names(engine) == {"lease.txt", "bike.txt"}
    assert engine.stored_passages() == engine.totals().passages


def test_renamed_folders_keep_their_vectors_and_are_not_read(
    engine: Engine, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_index(engine, library)
    library.joinpath("notes").rename(library / "archive")
    (library / "lease.txt").rename(library / "archive" / "contract.txt")

    def no_readers() -> None:
        raise AssertionError("nothing has to be read")

    with monkeypatch.context() as patched:
        patched.setattr("app.index.fetching.ReadAhead._fetch", no_readers)
        report = run_index(engine, library)
    assert (report.indexed, report.removed, report.embedded) == (2, 2, 0)
    hits = engine.find(Query("deposit", folder=str(library / "archive"))).hits
    assert Path(hits[0].path).name == "contract.txt"
    assert_ledger_adds_up(engine, 5)


def test_a_folder_that_is_away_keeps_its_hits_and_they_are_marked(
    engine: Engine, library: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "note.txt").write_text("The tide table hangs in the kitchen.")
    (other / "copy.txt").write_text((library / "lease.txt").read_text())
    run_index(engine, other, library)
    assert all(hit.online for hit in engine.find(Query("the")).hits)
    other.rename(tmp_path / "unplugged")
    report = run_index(engine, other, library)
    assert (report.offline, report.removed) == ((str(other),), 0)
    found = {Path(hit.path).name: hit for hit in engine.find(Query("the tide table")).hits}
    assert not found["note.txt"].online
    assert found["lease.txt"].online  # a copy that can be reached comes first
    assert found["lease.txt"].also_at == (str(other / "copy.txt"),)
    assert [f.online for f in engine.status().folders] == [False, True]
    (tmp_path / "unplugged").rename(other)
    report = run_index(engine)
    assert (report.offline, report.unchanged, report.embedded) == ((), 7, 0)


def test_an_empty_mount_point_is_a_drive_that_is_away(
    engine: Engine, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.path.ismount", lambda path: str(path) == str(library))
    run_index(engine, library)
    monkeypatch.undo()
    away = library.rename(library.with_name("away"))
    library.mkdir()
    assert run_index(engine, library).offline == (str(library),)
    assert engine.totals().files_indexed == 5
    library.rmdir()
    away.rename(library)
    assert run_index(engine, library).unchanged == 5


def test_a_new_folder_that_is_not_there_is_a_usage_error(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        run_index(engine, tmp_path / "nowhere")


def test_dropping_a_folder_forgets_it_but_not_what_others_share(
    engine: Engine, library: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "copy.txt").write_text((library / "lease.txt").read_text())
    run_index(engine, library, other)
    assert engine.remove(library) == 5
    assert names(engine) == {"copy.txt"}
    assert engine.stored_passages() == engine.totals().passages == 1
    assert (library / "lease.txt").exists()
    with pytest.raises(UsageError):
        engine.remove(library)


def test_a_paused_folder_is_left_as_it_is(engine: Engine, library: Path) -> None:
    run_index(engine, library)
    engine.folders.set_paused(library, True)
    (library / "new.txt").write_text("The new one.")
    assert engine.folders.active() == []
    engine.folders.set_paused(library, False)
    assert run_index(engine).indexed == 1


def test_what_was_not_reached_yet_is_waiting(engine: Engine, library: Path) -> None:
    steps = engine.index([library])
    for step in steps:
        if step.stage == "reading":
            break
    steps.close()  # type: ignore[attr-defined]
    assert engine.totals().files_waiting > 0
    assert_ledger_adds_up(engine, 5)
    run_index(engine, library)
    assert engine.totals().files_waiting == 0


def test_what_broke_its_reader_is_left_alone_until_asked_for(dirs: DataDirs, library: Path) -> None:
    dirs.data.mkdir()
    dirs.settings.write_text("[reading]\nmax_text_mb = 1\n")
    (library / "long.txt").write_text("word " * 300_000)
    engine = Engine(dirs)
    run_index(engine, library)
    assert [problem.reason for problem in engine.problems()] == [Reason.TOO_MUCH_TEXT]
    engine.close()
    dirs.settings.write_text("[reading]\nmax_text_mb = 2\nseconds_per_file = 1\n")
    engine = Engine(dirs)
    assert run_index(engine, library).failed == 1
    (library / "long.txt").write_text("short now")
    report = run_index(engine, library)
    assert (report.indexed, report.failed) == (1, 0)
    engine.close()
