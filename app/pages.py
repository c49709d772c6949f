"""Pictures of pages: drawn in a reader process, kept in the page image cache."""

from concurrent.futures import Future
from pathlib import Path

from app.cache import ByteCache
from app.errors import StoreError, UsageError
from app.reading.child import Child, Limits
from app.reading.jobs import draw
from app.reading.pool import ReaderPool
from app.search.model import Hit
from app.settings import Settings


class PagePictures:
    """Draws the pages that hits stand on, one at a time, each with a deadline."""

    def __init__(self, cache: ByteCache, settings: Settings) -> None:
        """cache: one of pictures."""
        self._cache = cache
        self._pdftoppm: str | None = settings["pages.pdftoppm_folder"] or None
        self._seconds: float = settings["pages.seconds_per_page"]
        # A pool of its own: a preview must not wait for the files being indexed.
        limits = Limits(self._seconds, settings["reading.memory_mb"])
        self._pool = ReaderPool(limits, processes=1, name="pictures")

    def start(self, hit: Hit, width: int) -> "Future[bytes]":
        """The bytes of a PNG picture, `width` pixels wide, of the page of a hit.

        A disk too full to keep it does not keep it from being drawn. The future, and this call,
        raise UsageError for a hit whose page has no picture; the future also UnreadableFile.
        """
        key, page = _key(hit, width)
        if kept := self._cache.get(key):
            future: Future[bytes] = Future()
            future.set_result(kept)
            return future
        return self._pool.submit(lambda child: self._draw(child, key, hit, page, width))

    def file(self, hit: Hit, width: int) -> Path:
        """The same picture as a file, which may be gone later: the cache is of limited size.

        Raises what `start` raises, and StoreError when the disk has no room for it.
        """
        key, page = _key(hit, width)
        if kept := self._cache.path(key):
            return kept
        self.start(hit, width).result()
        if kept := self._cache.path(key):
            return kept
        raise StoreError(
            f"The picture of page {page} cannot be kept in the cache.",
            "Check the free space on the disk that holds it.",
        )

    def _draw(self, child: Child, key: str, hit: Hit, page: int, width: int) -> bytes:
        where = Path(hit.file), hit.locator, hit.document
        # Poppler gets a third of the time, so that pdfium can still try.
        image = child.call(draw, *where, page, width, self._seconds / 3, self._pdftoppm)
        png: bytes = image.png
        self._cache.put({key: png})
        return png

    def close(self) -> None:
        """End the reader process."""
        self._pool.close()


def _key(hit: Hit, width: int) -> tuple[str, int]:
    """The key of a picture in the cache, and the number of its page."""
    if hit.page is None or not hit.has_picture:
        raise UsageError(f"{hit.path} has no pages that can be shown.")
    return f"{hit.document}/{hit.page}/{width}", hit.page
