"""Pictures of pages: drawn in a reader process, kept in the page image cache."""

from concurrent.futures import Future
from pathlib import Path

from app.cache import ByteCache
from app.errors import StoreError, UsageError
from app.paths import DataDirs
from app.reading.child import Child, Limits
from app.reading.jobs import draw
from app.reading.pool import ReaderPool
from app.search.model import Hit
from app.settings import Settings


class PagePictures:
    """Draws the pages that hits stand on, one at a time, each with a deadline."""

    def __init__(self, dirs: DataDirs, settings: Settings) -> None:
        self._folder = dirs.cache / "pages"
        self._cache = ByteCache(self._folder, settings["cache.page_images_mb"], pictures=True)
        self._pdftoppm: str | None = settings["pages.pdftoppm_folder"] or None
        self._seconds: float = settings["pages.seconds_per_page"]
        # A pool of its own: a preview must not wait for the files being indexed.
        limits = Limits(self._seconds, settings["reading.memory_mb"])
        self._pool = ReaderPool(limits, processes=1, name="pictures")

    def start(self, hit: Hit, width: int) -> "Future[Path]":
        """A PNG file with the page of a hit, `width` pixels wide.

        It may be gone later, since the cache is of limited size. The future, and this call,
        raise UsageError for a hit without a page; the future also UnreadableFile and StoreError.
        """
        if hit.page is None:
            raise UsageError(f"{hit.path} has no pages.")
        key, page, path = f"{hit.document}/{hit.page}/{width}", hit.page, Path(hit.path)
        if kept := self._cache.path(key):
            future: Future[Path] = Future()
            future.set_result(kept)
            return future
        return self._pool.submit(lambda child: self._draw(child, key, path, page, width))

    def _draw(self, child: Child, key: str, path: Path, page: int, width: int) -> Path:
        # Poppler gets a third of the time, so that pdfium can still try.
        image = child.call(draw, path, page, width, self._seconds / 3, self._pdftoppm)
        self._cache.put({key: image.png})
        kept = self._cache.path(key)
        if kept is None:
            raise StoreError(
                f"The picture of page {page} cannot be kept in {self._folder}.",
                "Check the free space on that disk.",
            )
        return kept

    def close(self) -> None:
        """End the reader process and release the cache."""
        self._pool.close()
        self._cache.close()
