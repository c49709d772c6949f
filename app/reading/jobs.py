"""What reader processes are asked to do; each function runs in the child."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from app.documents.model import Document
from app.documents.read import READER_VERSION, read
from app.errors import Reason, UnreadableFile

if TYPE_CHECKING:  # reading a note must not load the libraries that draw
    from app.documents.page_image import PageImage


def content_hash(path: Path, file_type: str) -> str:
    """SHA-256 of content, type and reader version: what the passages depend on.

    Raises UnreadableFile when the file cannot be opened. Here, not in the engine, because a
    drive that went to sleep or away can hold up an open() for minutes.
    """
    digest = hashlib.sha256(f"{READER_VERSION}/{file_type}/".encode())
    try:
        with path.open("rb") as stream:
            while block := stream.read(2**20):
                digest.update(block)
    except PermissionError:
        raise UnreadableFile(Reason.NO_PERMISSION, "the file may not be opened") from None
    except FileNotFoundError:
        raise UnreadableFile(Reason.GONE, "the file is not there any more") from None
    except OSError as error:
        raise UnreadableFile(
            Reason.CORRUPT, f"the disk cannot read it ({error.strerror})"
        ) from None
    return digest.hexdigest()


def read_document(path: Path, text_mb: int) -> Document:
    """The document; raises UnreadableFile, also for more than `text_mb` million characters."""
    document = read(path)
    characters = sum(len(page.text) for page in document.pages)
    if characters > text_mb * 1_000_000:
        detail = (
            f"{characters / 1e6:.0f} million characters of text, more than the limit of {text_mb}"
        )
        raise UnreadableFile(Reason.TOO_MUCH_TEXT, detail)
    return document


def draw(path: Path, page: int, width: int, poppler_s: float, pdftoppm: str | None) -> PageImage:
    """A picture of a page; see draw_page."""
    from app.documents.page_image import draw_page

    return draw_page(path, page, width, timeout_s=poppler_s, pdftoppm=pdftoppm)
