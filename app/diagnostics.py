"""What the engine can tell about itself; nothing of it comes from a document or a query."""

import importlib.metadata
import platform
import sys
from dataclasses import dataclass

import psutil

from app import __version__
from app.cache import CacheStatistics
from app.embedding.manager import ModelInfo
from app.engine import Engine
from app.models import list_models
from app.paths import bytes_below
from app.search.model import SearchResult
from app.status import Status

LIBRARIES = ("torch", "FlagEmbedding", "qdrant-edge-py", "qdrant-client", "PySide6-Essentials")


@dataclass(frozen=True)
class SearchTiming:
    """How long the phases of one search took, in seconds; not what was searched.

    phases: name, seconds and number of candidates of each.
    """

    mode: str
    encode: float
    total: float
    phases: tuple[tuple[str, float, int], ...]
    hits: int

    @classmethod
    def of(cls, result: SearchResult) -> "SearchTiming":
        """The timing of a result."""
        return cls(
            result.query.mode,
            result.seconds.encode,
            result.seconds.total,
            tuple((phase.name, phase.seconds, phase.candidates) for phase in result.phases),
            len(result.hits),
        )


@dataclass(frozen=True)
class Diagnostics:
    """One moment of the engine.

    timings: of the last searches, oldest first; memory_bytes: resident, of the engine process;
    free_bytes: on the disk of the data folder; models_bytes: of models brought by the user.
    """

    versions: tuple[tuple[str, str], ...]
    status: Status
    caches: tuple[CacheStatistics, ...]
    models: tuple[ModelInfo, ...]
    timings: tuple[SearchTiming, ...]
    memory_bytes: int
    free_bytes: int
    models_bytes: int


def versions() -> tuple[tuple[str, str], ...]:
    """Program, Python, system and the libraries that matter."""
    found = [
        ("GenericRAG", __version__),
        ("Python", sys.version.split()[0]),
        ("System", f"{platform.system()} {platform.release()} {platform.machine()}"),
    ]
    for name in LIBRARIES:
        try:
            found.append((name, importlib.metadata.version(name)))
        except importlib.metadata.PackageNotFoundError:
            found.append((name, "-"))
    return tuple(found)


def diagnose(engine: Engine, timings: tuple[SearchTiming, ...]) -> Diagnostics:
    """Look at the engine as it is now."""
    return Diagnostics(
        versions(),
        engine.status(),
        engine.caches.statistics(),
        tuple(list_models(engine)),
        timings,
        psutil.Process().memory_info().rss,
        psutil.disk_usage(str(engine.dirs.data)).free,
        bytes_below(engine.dirs.models),
    )
