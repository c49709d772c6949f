"""Changing the model: the old index answers until the new one is whole; nothing is read again."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from indexing import run_index
from variant import make_variant

from app.embedding.folder import open_model_folder
from app.engine import Engine
from app.errors import ModelError
from app.index.change_plan import ChangePlan
from app.index.passages import cut
from app.index.progress import Progress
from app.index.records import Totals
from app.index.reembed import Reembedder
from app.paths import DataDirs, data_dirs
from app.search.model import Query

ROOT = Path(__file__).resolve().parents[2]
COUNT = 90  # files, a passage each: one full group of the change, and a part of one


@pytest.fixture(scope="session")
def variant(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_variant(tmp_path_factory.mktemp("models") / "variant")


def write_many(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for number in range(COUNT):
        text = f"Note {number} is about stone {number} in the wall of house {number % 9}."
        (folder / f"{number:03}.txt").write_text(text)
    return folder


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory, variant: Path) -> tuple[Path, Path]:
    """Notes, and a data directory in which they are indexed, with both models in its cache."""
    folder = tmp_path_factory.mktemp("indexed")
    many = write_many(folder / "many")
    dirs = data_dirs(folder / "data")
    with closing(Engine(dirs)) as engine:
        run_index(engine, many)
        outcome(engine)
    return many, dirs.data


@pytest.fixture
def many(indexed: tuple[Path, Path], dirs: DataDirs) -> Path:
    """The notes, which are indexed in `dirs` with the compact model; not to be changed."""
    many, data = indexed
    shutil.copytree(data, dirs.data)
    return many


def choose(dirs: DataDirs, model: Path) -> None:
    dirs.data.mkdir(exist_ok=True)
    dirs.settings.write_text(f'[model]\nfolder = "{model}"\n')


def first(engine: Engine, text: str) -> str:
    result = engine.find(Query(text))
    assert result.note == ""
    return Path(result.hits[0].path).name


@dataclass(frozen=True)
class Outcome:
    """What can be observed of an index from outside; scores differ in bf16's last digits."""

    scores: dict[str, Any]
    idf: list[float]
    totals: Totals


def outcome(engine: Engine) -> Outcome:
    hits = engine.find(Query("stone 42 in the wall", limit=COUNT)).hits
    scores = {Path(hit.path).name: pytest.approx(hit.score, abs=0.02) for hit in hits}
    return Outcome(scores, engine._catalogue.lookup.idf(range(5, 3000)), engine.totals())


def assert_same(found: Outcome, expected: Outcome) -> None:
    assert found.totals == expected.totals
    assert found.idf == expected.idf
    assert {name: each.expected for name, each in found.scores.items()} == expected.scores


@pytest.fixture(scope="session")
def expected(
    tmp_path_factory: pytest.TempPathFactory, indexed: tuple[Path, Path], variant: Path
) -> Outcome:
    """The outcome of indexing with the new model from the beginning."""
    many, data = indexed
    dirs = DataDirs(tmp_path_factory.mktemp("fresh") / "data", data / "cache")
    dirs.data.mkdir()
    choose(dirs, variant)
    with closing(Engine(dirs)) as engine:
        run_index(engine, many)
        return outcome(engine)


def test_the_old_model_answers_until_the_new_one_is_ready(
    dirs: DataDirs, library: Path, variant: Path
) -> None:
    with closing(Engine(dirs)) as engine:
        run_index(engine, library)
    (old,) = dirs.store.iterdir()
    shutil.rmtree(library)  # the texts are in the catalogue
    choose(dirs, variant)
    with closing(Engine(dirs)) as engine:
        assert first(engine, "who repairs the roof") == "minutes.html"
        assert engine.status().model.startswith("Compact")
        widths = []
        for _ in engine.change_model():
            assert first(engine, "zerlassene Kürbissuppe") == "Suppe.txt"
            widths.append(engine.spaces.active().folder.multi_dim)
        assert set(widths) == {160}
        assert engine.spaces.active().folder.multi_dim == 128
        assert first(engine, "who repairs the roof") == "minutes.html"
        assert engine.status().model == "Variant"
        assert engine.status().next_model == ""
        assert engine.stored_passages() == engine.totals().passages == 5
        (new,) = dirs.store.iterdir()
        assert new != old
        assert list(engine.change_model()) == []


