"""The catalogue's files: the folders asked for, the state of each file, its reason."""

import os
import sqlite3
import time
from collections.abc import Sequence

from app.index.records import FileRecord, FileStamp, Problem


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
        """The files of a root, which may be a file itself, by path."""
        rows = self._db.execute(
            "SELECT id, path, type, size, mtime_ns, document, reader_version FROM files"
            " WHERE path = ?1 OR substr(path, 1, length(?2)) = ?2",
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

    def attach(self, stamp: FileStamp, document: str, reader_version: int) -> None:
        """Mark a file as indexed with a document that is there already."""
        self._put(stamp, "indexed", document, reader_version, Problem("", "", "", ""))

    def fail(self, stamp: FileStamp, problem: Problem, reader_version: int) -> None:
        """Mark a file as not searchable, with its reason."""
        self._put(stamp, "failed", None, reader_version, problem)

    def forget(self, paths: Sequence[str]) -> None:
        """Drop files that are gone; their documents stay until `unused_documents` are removed."""
        with self._db:
            self._db.execute("BEGIN")
            self._db.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in paths])

    def _put(
        self, stamp: FileStamp, state: str, document: str | None, version: int, problem: Problem
    ) -> None:
        self._db.execute(
            "INSERT INTO files (path, type, size, mtime_ns, state, document, reason, detail, hint,"
            " reader_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (path) DO UPDATE SET type = excluded.type, size = excluded.size,"
            " mtime_ns = excluded.mtime_ns, state = excluded.state, document = excluded.document,"
            " reason = excluded.reason, detail = excluded.detail, hint = excluded.hint,"
            " reader_version = excluded.reader_version",
            (
                stamp.path,
                stamp.type,
                stamp.size,
                stamp.mtime_ns,
                state,
                document,
                problem.reason,
                problem.detail,
                problem.hint,
                version,
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
