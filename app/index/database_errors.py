"""What SQLite reports, as a sentence."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from app.errors import StoreError


@contextmanager
def database_errors() -> Iterator[None]:
    """Turn what the catalogue's database reports in this block into StoreError."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StoreError(
            f"The catalogue cannot be used: {error}.",
            "Check the free space on the disk, and whether the library is open elsewhere.",
        ) from error