def test_indexing_changes_the_model_and_new_files_come_along(
    dirs: DataDirs, tmp_path: Path, variant: Path, expected: Outcome
) -> None:
    many = write_many(tmp_path / "many")
    bench = many / "042.txt"
    text = bench.read_text()
    bench.write_text("Something else at first.")
    gone = many / "zzz.txt"
    gone.write_text("This one will be removed in the middle of the change.")
    moved = many / "007.txt"
    moved.rename(many / "elsewhere.txt")
    with closing(Engine(dirs)) as engine:
        run_index(engine, many)
    choose(dirs, variant)
    with closing(Engine(dirs)) as engine:
        stop_after(engine.change_model(), 65)
        assert engine.status().next_model == "Variant"
        assert engine.status().next_passages >= 64
        bench.write_text(text)
        gone.unlink()
        (many / "elsewhere.txt").rename(moved)
        report = run_index(engine, many)
        assert (report.indexed, report.removed) == (2, 2)
        assert engine.status().model == "Variant"
        assert_same(outcome(engine), expected)
        assert engine.stored_passages() == engine.totals().passages == COUNT
        assert run_index(engine, many).embedded == 0
        found = engine.find(Query("stone 7 in the wall of house 7", folder=str(many))).hits
        assert Path(found[0].path).name == "007.txt"


def stop_after(steps: Iterator[Progress], passages: int) -> None:
    for step in steps:
        if step.passages >= passages:
            break
    steps.close()  # type: ignore[attr-defined]


def test_stopped_it_goes_on_where_it_was(
    dirs: DataDirs, many: Path, variant: Path, expected: Outcome
) -> None:
    choose(dirs, variant)
    dirs.settings.write_text(dirs.settings.read_text() + "[cache]\nenabled = false\n")
    with closing(Engine(dirs)) as engine:
        stop_after(engine.change_model(), 65)
    with closing(Engine(dirs)) as engine:
        done = engine.status().next_passages
        assert 64 <= done < COUNT
        assert first(engine, "stone 42") == "042.txt"
        steps = list(engine.change_model())
        assert steps[1].passages > done
        assert engine.spaces.active().service.embedded == COUNT - done
        assert_same(outcome(engine), expected)


def test_going_back_gives_the_change_up(dirs: DataDirs, many: Path, variant: Path) -> None:
    choose(dirs, variant)
    with closing(Engine(dirs)) as engine:
        stop_after(engine.change_model(), 65)
        assert len(list(dirs.store.iterdir())) == 2
        dirs.settings.unlink()
        engine.reload_settings()
        assert list(engine.change_model()) == []
        assert len(list(dirs.store.iterdir())) == 1
        assert engine.status().next_model == ""
        assert first(engine, "stone 42") == "042.txt"


