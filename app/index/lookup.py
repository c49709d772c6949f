"""What a search reads from the catalogue: frequencies, passages, pages; see also entries.py."""

import math
import sqlite3
from collections.abc import Iterator, Sequence

from app.documents.model import Words
from app.documents.place import Place
from app.index.entries import PASSAGE_TEXT, Entries
from app.index.records import FoundPassage, unpack_words
from app.index.words import match_all, match_any, query_words

_COMMON = 0.2  # a word in more than this part of all passages tells nothing
_FEWEST = 20  # passages from which on that can be said
_CHUNK = 500  # SQLite allows at least 999 variables a statement


class Lookup:
    """The reading side of the catalogue, on the connection of its owner."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.entries = Entries(db)
        self._passages = 0
        self._counted_at = -1
        self._common: dict[str, bool] = {}

    def _total(self) -> int:
        """The number of passages, counted again only after something was written.

        SQLite walks a whole index to count: 2 ms at 100,000 passages, and it is asked for every
        word of a query.
        """
        changes = self._db.total_changes
        if changes != self._counted_at:
            (self._passages,) = self._db.execute("SELECT count(*) FROM passages").fetchone()
            self._counted_at = changes
            self._common.clear()
        return self._passages

    def _is_common(self, word: str) -> bool:
        """Whether a word occurs in so many passages that it tells nothing.

        Remembered until something is written: SQLite counts them one by one, 3 ms for "the" at
        100,000 passages.
        """
        total = self._total()
        if total < _FEWEST:
            return False
        if word not in self._common:
            row = self._db.execute(
                "SELECT doc FROM words_vocabulary WHERE term = ?", (word,)
            ).fetchone()
            self._common[word] = bool(row) and row[0] > _COMMON * total
        return self._common[word]

    def telling_words(self, query: str) -> list[str]:
        """The query's words that tell passages apart; all of them when none does. Folded."""
        words = query_words(query)
        return self._telling(words) or words

    def _telling(self, words: Sequence[str]) -> list[str]:
        return [word for word in words if not self._is_common(word)]

    def word_expression(self, query: str) -> tuple[str, bool]:
        """An FTS5 expression for a query's words, "" for none, and whether to rank what it finds.

        Any of the telling words; when all are common, all of them together, unranked: to rank
        every passage there is would take seconds and tell nothing.
        """
        words = query_words(query)
        if telling := self._telling(words):
            return match_any(telling), True
        return match_all(words), False

    def idf(self, terms: Sequence[int]) -> list[float]:
        """Inverse passage frequency of sparse terms: ln(1 + (N - n + 0.5) / (n + 0.5)).

        The formula of BM25 and of Qdrant's IDF modifier. Counted here, it is the same for every
        engine, is not distorted by filters, and lets a score be related to the query's own sum.
        """
        total = self._total()
        counts = self.term_counts(terms)
        return [
            math.log(1 + (total - counts.get(term, 0) + 0.5) / (counts.get(term, 0) + 0.5))
            for term in terms
        ]

    def term_counts(self, terms: Sequence[int]) -> dict[int, int]:
        """In how many passages each sparse term occurs; those in none are left out."""
        counts: dict[int, int] = {}
        for chunk in _chunks(list(terms)):
            counts.update(
                self._db.execute(
                    f"SELECT term, passages FROM terms WHERE term IN ({_marks(chunk)})", chunk
                ).fetchall()
            )
        return counts

    def passages(self, ids: Sequence[str]) -> dict[str, FoundPassage]:
        """The passages with these ids; ids that are not in the catalogue are left out."""
        found: dict[str, FoundPassage] = {}
        for chunk in _chunks(list(ids)):
            rows = self._db.execute(
                "SELECT passages.id, passages.document, documents.type, documents.title, heading,"
                " pages.number, passages.part, place_kind, place, start, end,"
                f" {PASSAGE_TEXT}, tail_start, tail_end FROM passages"
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
                    tail=(row[12], row[13]),
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

    def pages(self, document: str) -> list[tuple[int, int | None]]:
        """The pages of a document in their order: part, from 0, and number, from 1 or None."""
        return self._db.execute(
            "SELECT part, number FROM pages WHERE document = ? ORDER BY part", (document,)
        ).fetchall()


def _chunks(items: list[str] | list[int]) -> Iterator[list[str] | list[int]]:
    return (items[i : i + _CHUNK] for i in range(0, len(items), _CHUNK))


def _marks(items: Sequence[object]) -> str:
    return ", ".join("?" * len(items))
