"""The catalogue: files, documents, pages, passages and the word index, in SQLite."""

import hashlib
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from app.documents.formats import CONTAINERS
from app.errors import StoreError
from app.index.files import FileTable, below
from app.index.lookup import Lookup
from app.index.mark_table import MarkTable
from app.index.next_index import NextIndex
from app.index.records import (
    Entry,
    FileStamp,
    NewDocument,
    Totals,
    pack_terms,
    pack_words,
    unpack_terms,
)
from app.index.roots import RootTable
from app.index.scans import ScanTable, count_terms, insert_passage
from app.index.schema import prepare
from app.index.searches import SearchTables
from app.resilience import Guard, Limits
from app.store.base import Places

# Another program holds the file, or a disk or virus scanner stumbled: over in a moment.
_PASSING = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_IOERR}


class Catalogue:
    """All that is known about the files, in one SQLite database.

    Opened by one engine at a time; every method that writes is one transaction.
    """

    def __init__(self, file: Path, limits: Limits) -> None:
        """Open or make the database; raises StoreError. limits: for a busy or failing disk."""
        self.guard = Guard("catalogue", limits, _refusal)
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._db = sqlite3.connect(file, isolation_level=None, timeout=10)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            prepare(self._db, file)
            self._db.execute("PRAGMA foreign_keys = ON")
            self.next = NextIndex(self._db)
            self.searches = SearchTables(self._db)
            self.marks = MarkTable(self._db)
        except sqlite3.DatabaseError as error:
            raise StoreError(
                f"The catalogue {file} cannot be opened: {error}.",
                "Delete the data folder and index again.",
            ) from error
        self.files = FileTable(self._db)
        self.roots = RootTable(self._db)
        self.scans = ScanTable(self._db, self.next)
        self.lookup = Lookup(self._db)

    def close(self) -> None:
        """Release the file."""
        self._db.close()

    def meta(self, key: str) -> str | None:
        """A fact about the whole index, such as the model's fingerprint."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def set_meta(self, key: str, value: str) -> None:
        """Keep a fact about the whole index."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def drop_meta(self, prefix: str, but: str) -> None:
        """Forget the facts whose key begins so, except one."""
        self._db.execute(
            "DELETE FROM meta WHERE substr(key, 1, ?) = ? AND key <> ?", (len(prefix), prefix, but)
        )

    def totals(self) -> Totals:
        """Counts over everything."""
        (indexed, failed, waiting, members) = self._db.execute(
            "SELECT count(*) FILTER (WHERE state = 'indexed'),"
            " count(*) FILTER (WHERE state = 'failed'),"
            " count(*) FILTER (WHERE state = 'waiting'),"
            " count(*) FILTER (WHERE container != '') FROM files"
        ).fetchone()
        roots = self.roots.all()
        # What is left out of a root inside another one was left out of that one as well.
        excluded = sum(
            root.excluded
            for root in roots
            if not any(root.path.startswith(below(other.path)[0]) for other in roots)
        )
        (documents, pages, empty) = self._db.execute(
            "SELECT count(*), total(pages), total(pages_without_text) FROM documents"
        ).fetchone()
        (passages,) = self._db.execute("SELECT count(*) FROM passages").fetchone()
        pages_waiting, unrecognised, empty_still = self.scans.counts()
        return Totals(
            files_indexed=indexed,
            files_failed=failed,
            files_waiting=waiting,
            members=members,
            entries_excluded=excluded,
            documents=documents,
            pages=int(pages),
            pages_waiting=pages_waiting,
            pages_unrecognised=unrecognised,
            pages_without_text=int(empty) - empty_still,
            passages=passages,
        )

    def _write(self, work: Callable[[], object]) -> None:
        """One transaction, begun again after a failure that can pass."""

        def attempt() -> None:
            with self._db:
                self._db.execute("BEGIN IMMEDIATE")
                work()

        self.guard.call(attempt, _can_pass)

    def passage_ids(self) -> set[str]:
        """The ids of all passages."""
        return {row[0] for row in self._db.execute("SELECT id FROM passages")}

    def stamp(self) -> str:
        """Changes whenever a file with its document, path or date does."""
        digest = hashlib.sha256()
        for row in self._db.execute(
            "SELECT path, document, mtime_ns FROM files WHERE document IS NOT NULL ORDER BY path"
        ):
            digest.update(repr(row).encode("utf-8", "backslashreplace"))
        return digest.hexdigest()[:32]

    def has_document(self, document: str) -> bool:
        """Whether this content is indexed."""
        row = self._db.execute("SELECT 1 FROM documents WHERE hash = ?", (document,)).fetchone()
        return row is not None

    def document_hashes(self) -> set[str]:
        """All contents that are indexed."""
        return {row[0] for row in self._db.execute("SELECT hash FROM documents")}

    def container_hashes(self) -> set[str]:
        """All contents that may have members, each below every copy."""
        marks = ", ".join("?" * len(CONTAINERS))
        rows = self._db.execute(
            f"SELECT hash FROM documents WHERE type IN ({marks})", list(CONTAINERS)
        )
        return {row[0] for row in rows}

    def begin_work(self, documents: Iterable[str]) -> None:
        """Note documents before their first point is written to the store."""
        rows = [(document,) for document in documents]
        self._write(lambda: self._db.executemany("INSERT OR IGNORE INTO work VALUES (?)", rows))

    def work(self) -> list[str]:
        """Documents whose points may be in the store without being in the catalogue."""
        return [row[0] for row in self._db.execute("SELECT document FROM work")]

    def commit(
        self, documents: Sequence[NewDocument], entries: Sequence[Entry], version: int
    ) -> None:
        """One transaction: the documents are searchable, files and members indexed or failed.

        Call it only after the store has flushed the documents' points.
        """

        def work() -> None:
            for document in documents:
                self._insert(document)
            for entry in entries:
                self.files.put(entry, version)
            self._end_work([document.hash for document in documents])

        self._write(work)

    def end_work(self, documents: Sequence[str]) -> None:
        """Forget documents whose points are gone from the store again."""
        self._write(lambda: self._end_work(documents))

    def _end_work(self, documents: Sequence[str]) -> None:
        self._db.executemany("DELETE FROM work WHERE document = ?", [(d,) for d in documents])

    def _insert(self, new: NewDocument) -> None:
        pages = new.document.pages
        self._db.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)",
            (
                new.hash,
                new.document.type,
                new.document.title,
                len(pages),
                sum(1 for page in pages if not page.text.strip()),
                pack_terms(new.terms),
            ),
        )
        self._db.executemany(
            "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?)",
            [
                (
                    *(new.hash, part, page.number, page.text, pack_words(page.words)),
                    "waiting" if page.pictured else "",
                )
                for part, page in enumerate(pages)
            ],
        )
        for passage in new.passages:
            insert_passage(self._db, new.hash, passage)
        count_terms(self._db, new.terms)

    def unused_documents(self) -> list[str]:
        """Documents no file refers to any more."""
        rows = self._db.execute(
            "SELECT hash FROM documents WHERE NOT EXISTS"
            " (SELECT 1 FROM files WHERE files.document = documents.hash)"
        )
        return [row[0] for row in rows]

    def remove_documents(self, documents: Sequence[str]) -> None:
        """One transaction: the documents are gone, and their points are noted as work."""

        def work() -> None:
            for document in documents:
                self._remove(document)

        self._write(work)

    def _remove(self, document: str) -> None:
        (terms,) = self._db.execute(
            "SELECT terms FROM documents WHERE hash = ?", (document,)
        ).fetchone()
        count_terms(self._db, unpack_terms(terms), -1)
        self._db.execute(
            "DELETE FROM words WHERE rowid IN (SELECT key FROM passages WHERE document = ?)",
            (document,),
        )
        self._db.execute("DELETE FROM documents WHERE hash = ?", (document,))
        self._db.execute("INSERT OR IGNORE INTO work VALUES (?)", (document,))

    def clear(self) -> None:
        """Forget every file and document and any change of the model, but not the roots."""
        self.guard.call(self.next.give_up, _can_pass)

        def work() -> None:
            for table in ("files", "documents", "words", "terms", "work"):
                self._db.execute(f"DELETE FROM {table}")

        self._write(work)

    def places(self, document: str) -> Places:
        """Where the copies of a document stand."""
        return places_of(self.copies(document))

    def copies(self, document: str) -> list[FileStamp]:
        """The indexed files with this content, by path."""
        rows = self._db.execute(
            "SELECT path, type, size, mtime_ns FROM files WHERE document = ? ORDER BY path",
            (document,),
        )
        return [FileStamp(*row) for row in rows]


def _can_pass(error: BaseException) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in _PASSING  # the rest of the code says more exactly


def _refusal(clause: str, _seconds: float) -> StoreError:
    return StoreError(f"The catalogue {clause}", "Check the disk, then try again.")


def places_of(copies: Sequence[FileStamp]) -> Places:
    """What filters see of the copies of one document; at least one copy."""
    folders = {str(folder) for copy in copies for folder in Path(copy.path).parents}
    return Places(
        files=tuple(str(uuid.uuid5(uuid.NAMESPACE_URL, copy.path)) for copy in copies),
        folders=tuple(sorted(folders)),
        modified=tuple(copy.mtime_ns / 1e9 for copy in copies),
        type=copies[0].type,
    )
