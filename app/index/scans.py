"""The catalogue's pages that show text in pictures: which wait, and what recognition made of them.

A page's passages are added to a document that is searchable already. The catalogue is written
first and the document noted as work, then the points: whatever is killed in between has all that
is needed to write the points again.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.documents.model import Page
from app.errors import HINTS, Reason
from app.index.files import below
from app.index.next_index import NextIndex
from app.index.passages import Passage
from app.index.records import Problem, pack_terms, pack_words, unpack_terms
from app.index.words import indexed_words
from app.reading.jobs import PicturedPage

_WAITING = "waiting"
_OURS = (Reason.OCR_OFF, Reason.OCR_LIMIT)


@dataclass(frozen=True)
class OwnPage:
    """What a page has before its picture is recognised. title: of the document; first: whether
    the document has no passage yet; passages: ids and embedded headings of the page's own."""

    number: int | None
    text: str
    words: bytes
    title: str
    type: str
    first: bool
    passages: tuple[tuple[str, str, str], ...]  # id, heading, text


@dataclass(frozen=True)
class Settled:
    """Files that a page settled: how many are searchable now, and of files on the disk how many
    are done, searchable or not."""

    searchable: int = 0
    done: int = 0


class ScanTable:
    """On the connection of its owner; every method that writes is one transaction."""

    def __init__(self, db: sqlite3.Connection, next_index: NextIndex) -> None:
        self._db = db
        self._next = next_index

    def hashes(self) -> set[str]:
        """Documents that have no text at all until they are recognised."""
        rows = self._db.execute(
            "SELECT hash FROM documents WHERE pages > 0 AND pages = pages_without_text AND EXISTS"
            " (SELECT 1 FROM pages WHERE document = hash AND recognition = 'waiting')"
        )
        return {row[0] for row in rows}

    def settle(self, *, enabled: bool, most_pages: int) -> None:
        """Say of scans why they will not be recognised: switched off, or too many pages."""
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.execute(
                "UPDATE files SET state = 'waiting', reason = '', detail = '', hint = ''"
                " WHERE state = 'failed' AND document IS NOT NULL AND reason IN (?, ?)",
                _OURS,
            )
            reason = Reason.OCR_LIMIT if enabled else Reason.OCR_OFF
            for path, pages in self._db.execute(
                "SELECT path, (SELECT count(*) FROM pages WHERE pages.document = files.document"
                " AND recognition = 'waiting') AS waiting FROM files"
                " WHERE state = 'waiting' AND document IS NOT NULL AND waiting > ?",
                (most_pages if enabled else 0,),
            ).fetchall():
                shown = f"{pages} {'page' if pages == 1 else 'pages'} to recognise"
                detail = f"{shown}, more than the limit of {most_pages}" if enabled else shown
                self._db.execute(
                    "UPDATE files SET state = 'failed', reason = ?, detail = ?, hint = ?"
                    " WHERE path = ?",
                    (reason, detail, HINTS[reason], path),
                )

    def again(self, root: str) -> None:
        """Let pages below a root wait again whose recognition failed."""
        with self._db:
            self._db.execute(
                "UPDATE pages SET recognition = 'waiting' WHERE recognition != ''"
                " AND recognition != 'waiting' AND document IN (SELECT document FROM files"
                " WHERE path = ? OR (path > ? AND path < ?))",
                (root, *below(root)),
            )

    def pending(self, roots: Iterable[str], most_pages: int) -> list[PicturedPage]:
        """The pages to recognise below some roots: newest files first, one document at a time."""
        found: dict[tuple[str, int], tuple[int, PicturedPage]] = {}
        for root in roots:
            for row in self._db.execute(
                "SELECT pages.document, part, documents.type, path, container, locator, size,"
                " mtime_ns FROM pages JOIN files ON files.document = pages.document"
                " JOIN documents ON hash = pages.document WHERE recognition = 'waiting'"
                " AND recognition != '' AND (path = ? OR (path > ? AND path < ?))",
                (root, *below(root)),
            ):
                digest, part, kind, path, container, locator, size, mtime = row
                page = PicturedPage(
                    Path(container or path), locator, digest, kind, part, size, mtime
                )
                found.setdefault((digest, part), (mtime, page))
        counts = Counter(digest for digest, _ in found)
        allowed = [entry for (digest, _), entry in found.items() if counts[digest] <= most_pages]
        allowed.sort(key=lambda entry: (-entry[0], entry[1].digest, entry[1].part))
        return [page for _, page in allowed]

    def own(self, document: str, part: int) -> OwnPage | None:
        """What a page has itself; None when it does not wait any more."""
        row = self._db.execute(
            "SELECT number, text, words, title, type, NOT EXISTS (SELECT 1 FROM passages"
            " WHERE passages.document = hash) FROM pages JOIN documents ON hash = document"
            " WHERE document = ? AND part = ? AND recognition = 'waiting'",
            (document, part),
        ).fetchone()
        if row is None:
            return None
        passages = self._db.execute(
            "SELECT id, heading, start, end FROM passages WHERE document = ? AND part = ?"
            " ORDER BY start",
            (document, part),
        ).fetchall()
        texts = tuple((id_, heading, row[1][start:end]) for id_, heading, start, end in passages)
        number, text, words, title, kind, first = row
        return OwnPage(number, text, words, title, kind, bool(first), texts)

    def add(
        self,
        document: str,
        part: int,
        page: Page | None,
        title: str,
        passages: Sequence[Passage],
        terms: Mapping[int, int],
    ) -> Settled:
        """Put what was recognised in the place of a page; its document is work from now on.

        page: None when there is nothing new; title: the document's; terms: how the counts of the
        document's sparse terms change. At the document's last page files without any text get
        their reason.
        """
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            if page is not None:
                self._replace(document, part, page, title, passages)
                self._count(document, terms)
                self._next.spoil(document)
                self._db.execute("INSERT OR IGNORE INTO work VALUES (?)", (document,))
            self._mark(document, part, "")
            return self._settle(document, Reason.NO_TEXT, "text recognition found not one word")

    def fail(self, document: str, part: int, reason: Reason, detail: str) -> Settled:
        """Note why a page was not recognised."""
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            self._mark(document, part, reason)
            return self._settle(document, reason, detail)

    def _mark(self, document: str, part: int, recognition: str) -> None:
        self._db.execute(
            "UPDATE pages SET recognition = ? WHERE document = ? AND part = ?",
            (recognition, document, part),
        )

    def _replace(
        self, document: str, part: int, page: Page, title: str, passages: Sequence[Passage]
    ) -> None:
        self._db.execute(
            "UPDATE documents SET title = ?, pages_without_text = pages_without_text -"
            " (SELECT text = '' FROM pages WHERE document = hash AND part = ?) WHERE hash = ?",
            (title, part, document),
        )
        self._db.execute(
            "UPDATE pages SET text = ?, words = ? WHERE document = ? AND part = ?",
            (page.text, pack_words(page.words), document, part),
        )
        which = "FROM passages WHERE document = ? AND part = ?"
        self._db.execute(f"DELETE FROM words WHERE rowid IN (SELECT key {which})", (document, part))
        self._db.execute(f"DELETE {which}", (document, part))
        for passage in passages:
            insert_passage(self._db, document, passage)

    def _count(self, document: str, terms: Mapping[int, int]) -> None:
        (packed,) = self._db.execute(
            "SELECT terms FROM documents WHERE hash = ?", (document,)
        ).fetchone()
        now = Counter(unpack_terms(packed))
        now.update(terms)
        self._db.execute(
            "UPDATE documents SET terms = ? WHERE hash = ?", (pack_terms(+now), document)
        )
        count_terms(self._db, terms)

    def _settle(self, document: str, reason: Reason, detail: str) -> Settled:
        """Of scans: searchable with their first words; without any at the end, not at all."""
        blank, waits = self._db.execute(
            "SELECT pages = pages_without_text, EXISTS (SELECT 1 FROM pages"
            " WHERE document = hash AND recognition = 'waiting') FROM documents WHERE hash = ?",
            (document,),
        ).fetchone()
        which = "WHERE document = ? AND state = 'waiting' RETURNING container"
        if not blank:
            rows = self._db.execute(f"UPDATE files SET state = 'indexed' {which}", (document,))
            containers = [row[0] for row in rows]
            return Settled(len(containers), containers.count(""))
        if waits:
            return Settled()
        rows = self._db.execute(
            "UPDATE files SET state = 'failed', document = NULL, reason = ?, detail = ?, hint = ?"
            f" {which}",
            (reason, detail, HINTS[reason], document),
        )
        return Settled(0, [row[0] for row in rows].count(""))

    def counts(self) -> tuple[int, int, int]:
        """Pages that wait, that were not recognised, and how many of both have no text at all."""
        row = self._db.execute(
            "SELECT count(*) FILTER (WHERE recognition = 'waiting'),"
            " count(*) FILTER (WHERE recognition != 'waiting'),"
            " count(*) FILTER (WHERE text = '') FROM pages WHERE recognition != ''"
        ).fetchone()
        return int(row[0]), int(row[1]), int(row[2])

    def problems(self, *, enabled: bool, most_pages: int) -> list[Problem]:
        """Files with pages that wait for recognition or were not recognised, by path.

        Files that have a reason themselves are not among them.
        """
        found: dict[tuple[str, str], list[int]] = {}
        totals: dict[str, int] = {}
        for path, pages, part, state in self._db.execute(
            "SELECT path, documents.pages, part, recognition FROM pages"
            " JOIN files ON files.document = pages.document"
            " JOIN documents ON hash = pages.document"
            " WHERE recognition != '' AND files.state != 'failed' ORDER BY path, part"
        ):
            found.setdefault((path, state), []).append(part + 1)
            totals[path] = pages
        problems = []
        for (path, state), pages in found.items():
            reason = Reason(state) if state != _WAITING else Reason.OCR_OFF
            if state == _WAITING and enabled:
                reason = Reason.OCR_LIMIT if len(pages) > most_pages else Reason.OCR_WAITING
            detail = f"{'page' if len(pages) == 1 else 'pages'} {ranges(pages)} of {totals[path]}"
            problems.append(Problem(path, reason, detail, HINTS[reason]))
        return problems


def ranges(numbers: Sequence[int]) -> str:
    """Ascending numbers as a person writes them: "3, 5–7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)


def insert_passage(db: sqlite3.Connection, document: str, passage: Passage) -> None:
    """A passage and its words, in the transaction of the caller."""
    key = db.execute(
        "INSERT INTO passages (id, document, part, start, end, heading, language,"
        " place_kind, place, tail_start, tail_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            passage.id,
            document,
            passage.part,
            passage.start,
            passage.end,
            passage.heading,
            passage.language,
            passage.place.kind,
            passage.place.name,
            *passage.tail,
        ),
    ).lastrowid
    db.execute(
        "INSERT INTO words (rowid, text) VALUES (?, ?)", (key, indexed_words(passage.embedded))
    )


def count_terms(db: sqlite3.Connection, terms: Mapping[int, int], sign: int = 1) -> None:
    """Change in how many passages each sparse term occurs, in the transaction of the caller."""
    db.executemany(
        "INSERT INTO terms VALUES (?, ?) ON CONFLICT (term)"
        " DO UPDATE SET passages = passages + excluded.passages",
        [(term, sign * count) for term, count in terms.items()],
    )
