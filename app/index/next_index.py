"""The catalogue's half of a change of the model: what the new index holds, and the switch."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.index.entries import PASSAGE_TEXT
from app.index.records import FileStamp, pack_terms, unpack_terms

_MODEL_KEYS = ("model", "model_name", "model_choice", "model_vectors")


@dataclass(frozen=True)
class IndexModel:
    """The model of an index: fingerprint, name to show, and the settings that found it.

    vector_count: multi_vector_count, which the fingerprint depends on too.
    """

    fingerprint: str
    name: str
    choice: str
    vector_count: int = 0


@dataclass(frozen=True)
class StoredPassage:
    """A passage as the catalogue keeps it; heading as it was cut, title of the document."""

    id: str
    title: str
    heading: str
    language: str
    text: str


@dataclass(frozen=True)
class Outstanding:
    """What a change of the model has still to embed. characters: of the passages' texts."""

    files: int = 0
    documents: int = 0
    passages: int = 0
    characters: int = 0


class NextIndex:
    """Tables beside the current ones, on the connection of their owner.

    The current index stays as it is until `switch`, which is one transaction. Written in the
    order of the indexer: begun, points, flush, finished.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.executescript(Path(__file__).with_suffix(".sql").read_text("utf-8"))

    # Models

    def current(self) -> IndexModel | None:
        """The model of the index that answers; None while there is none."""
        return self._model("")

    def model(self) -> IndexModel | None:
        """The model of the new index; None when no change is under way."""
        return self._model("next_")

    def _model(self, prefix: str) -> IndexModel | None:
        keys = [f"{prefix}{key}" for key in _MODEL_KEYS]
        found = dict(
            self._db.execute("SELECT key, value FROM meta WHERE key IN (?, ?, ?, ?)", keys)
        )
        if keys[0] not in found:
            return None
        fingerprint, name, choice, count = (found.get(key, "") for key in keys)
        return IndexModel(fingerprint, name, choice, int(count or 0))

    def adopt(self, model: IndexModel) -> None:
        """Say which model the (empty) index is made with."""
        with self._db:
            self._db.execute("BEGIN")
            self._set_model("", model)

    def begin(self, model: IndexModel) -> None:
        """Start a change to this model, or go on with it; one to another model is given up."""
        known = self.model()
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            if known is None or known.fingerprint != model.fingerprint:
                self._clear()
            self._set_model("next_", model)

    def _set_model(self, prefix: str, model: IndexModel) -> None:
        values = (model.fingerprint, model.name, model.choice, str(model.vector_count))
        self._db.executemany(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)",
            [(f"{prefix}{key}", value) for key, value in zip(_MODEL_KEYS, values, strict=True)],
        )

    def give_up(self) -> None:
        """Forget the change; the vectors of the new index are the caller's to remove."""
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            self._clear()

    def _clear(self) -> None:
        self._db.execute("DELETE FROM next_documents")
        self._db.execute("DELETE FROM next_terms")
        self._db.executemany(
            "DELETE FROM meta WHERE key = ?", [(f"next_{k}",) for k in _MODEL_KEYS]
        )

    # Documents

    def unsettled(self) -> list[str]:
        """Documents whose points in the new store are not to be trusted, or not wanted any more."""
        rows = self._db.execute(
            "SELECT document FROM next_documents WHERE terms IS NULL"
            " OR document NOT IN (SELECT hash FROM documents)"
        )
        return [row[0] for row in rows]

    def drop(self, documents: Sequence[str]) -> None:
        """Forget documents whose points are gone from the new store."""
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            for document in documents:
                row = self._db.execute(
                    "SELECT terms FROM next_documents WHERE document = ?", (document,)
                ).fetchone()
                if row and row[0] is not None:
                    self._count_terms(unpack_terms(row[0]), -1)
                self._db.execute("DELETE FROM next_documents WHERE document = ?", (document,))

    def spoil(self, document: str) -> None:
        """A document got more passages: embed it again. In the transaction of the caller."""
        row = self._db.execute(
            "SELECT terms FROM next_documents WHERE document = ? AND terms IS NOT NULL", (document,)
        ).fetchone()
        if row:
            self._count_terms(unpack_terms(row[0]), -1)
            self._db.execute(
                "UPDATE next_documents SET terms = NULL, passages = 0 WHERE document = ?",
                (document,),
            )

    def missing(self, limit: int = -1) -> list[str]:
        """Documents of the catalogue that the new model has still to embed; -1 for all."""
        rows = self._db.execute(
            "SELECT hash FROM documents WHERE hash NOT IN (SELECT document FROM next_documents"
            " WHERE terms IS NOT NULL) ORDER BY hash LIMIT ?",
            (limit,),
        )
        return [row[0] for row in rows]

    def passages(self, document: str) -> Iterator[StoredPassage]:
        """What there is to embed of a document, in reading order."""
        for row in self._db.execute(
            "SELECT passages.id, documents.title, heading, passages.language,"
            f" {PASSAGE_TEXT} FROM passages"
            " JOIN documents ON documents.hash = passages.document"
            " JOIN pages ON pages.document = passages.document AND pages.part = passages.part"
            " WHERE passages.document = ? ORDER BY passages.part, passages.start",
            (document,),
        ).fetchall():
            yield StoredPassage(*row)

    def sample(self, count: int) -> list[StoredPassage]:
        """About so many passages, spread evenly over the library."""
        (last,) = self._db.execute("SELECT coalesce(max(key), 0) FROM passages").fetchone()
        rows = self._db.execute(
            "SELECT passages.id, documents.title, heading, passages.language,"
            f" {PASSAGE_TEXT} FROM passages"
            " JOIN documents ON documents.hash = passages.document"
            " JOIN pages ON pages.document = passages.document AND pages.part = passages.part"
            " WHERE passages.key % ? = 0 LIMIT ?",
            (max(1, last // count), count),
        )
        return [StoredPassage(*row) for row in rows]

    def outstanding(self, fingerprint: str) -> Outstanding:
        """What a change to this model has still to do, less what it did before it was stopped."""
        known = self.model()
        going_on = known is not None and known.fingerprint == fingerprint
        left = (
            "document NOT IN (SELECT document FROM next_documents WHERE ?1 AND terms IS NOT NULL)"
        )
        (passages, documents, characters) = self._db.execute(
            "SELECT count(*), count(DISTINCT document), total(end - start) FROM passages"
            f" WHERE {left}",
            (going_on,),
        ).fetchone()
        (files,) = self._db.execute(
            f"SELECT count(*) FROM files WHERE document IS NOT NULL AND {left}", (going_on,)
        ).fetchone()
        return Outstanding(files, documents, passages, int(characters))

    def begun(self, documents: Iterable[str]) -> None:
        """Note documents before their first point is written to the new store."""
        with self._db:
            self._db.execute("BEGIN")
            self._db.executemany(
                "INSERT OR IGNORE INTO next_documents (document) VALUES (?)",
                [(document,) for document in documents],
            )

    def finished(
        self, documents: Mapping[str, tuple[int, Mapping[int, int]]], places: Mapping[str, str]
    ) -> None:
        """One transaction: the documents' points are flushed. Values: passages and their terms."""
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            for document, (passages, terms) in documents.items():
                self._db.execute(
                    "UPDATE next_documents SET terms = ?, passages = ?, places = ?"
                    " WHERE document = ?",
                    (pack_terms(terms), passages, places[document], document),
                )
                self._count_terms(terms, 1)

    def _count_terms(self, terms: Mapping[int, int], sign: int) -> None:
        self._db.executemany(
            "INSERT INTO next_terms VALUES (?, ?) ON CONFLICT (term)"
            " DO UPDATE SET passages = passages + excluded.passages",
            [(term, sign * count) for term, count in terms.items()],
        )

    def moved(self) -> list[tuple[str, str]]:
        """Documents whose copies stand elsewhere than when they were written, and where now."""
        kept = dict(self._db.execute("SELECT document, places FROM next_documents"))
        copies: dict[str, list[FileStamp]] = {}
        for document, *stamp in self._db.execute(
            "SELECT document, path, type, size, mtime_ns FROM files WHERE document IS NOT NULL"
            " ORDER BY path"
        ):
            copies.setdefault(document, []).append(FileStamp(*stamp))
        now = {document: signature(stamps) for document, stamps in copies.items()}
        return [(d, now[d]) for d, places in kept.items() if d in now and now[d] != places]

    def set_places(self, places: Sequence[tuple[str, str]]) -> None:
        """Keep where the copies of documents stand in the new store by now."""
        with self._db:
            self._db.execute("BEGIN")
            self._db.executemany(
                "UPDATE next_documents SET places = ?2 WHERE document = ?1", places
            )

    # Counts and the switch

    def passages_done(self) -> int:
        """Points in the new store that count."""
        (count,) = self._db.execute(
            "SELECT total(passages) FROM next_documents WHERE terms IS NOT NULL"
        ).fetchone()
        return int(count)

    def switch(self) -> None:
        """One transaction: from now on the new index answers. Call it when nothing is missing.

        What was noted as work concerned the old store, which is of no use any more.
        """
        model = self.model()
        if model is None or self.missing(1) or self.unsettled():
            raise AssertionError("the new index is not complete")
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.execute(
                "UPDATE documents SET terms ="
                " (SELECT next_documents.terms FROM next_documents WHERE document = hash)"
            )
            self._db.execute("DELETE FROM terms")
            self._db.execute("INSERT INTO terms SELECT term, passages FROM next_terms")
            self._db.execute("DELETE FROM work")
            self._set_model("", model)
            self._clear()


def signature(copies: Sequence[FileStamp]) -> str:
    """A short form of where the copies of a document stand and when they changed."""
    digest = hashlib.sha256()
    for copy in copies:
        digest.update(f"{copy.path}\0{copy.type}\0{copy.mtime_ns}\0".encode("utf-8", "replace"))
    return digest.hexdigest()[:16]