@pytest.mark.parametrize("passages", [1, 65])
def test_killed_in_the_middle_it_ends_as_if_nothing_had_happened(
    dirs: DataDirs, many: Path, variant: Path, expected: Outcome, passages: int
) -> None:
    choose(dirs, variant)
    script = (
        "import sys; from pathlib import Path; from app.engine import Engine;"
        "from app.paths import data_dirs\n"
        "for step in Engine(data_dirs(Path(sys.argv[1]))).change_model():\n"
        "    print(step.passages, flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(dirs.data)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) >= passages:
                os.kill(process.pid, signal.SIGKILL)
                break
    with closing(Engine(dirs)) as engine:
        assert engine.status().model.startswith("Compact")
        assert first(engine, "stone 42") == "042.txt"
        for _ in engine.change_model():
            pass
        assert_same(outcome(engine), expected)
        assert engine.stored_passages() == COUNT


def test_killed_between_the_switch_and_the_clearing_away(
    dirs: DataDirs, many: Path, variant: Path, expected: Outcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(dirs, variant)
    with closing(Engine(dirs)) as engine, monkeypatch.context() as patch:
        patch.setattr(engine.spaces, "_sweep", lambda: None)
        list(engine.change_model())
        assert len(list(dirs.store.iterdir())) == 2
    with closing(Engine(dirs)) as engine:
        assert_same(outcome(engine), expected)
        run_index(engine, many)
        assert len(list(dirs.store.iterdir())) == 1


def test_vectors_lost_in_the_middle_are_made_again(
    dirs: DataDirs, many: Path, variant: Path, expected: Outcome
) -> None:
    choose(dirs, variant)
    with closing(Engine(dirs)) as engine:
        stop_after(engine.change_model(), 65)
        shutil.rmtree(dirs.store / engine.model.fingerprint)
        list(engine.change_model())
        assert_same(outcome(engine), expected)


def test_a_new_model_that_cannot_run_costs_nothing(
    dirs: DataDirs, library: Path, tmp_path: Path
) -> None:
    with closing(Engine(dirs)) as engine:
        run_index(engine, library)
    broken = make_variant(tmp_path / "broken")
    (broken / "model.safetensors").unlink()
    (broken / "model.safetensors").write_bytes(b"\x10\0\0\0\0\0\0\0{}")
    choose(dirs, broken)
    with closing(Engine(dirs)) as engine:
        with pytest.raises(ModelError, match="broken"):
            list(engine.index([library]))
        assert first(engine, "who repairs the roof") == "minutes.html"
        assert engine.status().next_model == ""


def test_when_the_old_model_is_gone_words_answer_until_the_new_one_is_ready(
    dirs: DataDirs, library: Path, variant: Path, tmp_path: Path
) -> None:
    old = make_variant(tmp_path / "old", width=64)
    choose(dirs, old)
    with closing(Engine(dirs)) as engine:
        run_index(engine, library)
    shutil.rmtree(old)
    choose(dirs, variant)
    with closing(Engine(dirs)) as engine:
        assert "another model (Variant), which is gone" in engine.find(Query("pumpkin")).cause
        (library / "new.txt").write_text("The sundial in the courtyard is older than the house.")
        report = run_index(engine, library)
        assert (report.indexed, report.embedded) == (1, 1)
        assert first(engine, "Sonnenuhr") == "new.txt"
        assert first(engine, "who repairs the roof") == "minutes.html"


def returned(run: Generator[Progress, None, ChangePlan]) -> ChangePlan:
    while True:
        try:
            next(run)
        except StopIteration as end:
            plan: ChangePlan = end.value
            return plan


def test_the_plan_tells_what_it_will_take(dirs: DataDirs, tmp_path: Path, variant: Path) -> None:
    many = write_many(tmp_path / "many")
    shutil.copy(many / "001.txt", many / "copy.txt")
    (many / "broken.pdf").write_bytes(b"no pdf")
    with closing(Engine(dirs)) as engine:
        run_index(engine, many)
        plan = returned(engine.plan_change(str(variant)))
        assert (plan.outstanding.files, plan.outstanding.documents) == (COUNT + 1, COUNT)
        assert (plan.outstanding.passages, plan.finished) == (COUNT, 0)
        assert (plan.model.name, plan.old_model) == ("Variant", "Compact (multilingual-e5-small)")
        assert plan.seconds == pytest.approx(COUNT / plan.passages_per_second, rel=0.1)
        assert plan.fits and plan.free_bytes > 0
        assert engine.status().next_model == ""  # nothing has begun
        choose(dirs, variant)
        engine.reload_settings()
        stop_after(engine.change_model(), 65)
        rest = returned(engine.plan_change(str(variant)))
        assert rest.finished == COUNT - rest.outstanding.passages >= 64
        list(engine.change_model())
        real = engine.status().vectors_bytes
        assert 0.5 * real < plan.disk_bytes < 2 * real
        assert returned(engine.plan_change(str(variant))).outstanding.passages == 0


def test_passages_are_embedded_with_the_very_text_of_the_indexer(
    dirs: DataDirs, variant: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from app.documents.read import read

    page = tmp_path / "docs" / "page.html"
    page.parent.mkdir()
    long_title = "A very long title about boilers " * 20
    page.write_text(
        f"<html><head><title>{long_title}</title></head><body><h1>One</h1><p>First. Text.</p>"
        f"<h2>Two</h2><p>{'Second sentence here. ' * 200}</p></body></html>"
    )
    seen: list[str] = []
    with closing(Engine(dirs)) as engine:
        run_index(engine, page)
        choose(dirs, variant)
        engine.reload_settings()
        monkeypatch.setattr(
            "app.index.reembed.Point", lambda *a: pytest.fail("nothing shall be written")
        )
        growing = engine._choice.service(open_model_folder(variant))
        monkeypatch.setattr(growing, "encode_passages", lambda texts: seen.extend(texts) or ())
        work = Reembedder(engine._catalogue, engine._open_store(), growing)
        list(work._write(engine._catalogue.next.missing()))
        passages = cut(read(page), "hash", growing.tokens)
    assert len(passages) >= 3
    assert seen == [passage.embedded for passage in passages]
