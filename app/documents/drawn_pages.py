"""Pictures of pages, drawn once and kept in the page image cache."""

from pathlib import Path

from app.cache import ByteCache
from app.errors import StoreError


class DrawnPages:
    """PNG pictures of the pages of documents, `width` pixels wide, by content, page and width.

    path, page: where to draw it from if it is not kept, page from 1. Both methods raise
    UnreadableFile.
    """

    def __init__(self, cache: ByteCache, pdftoppm: str | None) -> None:
        """pdftoppm: folder of poppler's programs, None for the search path."""
        self._cache = cache
        self._pdftoppm = pdftoppm

    def file(self, document: str, path: Path, page: int, width: int) -> Path:
        """A file with the picture; the cache may drop it later.

        Raises StoreError when the disk has no room for it.
        """
        key = _key(document, page, width)
        if file := self._cache.path(key):
            return file
        self._cache.put({key: self._draw(path, page, width)})
        file = self._cache.path(key)
        if file is None:
            raise StoreError(
                f"The picture of page {page} cannot be kept in the cache.",
                "Check the free space on the disk that holds it.",
            )
        return file

    def png(self, document: str, path: Path, page: int, width: int) -> bytes:
        """The same picture as bytes, which even a full disk does not keep from being drawn."""
        key = _key(document, page, width)
        if not (png := self._cache.get(key)):
            png = self._draw(path, page, width)
            self._cache.put({key: png})
        return png

    def _draw(self, path: Path, page: int, width: int) -> bytes:
        from app.documents.page_image import draw_page  # poppler's wrapper, rarely needed

        return draw_page(path, page, width, pdftoppm=self._pdftoppm).png


def _key(document: str, page: int, width: int) -> str:
    return f"{document}/{page}/{width}"
