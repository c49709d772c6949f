"""Old Word documents (97 to 2003): their text by its piece table.

After [MS-DOC], Microsoft's specification: the FIB names the piece table (Clx), which names where
in the WordDocument stream the characters stand and how they are encoded.
"""

import re
import struct

from app.documents.model import Document
from app.documents.ole import open_ole, title_of
from app.documents.source import Source
from app.documents.text_tools import PageBuilder, clean
from app.errors import Reason, UnreadableFile

_MAGIC = {0xA5EC, 0xA5DC}
_FIRST_VERSION = 0x00C1  # of Word 97; older ones have no piece table of this kind
_ENCRYPTED = 0x0100
_TABLE_1 = 0x0200
_CLX = 0x01A2  # where the FIB has the place and size of the piece table
_FIELD_CODE = re.compile("\x13[^\x13\x14\x15]*(?:\x14|(?=\x15))")
_CELLS = re.compile("\x07")
# The code pages of Word's languages are not needed: compressed pieces are always cp1252.
_SINGLE = "cp1252"
_OLD_WORD = 0x0065  # Word 6 and 95 keep plain bytes at a place the FIB names


def read_doc(source: Source) -> Document:
    """The text of a .doc file: body, notes, headers, comments, text boxes.

    Raises UnreadableFile.
    """
    with open_ole(source) as ole:
        if not ole.exists("WordDocument"):
            raise UnreadableFile(Reason.CORRUPT, "it has no Word document inside")
        main = ole.openstream("WordDocument").read()
        if len(main) < 34 or struct.unpack_from("<H", main)[0] not in _MAGIC:
            raise UnreadableFile(Reason.CORRUPT, "it has no Word document inside")
        version, flags = struct.unpack_from("<H", main, 2)[0], struct.unpack_from("<H", main, 10)[0]
        if flags & _ENCRYPTED:
            raise UnreadableFile(Reason.PASSWORD, "it is locked with a password")
        if version < _FIRST_VERSION:
            text = _old_text(main)
        else:
            table = ole.openstream("1Table" if flags & _TABLE_1 else "0Table").read()
            try:
                text = _text(main, table)
            except struct.error:
                raise UnreadableFile(Reason.CORRUPT, "its piece table is damaged") from None
        title = title_of(ole)
    builder = PageBuilder()
    for paragraph in re.split("[\r\x0c\x0e]", _without_fields(text)):
        if "\x07" in paragraph:
            _add_rows(paragraph, builder)
        else:
            builder.add(_cleaned(paragraph))
    return Document("doc", title, (builder.page(None),))


def _text(main: bytes, table: bytes) -> str:
    place, size = struct.unpack_from("<II", main, _CLX)
    clx = table[place : place + size]
    at = 0
    while at < len(clx) and clx[at] == 1:  # formatting of pieces, not needed
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at >= len(clx) or clx[at] != 2:
        raise UnreadableFile(Reason.CORRUPT, "its piece table is damaged")
    length = struct.unpack_from("<I", clx, at + 1)[0]
    pieces = clx[at + 5 : at + 5 + length]
    count = (len(pieces) - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", pieces)
    parts = []
    total = 0
    for number in range(count):
        characters = bounds[number + 1] - bounds[number]
        start = struct.unpack_from("<I", pieces, 4 * (count + 1) + 8 * number + 2)[0]
        if characters < 0:
            continue
        if start & 0x40000000:
            start = (start & 0x3FFFFFFF) // 2
            piece = main[start : start + characters].decode(_SINGLE, "replace")
        else:
            piece = main[start : start + 2 * characters].decode("utf-16-le", "replace")
        total += len(piece)
        if total > 2 * len(main):  # pieces that overlap would multiply
            raise UnreadableFile(Reason.CORRUPT, "its piece table is damaged")
        parts.append(piece)
    return "".join(parts)


def _old_text(main: bytes) -> str:
    start, end = struct.unpack_from("<II", main, 24)
    if not start < end <= len(main):
        raise UnreadableFile(Reason.CORRUPT, "its text cannot be found")
    return main[start:end].decode(_SINGLE, "replace")


def _without_fields(text: str) -> str:
    """Fields by what they show: "\\x13 PAGE \\x14 3 \\x15" is "3"."""
    while True:
        text, replaced = _FIELD_CODE.subn("", text)
        if not replaced:
            return text.replace("\x15", "").replace("\x14", "").replace("\x13", "")


def _add_rows(paragraph: str, builder: PageBuilder) -> None:
    """Cells end with a mark; an empty one ends the row."""
    for row in paragraph.split("\x07\x07"):
        cells = (_cleaned(cell).strip() for cell in row.split("\x07"))
        builder.add(" | ".join(" ".join(cell.split()) for cell in cells if cell))


def _cleaned(text: str) -> str:
    text = text.replace("\x0b", "\n").replace("\x1e", "-").replace("\x1f", "")
    return clean(text.replace("\xa0", " "))
