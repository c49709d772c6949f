"""The caches of one data directory, by kind."""

from pathlib import Path

from app.cache import ByteCache, CacheStatistics, spared
from app.errors import UsageError
from app.resilience import Guard, Limits
from app.settings import Settings

KINDS = ("embeddings", "queries", "pages")
_QUERIES_MB = 256  # their number is what the user sets


class Caches:
    """Embeddings of passages, embeddings of queries and pictures of pages, opened when needed."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._folder = folder
        self._settings = settings
        self._open: dict[str, ByteCache] = {}
        self.guard = Guard("caches", Limits.of(settings), spared)

    @property
    def embeddings(self) -> ByteCache | None:
        """Embeddings of passages by model and text; None when the user wants none kept."""
        return self._get("embeddings") if self._settings["cache.enabled"] else None

    @property
    def queries(self) -> ByteCache | None:
        """Embeddings of queries by model and text; None when the user wants none kept."""
        return self._get("queries") if self._settings["cache.enabled"] else None

    @property
    def pages(self) -> ByteCache:
        """Pictures of pages."""
        return self._get("pages")

    def statistics(self) -> tuple[CacheStatistics, ...]:
        """How full each kind is and how often it helped; only kinds that exist on disk."""
        return tuple(self._get(kind).statistics(kind) for kind in KINDS if self._exists(kind))

    def clear(self, kind: str = "") -> dict[str, int]:
        """Forget one kind, or all; returns how many entries each had. Raises UsageError."""
        if kind and kind not in KINDS:
            raise UsageError(f"There is no cache named {kind}.", f"Choose of {', '.join(KINDS)}.")
        return {
            each: self._get(each).clear() if self._exists(each) else 0
            for each in ((kind,) if kind else KINDS)
        }

    def close(self) -> None:
        """Release the files."""
        for cache in self._open.values():
            cache.close()

    def _exists(self, kind: str) -> bool:
        return kind in self._open or (self._folder / kind).is_dir()

    def _get(self, kind: str) -> ByteCache:
        if kind not in self._open:
            self._open[kind] = self._make(kind)
        return self._open[kind]

    def _make(self, kind: str) -> ByteCache:
        folder, guard, settings = self._folder / kind, self.guard, self._settings
        if kind == "queries":
            return ByteCache(
                folder,
                _QUERIES_MB,
                seconds=settings["cache.query_seconds"],
                entries=settings["cache.queries"],
                guard=guard,
            )
        if kind == "pages":
            return ByteCache(folder, settings["cache.page_images_mb"], pictures=True, guard=guard)
        return ByteCache(folder, settings["cache.embeddings_mb"], guard=guard)
