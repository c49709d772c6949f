"""multi_vector_count and fitted axes through indexing, restarts and changes of either."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from indexing import run_index
from transformers import XLMRobertaConfig, XLMRobertaModel

from app.embedding.folder import AXES
from app.engine import Engine
from app.index.axes_shelf import AxesShelf
from app.paths import DataDirs, compact_model_dir
from app.search.model import Query
from app.settings import Settings, load_settings


def settings(dirs: DataDirs, **values: Any) -> Settings:
    known: Mapping[str, Any] = load_settings(dirs.settings, {}).values
    return Settings({**known, **{f"model.{name}": value for name, value in values.items()}})


@pytest.fixture(scope="session")
def full_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """BGE-M3's format with heads of 512 axes, above one thin layer of random weights."""
    folder = tmp_path_factory.mktemp("models") / "full"
    torch.manual_seed(0)
    config = XLMRobertaConfig(
        vocab_size=250002,
        hidden_size=512,
        num_hidden_layers=1,
        num_attention_heads=4,
        intermediate_size=64,
        max_position_embeddings=514,
        type_vocab_size=1,
        pad_token_id=1,
        bos_token_id=0,
        eos_token_id=2,
    )
    with torch.inference_mode():
        XLMRobertaModel(config).to(torch.float16).save_pretrained(folder)
    torch.save(torch.nn.Linear(512, 512).state_dict(), folder / "colbert_linear.pt")
    torch.save(torch.nn.Linear(512, 1).state_dict(), folder / "sparse_linear.pt")
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(compact_model_dir() / name, folder / name)
    return folder


def test_another_count_pools_again_and_embeds_nothing(dirs: DataDirs, library: Path) -> None:
    found = {}
    for count, indexed in ((0, 5), (3, 0), (0, 0)):
        engine = Engine(dirs, settings(dirs, multi_vector_count=count))
        report = run_index(engine, library)
        assert (report.indexed, report.unchanged) == (indexed, 5 - indexed)
        # Whatever is stored again comes from the cache.
        (cache,) = (kept for kept in engine.caches.statistics() if kept.kind == "embeddings")
        assert cache.misses == 5
        hit = engine.find(Query("who repairs the roof", mode="precise")).hits[0]
        assert Path(hit.path).name == "minutes.html"
        found.setdefault(count, []).append(hit.score)
        assert len(list(dirs.store.iterdir())) == 1
        engine.close()
    assert found[0][0] == pytest.approx(found[0][1])
    assert found[0][0] != pytest.approx(found[3][0], abs=1e-3)


def test_wide_token_vectors_are_projected_the_same_after_a_restart(
    dirs: DataDirs, library: Path, full_folder: Path
) -> None:
    chosen = settings(dirs, folder=str(full_folder))
    engine = Engine(dirs, chosen)
    assert engine.model.fits_axes and engine.model.multi_dim == AXES
    assert engine.find(Query("nothing is indexed yet")).hits == ()
    assert run_index(engine, library).embedded == 5
    before = [(hit.path, hit.channels) for hit in engine.find(Query("roof")).hits]
    kept = AxesShelf(engine._catalogue, engine.model.model_fingerprint).load()
    assert kept
    engine.close()

    engine = Engine(dirs, chosen)
    (library / "new.txt").write_text("A lighthouse keeper writes down the weather.", "utf-8")
    assert run_index(engine, library).embedded == 1
    after = {hit.path: hit.channels for hit in engine.find(Query("roof")).hits}
    for path, channels in before:
        assert after[path].multi == pytest.approx(channels.multi, abs=1e-5)
    assert AxesShelf(engine._catalogue, engine.model.model_fingerprint).load() == kept
    engine.close()

    # Lost vectors come back from the cache, which only holds with the same axes.
    shutil.rmtree(dirs.store)
    engine = Engine(dirs, chosen)
    report = run_index(engine, library)
    assert (report.indexed, report.embedded) == (6, 0)
    engine.close()


def test_axes_go_with_their_model(dirs: DataDirs, library: Path, full_folder: Path) -> None:
    engine = Engine(dirs, settings(dirs, folder=str(full_folder)))
    run_index(engine, library)
    shelf = AxesShelf(engine._catalogue, engine.model.model_fingerprint)
    assert shelf.load()
    engine.close()
    engine = Engine(dirs, settings(dirs))
    run_index(engine, library)
    assert AxesShelf(engine._catalogue, shelf._key.removeprefix("axes ")).load() is None
    assert engine.find(Query("pumpkin soup")).hits
    engine.close()


def test_a_folder_that_projects_itself_has_nothing_fitted(full_folder: Path) -> None:
    from app.embedding.folder import open_model_folder

    assert open_model_folder(full_folder).fits_axes
    (full_folder / "genericrag.json").write_text(json.dumps({"colbert_dim": 512}), "utf-8")
    try:
        folder = open_model_folder(full_folder)
        assert not folder.fits_axes and folder.multi_dim == 512
    finally:
        (full_folder / "genericrag.json").unlink()


def test_axes_are_found_again_from_their_text() -> None:
    from app.embedding.axes import fit_axes, from_text

    chance = np.random.default_rng(0)
    # Three directions with most of the variance, hidden in twelve axes.
    hidden = np.linalg.qr(chance.standard_normal((12, 12)))[0]
    scale = np.array([9, 3, 1, *[0.1] * 9])
    sample = ((chance.standard_normal((2000, 12)) * scale) @ hidden.T + 7).astype(np.float32)
    axes = fit_axes([sample[:500], sample[500:]], 3)
    assert np.allclose(axes.mean, sample.mean(0, np.float64), atol=1e-3)
    assert np.allclose(np.abs(axes.directions @ hidden[:, :3]), np.eye(3), atol=0.05)
    again = from_text(axes.to_text())
    assert again is not None and again.fingerprint == axes.fingerprint
    projected = again.project(sample)
    assert projected.shape == (2000, 3)
    assert np.allclose(np.linalg.norm(projected, axis=1), 1, atol=1e-5)
    assert from_text(axes.to_text()[:-8]) is None
    assert from_text("not axes at all") is None
    with pytest.raises(ValueError, match="too few"):
        fit_axes([sample[:2]], 3)
