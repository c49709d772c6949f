"""Caches on disk: bytes in, bytes out, never a pickle; none of them can make the work fail."""

import contextlib
import logging
import shutil
import sqlite3
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import diskcache
from diskcache.core import MODE_PICKLE

from app.resilience import Guard

_log = logging.getLogger(__name__)
_TROUBLE = (sqlite3.Error, OSError, ValueError, diskcache.Timeout)
# What makes a cache worthless, in contrast to a full, locked or read-only disk.
_DAMAGE = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_IOERR_SHORT_READ,
    sqlite3.SQLITE_READONLY_DBMOVED,
}
_WAIT_SECONDS = 2.0  # for another process that writes


@dataclass(frozen=True)
class CacheStatistics:
    """One kind of cache. bytes, limit: on disk; hits, misses: since it was made or cleared.

    trouble: why it cannot be used now, or "".
    """

    kind: str
    entries: int
    bytes: int
    limit: int
    hits: int
    misses: int
    trouble: str

    @property
    def hit_rate(self) -> float:
        """Share of the questions that were answered, 0 to 1."""
        asked = self.hits + self.misses
        return self.hits / asked if asked else 0.0


class _BytesDisk(diskcache.Disk):  # type: ignore[misc]  # the library has no types
    """Refuses pickles: a cache from an untrusted backup must not run code."""

    def fetch(self, mode: int, filename: str | None, value: Any, read: bool) -> Any:
        if mode == MODE_PICKLE:
            raise ValueError("a pickle in the cache")
        return super().fetch(mode, filename, value, read)


class _PictureDisk(_BytesDisk):
    """Gives every value a file of its own that other programs recognise as a picture or PDF."""

    written: Path | None = None  # the last file begun

    def filename(self, key: Any = diskcache.UNKNOWN, value: Any = diskcache.UNKNOWN) -> Any:
        name, _ = super().filename(key, value)
        is_pdf = isinstance(value, bytes) and value.startswith(b"%PDF")
        name = f"{name.removesuffix('.val')}.{'pdf' if is_pdf else 'png'}"
        self.written = Path(self._directory) / name
        return name, str(self.written)


