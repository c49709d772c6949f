"""The catalogue's files: the folders asked for, the state of each file, its reason."""

import os
import sqlite3
import time
from collections.abc import Sequence

from app.index.records import Entry, FileRecord, FileStamp, Problem


class FileTable:
    """Folders and files in the catalogue's database, on the connection of their owner."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add_root(self, path: str) -> None:
        """Remember a folder or file the user asked for."""
        self._db.execute("INSERT OR IGNORE INTO roots VALUES (?, ?)", (path, time.time()))

    def roots(self) -> list[str]:
        """What the user asked for, oldest first."""
        return [row[0] for row in self._db.execute("SELECT path FROM roots ORDER BY added, path")]

    def under(self, root: str) -> dict[str, FileRecord]:
        """The files of a root, which may be a file itself, by path; without their members."""
        rows = self._db.execute(
            "SELECT id, path, type, size, mtime_ns, document, reader_version FROM files"
            " WHERE (path = ?1 OR substr(path, 1, length(?2)) = ?2) AND container = ''",
            (root, _with_separator(root)),
        )
        return {
            row[1]: FileRecord(row[0], FileStamp(row[1], row[2], row[3], row[4]), row[5], row[6])
            for row in rows
        }

    def set_stamp(self, file_id: int, stamp: FileStamp) -> None:
        """Keep a new time or size of a file whose content did not change."""
        self._db.execute(
            "UPDATE files SET size = ?, mtime_ns = ? WHERE id = ?",
            (stamp.size, stamp.mtime_ns, file_id),
        )
        self._db.execute(
            "UPDATE files SET mtime_ns = ? WHERE container = ?", (stamp.mtime_ns, stamp.path)
        )

    def fail(self, stamp: FileStamp, problem: Problem, reader_version: int) -> None:
        """Mark a file as not searchable, with its reason; it has no members any more."""
        with self._db:
            self._db.execute("BEGIN")
            self._db.execute("DELETE FROM files WHERE container = ?", (stamp.path,))
            self.put(Entry(stamp, None, problem), reader_version)

    def forget(self, paths: Sequence[str]) -> int:
        """Drop files that are gone, and their members; returns how many.

        Their documents stay until `unused_documents` are removed.
        """
        before = self._db.total_changes
        with self._db:
            self._db.execute("BEGIN")
            self._db.executemany(
                "DELETE FROM files WHERE path = ?1 OR container = ?1", [(path,) for path in paths]
            )
        return self._db.total_changes - before

    def forget_members(self, path: str) -> None:
        """Drop what was in a container, before it is read again."""
        self._db.execute("DELETE FROM files WHERE container = ?", (path,))

    def forget_orphans(self) -> None:
        """Drop members whose container never came to be indexed: it went away in between."""
        self._db.execute(
            "DELETE FROM files WHERE container != ''"
            " AND container NOT IN (SELECT path FROM files WHERE container = '')"
        )

    def documents_of(self, path: str) -> set[str]:
        """Documents of a file and of its members."""
        rows = self._db.execute(
            "SELECT document FROM files WHERE (path = ?1 OR container = ?1)"
            " AND document IS NOT NULL",
            (path,),
        )
        return {row[0] for row in rows}

    def has_members(self, document: str) -> bool:
        """Whether any file with this content is a container."""
        row = self._db.execute(
            "SELECT 1 FROM files AS file JOIN files AS member ON member.container = file.path"
            " WHERE file.document = ? LIMIT 1",
            (document,),
        ).fetchone()
        return row is not None

    def members_indexed(self) -> dict[str, int]:
        """Number of searchable members of each container."""
        return dict(
            self._db.execute(
                "SELECT container, count(*) FROM files WHERE container != ''"
                " AND document IS NOT NULL GROUP BY container"
            )
        )

    def put(self, entry: Entry, version: int) -> None:
        """Write a file or member: indexed with its document, or failed with its problem."""
        stamp, problem = entry.stamp, entry.problem or Problem("", "", "", "")
        self._db.execute(
            "INSERT INTO files (path, type, size, mtime_ns, state, document, reason, detail, hint,"
            " reader_version, container, locator) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (path) DO UPDATE SET type = excluded.type, size = excluded.size,"
            " mtime_ns = excluded.mtime_ns, state = excluded.state, document = excluded.document,"
            " reason = excluded.reason, detail = excluded.detail, hint = excluded.hint,"
            " reader_version = excluded.reader_version, container = excluded.container,"
            " locator = excluded.locator",
            (
                stamp.path,
                stamp.type,
                stamp.size,
                stamp.mtime_ns,
                "indexed" if entry.document else "failed",
                entry.document,
                problem.reason,
                problem.detail,
                problem.hint,
                version,
                entry.container,
                entry.locator,
            ),
        )

    def problems(self, root: str | None = None) -> list[Problem]:
        """Files that are not searchable, all of them or those of a root, by path."""
        rows = self._db.execute(
            "SELECT path, reason, detail, hint FROM files WHERE state = 'failed'"
            " AND (?1 IS NULL OR path = ?1 OR substr(path, 1, length(?2)) = ?2) ORDER BY path",
            (root, _with_separator(root or "")),
        )
        return [Problem(*row) for row in rows]

    def counts_under(self, root: str) -> tuple[int, int]:
        """Number of searchable files and of files with a problem below a root."""
        row = self._db.execute(
            "SELECT count(*) FILTER (WHERE state = 'indexed'),"
            " count(*) FILTER (WHERE state = 'failed') FROM files"
            " WHERE path = ?1 OR substr(path, 1, length(?2)) = ?2",
            (root, _with_separator(root)),
        ).fetchone()
        return int(row[0]), int(row[1])


def _with_separator(root: str) -> str:
    return root if root.endswith(os.sep) else root + os.sep
