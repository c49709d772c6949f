"""Caches save work, and their loss or a full disk costs speed only."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from indexing import run_index
from reportlab.pdfgen.canvas import Canvas

from app.engine import Engine
from app.errors import StoreError
from app.paths import DataDirs
from app.search.model import Query


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte, filled to the last byte."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if sys.platform != "linux" or os.geteuid() or subprocess.run(mount).returncode:
        pytest.skip("only root may mount a small disk")
    with pytest.raises(OSError), (folder / "filling").open("wb", buffering=0) as stream:
        while True:
            stream.write(bytes(4096))
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.mark.model
def test_everything_works_without_room_for_caches(
    tiny: Path, tmp_path: Path, library: Path
) -> None:
    canvas = Canvas(str(library / "guide.pdf"))
    canvas.drawString(72, 700, "The sundial in the courtyard is older than the house.")
    canvas.save()
    engine = Engine(DataDirs(tmp_path / "data", tiny / "cache"))
    assert run_index(engine, library).indexed == 6
    for _ in range(2):
        hit = engine.find(Query("sundial")).hits[0]
        assert Path(hit.path).name == "guide.pdf"
        assert engine.page_png(hit, 300).startswith(b"\x89PNG")
    with pytest.raises(StoreError, match="cannot be kept"):
        engine.page_image(hit, 300)  # a path cannot be had without a file
    assert all("full" in cache.trouble for cache in engine.caches.statistics())
    (tiny / "filling").unlink()
    engine.close()
    engine = Engine(DataDirs(tmp_path / "data", tiny / "cache"))
    assert engine.page_image(hit, 300).read_bytes() == engine.page_png(hit, 300)
    assert all(cache.trouble == "" for cache in engine.caches.statistics())
    engine.close()


@pytest.mark.model
def test_a_query_asked_again_does_not_go_through_the_model(engine: Engine, library: Path) -> None:
    run_index(engine, library)
    first = engine.find(Query("pumpkin soup"))
    engine.unload_model()
    again = engine.find(Query("pumpkin soup"))
    assert not engine.is_model_loaded
    assert again.hits == first.hits
    (queries,) = [cache for cache in engine.caches.statistics() if cache.kind == "queries"]
    assert (queries.hits, queries.misses, queries.hit_rate) == (1, 1, 0.5)


@pytest.mark.model
def test_caches_deleted_behind_our_back_are_made_anew(
    engine: Engine, dirs: DataDirs, library: Path
) -> None:
    run_index(engine, library)
    engine.find(Query("pumpkin soup"))
    shutil.rmtree(dirs.cache)
    (library / "new.txt").write_text("The lighthouse keeper counts the ships at dawn.")
    assert run_index(engine, library).indexed == 1
    assert Path(engine.find(Query("pumpkin soup")).hits[0].path).name == "Suppe.txt"
    assert Path(engine.find(Query("who watches the sea")).hits[0].path).name == "new.txt"
    assert all(cache.trouble == "" for cache in engine.caches.statistics())
