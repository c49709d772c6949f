"""Mails, mailboxes and saved web pages (MHTML), by the standard library's parser."""

import mimetypes
import re
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from itertools import pairwise

from app.documents.containers import Opened, RawMember
from app.documents.html import add_html
from app.documents.model import Document
from app.documents.source import Source
from app.documents.text import decode
from app.documents.text_tools import PageBuilder, clean, one_line
from app.errors import Reason, UnreadableFile

_SHOWN = ("From", "To", "Cc", "Date")
# Parts of the sending itself, not documents: signatures.
_SIGNATURES = {"application/pgp-signature", "application/pkcs7-signature"}
_SIGNATURES |= {"application/x-pkcs7-signature"}
_ENCRYPTED = {"application/pgp-encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
_SEPARATOR = re.compile(rb"^From .*\d\d:\d\d.*\n(?=[\w-]+:|[ >])", re.MULTILINE)
_SUBJECT = re.compile(rb"^subject:.*(?:\n[ \t].*)*", re.MULTILINE | re.IGNORECASE)
_CID = re.compile(r"cid:([^\"'\s>)]+)", re.IGNORECASE)

_Mail = Message  # with the old policy: the new one raises at headers of old programs


def read_eml(source: Source) -> Opened:
    """A mail: subject, people and body; attachments and forwarded mails are its members.

    Raises UnreadableFile.
    """
    return _opened(_parsed(source.data()), "eml")


def read_mhtml(source: Source) -> Document:
    """A web page saved with its pictures: its text alone. Raises UnreadableFile."""
    mail = _parsed(source.data())
    builder = PageBuilder()
    title = ""
    for part in mail.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            title = add_html(_text(part), builder) or title
        elif part.get_content_type() == "text/plain":
            builder.add(clean(_text(part)))
    return Document("mhtml", title or _header(mail, "Subject"), (builder.page(None),))


def read_mbox(source: Source) -> Opened:
    """A mailbox; every mail in it is a member. Raises UnreadableFile."""
    data = source.data()
    starts = [match.start() for match in _SEPARATOR.finditer(data)]
    if not starts or data[: starts[0]].strip():
        raise UnreadableFile(Reason.CORRUPT, "it does not look like a mailbox inside")
    return Opened(Document("mbox", "", ()), _mails(data, [*starts, len(data)]))


def _mails(data: bytes, bounds: Sequence[int]) -> Iterator[RawMember]:
    for number, (start, end) in enumerate(pairwise(bounds), 1):
        begin = data.index(b"\n", start) + 1
        head = data[begin : min(end, begin + 20_000)]
        shown = _SUBJECT.search(head.split(b"\n\n")[0])  # parsing all headers would take as long
        subject = _subject(shown.group()) if shown else ""
        name = f"{number:04} {subject or 'mail'}".replace("/", "_").replace("\\", "_")

        def load(begin: int = begin, end: int = end) -> bytes:
            return re.sub(rb"(?m)^>(>*From )", rb"\1", data[begin:end])

        yield RawMember(f"{name[:90]}.eml", end - begin, load)


def _subject(header: bytes) -> str:
    """What a subject line says that may go on over several lines."""
    if not header.isascii():
        return _header(message_from_bytes(header), "Subject")
    return one_line(_decoded(header.decode("ascii").partition(":")[2].strip()))


def _parsed(data: bytes) -> _Mail:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]:
        data = decode(data).lstrip("\ufeff").encode()
    mail = message_from_bytes(data, policy=policy.compat32)
    if not mail.keys():
        raise UnreadableFile(Reason.CORRUPT, "it does not look like a mail inside")
    return mail


def _opened(mail: _Mail, kind: str) -> Opened:
    bodies, attachments = _parted(mail)
    builder = PageBuilder()
    subject = _header(mail, "Subject")
    builder.add(subject, 1)
    shown = ((name, _header(mail, name)) for name in _SHOWN)
    builder.add("\n".join(f"{name}: {value}" for name, value in shown if value))
    pictured: set[str] = set()
    for part in bodies:
        text = _text(part)
        if part.get_content_subtype() == "html":
            pictured |= set(_CID.findall(text))
            add_html(text, builder)
        else:
            for paragraph in re.split(r"\n[ \t]*\n", clean(text)):
                builder.add(paragraph)
    if not bodies and any(part.get_content_type() in _ENCRYPTED for part in attachments):
        raise UnreadableFile(Reason.PASSWORD, "the mail is encrypted")
    kept = [part for part in attachments if not _is_decoration(part, pictured)]
    return Opened(Document(kind, subject, (builder.page(None),)), _members(kept))


