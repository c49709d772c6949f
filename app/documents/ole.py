"""Compound files: the wrapping of the old Office formats and of Outlook's messages."""

from collections.abc import Iterator
from contextlib import contextmanager

import olefile

from app.documents.packed import DAMAGED
from app.documents.source import Source
from app.documents.text_tools import useful_title
from app.errors import Reason, UnreadableFile


@contextmanager
def open_ole(source: Source) -> Iterator[olefile.OleFileIO]:
    """The compound file; damage of any kind inside raises UnreadableFile."""
    try:
        with source.open() as stream, olefile.OleFileIO(stream) as ole:
            yield ole
    except (OSError, IndexError, ValueError, KeyError, OverflowError):  # as olefile finds damage
        raise UnreadableFile(Reason.CORRUPT, DAMAGED) from None


def title_of(ole: olefile.OleFileIO) -> str:
    """The title among the document's properties, or ""."""
    try:
        metadata = ole.get_metadata()
    except Exception:  # properties are written by everyone, and the text does not depend on them
        return ""
    title = metadata.title
    if isinstance(title, bytes):
        page = metadata.codepage
        codec = f"cp{page}" if isinstance(page, int) and 0 < page < 65000 else "utf-8"
        try:
            title = title.decode(codec, "replace")
        except LookupError:
            title = title.decode("cp1252", "replace")
    return useful_title(title or "")
