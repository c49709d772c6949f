"""The catalogue's roots: the folders and files the user asked for."""

import sqlite3
import time
from collections.abc import Sequence

from app.index.files import below
from app.index.records import Root

_COLUMNS = "path, online, paused, mount, excluded, include, exclude"


class RootTable:
    """Roots in the catalogue's database, on the connection of their owner."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, path: str) -> None:
        """Remember a root; nothing happens when it is known."""
        self._db.execute(
            "INSERT OR IGNORE INTO roots (path, added) VALUES (?, ?)", (path, time.time())
        )

    def all(self) -> list[Root]:
        """Every root, oldest first."""
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM roots ORDER BY added, path")
        return [_root(row) for row in rows]

    def get(self, path: str) -> Root | None:
        """The root with this path."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM roots WHERE path = ?", (path,)).fetchone()
        return _root(row) if row else None

    def set_online(self, path: str, online: bool) -> None:
        """Keep whether it can be reached."""
        self._db.execute("UPDATE roots SET online = ? WHERE path = ?", (online, path))

    def set_paused(self, path: str, paused: bool) -> None:
        """Keep whether it is left as it is until further notice."""
        self._db.execute("UPDATE roots SET paused = ? WHERE path = ?", (paused, path))

    def set_seen(self, path: str, mount: str, excluded: int) -> None:
        """Keep what a complete scan found about the root itself."""
        self._db.execute(
            "UPDATE roots SET online = 1, mount = ?, excluded = ? WHERE path = ?",
            (mount, excluded, path),
        )

    def set_patterns(self, path: str, include: Sequence[str], exclude: Sequence[str]) -> None:
        """Keep which entries are taken and which left out, in gitignore's syntax."""
        self._db.execute(
            "UPDATE roots SET include = ?, exclude = ? WHERE path = ?",
            ("\n".join(include), "\n".join(exclude), path),
        )

    def remove(self, path: str) -> None:
        """Forget a root with its files, but not those of other roots inside or around it."""
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.execute("DELETE FROM roots WHERE path = ?", (path,))
            keep = "0"
            values: list[str] = []
            for root in self.all():
                keep += " OR path = ? OR (path > ? AND path < ?)"
                values += [root.path, *below(root.path)]
            self._db.execute(
                f"DELETE FROM files WHERE (path = ? OR (path > ? AND path < ?)) AND NOT ({keep})",
                (path, *below(path), *values),
            )


def _root(row: tuple[str, int, int, str, int, str, str]) -> Root:
    path, online, paused, mount, excluded, include, exclude = row
    return Root(
        path,
        bool(online),
        bool(paused),
        mount,
        excluded,
        tuple(filter(None, include.split("\n"))),
        tuple(filter(None, exclude.split("\n"))),
    )
