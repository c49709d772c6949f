"""Where things live on this machine: data, cache, bundled resources."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP_NAME = "GenericRAG"


def resources_dir() -> Path:
    """Folder of the bundled resources, in a checkout as in the frozen application."""
    frozen = getattr(sys, "_MEIPASS", None)
    base = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return base / "resources"


def compact_model_dir() -> Path:
    """The model that comes with the program."""
    return resources_dir() / "models" / "compact"


def sample_library_dir() -> Path:
    """The documents a newcomer can try the search on."""
    return resources_dir() / "sample-library"


@dataclass(frozen=True)
class DataDirs:
    """Every place the program writes to.

    data: catalogue, vectors, models and settings; losing it means indexing again.
    cache: embeddings and page images; safe to delete at any time.
    """

    data: Path
    cache: Path

    @property
    def catalogue(self) -> Path:
        return self.data / "catalogue.sqlite"

    @property
    def store(self) -> Path:
        return self.data / "vectors"

    @property
    def models(self) -> Path:
        return self.data / "models"

    @property
    def settings(self) -> Path:
        return self.data / "settings.toml"

    @property
    def log(self) -> Path:
        return self.data / "genericrag.log"


def data_dirs(chosen: Path | None = None) -> DataDirs:
    """The directories in use: the chosen one, else GENERICRAG_DATA_DIR, else the platform's."""
    if chosen is None and (named := os.environ.get("GENERICRAG_DATA_DIR")):
        chosen = Path(named)
    if chosen is not None:
        data = chosen.expanduser().absolute()
        return DataDirs(data, data / "cache")
    return DataDirs(
        platformdirs.user_data_path(APP_NAME, appauthor=False),
        platformdirs.user_cache_path(APP_NAME, appauthor=False),
    )


def bytes_below(folder: Path) -> int:
    """Space on disk; the store's files are sparse, so where the system tells, blocks count."""
    return bytes_of(folder.rglob("*"))


def bytes_of(files: Iterable[Path]) -> int:
    """Space that files take on disk."""
    total = 0.0
    for file in files:
        try:
            status = file.stat()
        except OSError:
            continue  # gone since the listing
        total += getattr(status, "st_blocks", status.st_size / 512) * 512
    return int(total)
