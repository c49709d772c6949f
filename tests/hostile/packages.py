"""Hostile files made of zip, XML and pictures."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BILLION = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 12}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
_OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'


def packed(members: dict[str, bytes | str]) -> bytes:
    """A zip file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def docx(body: str, prolog: str = "", **more: bytes | str) -> bytes:
    """A Word file with this body."""
    document = f"{prolog}<w:document {_W}><w:body>{body}</w:body></w:document>"
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    return packed({"[Content_Types].xml": types, "word/document.xml": document, **more})


def _words(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _nested(depth: int) -> str:
    opening, closing = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return opening * depth + _words("deep inside") + closing * depth


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(2**20), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def _zip_of_zips(depth: int) -> bytes:
    content: dict[str, bytes | str] = {"note.txt": "at the bottom"}
    for number in range(depth):
        content = {f"{number}.zip": packed(content)}
    return packed(content)


def files() -> Iterator[tuple[str, bytes]]:
    """Name and content of each."""
    whole = docx(_words("A Word file about nothing."))
    yield "truncated.docx", whole[: len(whole) // 2]
    yield "without text part.docx", packed({"[Content_Types].xml": "<x/>"})
    yield "bomb.docx", docx(" " * 700_000_000)
    yield (
        "many members.docx",
        docx(_words("crowded"), **{f"word/media/{n}.bin": b"" for n in range(70_000)}),
    )
    yield "billion laughs.docx", docx(_words("&i;"), _BILLION)
    yield "outside entity.docx", docx(_words("Stolen: &i;"), _OUTSIDE)
    yield "nested tables.docx", docx(_nested(20_000))
    yield "surrogates.docx", docx(_words("half &#xD800; a letter"))
    yield "zip slip.docx", docx(_words("climbs out"), **{"../../../../tmp/slipped.txt": "out"})
    yield "old or locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000)
    yield "plain text.docx", b"This was renamed by hand."
    yield "a PDF.docx", b"%PDF-1.4 renamed"
    yield "zip slip.zip", packed({"../../slipped.txt": "out", "/etc/slipped.txt": "out"})
    yield "bomb.zip", packed({f"{n}.txt": bytes(300_000_000) for n in range(2)})
    yield "nested.zip", _zip_of_zips(40)
    yield "bomb.xlsx", packed({"xl/workbook.xml": " " * 300_000_000, "[Content_Types].xml": "<x/>"})
    yield "bomb.epub", packed({"mimetype": "application/epub+zip", "a.xhtml": "<p>" * 90_000_000})
    yield "laughs.xml", f"{_BILLION}<x>&i;</x>".encode()
    yield "laughs.svg", f"{_BILLION}<svg>&i;</svg>".encode()
    yield "outside.xml", f"{_OUTSIDE}<x>&i;</x>".encode()
    yield "huge picture.png", _png(60_000, 60_000)
    yield "directory loop.tiff", b"II*\0\x08\0\0\0" + struct.pack("<HI", 0, 8)
    yield "truncated.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\0"
    part = b"Content-Type: multipart/mixed; boundary=b\n\n--b\n"
    yield "nested.eml", b"Subject: deep\n" + part * 2000
    yield "nested.json", b"[" * 300_000
    yield "nested.rtf", b"{\\rtf1 " + b"{" * 300_000
