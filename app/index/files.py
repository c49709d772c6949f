"""The catalogue's files: the state of each, its reason."""

import os
import sqlite3
from collections.abc import Iterable, Sequence

from app.index.records import FileRecord, FileStamp, Problem

_NO_PROBLEM = Problem("", "", "", "")


class FileTable:
    """Files in the catalogue's database, on the connection of their owner."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def under(self, root: str) -> dict[str, FileRecord]:
        """The files of a root, which may be a file itself, by path."""
        rows = self._db.execute(
            "SELECT id, path, type, size, mtime_ns, inode, document, reader_version, state, reason"
            " FROM files WHERE path = ?1 OR (path > ?2 AND path < ?3)",
            (root, *below(root)),
        )
        return {
            row[1]: FileRecord(
                row[0], FileStamp(*row[1:6]), row[6], row[7], row[8] == "waiting", row[9]
            )
            for row in rows
        }

    def expect(self, stamps: Iterable[FileStamp]) -> None:
        """Note files that are about to be read for the first time."""
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            for stamp in stamps:
                self._put(stamp, "waiting", None, 0, _NO_PROBLEM)

    def rename(self, moved: Iterable[tuple[FileRecord, FileStamp]]) -> None:
        """Say where files stand now that were renamed or moved; one transaction."""
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            for record, stamp in moved:
                self._db.execute("DELETE FROM files WHERE path = ?", (stamp.path,))
                self._db.execute(
                    "UPDATE files SET path = ?, type = ? WHERE id = ?",
                    (stamp.path, stamp.type, record.id),
                )

    def set_stamp(self, file_id: int, stamp: FileStamp) -> None:
        """Keep a new time or size of a file whose content did not change."""
        self._db.execute(
            "UPDATE files SET size = ?, mtime_ns = ?, inode = ? WHERE id = ?",
            (stamp.size, stamp.mtime_ns, stamp.inode, file_id),
        )

    def attach(self, stamp: FileStamp, document: str, reader_version: int) -> None:
        """Mark a file as indexed with a document that is there already."""
        self._put(stamp, "indexed", document, reader_version, _NO_PROBLEM)

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
            "INSERT INTO files (path, type, size, mtime_ns, inode, state, document, reason,"
            " detail, hint, reader_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (path) DO UPDATE SET type = excluded.type, size = excluded.size,"
            " mtime_ns = excluded.mtime_ns, inode = excluded.inode, state = excluded.state,"
            " document = excluded.document, reason = excluded.reason, detail = excluded.detail,"
            " hint = excluded.hint, reader_version = excluded.reader_version",
            (
                stamp.path,
                stamp.type,
                stamp.size,
                stamp.mtime_ns,
                stamp.inode,
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
            " AND (?1 IS NULL OR path = ?1 OR (path > ?2 AND path < ?3)) ORDER BY path",
            (root, *below(root or "")),
        )
        return [Problem(*row) for row in rows]

    def counts_under(self, root: str) -> tuple[int, int, int]:
        """Number of searchable files, of files with a problem and of waiting ones below a root."""
        row = self._db.execute(
            "SELECT count(*) FILTER (WHERE state = 'indexed'),"
            " count(*) FILTER (WHERE state = 'failed'),"
            " count(*) FILTER (WHERE state = 'waiting') FROM files"
            " WHERE path = ?1 OR (path > ?2 AND path < ?3)",
            (root, *below(root)),
        ).fetchone()
        return int(row[0]), int(row[1]), int(row[2])


def below(root: str) -> tuple[str, str]:
    """Bounds, exclusive, of the paths below a folder, so that the index on paths finds them."""
    start = root if root.endswith(os.sep) else root + os.sep
    return start, start[:-1] + chr(ord(start[-1]) + 1)
