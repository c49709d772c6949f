"""Indexing and searching with the real model and the real store."""

import os
import shutil
from pathlib import Path

import pytest
from indexing import run_index

from app.engine import Engine
from app.errors import Reason, UsageError
from app.index.progress import Progress
from app.paths import DataDirs
from app.search.model import MODES, Query


def _first(engine: Engine, text: str, **options: object) -> str:
    hits = engine.find(Query(text, **options)).hits  # type: ignore[arg-type]
    return Path(hits[0].path).name if hits else ""


def test_from_a_folder_to_hits(engine: Engine, library: Path) -> None:
    report = run_index(engine, library)
    assert (report.indexed, report.failed) == (5, 0)
    assert _first(engine, "Kündigungsfrist der Wohnung") == "lease.txt"
    assert _first(engine, "how long does the pumpkin soup cook") == "Suppe.txt"
    assert _first(engine, "who repairs the roof") == "minutes.html"
    assert _first(engine, "E-07", mode="words") == "pump.md"


@pytest.mark.parametrize("mode", MODES)
def test_scores_are_explained_by_their_channels(engine: Engine, library: Path, mode: str) -> None:
    run_index(engine, library)
    result = engine.find(Query("water tank empty", mode=mode))  # type: ignore[arg-type]
    assert Path(result.hits[0].path).name == "pump.md"
    for hit in result.hits:
        parts = (
            result.weights.dense * hit.channels.dense
            + result.weights.sparse * hit.channels.sparse
            + result.weights.multi * hit.channels.multi
        )
        assert hit.score == pytest.approx(parts)
    scores = [hit.score for hit in result.hits]
    assert scores == sorted(scores, reverse=True)


def test_indexing_again_does_nothing_and_one_change_reads_one_file(
    engine: Engine, library: Path
) -> None:
    run_index(engine, library)
    again = run_index(engine, library)
    assert (again.indexed, again.unchanged, again.embedded) == (0, 5, 0)
    (library / "lease.txt").write_text("Pets are allowed if the neighbours agree.", "utf-8")
    changed = run_index(engine, library)
    assert (changed.indexed, changed.unchanged, changed.embedded) == (1, 4, 1)
    assert _first(engine, "Haustiere erlaubt") == "lease.txt"
    assert all("three months" not in hit.text for hit in engine.find(Query("notice")).hits)
    assert engine.stored_passages() == engine.totals().passages


def test_renaming_and_copying_never_runs_the_model(engine: Engine, library: Path) -> None:
    run_index(engine, library)
    (library / "notes").rename(library / "old notes")
    shutil.copy(library / "lease.txt", library / "old notes" / "lease copy.txt")
    report = run_index(engine, library)
    assert (report.indexed, report.removed, report.embedded) == (2, 1, 0)
    hit = engine.find(Query("deposit paid back", limit=1)).hits[0]
    assert [Path(path).name for path in (hit.path, *hit.also_at)] == [
        "lease.txt",
        "lease copy.txt",
    ]
    assert _first(engine, "bicycle", folder=str(library / "old notes")) == "bike.txt"


def test_removed_files_are_not_found_any_more(engine: Engine, library: Path) -> None:
    run_index(engine, library)
    (library / "Suppe.txt").unlink()
    assert run_index(engine, library).removed == 1
    assert "Suppe.txt" not in {
        Path(hit.path).name for hit in engine.find(Query("Kürbissuppe")).hits
    }
    assert engine.stored_passages() == engine.totals().passages == 4


def test_filters(engine: Engine, library: Path) -> None:
    run_index(engine, library)
    os.utime(library / "lease.txt", (1_000_000_000, 1_000_000_000))
    run_index(engine, library)

    def names(**options: object) -> set[str]:
        hits = engine.find(Query("the", **options)).hits  # type: ignore[arg-type]
        return {Path(hit.path).name for hit in hits}

    assert names(types=("md", "html")) == {"pump.md", "minutes.html"}
    assert names(folder=str(library / "notes")) == {"bike.txt"}
    assert names(before=1_000_000_001) == {"lease.txt"}
    assert "lease.txt" not in names(after=1_000_000_001)


def test_every_file_that_is_not_searchable_has_its_reason(engine: Engine, library: Path) -> None:
    (library / "empty.txt").touch()
    (library / "broken.pdf").write_bytes(b"%PDF-1.4 nothing else")
    (library / "film.mp4").write_bytes(b"x")
    (library / "link.txt").symlink_to(library / "nowhere.txt")
    os.mkfifo(library / "pipe.txt")
    report = run_index(engine, library)
    assert report.indexed == 5
    assert {Path(p.path).name: p.reason for p in engine.problems()} == {
        "empty.txt": Reason.EMPTY,
        "broken.pdf": Reason.CORRUPT,
        "film.mp4": Reason.UNSUPPORTED,
        "link.txt": Reason.BROKEN_LINK,
        "pipe.txt": Reason.SPECIAL_FILE,
    }
    assert all(problem.detail and problem.hint for problem in report.failures)


def test_a_new_reason_replaces_the_old_one(engine: Engine, library: Path) -> None:
    file = library / "broken.pdf"
    file.write_bytes(b"%PDF-1.4 nothing else")
    run_index(engine, library)
    assert [problem.reason for problem in engine.problems()] == [Reason.CORRUPT]
    file.unlink()
    file.symlink_to(library / "nowhere.pdf")
    run_index(engine, library)
    assert [problem.reason for problem in engine.problems()] == [Reason.BROKEN_LINK]


def test_stopping_in_the_middle_keeps_what_is_done(engine: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(130):
        (folder / f"{number:03}.txt").write_text(f"Note {number} is about stone {number}.")
    steps = engine.index([folder])
    for step in steps:
        if isinstance(step, Progress) and step.files_done >= 100:
            break
    steps.close()  # type: ignore[attr-defined]
    kept = engine.totals().files_indexed
    assert 100 <= kept < 130
    report = run_index(engine, folder)
    assert (report.indexed, report.unchanged) == (130 - kept, kept)
    assert engine.stored_passages() == engine.totals().passages == 130


def test_lost_vectors_are_made_again_from_the_cache(dirs: DataDirs, library: Path) -> None:
    engine = Engine(dirs)
    run_index(engine, library)
    engine.close()
    shutil.rmtree(dirs.store)
    engine = Engine(dirs)
    report = run_index(engine, library)
    assert (report.indexed, report.embedded) == (5, 0)
    assert _first(engine, "pumpkin soup") == "Suppe.txt"
    engine.close()


@pytest.mark.parametrize("query", [Query("  "), Query("a", limit=0)])
def test_a_senseless_query_is_a_sentence(engine: Engine, query: Query) -> None:
    with pytest.raises(UsageError):
        engine.find(query)


@pytest.mark.parametrize("text", ['"', "\ud800", "?!", "a" * 5000, "日本", "\0"])
def test_any_text_can_be_searched_for(engine: Engine, library: Path, text: str) -> None:
    run_index(engine, library)
    assert engine.find(Query(text)).hits
