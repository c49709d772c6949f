"""Hits that the user marked as right or wrong."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Mark:
    """Whether a file, or a page of it, answers a query. page: from 1, None without pages."""

    query: str
    path: str
    page: int | None
    is_right: bool


class MarkTable:
    """The marks, on the connection of the catalogue. They stay when it is made anew."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.execute(Path(__file__).with_suffix(".sql").read_text("utf-8"))

    def put(self, mark: Mark) -> None:
        """Note a mark, in place of an earlier one."""
        self._db.execute(
            "INSERT OR REPLACE INTO marks VALUES (?, ?, ?, ?)",
            (mark.query, mark.path, mark.page or 0, mark.is_right),
        )

    def remove(self, query: str, path: str, page: int | None) -> None:
        """Take a mark back; nothing when there is none."""
        self._db.execute(
            "DELETE FROM marks WHERE query = ? AND path = ? AND page = ?", (query, path, page or 0)
        )

    def all(self) -> list[Mark]:
        """All marks, by query and path."""
        rows = self._db.execute("SELECT query, path, page, is_right FROM marks ORDER BY 1, 2, 3")
        return [Mark(query, path, page or None, bool(right)) for query, path, page, right in rows]
