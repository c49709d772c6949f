"""Passages as a search ranks them: where they stand, and which conditions they meet."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from app.index.where import Where, file_sql, folder_of, name_of, passage_sql

# The text of a passage in a statement that joins its page; the next page has the rest of a
# sentence that the page's end cuts.
PASSAGE_TEXT = (
    "substr(pages.text, start + 1, end - start) || CASE WHEN tail_end = 0 THEN '' ELSE char(10) ||"
    " (SELECT substr(following.text, tail_start + 1, tail_end - tail_start)"
    " FROM pages AS following WHERE following.document = passages.document"
    " AND following.part = passages.part + 1) END"
)
_CHUNK = 500  # SQLite allows at least 999 variables a statement


@dataclass(frozen=True)
class Entry:
    """A passage without its text.

    part: which of the document's pages, from 0; page: its number from 1, 0 where there is none;
    paths, modified: the copies that meet the conditions, sorted by path, and when each was changed
    in seconds since the epoch; has_tail: whether the next page has the end of it.
    """

    id: str
    key: int
    document: str
    part: int
    page: int
    start: int
    end: int
    language: str
    type: str
    paths: tuple[str, ...]
    modified: tuple[float, ...]
    has_tail: bool = False


class Entries:
    """Passages under conditions, on the connection of the catalogue."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.create_function("folder_of", 1, folder_of, deterministic=True)
        db.create_function("name_of", 1, name_of, deterministic=True)
        self._languages: tuple[int, dict[str, int]] = (-1, {})

    def ids(self, where: Where, words: str, limit: int) -> list[str]:
        """Passages that meet the conditions and an FTS5 expression ("" for none), in their order.

        At most `limit`.
        """
        on_passages, parameters = passage_sql(where)
        on_files, more = file_sql(where)
        match = "passages.key IN (SELECT rowid FROM words WHERE words MATCH ?)" if words else "1"
        rows = self._db.execute(
            f"SELECT id FROM passages WHERE {match} AND {on_passages} AND document IN"
            f" (SELECT document FROM files WHERE document IS NOT NULL AND {on_files})"
            " ORDER BY key LIMIT ?",
            [*([words] if words else []), *parameters, *more, limit],
        )
        return [row[0] for row in rows]

    def match_words(
        self, words: str, where: Where, limit: int, *, ranked: bool = True
    ) -> list[tuple[str, float]]:
        """Ids and BM25 scores of passages under conditions, best first.

        words: an FTS5 expression; ranked: the best, else the first ones in the order of indexing.
        """
        on_passages, parameters = passage_sql(where)
        on_files, more = file_sql(where)
        source, inside = "words", "words MATCH ?"
        if on_passages != "1" or on_files != "1":
            # Only passages with the words are looked up, in this order: left to SQLite, the words
            # would be asked for anew for each of the passages that meet the conditions.
            source += " CROSS JOIN passages ON passages.key = words.rowid"
            inside += (
                f" AND {on_passages} AND passages.document IN"
                f" (SELECT document FROM files WHERE document IS NOT NULL AND {on_files})"
            )
        # Sorted and cut before ids are looked up.
        order = "ORDER BY rank, words.rowid" if ranked else ""
        rows = self._db.execute(
            "SELECT passages.id, found.score FROM"
            f" (SELECT words.rowid AS key, -rank AS score FROM {source}"
            f" WHERE {inside} {order} LIMIT ?) AS found"
            " JOIN passages USING (key) ORDER BY found.score DESC, passages.key",
            [words, *parameters, *more, limit],
        )
        return [(row[0], row[1]) for row in rows]

    def of(self, ids: Iterable[str], where: Where = ()) -> dict[str, Entry]:
        """Those of the passages that meet the conditions; unknown ids are left out."""
        on_passages, parameters = passage_sql(where)
        on_files, more = file_sql(where)
        found: dict[str, Entry] = {}
        for chunk in _chunks(ids):
            rows = self._db.execute(
                "SELECT passages.id, key, passages.document, passages.part,"
                " coalesce(pages.number, 0), start, end, language,"
                " documents.type, files.path, files.mtime_ns / 1e9, tail_end > 0 FROM passages"
                " JOIN documents INDEXED BY documents_by_type ON documents.hash = passages.document"
                " JOIN pages ON pages.document = passages.document AND pages.part = passages.part"
                " JOIN files ON files.document = passages.document"
                f" WHERE passages.id IN ({_marks(chunk)}) AND {on_passages} AND {on_files}"
                " ORDER BY key, path",
                [*chunk, *parameters, *more],
            )
            for _, group in groupby(rows, key=lambda row: row[1]):
                copies = list(group)
                paths = tuple(row[9] for row in copies)
                modified = tuple(row[10] for row in copies)
                id_, key, document, part, page, start, end, language, kind = copies[0][:9]
                found[id_] = Entry(
                    id_,
                    key,
                    document,
                    part,
                    page,
                    start,
                    end,
                    language,
                    kind,
                    paths,
                    modified,
                    bool(copies[0][11]),
                )
        return found

    def texts(self, entries: Sequence[Entry]) -> dict[str, str]:
        """The texts of passages by id; each page is read once."""
        texts: dict[str, str] = {}

        def place(entry: Entry) -> tuple[str, int]:
            return entry.document, entry.part

        for (document, part), found in groupby(sorted(entries, key=place), key=place):
            row = self._db.execute(
                "SELECT text FROM pages WHERE document = ? AND part = ?", (document, part)
            ).fetchone()
            texts |= {entry.id: row[0][entry.start : entry.end] for entry in found}
        for chunk in _chunks(entry.id for entry in entries if entry.has_tail):
            texts |= self._db.execute(
                f"SELECT id, {PASSAGE_TEXT} FROM passages JOIN pages ON pages.document ="
                " passages.document AND pages.part = passages.part"
                f" WHERE id IN ({_marks(chunk)})",
                chunk,
            ).fetchall()
        return texts

    def neighbours(self, passage: str) -> tuple[str | None, str | None]:
        """Ids of the passages before and after one in its document."""
        found = []
        for order, sign in (("DESC", "<"), ("ASC", ">")):
            # Not by key: pages are recognised after the others were written.
            row = self._db.execute(
                f"SELECT other.id FROM passages JOIN passages AS other ON other.document ="
                f" passages.document AND (other.part, other.start) {sign}"
                " (passages.part, passages.start) WHERE passages.id = ?"
                f" ORDER BY other.part {order}, other.start {order} LIMIT 1",
                (passage,),
            ).fetchone()
            found.append(row[0] if row else None)
        return found[0], found[1]

    def of_document(self, document: str, part: int | None = None) -> list[str]:
        """The ids of a document's passages in reading order, or of those on one of its pages."""
        rows = self._db.execute(
            "SELECT id FROM passages WHERE document = ?1 AND (?2 IS NULL OR part = ?2)"
            " ORDER BY key",
            (document, part),
        )
        return [row[0] for row in rows]

    def languages(self) -> dict[str, int]:
        """Number of passages in each language; counted again only after a change."""
        if self._languages[0] != self._db.total_changes:
            counts = self._db.execute("SELECT language, count(*) FROM passages GROUP BY language")
            self._languages = (self._db.total_changes, dict(counts.fetchall()))
        return self._languages[1]

    def types(self) -> list[str]:
        """The types of the searchable files."""
        rows = self._db.execute(
            "SELECT DISTINCT type FROM files WHERE document IS NOT NULL ORDER BY type"
        )
        return [row[0] for row in rows]

    def paths(self) -> list[str]:
        """The paths of all searchable files."""
        rows = self._db.execute("SELECT path FROM files WHERE document IS NOT NULL ORDER BY path")
        return [row[0] for row in rows]

    def roots(self) -> list[str]:
        """The folders and files the user asked for, longest first."""
        rows = self._db.execute("SELECT path FROM roots ORDER BY length(path) DESC, path")
        return [row[0] for row in rows]


def _chunks(items: Iterable[str]) -> Iterator[list[Any]]:
    every = list(items)
    return (every[i : i + _CHUNK] for i in range(0, len(every), _CHUNK))


def _marks(items: Sequence[object]) -> str:
    return ", ".join("?" * len(items))