def _parted(mail: _Mail) -> tuple[list[_Mail], list[_Mail]]:
    """The parts that are the text of a mail, and those attached to it."""
    bodies: list[_Mail] = []
    attached: list[_Mail] = []
    stack = [mail]
    while stack:
        part = stack.pop()
        kind = part.get_content_type()
        inner = part.get_payload()
        if part.get_content_disposition() == "attachment" or kind == "message/rfc822":
            attached.append(part)
        elif kind == "multipart/alternative" and isinstance(inner, list):
            chosen = _best([child for child in inner if isinstance(child, Message)])
            stack.extend(reversed(chosen))
        elif isinstance(inner, list):
            stack.extend(child for child in reversed(inner) if isinstance(child, Message))
        elif kind in ("text/plain", "text/html") and not part.get_filename():
            bodies.append(part)
        else:
            attached.append(part)
    return bodies, attached


def _best(versions: list[_Mail]) -> list[_Mail]:
    """Of the same text twice, the plain one unless it is a mere stub; of other things, all."""
    plain = [part for part in versions if part.get_content_type() == "text/plain"]
    rich = [part for part in versions if part not in plain]
    as_html = [p for p in rich if any(q.get_content_type() == "text/html" for q in p.walk())]
    if plain and as_html:
        if not _is_stub(plain, as_html):
            # What stands beside the HTML may be an attachment all the same.
            beside = [q for p in as_html if p.is_multipart() for q in p.walk()]
            rest = [p for p in rich if p not in as_html]
            return plain + rest + [q for q in beside if q.get_content_maintype() not in _BODY]
        return rich
    return versions


_BODY = ("text", "multipart", "image")


def _is_stub(plain: list[_Mail], rich: list[_Mail]) -> bool:
    """Whether the plain version only says that there is another one."""
    texts = [_text(part) for part in plain]
    markup = sum(len(str(q.get_payload())) for p in rich for q in p.walk() if not q.is_multipart())
    if 20 * sum(map(len, texts)) > markup:
        return False
    words = sum(len(text.split()) for text in texts)
    return words < 0.5 * sum(_words_of_html(part) for part in rich)


def _words_of_html(part: _Mail) -> int:
    builder = PageBuilder()
    for inner in part.walk():
        if inner.get_content_type() == "text/html":
            add_html(_text(inner), builder)
    return len(builder.page(None).text.split())


def _is_decoration(part: _Mail, pictured: set[str]) -> bool:
    """A signature, or a picture that the text shows: part of the mail, not attached to it."""
    identity = str(part.get("Content-ID", "")).strip("<> \t\r\n")
    return part.get_content_type() in _SIGNATURES or (
        part.get_content_maintype() == "image" and identity in pictured and bool(identity)
    )


def _members(parts: Sequence[_Mail]) -> Iterator[RawMember]:
    for number, part in enumerate(parts, 1):
        payload = part.get_payload()
        size = len(payload) if isinstance(payload, str) else 0
        yield RawMember(_name(part, number), size, lambda part=part: _bytes(part))  # type: ignore[misc]


def _bytes(part: _Mail) -> bytes:
    payload = part.get_payload()
    if isinstance(payload, list):
        inner = payload[0] if part.get_content_type() == "message/rfc822" and payload else part
        if isinstance(inner, Message) and not inner.keys():
            return _undone(part, str(inner.get_payload()))
        if isinstance(inner, Message):
            return inner.as_bytes(policy=policy.compat32.clone(max_line_length=None))
    decoded = part.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) else b""


def _undone(part: _Mail, text: str) -> bytes:
    """A forwarded mail that was encoded against the rules, so that its parser saw no header."""
    wrapping = Message()
    wrapping["Content-Transfer-Encoding"] = str(part.get("Content-Transfer-Encoding", "7bit"))
    wrapping.set_payload(text)
    decoded = wrapping.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) else b""


def _name(part: _Mail, number: int) -> str:
    raw = part.get_filename()
    name = _decoded(raw).replace("/", "_").replace("\\", "_") if raw else ""
    kind = part.get_content_type()
    if kind == "message/rfc822":
        payload = part.get_payload()
        inner = payload[0] if isinstance(payload, list) and payload else None
        if not name and isinstance(inner, Message):
            name = _header(inner, "Subject").replace("/", "_").replace("\\", "_")[:90]
        return name if name.lower().endswith(".eml") else f"{name or f'mail {number}'}.eml"
    if not name:
        name = f"attachment {number}"
    if "." not in name[-6:]:
        name += mimetypes.guess_extension(kind) or ""
    return name


def _text(part: _Mail) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    charset = part.get_content_charset()
    if charset and charset not in ("us-ascii", "ascii"):
        try:
            return data.decode(charset)
        except (LookupError, UnicodeDecodeError):
            pass  # a wrong declaration is common; what the bytes look like decides
    return decode(data) if data else ""


def _header(mail: _Mail, name: str) -> str:
    value = mail.get(name)
    return one_line(_decoded(value)) if value is not None else ""


def _decoded(value: object) -> str:
    """A header with its encoded words as letters; as it stands when they are broken."""
    if isinstance(value, str) and "=?" not in value and value.isascii():
        return value
    try:
        return str(make_header(decode_header(str(value))))
    except (LookupError, ValueError, UnicodeError):
        return str(value)
