"""The catalogue's files: the state of each, its reason."""

import os
import sqlite3
from collections.abc import Iterable, Sequence

from app.index.records import Entry, FileRecord, FileStamp, Problem

_NO_PROBLEM = Problem("", "", "", "")


class FileTable:
    """Files in the catalogue's database, on the connection of their owner."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def under(self, root: str) -> dict[str, FileRecord]:
        """The files of a root, which may be a file itself, by path; without their members."""
        rows = self._db.execute(
            "SELECT id, path, type, size, mtime_ns, inode, document, reader_version,"
            " state = 'waiting' AND document IS NULL, state = 'indexed', reason,"
            " coalesce(searchable, 0), coalesce(failed, 0) FROM files"
            " LEFT JOIN (SELECT container AS name, count(*) FILTER (WHERE state = 'indexed') AS"
            " searchable, count(*) FILTER (WHERE state = 'failed') AS failed FROM files"
            " WHERE container != '' GROUP BY container) ON name = path"
            " WHERE (path = ?1 OR (path > ?2 AND path < ?3)) AND container = ''",
            (root, *below(root)),
        )
        return {
            row[1]: FileRecord(
                row[0], FileStamp(*row[1:6]), row[6], row[7], bool(row[8]), bool(row[9]), *row[10:]
            )
            for row in rows
        }

    def expect(self, stamps: Iterable[FileStamp]) -> None:
        """Note files that are about to be read for the first time."""
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            for stamp in stamps:
                self._put(Entry(stamp, None), "waiting", 0)

    def rename(self, moved: Iterable[tuple[FileRecord, FileStamp]]) -> None:
        """Say where files stand now that were renamed or moved, with members; one transaction."""
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            for record, stamp in moved:
                self._forget(stamp.path)
                self._db.execute(
                    "UPDATE files SET path = ?, type = ? WHERE id = ?",
                    (stamp.path, stamp.type, record.id),
                )
                old = record.stamp.path
                self._db.execute(
                    "UPDATE files SET path = ?1 || substr(path, ?2), container = ?1"
                    " WHERE container = ?3",
                    (stamp.path, len(old) + 1, old),
                )

    def set_stamp(self, file_id: int, stamp: FileStamp) -> None:
        """Keep a new time or size of a file whose content did not change."""
        self._db.execute(
            "UPDATE files SET size = ?, mtime_ns = ?, inode = ? WHERE id = ?",
            (stamp.size, stamp.mtime_ns, stamp.inode, file_id),
        )
        self._db.execute(
            "UPDATE files SET mtime_ns = ? WHERE container = ?", (stamp.mtime_ns, stamp.path)
        )

    def put(self, entry: Entry, reader_version: int) -> None:
        """Write a file or member: with its document, or failed with its problem."""
        state = "waiting" if entry.scan else "indexed" if entry.document else "failed"
        self._put(entry, state, reader_version)

    def fail(self, stamp: FileStamp, problem: Problem, reader_version: int) -> None:
        """Mark a file as not searchable, with its reason; it has no members any more."""
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.execute("DELETE FROM files WHERE container = ?", (stamp.path,))
            self.put(Entry(stamp, None, problem), reader_version)

    def forget(self, paths: Sequence[str]) -> int:
        """Drop files that are gone, and their members; returns how many.

        Their documents stay until `unused_documents` are removed.
        """
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            return sum(self._forget(path) for path in paths)

    def _forget(self, path: str) -> int:
        return self._db.execute(
            "DELETE FROM files WHERE path = ?1 OR container = ?1", (path,)
        ).rowcount

    def forget_members(self, path: str) -> int:
        """Drop what is in a container, before it is read again; returns how many were searchable.

        Until the container is put again it counts as made by another reader, so that a run that
        ends in between leaves it to the next one.
        """
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.execute("UPDATE files SET reader_version = 0 WHERE path = ?", (path,))
            dropped = self._db.execute(
                "DELETE FROM files WHERE container = ? RETURNING state", (path,)
            )
            return sum(state == "indexed" for (state,) in dropped)

    def documents_of(self, path: str) -> set[str]:
        """Documents of a file and of its members."""
        rows = self._db.execute(
            "SELECT document FROM files WHERE (path = ?1 OR container = ?1)"
            " AND document IS NOT NULL",
            (path,),
        )
        return {row[0] for row in rows}

    def _put(self, entry: Entry, state: str, version: int) -> None:
        stamp, problem = entry.stamp, entry.problem or _NO_PROBLEM
        self._db.execute(
            "INSERT INTO files (path, type, size, mtime_ns, inode, state, document, reason,"
            " detail, hint, reader_version, container, locator)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (path) DO UPDATE SET type = excluded.type, size = excluded.size,"
            " mtime_ns = excluded.mtime_ns, inode = excluded.inode, state = excluded.state,"
            " document = excluded.document, reason = excluded.reason, detail = excluded.detail,"
            " hint = excluded.hint, reader_version = excluded.reader_version,"
            " container = excluded.container, locator = excluded.locator",
            (
                stamp.path,
                stamp.type,
                stamp.size,
                stamp.mtime_ns,
                stamp.inode,
                state,
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
