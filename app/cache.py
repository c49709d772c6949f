"""Caches on disk: bytes in, bytes out, never a pickle; damaged ones are made anew."""

import logging
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import diskcache
from diskcache.core import MODE_PICKLE

_log = logging.getLogger(__name__)


class _BytesDisk(diskcache.Disk):  # type: ignore[misc]  # the library has no types
    """Refuses pickles: a cache from an untrusted backup must not run code."""

    def fetch(self, mode: int, filename: str | None, value: Any, read: bool) -> Any:
        if mode == MODE_PICKLE:
            raise ValueError("a pickle in the cache")
        return super().fetch(mode, filename, value, read)


class _PictureDisk(_BytesDisk):
    """Gives every value a file of its own that other programs recognise as a picture."""

    def filename(self, key: Any = diskcache.UNKNOWN, value: Any = diskcache.UNKNOWN) -> Any:
        name, _ = super().filename(key, value)
        name = f"{name.removesuffix('.val')}.png"
        return name, str(Path(self._directory) / name)


class ByteCache:
    """A size-limited, least-recently-used cache of byte strings on disk."""

    def __init__(self, folder: Path, size_mb: int, *, pictures: bool = False) -> None:
        """pictures: the values are PNG pictures, and `path` tells where each lies."""
        self._folder = folder
        self._options = {
            "disk": _PictureDisk if pictures else _BytesDisk,
            "disk_min_file_size": 0 if pictures else 2**15,
            "size_limit": size_mb * 2**20,
            "eviction_policy": "least-recently-used",
        }
        self._cache = self._open()

    def _open(self) -> Any:
        try:
            return self._connect()
        except (sqlite3.DatabaseError, OSError, ValueError) as error:
            _log.warning("the cache in %s is damaged and made anew: %s", self._folder, error)
            shutil.rmtree(self._folder, ignore_errors=True)
            return self._connect()

    def _connect(self) -> Any:
        return diskcache.Cache(str(self._folder), **self._options)

    def get(self, key: str) -> bytes | None:
        """The bytes kept under this key, or None."""
        try:
            value = self._cache.get(key)
        except (sqlite3.DatabaseError, OSError, ValueError) as error:
            self._start_anew(error)
            return None
        return value if isinstance(value, bytes) else None

    def put(self, entries: dict[str, bytes]) -> None:
        """Keep all entries; a cache that cannot write costs speed, never the work itself."""
        try:
            with self._cache.transact(retry=True):
                for key, value in entries.items():
                    self._cache.set(key, value)
        except (sqlite3.DatabaseError, OSError, diskcache.Timeout) as error:
            self._start_anew(error)

    def path(self, key: str) -> Path | None:
        """The file that holds the picture kept under this key, or None."""
        try:
            with self._cache.read(key) as reader:
                return Path(reader.name)
        except (KeyError, OSError, sqlite3.DatabaseError):
            return None

    def bytes_used(self) -> int:
        """Size on disk."""
        return int(self._cache.volume())

    def close(self) -> None:
        """Close the files; further calls are errors."""
        self._cache.close()

    def _start_anew(self, error: Exception) -> None:
        _log.warning("the cache in %s failed and is made anew: %s", self._folder, error)
        self._cache.close()
        shutil.rmtree(self._folder, ignore_errors=True)
        self._cache = self._connect()
