"""What the catalogue keeps and returns."""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from app.documents.model import Document, Words
from app.documents.place import Place
from app.index.passages import Passage


@dataclass(frozen=True)
class FileStamp:
    """A file as the scan saw it: enough to tell whether it changed. mtime_ns since the epoch.

    inode: what stays with a file when it is renamed; 0 when the system does not tell.
    """

    path: str
    type: str
    size: int
    mtime_ns: int
    inode: int = field(default=0, compare=False)


@dataclass(frozen=True)
class FileRecord:
    """A file as the catalogue knows it. document: content hash, None unless it was read.

    waiting: seen, but never read so far; searchable: read, and no scan that waits for recognition;
    reason: why it is not searchable, "" when it is; members: how many documents inside it are
    searchable; unread: how many are not.
    """

    id: int
    stamp: FileStamp
    document: str | None
    reader_version: int
    waiting: bool
    searchable: bool
    reason: str
    members: int = 0
    unread: int = 0


@dataclass(frozen=True)
class Root:
    """A folder or file the user asked for.

    online: whether the last look reached it; mount: the mount point it was on then; excluded:
    entries left out by rule; include, exclude: patterns in gitignore's syntax.
    """

    path: str
    online: bool = True
    paused: bool = False
    mount: str = ""
    excluded: int = 0
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True)
class Problem:
    """A file that is not searchable: why, and what the user can do."""

    path: str
    reason: str
    detail: str
    hint: str


@dataclass(frozen=True)
class Entry:
    """A file, or a member of a container, on its way into the catalogue.

    document: content hash, None with a problem; container: path of the file that a member is in,
    "" for a file itself; locator: the way to the member, numbers with "/" between. scan: all its
    text is still to be recognised.
    """

    stamp: FileStamp
    document: str | None
    problem: Problem | None = None
    container: str = ""
    locator: str = ""
    scan: bool = False


@dataclass(frozen=True)
class NewDocument:
    """A document ready to be committed.

    terms: sparse term -> number of its passages that have it.
    """

    hash: str
    document: Document
    passages: tuple[Passage, ...]
    terms: Mapping[int, int]


@dataclass(frozen=True)
class FoundPassage:
    """A passage with what a hit shows of it.

    page: of pages and slides, from 1, else None; part: which page of the document, from 0; place:
    where it is for a person; text: the passage; start, end: its place in the page's text; paths:
    every copy, sorted; tail: as of Passage.
    """

    id: str
    document: str
    type: str
    title: str
    heading: str
    page: int | None
    part: int
    place: Place
    start: int
    end: int
    text: str
    paths: tuple[str, ...]
    tail: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Totals:
    """Counts over the catalogue. A document inside a file, such as an attachment, is a file, too.

    files_waiting: seen, but not read so far, or a scan whose text is still to be recognised;
    members: how many of the files are inside others;
    entries_excluded: left out by rule, a folder counting as one. A file that changed counts as
    indexed until it was read again. Pages: all have text, wait for recognition, were not
    recognised for some reason, or are without text; those that wait may have a little text.
    """

    files_indexed: int
    files_failed: int
    files_waiting: int
    members: int
    entries_excluded: int
    documents: int
    pages: int
    pages_waiting: int
    pages_unrecognised: int
    pages_without_text: int
    passages: int

    @property
    def pages_with_text(self) -> int:
        """Pages whose whole text is searchable."""
        others = self.pages_waiting + self.pages_unrecognised + self.pages_without_text
        return self.pages - others

    @property
    def files_seen(self) -> int:
        """Everything that was found: searchable, with a problem, waiting or left out."""
        return self.files_indexed + self.files_failed + self.files_waiting + self.entries_excluded


def pack_words(words: Words) -> bytes:
    """Spans and boxes in a compressed form; a box keeps 16 bits a side (0.01 mm on A4)."""
    boxes = np.clip(np.rint(words.boxes * 65535), 0, 65535).astype("<u2")
    raw = struct.pack("<I", len(words.spans)) + words.spans.astype("<i4").tobytes()
    return zlib.compress(raw + boxes.tobytes(), 6)


def unpack_words(data: bytes) -> Words:
    """The words packed by pack_words."""
    raw = zlib.decompress(data)
    (count,) = struct.unpack_from("<I", raw)
    spans = np.frombuffer(raw, "<i4", 2 * count, 4).reshape(count, 2)
    boxes = np.frombuffer(raw, "<u2", 4 * count, 4 + 8 * count).reshape(count, 4)
    return Words(spans.astype(np.int32), (boxes / 65535).astype(np.float32))


def pack_terms(terms: Mapping[int, int]) -> bytes:
    """Term ids and counts in a compressed form."""
    pairs = np.array(sorted(terms.items()), "<u4").reshape(-1, 2)
    return zlib.compress(pairs.tobytes(), 6)


def unpack_terms(data: bytes) -> dict[int, int]:
    """The terms packed by pack_terms."""
    pairs = np.frombuffer(zlib.decompress(data), "<u4").reshape(-1, 2)
    return {int(term): int(count) for term, count in pairs}
