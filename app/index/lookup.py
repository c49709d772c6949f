"""What a search reads from the catalogue: words, frequencies, passages, pages."""

import math
import sqlite3
from collections.abc import Iterator, Sequence

from app.documents.model import Words
from app.documents.place import Place
from app.index.records import FileStamp, FoundPassage, unpack_words
from app.index.words import match_any, query_words

_CHUNK = 500  # SQLite allows at least 999 variables a statement


class Lookup:
    """The reading side of the catalogue, on the connection of its owner."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def match_words(self, query: str, limit: int) -> list[tuple[str, float]]:
        """Ids and BM25 scores of the passages with any of the query's words, best first."""
        expression = match_any(self.telling_words(query))
        if not expression:
            return []
        rows = self._db.execute(
            "SELECT passages.id, -bm25(words) FROM words JOIN passages ON passages.key ="
            " words.rowid WHERE words MATCH ? ORDER BY bm25(words) LIMIT ?",
            (expression, limit),
        )
        return [(row[0], row[1]) for row in rows]

    def _is_common(self, word: str) -> bool:
        """Whether a word occurs in so many passages that it tells nothing."""
        row = self._db.execute(
            "SELECT doc, (SELECT count(*) FROM passages) FROM words_vocabulary WHERE term = ?",
            (word,),
        ).fetchone()
        return bool(row) and row[1] >= 20 and row[0] > 0.2 * row[1]

    def telling_words(self, query: str) -> list[str]:
        """The query's words that tell passages apart; all of them when none does. Folded."""
        words = query_words(query)
        return [word for word in words if not self._is_common(word)] or words

    def idf(self, terms: Sequence[int]) -> list[float]:
        """Inverse passage frequency of sparse terms: ln(1 + (N - n + 0.5) / (n + 0.5)).

        The formula of BM25 and of Qdrant's IDF modifier. Counted here, it is the same for every
        engine, is not distorted by filters, and lets a score be related to the query's own sum.
        """
        (total,) = self._db.execute("SELECT count(*) FROM passages").fetchone()
        counts: dict[int, int] = {}
        for chunk in _chunks(list(terms)):
            counts.update(
                self._db.execute(
                    f"SELECT term, passages FROM terms WHERE term IN ({_marks(chunk)})", chunk
                ).fetchall()
            )
        return [
            math.log(1 + (total - counts.get(term, 0) + 0.5) / (counts.get(term, 0) + 0.5))
            for term in terms
        ]

    def passages(self, ids: Sequence[str]) -> dict[str, FoundPassage]:
        """The passages with these ids; ids that are not in the catalogue are left out."""
        found: dict[str, FoundPassage] = {}
        for chunk in _chunks(list(ids)):
            rows = self._db.execute(
                "SELECT passages.id, passages.document, documents.type, documents.title, heading,"
                " pages.number, passages.part, place_kind, place, start, end,"
                " substr(pages.text, start + 1, end - start) FROM passages"
                " JOIN documents ON documents.hash = passages.document"
                " JOIN pages ON pages.document = passages.document AND pages.part = passages.part"
                f" WHERE passages.id IN ({_marks(chunk)})",
                chunk,
            ).fetchall()
            paths = self._paths({row[1] for row in rows})
            for row in rows:
                found[row[0]] = FoundPassage(
                    id=row[0],
                    document=row[1],
                    type=row[2],
                    title=row[3],
                    heading=row[4],
                    page=row[5],
                    part=row[6],
                    place=Place(row[7], row[8]),
                    start=row[9],
                    end=row[10],
                    text=row[11],
                    paths=tuple(paths.get(row[1], ())),
                )
        return found

    def _paths(self, documents: set[str]) -> dict[str, list[str]]:
        paths: dict[str, list[str]] = {}
        for chunk in _chunks(sorted(documents)):
            for document, path in self._db.execute(
                f"SELECT document, path FROM files WHERE document IN ({_marks(chunk)})"
                " ORDER BY path",
                chunk,
            ):
                paths.setdefault(document, []).append(path)
        return paths

    def stamps(self, paths: Sequence[str]) -> dict[str, FileStamp]:
        """What is known of these files, by path."""
        stamps: dict[str, FileStamp] = {}
        for chunk in _chunks(list(paths)):
            for row in self._db.execute(
                f"SELECT path, type, size, mtime_ns FROM files WHERE path IN ({_marks(chunk)})",
                chunk,
            ):
                stamps[row[0]] = FileStamp(*row)
        return stamps

    def containers(self, paths: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Of the paths that are members: the file each is in, and the way to it there."""
        found: dict[str, tuple[str, str]] = {}
        for chunk in _chunks(list(paths)):
            for path, container, locator in self._db.execute(
                "SELECT path, container, locator FROM files WHERE container != ''"
                f" AND path IN ({_marks(chunk)})",
                chunk,
            ):
                found[path] = (container, locator)
        return found

    def page(self, document: str, part: int) -> tuple[str, Words]:
        """Text and word boxes of a page, from 0; raises KeyError when it is not there."""
        row = self._db.execute(
            "SELECT text, words FROM pages WHERE document = ? AND part = ?",
            (document, part),
        ).fetchone()
        if row is None:
            raise KeyError(document)
        return row[0], unpack_words(row[1])


def _chunks(items: list[str] | list[int]) -> Iterator[list[str] | list[int]]:
    return (items[i : i + _CHUNK] for i in range(0, len(items), _CHUNK))


def _marks(items: Sequence[object]) -> str:
    return ", ".join("?" * len(items))
