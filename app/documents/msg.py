"""Outlook messages, from their compound file.

After [MS-OXMSG] and [MS-OXRTFCP], Microsoft's specifications.
"""

import struct
from collections.abc import Iterator

import olefile

from app.documents.containers import Opened, RawMember
from app.documents.html import add_html
from app.documents.model import Document
from app.documents.ole import open_ole
from app.documents.rtf import rtf_page
from app.documents.source import Source
from app.documents.text import decode
from app.documents.text_tools import PageBuilder, clean, one_line
from app.errors import Reason, UnreadableFile

_SUBJECT, _BODY, _HTML, _RTF = 0x0037, 0x1000, 0x1013, 0x1009
_FROM, _FROM_ADDRESS, _FROM_SMTP, _TO, _CC = 0x0C1A, 0x0C1F, 0x5D01, 0x0E04, 0x0E03
_HEADERS = 0x007D
_DATA, _LONG_NAME, _NAME, _SHOWN_NAME = 0x3701, 0x3707, 0x3704, 0x3001
_CONTENT_ID = 0x3712
_LARGEST_RTF = 300 * 2**20  # bytes
_CODE_PAGES = (0x3FFD, 0x3FDE)
_Path = tuple[str, ...]


def read_msg(source: Source) -> Opened:
    """A message: subject, people and body; attachments and messages in it are its members.

    Raises UnreadableFile.
    """
    with open_ole(source) as ole:
        return _opened(ole, ())


def _opened(ole: olefile.OleFileIO, at: _Path) -> Opened:
    if not ole.exists([*at, "__properties_version1.0"]):
        raise UnreadableFile(Reason.CORRUPT, "it has no message inside")
    codec = _codec(ole, at)
    builder = PageBuilder()
    subject = one_line(_string(ole, at, _SUBJECT, codec))
    builder.add(subject, 1)
    sender = one_line(_string(ole, at, _FROM, codec))
    address = _string(ole, at, _FROM_SMTP, codec) or _string(ole, at, _FROM_ADDRESS, codec)
    if "@" in address and address not in sender:
        sender = f"{sender} <{one_line(address)}>".strip()
    people = (
        ("From", sender),
        ("To", one_line(_string(ole, at, _TO, codec))),
        ("Cc", one_line(_string(ole, at, _CC, codec))),
        ("Date", _date(_string(ole, at, _HEADERS, codec))),
    )
    builder.add("\n".join(f"{name}: {value}" for name, value in people if value))
    _add_body(ole, at, codec, builder)
    members = tuple(_members(ole, at, codec))
    return Opened(Document("msg", subject, (builder.page(None),)), members)


def _add_body(ole: olefile.OleFileIO, at: _Path, codec: str, builder: PageBuilder) -> None:
    """The plain body; else the web page, else the rich text."""
    body = _string(ole, at, _BODY, codec)
    if body.strip():
        for paragraph in clean(body).split("\n\n"):
            builder.add(paragraph)
    elif html := (_stream(ole, at, _HTML, "0102") or _string(ole, at, _HTML, codec).encode()):
        add_html(html, builder)
    elif rich := _stream(ole, at, _RTF, "0102"):
        _, (page,) = rtf_page(decompressed(rich))
        for block in page.blocks:
            builder.add(page.text[block.start : block.end], block.level)


