"""Saved searches, the history of searches, and the order in which documents arrived."""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.errors import StoreError, UsageError


@dataclass(frozen=True)
class SavedRow:
    """A saved search as it is kept.

    query: JSON of query_json.py; seen: the number of the last document that had arrived when
    somebody last looked; looked: when that was, in seconds since the epoch.
    """

    name: str
    query: str
    seen: int
    looked: float


@dataclass(frozen=True)
class HistoryRow:
    """A search that was made. query: JSON; at: seconds since the epoch, the last time."""

    query: str
    at: float


class SearchTables:
    """On the connection of the catalogue, which is their owner. Writing raises StoreError."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Make the tables that are missing."""
        self._db = db
        db.executescript(Path(__file__).with_suffix(".sql").read_text("utf-8"))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction; raises StoreError when the database is busy or its disk full."""
        try:
            with self._db:
                self._db.execute("BEGIN IMMEDIATE")
                yield
        except sqlite3.OperationalError as error:
            raise StoreError(
                f"The catalogue cannot be written: {error}.",
                "Check the free space on the disk, and whether the library is open elsewhere.",
            ) from error

    # Arrivals: every content that ever came in has a number, which it keeps when it goes, comes
    # back, or is indexed anew.

    def last_arrival(self) -> int:
        """The number of the document that came last, 0 before the first."""
        (last,) = self._db.execute("SELECT coalesce(max(number), 0) FROM arrivals").fetchone()
        return int(last)

    def arrived_after(self, number: int) -> set[str]:
        """Documents of the library whose content arrived after that one."""
        rows = self._db.execute(
            "SELECT document FROM arrivals WHERE number > ?"
            " AND EXISTS (SELECT 1 FROM documents WHERE hash = document)",
            (number,),
        )
        return {row[0] for row in rows}

    # Saved searches

    def saved(self) -> list[SavedRow]:
        """All of them, by name."""
        rows = self._db.execute(
            "SELECT name, query, seen, looked FROM saved_searches ORDER BY name COLLATE NOCASE"
        )
        return [SavedRow(*row) for row in rows]

    def save(self, name: str, query: str) -> None:
        """Keep a search, looked at now; raises UsageError when the name is taken."""
        try:
            with self._writing():
                self._db.execute(
                    "INSERT INTO saved_searches VALUES (?, ?, ?, ?)",
                    (name, query, self.last_arrival(), time.time()),
                )
        except sqlite3.IntegrityError:
            raise UsageError(
                f"There is a saved search “{name}” already.", "Choose another name."
            ) from None

    def rename(self, name: str, new: str) -> None:
        """Call a saved search otherwise; raises UsageError when the name is taken."""
        try:
            with self._writing():
                self._db.execute("UPDATE saved_searches SET name = ? WHERE name = ?", (new, name))
        except sqlite3.IntegrityError:
            raise UsageError(
                f"There is a saved search “{new}” already.", "Choose another name."
            ) from None

    def remove(self, name: str) -> None:
        """Forget a saved search."""
        with self._writing():
            self._db.execute("DELETE FROM saved_searches WHERE name = ?", (name,))

    def look(self, name: str) -> None:
        """Note that somebody looks at it now."""
        with self._writing():
            self._db.execute(
                "UPDATE saved_searches SET seen = ?, looked = ? WHERE name = ?",
                (self.last_arrival(), time.time(), name),
            )

    # History

    def remember(self, query: str, most: int) -> None:
        """Put a search on top of the history, which keeps `most` of them."""
        with self._writing():
            self._db.execute(
                "INSERT OR REPLACE INTO search_history (query, at) VALUES (?, ?)",
                (query, time.time()),
            )
            self._db.execute(
                "DELETE FROM search_history WHERE number NOT IN"
                " (SELECT number FROM search_history ORDER BY number DESC LIMIT ?)",
                (most,),
            )

    def forget_history(self) -> None:
        """Forget all searches that were made."""
        with self._writing():
            self._db.execute("DELETE FROM search_history")

    def history(self) -> Sequence[HistoryRow]:
        """The searches that were made, the latest first."""
        rows = self._db.execute("SELECT query, at FROM search_history ORDER BY number DESC")
        return [HistoryRow(*row) for row in rows]
