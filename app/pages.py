"""Pictures of pages: drawn in a reader process, kept in the page image cache."""

from concurrent.futures import Future
from pathlib import Path

from app.cache import ByteCache
from app.documents.excerpt import cut_around
from app.documents.picture import Picture, noted
from app.errors import StoreError, UsageError
from app.index.lookup import Lookup
from app.reading.child import Child, Limits
from app.reading.jobs import draw, draw_excerpt
from app.reading.pool import ReaderPool
from app.search.model import Hit
from app.settings import Settings

_STYLE = 1  # raised whenever text is drawn in another way


class PagePictures:
    """Draws the pages that hits stand on, one at a time, each with a deadline."""

    def __init__(self, cache: ByteCache, lookup: Lookup, settings: Settings) -> None:
        """cache: one of pictures; lookup: where the texts are."""
        self._cache = cache
        self._lookup = lookup
        self._pdftoppm: str | None = settings["pages.pdftoppm_folder"] or None
        self._seconds: float = settings["pages.seconds_per_page"]
        # A pool of its own: a preview must not wait for the files being indexed.
        limits = Limits(self._seconds, settings["reading.memory_mb"])
        self._pool = ReaderPool(limits, processes=1, name="pictures")

    def start(self, hit: Hit, width: int) -> "Future[bytes]":
        """The bytes of a PNG picture, `width` pixels wide, of the page of a hit.

        A disk too full to keep it does not keep it from being drawn. This call raises UsageError
        for a hit whose page has no picture or is gone; the future raises UnreadableFile.
        """
        key = _key(hit, width)
        if kept := self._cache.get(key):
            future: Future[bytes] = Future()
            future.set_result(kept)
            return future
        if hit.is_page_picture:
            return self._pool.submit(lambda child: self._draw(child, key, hit, width))
        try:  # here: the database is used by one thread
            text, _ = self._lookup.page(hit.document, hit.part)
        except KeyError:
            raise UsageError(f"{hit.path} is not in the library any more.") from None
        excerpt = cut_around(text, hit.start, hit.end, hit.type)
        where = Path(hit.file), hit.locator, hit.document, hit.part
        return self._pool.submit(
            lambda child: self._keep(key, child.call(draw_excerpt, *where, excerpt, width))
        )

    def file(self, hit: Hit, width: int) -> Path:
        """The same picture as a file, which may be gone later: the cache is of limited size.

        Raises what `start` raises, and StoreError when the disk has no room for it.
        """
        key = _key(hit, width)
        if kept := self._cache.path(key):
            return kept
        self.start(hit, width).result()
        if kept := self._cache.path(key):
            return kept
        raise StoreError(
            "The picture of the page cannot be kept in the cache.",
            "Check the free space on the disk that holds it.",
        )

    def _draw(self, child: Child, key: str, hit: Hit, width: int) -> bytes:
        where = Path(hit.file), hit.locator, hit.document
        # Poppler gets a third of the time, so that pdfium can still try.
        image = child.call(draw, *where, hit.page, width, self._seconds / 3, self._pdftoppm)
        return self._keep(key, image.png)

    def _keep(self, key: str, png: bytes) -> bytes:
        self._cache.put({key: png})
        return png

    def close(self) -> None:
        """End the reader process."""
        self._pool.close()


def with_boxes(hit: Hit, png: bytes) -> Picture:
    """The picture of a hit's page with the boxes of the hit's passage on it."""
    return noted(png) or Picture(png, hit.boxes)


def _key(hit: Hit, width: int) -> str:
    """The key of a picture in the cache; of a text there is one for each passage."""
    if not hit.has_picture:
        raise UsageError(f"{hit.path} has no pages that can be shown.")
    if hit.is_page_picture:
        return f"{hit.document}/{hit.page}/{width}"
    return f"{hit.document}/{hit.part}/{hit.start}-{hit.end}/{_STYLE}/{width}"
