"""qdrant-client's local mode: everything in memory, each point a row in a file; slow and exact."""

import io
import pickle
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from app.errors import StoreError
from app.store.client import ClientStore, connect

COLLECTION = "passages"
FREE_BYTES_NEEDED = 300 * 2**20
# All that a row of ours is made of. Reading a row rebuilds these two and plain values only.
_TRUSTED = {
    ("qdrant_client.http.models.models", "PointStruct"),
    ("qdrant_client.http.models.models", "SparseVector"),
}


class LocalStore(ClientStore):
    """A Store where Qdrant Edge has no wheel, and the one others are compared with.

    All vectors are in memory in eight bytes a component, and opening reads them all: right up to
    some thousand passages. One process may have it open at a time.
    """

    def __init__(self, folder: Path, dim: int, multi_dim: int) -> None:
        """Open the store or make a new one; raises StoreError."""
        self._folder = folder
        refuse_foreign_rows(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            client = connect(path=str(folder), force_disable_check_same_thread=True)
        except Exception as error:  # it raises RuntimeError, ValueError, OSError, pickle errors
            if "already accessed" in str(error):
                raise StoreError(
                    "The library is already open in another window or program.",
                    "Close it there and try again.",
                ) from error
            raise StoreError(
                f"The vector store in {folder} cannot be opened: {error}.",
                "Delete that folder and index again.",
            ) from error
        super().__init__(client, COLLECTION)
        try:
            self._adopt(dim, multi_dim, str(folder))
        except StoreError:
            self.close()
            raise

    def upsert(self, *arguments: Any) -> None:
        """Write points; the same id twice is one point. Raises StoreError."""
        free = shutil.disk_usage(self._folder).free
        if free < FREE_BYTES_NEEDED:
            raise StoreError(
                f"The disk that holds {self._folder} has only {free // 2**20} MB left.",
                f"Free at least {FREE_BYTES_NEEDED // 2**20} MB and index again.",
            )
        super().upsert(*arguments)


class _PointReader(pickle.Unpickler):
    """Reads pickled points, and nothing that could run code."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _TRUSTED:
            raise pickle.UnpicklingError(f"it holds {module}.{name}")
        return super().find_class(module, name)


def refuse_foreign_rows(folder: Path) -> None:
    """Make sure that no row holds anything but a point, before the library unpickles it.

    A store from an untrusted backup could otherwise run code. Raises StoreError.
    """
    for file in (folder / "collection").rglob("storage.sqlite"):
        _check(file)


def _check(file: Path) -> None:
    try:
        with closing(sqlite3.connect(file)) as db:
            for (row,) in db.execute("SELECT point FROM points"):
                _PointReader(io.BytesIO(row)).load()
    except Exception as error:  # a damaged pickle can raise anything
        raise StoreError(
            f"The vector store {file} is damaged or not from this program: {error}.",
            "Delete the folder that holds it and index again.",
        ) from error
