"""Old PowerPoint presentations (97 to 2003), slide by slide.

After [MS-PPT], Microsoft's specification: the newest edit names a directory of objects, the
document lists its slides with the text of their outlines, other text stands in their shapes.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.documents.model import Document, Page
from app.documents.ole import open_ole, title_of
from app.documents.source import Source
from app.documents.text_tools import PageBuilder, clean, first_of, one_line
from app.errors import Reason, UnreadableFile

_ENCRYPTED = 0xF3D1C4DF
_DOCUMENT, _SLIDE_LIST, _SLIDE_ENTRY = 1000, 4080, 1011
_USER_EDIT, _DIRECTORY, _NOTES_ATOM = 4085, 6002, 1009
_KIND_OF_TEXT, _UTF16, _BYTES = 3999, 4000, 4008
_TITLES = (0, 6)  # kinds of text


@dataclass(frozen=True)
class _Record:
    instance: int
    kind: int
    start: int  # of its content
    end: int
    is_container: bool


@dataclass
class _Slide:
    object: int  # in the directory
    id: int
    texts: list[tuple[int, str]] = field(default_factory=list)  # kind of text, text


def read_ppt(source: Source) -> Document:
    """A page a slide, its notes below. Raises UnreadableFile."""
    with open_ole(source) as ole:
        if not ole.exists("PowerPoint Document"):
            raise UnreadableFile(Reason.CORRUPT, "it has no presentation inside")
        data = ole.openstream("PowerPoint Document").read()
        user = ole.openstream("Current User").read() if ole.exists("Current User") else b""
        title = title_of(ole)
    if len(user) >= 20 and struct.unpack_from("<I", user, 12)[0] == _ENCRYPTED:
        raise UnreadableFile(Reason.PASSWORD, "it is locked with a password")
    try:
        pages = tuple(_pages(data, user))
    except struct.error:
        raise UnreadableFile(Reason.CORRUPT, "its inner structure is damaged") from None
    return Document("ppt", title or first_of(pages), pages)


def _pages(data: bytes, user: bytes) -> Iterator[Page]:
    directory, root = _directory(data, user)
    start = directory.get(root, -1)
    slides: list[_Slide] = []
    notes: list[_Slide] = []
    for record in _records(data, start, start + 8 if start >= 0 else 0, deep=False):
        if record.kind == _DOCUMENT:
            for part in _records(data, record.start, record.end, deep=False):
                if part.kind == _SLIDE_LIST and part.instance in (0, 2):
                    (slides if part.instance == 0 else notes).extend(_listed(data, part))
    if not slides:  # nothing lists them: all the text there is, in the order of the file
        yield _page(1, _texts(data, 0, len(data)))
        return
    noted = {}
    for note in notes:
        slide, texts = _note(data, directory.get(note.object, len(data)))
        noted[slide] = note.texts + texts
    for number, slide_ in enumerate(slides, 1):
        at = directory.get(slide_.object, len(data))
        texts = slide_.texts + _texts(data, *_extent(data, at))
        yield _page(number, texts + [(2, text) for _, text in noted.get(slide_.id, [])])


def _page(number: int, texts: list[tuple[int, str]]) -> Page:
    builder = PageBuilder()
    for kind, text in texts:
        if kind in _TITLES:
            builder.add(one_line(text), 2)
        elif text.strip() != "*":  # where the slide's number would be shown
            for paragraph in text.split("\r"):
                builder.add(clean(paragraph.replace("\x0b", "\n")))
    return builder.page(number, "slide")


def _directory(data: bytes, user: bytes) -> tuple[dict[int, int], int]:
    """Place of each object, by its number, and the number of the document."""
    places: dict[int, int] = {}
    root = 0
    edit = struct.unpack_from("<I", user, 16)[0] if len(user) >= 20 else 0
    seen: set[int] = set()
    while 0 < edit <= len(data) - 28 and edit not in seen:
        seen.add(edit)
        if struct.unpack_from("<H", data, edit + 2)[0] != _USER_EDIT:
            break
        before, table, document = struct.unpack_from("<III", data, edit + 16)
        root = root or document
        for number, place in _entries(data, table):
            places.setdefault(number, place)
        edit = before
    return places, root


def _entries(data: bytes, table: int) -> Iterator[tuple[int, int]]:
    if table > len(data) - 8 or struct.unpack_from("<H", data, table + 2)[0] != _DIRECTORY:
        return
    at, end = _extent(data, table)
    at += 8
    while at + 4 <= end:
        head = struct.unpack_from("<I", data, at)[0]
        at += 4
        for number in range(head >> 20):
            if at + 4 > end:
                return
            yield (head & 0xFFFFF) + number, struct.unpack_from("<I", data, at)[0]
            at += 4


def _extent(data: bytes, at: int) -> tuple[int, int]:
    """Start, with its head, and end of the record that stands somewhere."""
    if at > len(data) - 8:
        return len(data), len(data)
    return at, min(len(data), at + 8 + int(struct.unpack_from("<I", data, at + 4)[0]))


def _records(data: bytes, start: int, end: int, *, deep: bool) -> Iterator[_Record]:
    """The records of a stretch; deep: with those inside containers, in order."""
    at = start
    while 0 <= at < end and at + 8 <= len(data):
        head, kind, size = struct.unpack_from("<HHI", data, at)
        is_container = head & 0xF == 0xF
        stop = min(at + 8 + size, len(data))
        yield _Record(head >> 4, kind, at + 8, stop, is_container)
        at = at + 8 if deep and is_container else stop


def _texts(data: bytes, start: int, end: int) -> list[tuple[int, str]]:
    """Kind and text of every run of text in a stretch."""
    found = []
    kind = 4
    for record in _records(data, start, end, deep=True):
        content = data[record.start : record.end] if record.kind in _OF_TEXT else b""
        if record.kind == _KIND_OF_TEXT and len(content) >= 4:
            kind = int(struct.unpack_from("<I", content)[0])
        elif record.kind == _UTF16:
            found.append((kind, content.decode("utf-16-le", "replace")))
        elif record.kind == _BYTES:
            found.append((kind, content.decode("latin-1")))
    return found


_OF_TEXT = (_KIND_OF_TEXT, _UTF16, _BYTES)


def _listed(data: bytes, part: _Record) -> list[_Slide]:
    """The slides of a list, with the text of their outlines."""
    slides: list[_Slide] = []
    kind = 4
    for record in _records(data, part.start, part.end, deep=False):
        content = data[record.start : record.end]
        if record.kind == _SLIDE_ENTRY and len(content) >= 16:
            slides.append(_Slide(*struct.unpack_from("<I8xI", content)))
        elif record.kind == _KIND_OF_TEXT and len(content) >= 4:
            kind = int(struct.unpack_from("<I", content)[0])
        elif record.kind == _UTF16 and slides:
            slides[-1].texts.append((kind, content.decode("utf-16-le", "replace")))
        elif record.kind == _BYTES and slides:
            slides[-1].texts.append((kind, content.decode("latin-1")))
    return slides


def _note(data: bytes, at: int) -> tuple[int, list[tuple[int, str]]]:
    """The slide that a notes page belongs to, and its text."""
    start, end = _extent(data, at)
    slide = 0
    for record in _records(data, start, end, deep=True):
        if record.kind == _NOTES_ATOM and record.end - record.start >= 4:
            slide = int(struct.unpack_from("<I", data, record.start)[0])
            break
    return slide, _texts(data, start, end)
