"""Moving a library between vector stores: nothing is embedded again, nothing is lost."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from indexing import run_index

from app.engine import Engine
from app.errors import StoreError, UserError
from app.index import store_copy
from app.paths import DataDirs, data_dirs
from app.search.model import MODES, Query
from app.settings import Settings, load_settings
from app.store.base import Store
from app.store.choice import EngineName


def _with(dirs: DataDirs, **changed: object) -> Settings:
    values = dict(load_settings(dirs.settings, {}).values)
    return Settings(values | {f"store.{name}": value for name, value in changed.items()})


def _hits(engine: Engine) -> list[list[tuple[str, float]]]:
    return [
        [(hit.passage, hit.score) for hit in engine.find(Query(text, mode=mode)).hits]
        for text in ("who repairs the roof", "Kürbissuppe", "E-07")
        for mode in MODES
    ]


def _migrate(engine: Engine, to: EngineName) -> int:
    return [step.done for step in engine.migrate_store(to)][-1]


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies two points at a time."""
    monkeypatch.setattr(store_copy, "_BATCH", 2)


def test_there_and_back(engine: Engine, library: Path, dirs: DataDirs) -> None:
    embedded = run_index(engine, library).embedded
    before = _hits(engine)
    for to in ("local", "edge"):
        assert _migrate(engine, to) == engine.stored_passages() == embedded
        assert engine.store_choice().engine == engine.status().store == to
        assert len(list(dirs.store.iterdir())) == 1
        for found, expected in zip(_hits(engine), before, strict=True):
            scores = dict(expected)
            assert dict(found).keys() == scores.keys()
            for passage, score in found:
                assert score == pytest.approx(scores[passage], abs=2e-3)
    again = run_index(engine, library)
    assert (again.indexed, again.unchanged, again.embedded) == (0, 5, 0)


def test_a_library_stays_in_its_store_whatever_is_set(
    engine: Engine, library: Path, dirs: DataDirs
) -> None:
    run_index(engine, library)
    engine.close()
    other = Engine(dirs, _with(dirs, engine="local", url="http://127.0.0.1:9"))
    assert other.store_choice().engine == "edge"
    assert other.stored_passages() == 5
    other.close()


def test_killed_at_any_step_nothing_is_lost(
    engine: Engine, library: Path, dirs: DataDirs, tmp_path: Path, small_steps: None
) -> None:
    run_index(engine, library)
    before = _hits(engine)
    killed = []
    for number, step in enumerate(engine.migrate_store("local")):
        # What a killed process leaves is what is on the disk at that moment.
        shutil.copytree(dirs.data, tmp_path / f"killed {number}")
        killed.append((data_dirs(tmp_path / f"killed {number}"), step.done))
    assert [done for _, done in killed] == [0, 2, 4, 5]
    for place, done in killed:
        restarted = Engine(place)
        assert restarted.store_choice().engine == "edge"
        assert _hits(restarted) == before
        steps = [step.done for step in restarted.migrate_store("local")]
        assert (steps[0], steps[-1]) == (done, 5)
        assert restarted.store_choice().engine == "local"
        restarted.close()


def test_a_library_that_changed_meanwhile_is_copied_as_it_is_now(
    engine: Engine, library: Path, small_steps: None
) -> None:
    run_index(engine, library)
    steps = engine.migrate_store("local")
    while next(steps).done < 4:
        pass
    steps.close()  # type: ignore[attr-defined]
    (library / "lease.txt").write_text("Pets are allowed.", "utf-8")
    (library / "notes").rename(library / "moved")
    (library / "pump.md").unlink()
    run_index(engine, library)
    assert _migrate(engine, "local") == engine.stored_passages() == 4
    found = engine.find(Query("bicycle", folder=str(library / "moved"))).hits
    assert [Path(hit.path).name for hit in found] == ["bike.txt"]


def test_a_copy_that_differs_is_not_used(
    engine: Engine, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_index(engine, library)

    def lose(self: Store, points: object, places: object) -> None:
        """A store that forgets what it is given."""

    from app.store.local import LocalStore

    monkeypatch.setattr(LocalStore, "upsert", lose)
    with pytest.raises(StoreError, match="0 passages instead of 5"):
        _migrate(engine, "local")
    assert engine.store_choice().engine == "edge"
    assert engine.find(Query("roof")).hits


def test_a_server_that_is_down_costs_nothing(engine: Engine, library: Path, dirs: DataDirs) -> None:
    run_index(engine, library)
    with pytest.raises(StoreError, match="QDRANT_URL"):
        _migrate(engine, "server")
    engine.close()
    other = Engine(dirs, _with(dirs, url="http://127.0.0.1:9"))
    with pytest.raises(StoreError, match="cannot be reached"):
        _migrate(other, "server")
    assert other.stored_passages() == 5
    other.close()


def test_an_address_means_the_server(dirs: DataDirs, library: Path) -> None:
    with_url = Engine(dirs, _with(dirs, url="http://user:word@127.0.0.1:9"))
    status = with_url.status()
    assert status.store == "server"
    assert "http://127.0.0.1:9" in status.vectors_place
    assert "word" not in status.vectors_place.replace("words", "")
    with pytest.raises(UserError):
        run_index(with_url, library)
    with_url.close()


def test_command(library: Path, tmp_path: Path) -> None:
    def run(*arguments: str) -> dict[str, object]:
        command = [sys.executable, "-m", "app", *arguments, "--data-dir", str(tmp_path / "d")]
        done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        found: dict[str, object] = json.loads(done.stdout)
        return found

    run("index", str(library))
    assert run("store", "migrate", "--to", "local")["passages"] == 5
    assert run("store", "show") == {"engine": "local", "passages": 5, "url": ""}