def _members(ole: olefile.OleFileIO, at: _Path, codec: str) -> Iterator[RawMember]:
    folders = dict.fromkeys(
        entry[len(at)]
        for entry in ole.listdir(storages=True)
        if len(entry) > len(at)
        and tuple(entry[: len(at)]) == at
        and entry[len(at)].startswith("__attach_version1.0_#")
    )
    for number, folder in enumerate(folders, 1):
        place = (*at, folder)
        name = (
            _string(ole, place, _LONG_NAME, codec)
            or _string(ole, place, _NAME, codec)
            or _string(ole, place, _SHOWN_NAME, codec)
        )
        name = one_line(name).replace("/", "_").replace("\\", "_")
        inner = (*place, f"__substg1.0_{_DATA:04X}000D")
        if ole.exists([*inner, "__properties_version1.0"]):
            mail = _as_mail(_opened(ole, inner)) if len(at) < 8 else b""
            name = f"{name or f'message {number}'}.eml"
            yield RawMember(name, len(mail), lambda mail=mail: mail)  # type: ignore[misc]
            continue
        data = _stream(ole, place, _DATA, "0102")
        if _string(ole, place, _CONTENT_ID, codec) and data[:3] in _PICTURES:
            continue  # a picture that the body shows
        yield RawMember(name or f"attachment {number}", len(data), lambda data=data: data)  # type: ignore[misc]


_PICTURES = (b"\x89PN", b"\xff\xd8\xff", b"GIF", b"BM6")


def _as_mail(opened: Opened) -> bytes:
    """A message inside a message has no file of its own: written down as a plain mail."""
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["Subject"] = opened.document.title
    text = "\n\n".join(page.text for page in opened.document.pages)
    mail.set_content(text)
    for raw in opened.members:
        mail.add_attachment(
            raw.load(), maintype="application", subtype="octet-stream", filename=raw.name
        )
    return mail.as_bytes()


def _stream(ole: olefile.OleFileIO, at: _Path, tag: int, kind: str) -> bytes:
    path = [*at, f"__substg1.0_{tag:04X}{kind}"]
    return bytes(ole.openstream(path).read()) if ole.exists(path) else b""


def _string(ole: olefile.OleFileIO, at: _Path, tag: int, codec: str) -> str:
    if wide := _stream(ole, at, tag, "001F"):
        return wide.decode("utf-16-le", "replace").rstrip("\0")
    narrow = _stream(ole, at, tag, "001E").rstrip(b"\0")
    if not narrow:
        return ""
    try:
        return narrow.decode(codec)
    except UnicodeDecodeError:
        return decode(narrow)


def _codec(ole: olefile.OleFileIO, at: _Path) -> str:
    """The code page that a message says its narrow strings are in; cp1252 when it says none."""
    data = ole.openstream([*at, "__properties_version1.0"]).read()
    for place in range(24 if at else 32, len(data) - 15, 16):
        tag, _, value = struct.unpack_from("<III", data, place)
        if tag >> 16 in _CODE_PAGES and value:
            name = "utf-8" if value == 65001 else f"cp{value}"
            try:
                "".encode(name)
            except LookupError:
                continue
            return name
    return "cp1252"


def _date(headers: str) -> str:
    for line in headers.splitlines():
        if line.lower().startswith("date:"):
            return one_line(line[5:])
    return ""


_DICTIONARY = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    b"\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
    b"\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)


def decompressed(data: bytes) -> bytes:
    """Rich text unpacked from its LZ77 form with a window of 4096 bytes ([MS-OXRTFCP])."""
    if len(data) < 16:
        return b""
    _, size, kind = struct.unpack_from("<II4s", data)
    if kind == b"MELA":
        return data[16:]
    out = bytearray(_DICTIONARY)  # the window is the end of what was written so far
    limit = min(size, _LARGEST_RTF) + len(_DICTIONARY)
    place = 16
    while place < len(data) and len(out) < limit:
        control = data[place]
        place += 1
        for bit in range(8):
            if place + (control >> bit & 1) >= len(data):
                break
            if not control >> bit & 1:
                out.append(data[place])
                place += 1
                continue
            token = data[place] << 8 | data[place + 1]
            place += 2
            back = (len(out) - (token >> 4)) % 4096
            if not back:
                return bytes(out[len(_DICTIONARY) :])
            for _ in range((token & 0xF) + 2):
                out.append(out[-back] if back <= len(out) else 0)
    return bytes(out[len(_DICTIONARY) :])
