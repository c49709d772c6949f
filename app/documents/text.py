"""Plain text in whatever encoding it comes."""

import codecs
import re

from charset_normalizer import from_bytes

from app.documents.formats import type_of
from app.documents.model import Document, Page
from app.documents.source import Source
from app.documents.text_tools import PageBuilder, clean
from app.errors import Reason, UnreadableFile

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_SAMPLE = 200_000  # bytes that the encoding is guessed from


def read_text(source: Source) -> Document:
    """A text file; lines are kept, blank lines separate paragraphs. Raises UnreadableFile."""
    page = text_page(clean(decode(source.data())))
    return Document(type_of(source.name), "", (page,))


def text_page(text: str) -> Page:
    """Clean text as a page that counts lines."""
    builder = PageBuilder()
    line, end = 1, 0
    for gap in _BLANK_LINES.finditer(text):
        builder.add(text[end : gap.start()], at=line)
        line += text.count("\n", end, gap.end())
        end = gap.end()
    builder.add(text[end:], at=line)
    return builder.page(None, "lines")


def decode(data: bytes) -> str:
    """Text from bytes: by byte order mark, as UTF-8, as UTF-16, else by a guess.

    Raises UnreadableFile (CORRUPT) when it is no text in any of them.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if text and "\0" not in text:
        return text
    if data.count(0) > len(data) // 50:
        return _utf16(data)
    guess = from_bytes(data[:_SAMPLE]).best()
    text = data.decode(guess.encoding if guess else "cp1252", "replace")
    if _share_of_controls(text) > 0.05:
        raise UnreadableFile(Reason.CORRUPT, "there is no text inside but binary data")
    return text


def _utf16(data: bytes) -> str:
    """UTF-16 without a byte order mark: Western text has its zero bytes on one side."""
    sides = data[0::2].count(0), data[1::2].count(0)
    text = data.decode("utf-16-be" if sides[0] > sides[1] else "utf-16-le", "replace")
    if min(sides) * 4 > max(sides) or _share_of_controls(text) > 0.05:
        raise UnreadableFile(Reason.CORRUPT, "there is no text inside but binary data")
    return text


def _share_of_controls(text: str) -> float:
    bad = sum(1 for char in text if (ord(char) < 32 and char not in "\t\n\r\f") or char == "\ufffd")
    return bad / max(1, len(text))
