"""Shared by all tests: the compact model, and a small library of real files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.embedding.folder import ModelFolder, open_model_folder
from app.embedding.service import BGEM3Service
from app.engine import Engine
from app.paths import DataDirs, compact_model_dir, data_dirs

TEXTS = {
    "lease.txt": "The tenant may end the lease with three months' notice. "
    "The deposit is three monthly rents and is paid back after the keys are returned.",
    "Suppe.txt": "Die Kürbissuppe kocht zwanzig Minuten. Danach wird sie püriert und mit "
    "Ingwer, Kokosmilch und etwas Limettensaft abgeschmeckt.",
    "pump.md": "# Pump manual\n\n## Error codes\n\nE-07 means that the water tank is empty. "
    "E-12 means that the outlet is blocked by scale.\n\n## Warranty\n\nTwo years from purchase.",
    "minutes.html": "<html><head><title>Minutes</title></head><body><h1>Roof</h1>"
    "<p>The owners agreed to have the roof repaired by Brandt Ltd in spring.</p></body></html>",
    "notes/bike.txt": "The blue bicycle needs a new chain and brake pads before summer.",
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder with five small files about different things."""
    folder = tmp_path / "library"
    for name, text in TEXTS.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


@pytest.fixture
def dirs(tmp_path: Path) -> DataDirs:
    """A data directory of its own."""
    return data_dirs(tmp_path / "data")


@pytest.fixture
def engine(dirs: DataDirs) -> Iterator[Engine]:
    """An engine on an empty data directory, with the real model and the real store."""
    engine = Engine(dirs)
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def model_folder() -> ModelFolder:
    """The compact model that comes with the program."""
    return open_model_folder(compact_model_dir())


@pytest.fixture(scope="session")
def service(model_folder: ModelFolder) -> BGEM3Service:
    """The embedding service without a cache."""
    return BGEM3Service(model_folder)
