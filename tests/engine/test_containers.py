"""Mails and archives as the indexer treats them: large, hostile, interrupted, copied, moved."""

import os
import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest
from hostile import pdfs
from indexing import run_index

from app.engine import Engine
from app.errors import Reason
from app.index.handover import Handover
from app.paths import DataDirs
from app.search.model import Query

pytestmark = pytest.mark.model


def archive(file: Path, members: dict[str, str | bytes]) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return file


def found(engine: Engine, text: str) -> list[str]:
    return [hit.path for hit in engine.find(Query(text, limit=5)).hits]


def assert_ledger_adds_up(engine: Engine, seen: int, members: int) -> None:
    totals = engine.totals()
    parts = (totals.files_indexed, totals.files_failed, totals.files_waiting)
    assert sum(parts) + totals.entries_excluded == totals.files_seen == seen
    assert totals.members == members
    folders = engine.status().folders
    assert sum(f.searchable + f.problems + f.waiting + f.excluded for f in folders) == seen


def test_a_member_that_ends_its_reader_costs_only_itself(dirs: DataDirs, tmp_path: Path) -> None:
    dirs.data.mkdir()
    dirs.settings.write_text("[reading]\nseconds_per_file = 5\nmemory_mb = 300\n")
    bomb = dict(pdfs.files())["content bomb.pdf"]
    file = archive(
        tmp_path / "in" / "a.zip",
        {
            "before.txt": "The heron stands in the reeds.",
            "bomb.pdf": bomb,
            "after.txt": "The otter swims upstream.",
        },
    )
    engine = Engine(dirs)
    report = run_index(engine, file.parent)
    (failure,) = report.failures
    assert failure.path == str(file / "bomb.pdf")
    assert failure.reason in (Reason.MEMORY, Reason.TIMED_OUT, Reason.CRASHED)
    assert found(engine, "heron")[0] == str(file / "before.txt")
    assert found(engine, "otter")[0] == str(file / "after.txt")
    assert_ledger_adds_up(engine, 4, 3)
    again = run_index(engine, file.parent)
    assert (again.indexed, again.unchanged, again.failed) == (0, 3, 1)
    engine.close()


def test_an_archive_that_was_interrupted_is_done_again(engine: Engine, tmp_path: Path) -> None:
    texts = {f"{n}.txt": f"Bird {n} was seen at hour {n * 7 % 24}." for n in range(150)}
    file = archive(tmp_path / "in" / "birds.zip", {**texts})
    steps = engine.index([file.parent])
    while engine.totals().files_indexed == 0:
        next(steps)
    steps.close()
    totals = engine.totals()
    assert 0 < totals.files_indexed < 150 and totals.files_waiting == 1
    report = run_index(engine, file.parent)
    assert report.indexed == 151
    assert_ledger_adds_up(engine, 151, 150)
    # The same for one that was complete before, and whose new content begins with the old.
    archive(file, {**texts, "200.txt": "An owl at last."})
    steps = engine.index([file.parent])
    while engine.totals().members == 150:
        next(steps)
    steps.close()
    assert run_index(engine, file.parent).embedded <= 1
    assert_ledger_adds_up(engine, 152, 151)
    assert engine.stored_passages() == engine.totals().passages
    assert found(engine, "owl")[0] == str(file / "200.txt")


def test_readers_do_not_outrun_the_model(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = []
    take = Handover.take

    def watched(self: Handover, seconds: float) -> object:
        held.append(len(self._items))
        return take(self, seconds)

    monkeypatch.setattr("app.index.handover._MOST_ITEMS", 10)
    monkeypatch.setattr(Handover, "take", watched)
    file = archive(
        tmp_path / "in" / "many.zip", {f"{n}.txt": f"Leaf {n % 7} of the tree." for n in range(600)}
    )
    assert run_index(engine, file.parent).indexed == 601
    assert engine.totals().documents == 8 and max(held) <= 10


def test_copies_of_an_archive_have_members_each(engine: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    members: dict[str, str | bytes] = {"fox.txt": "The fox waits at the hedge.", "film.mp4": b"x"}
    first = archive(folder / "a.zip", members)
    second = Path(shutil.copy(first, folder / "b.zip"))
    report = run_index(engine, folder)
    assert (report.indexed, report.failed, engine.totals().documents) == (4, 2, 2)
    third = Path(shutil.copy(first, folder / "c.zip"))
    report = run_index(engine, folder)
    assert (report.indexed, report.unchanged, report.embedded) == (2, 4, 0)
    (hit,) = engine.find(Query("the fox")).hits
    assert {hit.path, *hit.also_at} == {str(f / "fox.txt") for f in (first, second, third)}
    first.unlink()
    assert run_index(engine, folder).removed == 3
    (hit,) = engine.find(Query("the fox")).hits
    assert (hit.path, hit.file) == (str(second / "fox.txt"), str(second))
    assert engine.remove(folder) == 6
    assert engine.stored_passages() == engine.totals().files_seen == 0


def test_renamed_folders_take_members_with_them(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    archive(folder / "old" / "a.zip", {"owl.txt": "The owl hunts at night.", "film.mp4": b"x"})
    run_index(engine, folder)
    (folder / "old").rename(folder / "new")

    def no_readers() -> None:
        raise AssertionError("nothing has to be read")

    with monkeypatch.context() as patched:
        patched.setattr("app.index.fetching.ReadAhead._fetch", no_readers)
        report = run_index(engine, folder)
    assert (report.indexed, report.removed, report.embedded) == (2, 3, 0)
    owl = os.path.join(folder, "new", "a.zip", "owl.txt")
    hits = engine.find(Query("owl", folder=str(folder / "new"))).hits
    assert [(hit.path, hit.file) for hit in hits] == [(owl, str(folder / "new" / "a.zip"))]
    assert [problem.path for problem in engine.problems()] == [str(folder / "new/a.zip/film.mp4")]
    assert run_index(engine, folder).unchanged == 2


def test_a_member_that_failed_is_tried_again_when_asked(engine: Engine, tmp_path: Path) -> None:
    file = archive(tmp_path / "in" / "a.zip", {"a.txt": "A toad.", "film.mp4": b"x"})
    run_index(engine, file.parent)
    for retry, indexed in ((False, 0), (True, 2)):
        *_, last = engine.index([file.parent], retry=retry)
        assert last.report and last.report.indexed == indexed
    assert last.report.embedded == 0
    assert_ledger_adds_up(engine, 3, 2)


def test_a_library_of_an_earlier_version_comes_back_from_the_cache(
    dirs: DataDirs, library: Path
) -> None:
    engine = Engine(dirs)
    run_index(engine, library)
    engine.close()
    db = sqlite3.connect(dirs.catalogue)
    db.execute("UPDATE meta SET value = '2' WHERE key = 'schema'")
    db.commit()
    db.close()
    engine = Engine(dirs)
    report = run_index(engine)
    assert (report.indexed, report.failed, report.embedded) == (5, 0, 0)
    assert engine.stored_passages() == engine.totals().passages
    assert Path(engine.find(Query("deposit")).hits[0].path).name == "lease.txt"
    engine.close()
