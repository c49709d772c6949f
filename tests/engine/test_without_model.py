"""When the model cannot run, search goes on by words and says so; nothing is invented."""

import shutil
from pathlib import Path

import pytest
from indexing import run_index

from app.engine import Engine
from app.errors import ModelError, ModelUnavailable
from app.paths import DataDirs, compact_model_dir
from app.search.model import WORDS_ONLY, Query


@pytest.fixture
def own_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the compact model that a test may break."""
    folder = tmp_path / "model"
    shutil.copytree(compact_model_dir(), folder)
    monkeypatch.setenv("BGE_M3_MODEL_NAME", str(folder))
    return folder


def test_truncated_weights(own_model: Path, dirs: DataDirs, library: Path) -> None:
    engine = Engine(dirs)
    run_index(engine, library)
    assert engine.find(Query("pumpkin")).note == ""
    engine.close()

    weights = own_model / "model.safetensors"
    with weights.open("r+b") as stream:
        stream.truncate(weights.stat().st_size // 2)
    engine = Engine(dirs)
    before = engine.totals()
    result = engine.find(Query("zerlassene Kürbissuppe"))
    assert result.note == WORDS_ONLY
    assert "another model" in result.cause  # damaged weights are other weights
    assert [Path(hit.path).name for hit in result.hits] == ["Suppe.txt"]
    assert result.hits[0].score == result.hits[0].channels.sparse > 0
    (batch,) = engine.search_batch([Query("zerlassene Kürbissuppe")])
    assert (batch.note, batch.cause, batch.hits) == (WORDS_ONLY, result.cause, result.hits)
    with pytest.raises(ModelError, match=str(own_model)):
        list(engine.index([library]))
    assert engine.totals() == before  # the old index is kept
    engine.close()


def test_a_lost_model_folder(own_model: Path, dirs: DataDirs, library: Path) -> None:
    engine = Engine(dirs)
    run_index(engine, library)
    engine.close()
    shutil.rmtree(own_model)
    engine = Engine(dirs)
    result = engine.find(Query("zerlassene Kürbissuppe", types=("txt",)))
    assert result.note == WORDS_ONLY
    assert "There is no model in" in result.cause
    assert [Path(hit.path).name for hit in result.hits] == ["Suppe.txt"]
    assert engine.find(Query("zerlassene Kürbissuppe", types=("pdf",))).hits == ()
    engine.close()


def test_a_model_that_fails_each_time_is_left_alone_for_a_while(
    own_model: Path, dirs: DataDirs, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BGE_M3_CIRCUIT_BREAKER_THRESHOLD", "2")
    monkeypatch.setenv("BGE_M3_CIRCUIT_BREAKER_COOL_DOWN", "3600")
    weights = own_model / "model.safetensors"
    with weights.open("r+b") as stream:
        stream.truncate(weights.stat().st_size // 2)
    engine = Engine(dirs)
    for _ in range(2):
        with pytest.raises(ModelError, match="cannot be loaded"):
            list(engine.index([library]))
    with pytest.raises(ModelUnavailable, match="not tried for another 3600 s") as error:
        list(engine.index([library]))
    assert error.value.retry_in > 3000
    result = engine.find(Query("pumpkin"))
    assert result.note == WORDS_ONLY and "not tried for another" in result.cause
    (guard,) = [guard for guard in engine.guards() if guard.name == "model"]
    assert (guard.state, guard.attempts, guard.refused) == ("open", 2, 2)
    assert engine.stored_passages() == 0
    engine.close()
