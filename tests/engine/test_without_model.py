"""When the model cannot run, search goes on by words and says so; nothing is invented."""

import shutil
from pathlib import Path

import pytest
from indexing import run_index

from app.engine import Engine
from app.errors import ModelError
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
