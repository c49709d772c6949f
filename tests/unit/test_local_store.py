"""Local mode pickles its rows; a store from elsewhere must not run code."""

import os
import pickle
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import StoreError
from app.store.local import LocalStore


class _Malicious:
    def __init__(self, file: Path) -> None:
        self._file = file

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self._file),)


def test_a_foreign_row_is_refused_before_it_is_read(tmp_path: Path) -> None:
    LocalStore(tmp_path / "store", 4, 4).close()
    (file,) = (tmp_path / "store").rglob("storage.sqlite")
    trap = tmp_path / "trap"
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("INSERT INTO points VALUES ('x', ?)", (pickle.dumps(_Malicious(trap)),))
    with pytest.raises(StoreError, match=r"posix.mkdir|nt.mkdir"):
        LocalStore(tmp_path / "store", 4, 4)
    assert not trap.exists()


@pytest.mark.parametrize("damage", [b"", b"no pickle", pickle.dumps([1])[:-3]])
def test_a_damaged_row_is_a_sentence(tmp_path: Path, damage: bytes) -> None:
    LocalStore(tmp_path / "store", 4, 4).close()
    (file,) = (tmp_path / "store").rglob("storage.sqlite")
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("INSERT INTO points VALUES ('x', ?)", (damage,))
    with pytest.raises(StoreError, match="damaged"):
        LocalStore(tmp_path / "store", 4, 4)