class ByteCache:
    """A size-limited cache of byte strings on disk that drops what was stored first.

    Reading writes nothing, so a full or read-only disk still answers. A damaged cache is made
    anew; one that cannot be opened or written is a cache that forgets. No method raises.
    """

    def __init__(
        self,
        folder: Path,
        size_mb: float,
        *,
        pictures: bool = False,
        seconds: float = 0.0,
        entries: int = 0,
        guard: Guard | None = None,
    ) -> None:
        """pictures: the values are PNG pictures, and `path` tells where each lies. seconds: how
        long a value is kept; entries: how many; 0 for no such limit. guard: spares a disk that
        refuses to be written."""
        self._folder = folder
        self._seconds = seconds
        self._entries = entries
        self._guard = guard
        self._limit = int(size_mb * 2**20)
        self._options = {
            "disk": _PictureDisk if pictures else _BytesDisk,
            # Inside the database a value is written whole or not at all.
            "disk_min_file_size": 0 if pictures else 2**31,
            "size_limit": self._limit,
            "eviction_policy": "least-recently-stored",
            "timeout": _WAIT_SECONDS,
        }
        self._hits = self._misses = 0  # not yet written down
        self._trouble = ""
        self._cache: Any = None
        self._open()

    def _open(self) -> None:
        try:
            self._cache = self._connect()
        except _TROUBLE as error:
            self._handle(error)

    def _connect(self) -> Any:
        return diskcache.Cache(str(self._folder), **self._options)

    def get(self, key: str) -> bytes | None:
        """The bytes kept under this key, or None."""
        value = None
        if self._cache is not None:
            try:
                value = self._cache.get(key)
            except _TROUBLE as error:
                self._handle(error)
        found = isinstance(value, bytes)
        self._hits += found
        self._misses += not found
        return value if isinstance(value, bytes) else None

    def put(self, entries: dict[str, bytes]) -> None:
        """Keep all entries; a cache that cannot write costs speed, never the work itself."""
        if self._cache is None:
            return
        with contextlib.suppress(*_TROUBLE, _Spared):
            if self._guard is None:
                self._put(entries)
            else:
                self._guard.call(lambda: self._put(entries))

    def _put(self, entries: dict[str, bytes]) -> None:
        try:
            with self._cache.transact():
                for key, value in entries.items():
                    self._cache.set(key, value, expire=self._seconds or None)
                if self._entries and (excess := len(self._cache) - self._entries) > 0:
                    for key in list(islice(self._cache, excess)):
                        del self._cache[key]
            self._trouble = ""
        except _TROUBLE as error:
            self._handle(error)
            raise

    def path(self, key: str) -> Path | None:
        """The file that holds the picture kept under this key, or None."""
        found = None
        if self._cache is not None:
            try:
                with self._cache.read(key) as reader:
                    found = Path(reader.name)
            except KeyError:
                found = None
            except _TROUBLE as error:
                self._handle(error)
        self._hits += found is not None
        self._misses += found is None
        return found

    def statistics(self, kind: str) -> CacheStatistics:
        """How full it is and how often it helped."""
        entries = used = hits = misses = 0
        if self._cache is not None:
            try:
                self._write_down()
                entries, used = len(self._cache), int(self._cache.volume())
                hits, misses = self._cache.reset("hits"), self._cache.reset("misses")
            except _TROUBLE as error:
                self._handle(error)
        return CacheStatistics(
            kind,
            entries,
            used,
            self._limit,
            hits + self._hits,
            misses + self._misses,
            self._trouble,
        )

    def clear(self) -> int:
        """Forget everything, statistics included; returns how many entries there were."""
        self._hits = self._misses = 0
        count = 0
        if self._cache is not None:
            with contextlib.suppress(*_TROUBLE):
                count = len(self._cache)
                self._cache.clear()
                self._cache.stats(reset=True)
                return count
        # Even forgetting needs room: on a full disk the files have to go.
        self._make_anew()
        return count

    def close(self) -> None:
        """Close the files; further calls are errors."""
        if self._cache is not None:
            with contextlib.suppress(*_TROUBLE):
                self._write_down()
            self._cache.close()

    def _write_down(self) -> None:
        """Add the counts of this process to those on disk."""
        if not self._hits and not self._misses:
            return
        with self._cache.transact():
            self._cache.reset("hits", self._cache.reset("hits") + self._hits)
            self._cache.reset("misses", self._cache.reset("misses") + self._misses)
        self._hits = self._misses = 0

    def _handle(self, error: Exception) -> None:
        """Note what is wrong; make the cache anew if it is damaged."""
        self._trouble = _told(error)
        _log.warning("the cache in %s: %s", self._folder, self._trouble)
        if self._cache is not None:
            # Also ends a transaction that a full disk left half open.
            self._cache.close()
            if (begun := getattr(self._cache.disk, "written", None)) is not None:
                with contextlib.suppress(OSError):
                    begun.unlink()
        if _is_damage(error):
            self._make_anew()

    def _make_anew(self) -> None:
        if self._cache is not None:
            self._cache.close()
            self._cache = None
        shutil.rmtree(self._folder, ignore_errors=True)
        with contextlib.suppress(*_TROUBLE):
            self._cache = self._connect()
            self._trouble = ""


class _Spared(Exception):
    """The guard's refusal: this disk is not written to for a while."""


def spared(clause: str, _seconds: float) -> Exception:
    """For the guard of caches: what it raises while it spares the disk."""
    return _Spared(clause)


def _told(error: BaseException) -> str:
    # After SQLITE_FULL the library fails once more, on rolling back what is rolled back already.
    if isinstance(error, sqlite3.OperationalError) and isinstance(error.__context__, sqlite3.Error):
        error = error.__context__
    return str(error) or type(error).__name__


def _is_damage(error: Exception) -> bool:
    if isinstance(error, ValueError):
        return True
    code = getattr(error, "sqlite_errorcode", None)
    return code in _DAMAGE or "no such table" in str(error)
