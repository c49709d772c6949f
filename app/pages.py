"""Pictures of pages: drawn in a reader process, kept in the page image cache."""

from concurrent.futures import Future
from pathlib import Path

from app.cache import ByteCache
from app.documents import libreoffice
from app.documents.excerpt import Excerpt, cut_around
from app.documents.picture import Picture, noted
from app.errors import StoreError, UnreadableFile, UsageError
from app.index.lookup import Lookup
from app.reading.child import Child, Limits
from app.reading.jobs import convert, draw, draw_converted, draw_excerpt
from app.reading.pool import ReaderPool
from app.search.model import Hit
from app.settings import Settings

_STYLE = 1  # raised whenever text is drawn in another way
_LIBREOFFICE_SECONDS = 45.0  # its first start takes ten
_MOST_FAILURES = 3  # one after the other; then it is left alone


class PagePictures:
    """Draws the pages that hits stand on, one at a time, each with a deadline."""

    def __init__(self, cache: ByteCache, lookup: Lookup, settings: Settings) -> None:
        """cache: one of pictures; lookup: where the texts are."""
        self._cache = cache
        self._lookup = lookup
        self._pdftoppm: str | None = settings["pages.pdftoppm_folder"] or None
        self._seconds: float = settings["pages.seconds_per_page"]
        self._libreoffice = libreoffice.find(settings["pages.libreoffice"])
        self._unconvertible: set[str] = set()  # documents, until the program ends
        self._failures = 0
        # A pool of its own: a preview must not wait for the files being indexed.
        limits = Limits(self._seconds, settings["reading.memory_mb"])
        self._pool = ReaderPool(limits, processes=1, name="pictures")

    def start(self, hit: Hit, width: int) -> "Future[bytes]":
        """The bytes of a PNG picture, `width` pixels wide, of the page of a hit.

        A disk too full to keep it does not keep it from being drawn. This call raises UsageError
        for a hit whose page has no picture or is gone; the future raises UnreadableFile.
        """
        key = self._key(hit, width)
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
        share = hit.start / max(1, len(text))
        return self._pool.submit(lambda child: self._draw_text(child, hit, excerpt, share, width))

    def file(self, hit: Hit, width: int) -> Path:
        """The same picture as a file, which may be gone later: the cache is of limited size.

        Raises what `start` raises, and StoreError when the disk has no room for it.
        """
        if kept := self._cache.path(self._key(hit, width)):
            return kept
        self.start(hit, width).result()
        # Another key than before when LibreOffice failed.
        if kept := self._cache.path(self._key(hit, width)):
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

    def _draw_text(
        self, child: Child, hit: Hit, excerpt: Excerpt, share: float, width: int
    ) -> bytes:
        """share: how far into its page's text the passage is, 0 to 1."""
        if self._is_convertible(hit):
            png = self._draw_converted(child, hit, excerpt, share, width)
            if png is not None:
                return self._keep(self._key(hit, width), png)
            self._unconvertible.add(_passage(hit))
        where = Path(hit.file), hit.locator, hit.document, hit.part
        png = child.call(draw_excerpt, *where, excerpt, width)
        return self._keep(self._key(hit, width), png)

    def _draw_converted(
        self, child: Child, hit: Hit, excerpt: Excerpt, share: float, width: int
    ) -> bytes | None:
        """The page as LibreOffice draws it; None when it cannot, or the passage is not there."""
        key = f"{hit.document}/pdf"
        pdf = self._cache.get(key)
        try:
            if pdf is None:
                where = Path(hit.file), hit.locator, hit.document, hit.type
                by = self._libreoffice, _LIBREOFFICE_SECONDS
                pdf = child.call(convert, *where, *by, seconds=_LIBREOFFICE_SECONDS + 15)
                self._failures = 0 if pdf else self._failures + 1
                if not pdf:
                    self._unconvertible.add(hit.document)
                    return None
                self._keep(key, pdf)
            passage = excerpt.text[excerpt.start : excerpt.end]
            png: bytes | None = child.call(draw_converted, pdf, passage, hit.page, share, width)
        except UnreadableFile:  # whatever is wrong with it, its text can be drawn
            self._unconvertible.add(hit.document)
            return None
        return png

    def _is_convertible(self, hit: Hit) -> bool:
        return (
            self._libreoffice is not None
            and self._failures < _MOST_FAILURES
            and hit.type in libreoffice.CONVERTED
            and self._unconvertible.isdisjoint((hit.document, _passage(hit)))
        )

    def _key(self, hit: Hit, width: int) -> str:
        """The key of a picture in the cache; of a text there is one for each passage."""
        if not hit.has_picture:
            raise UsageError(f"{hit.path} has no pages that can be shown.")
        if hit.is_page_picture:
            return f"{hit.document}/{hit.page}/{width}"
        by = "office" if self._is_convertible(hit) else str(_STYLE)
        return f"{_passage(hit)}/{by}/{width}"

    def _keep(self, key: str, png: bytes) -> bytes:
        self._cache.put({key: png})
        return png

    def close(self) -> None:
        """End the reader process."""
        self._pool.close()


def with_boxes(hit: Hit, png: bytes) -> Picture:
    """The picture of a hit's page with the boxes of the hit's passage on it."""
    return noted(png) or Picture(png, hit.boxes)


def _passage(hit: Hit) -> str:
    return f"{hit.document}/{hit.part}/{hit.start}-{hit.end}"
