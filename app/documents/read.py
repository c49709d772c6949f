"""One door to all readers: a file in, a Document or its reason out."""

import importlib
import logging
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from app.documents import formats, passwords, sniff
from app.documents.containers import NO_FAULTS, Fault, Opened, member_source, read_members
from app.documents.locked import check, unlocked_office
from app.documents.model import Document, Member
from app.documents.source import Source, content_digest
from app.errors import Reason, UnreadableFile

READER_VERSION = 5  # raised whenever a reader makes something else of the same file

# What programs write as plain text under the ending of an Office format.
_TEXT_INSIDE = {"doc": "txt", "rtf": "txt", "xls": "tsv"}
_MAILS = ("eml", "mhtml", "mbox")
_log = logging.getLogger(__name__)


def read(path: Path) -> Document:
    """Read a file of a supported format; raises UnreadableFile and nothing else.

    Whatever a library throws at a hostile file counts as damage to that file, not as our end.
    The members of a container come with it, each with what was read or why it was not.
    """
    return read_source(Source.of(path))


def read_source(source: Source, around: tuple[str, ...] = ()) -> Document:
    """Read a file, or a member of the containers whose types are `around` it, outermost first.

    Raises UnreadableFile and nothing else.
    """
    document, *members = read_parts(source, around)
    assert isinstance(document, Document)
    return replace(document, members=tuple(m for m in members if isinstance(m, Member)))


def read_parts(
    source: Source,
    around: tuple[str, ...] = (),
    start: int = 0,
    known: Mapping[int, Fault] = NO_FAULTS,
) -> Iterator[Document | Member]:
    """A file piece by piece: its own document, then one member after the other, if it has any.

    start, known: see read_members. Raises UnreadableFile and nothing else, also at the end: for a
    file in which there is nothing at all.
    """
    with _guarded(source):
        source, kind = opened(source)
    reader = reader_of(kind)  # one that is missing is our fault, not the file's
    with _guarded(source):
        found = reader(source)
        whole = found if isinstance(found, Opened) else Opened(found, ())
        document = replace(whole.document, type=kind)
        yield document
        is_empty = not any(page.text.strip() or page.pictured for page in document.pages)
        for member in read_members(
            whole.members,
            (*around, kind),
            READER_VERSION,
            read_source,
            start,
            known,
            source.password,
        ):
            is_empty = False
            yield member
    if is_empty and not start:
        raise _without_text(document)


@contextmanager
def _guarded(source: Source) -> Iterator[None]:
    """Whatever a library throws becomes an UnreadableFile."""
    try:
        yield
    except (UnreadableFile, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except MemoryError:
        raise UnreadableFile(Reason.MEMORY, "it needs more memory than there is") from None
    except RecursionError:
        detail = "it is nested more deeply than any honest file"
        raise UnreadableFile(Reason.CORRUPT, detail) from None
    except BaseException as error:  # native libraries panic with BaseException
        _log.warning("%s cannot be read", source, exc_info=True)
        detail = f"it cannot be read ({type(error).__name__})"
        raise UnreadableFile(Reason.CORRUPT, detail) from None


@contextmanager
def unpacked(path: Path, locator: str, digest: str) -> Iterator[Path]:
    """A member of a container as a file of its own, gone when the block ends.

    locator: numbers with "/" between, as the catalogue has them; digest: of the content that was
    there. Raises UnreadableFile, also when there is something else by now.
    """
    member = _member(path, locator)
    if content_digest(member, READER_VERSION, formats.type_of(member.name)) != digest:
        raise UnreadableFile(Reason.GONE, "its container changed since it was read")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"member{Path(member.name).suffix}"
        file.write_bytes(member.content)
        passwords.learn(file, member.password)
        yield file


def check_password(path: Path, locator: str) -> None:
    """Raises UnreadableFile when the password told for a file does not open it or its member."""
    source = _member(path, locator) if locator else Source.of(path)
    with _guarded(source):
        source, kind = opened(source)
        check(source, kind)
    if kind not in ("pdf", *formats.CONTAINERS):
        next(read_parts(source))  # of other formats, only reading tells


def _member(path: Path, locator: str) -> Source:
    """What the locator leads to in a container; raises UnreadableFile."""
    steps = [int(step) for step in locator.split("/")]
    try:
        return member_source(Source.of(path), steps, _read_container)
    except OSError as error:
        detail = f"the file cannot be opened ({error.strerror})"
        raise UnreadableFile(Reason.GONE, detail) from None


def _read_container(source: Source) -> Document | Opened:
    source, kind = opened(source)
    return reader_of(kind)(source)


def reader_of(kind: str) -> Callable[[Source], Document | Opened]:
    """The reader of a format; loads its library."""
    module, _, name = formats.READERS[kind].partition(".")
    reader: Callable[[Source], Document | Opened] = getattr(
        importlib.import_module(f"app.documents.{module}"), name
    )
    return reader


def _without_text(document: Document) -> UnreadableFile:
    """Pages, slides and Word files may be pictures of text; other files are simply empty."""
    if document.type in formats.IMAGES:
        return UnreadableFile(Reason.NO_TEXT, "it is a picture")
    if document.type == "pdf":
        pages = len(document.pages)
        shown = f"{pages} {'page' if pages == 1 else 'pages'} and not one word of text"
        return UnreadableFile(Reason.NO_TEXT, shown)
    if document.type == "zip":
        return UnreadableFile(Reason.EMPTY, "there is no file in it")
    with_pictures = document.type in ("docx", "doc", "odt", "pptx", "ppt", "odp", "epub", "rtf")
    reason = Reason.NO_TEXT if with_pictures else Reason.EMPTY
    return UnreadableFile(reason, "there is not one word in it")


def opened(source: Source) -> tuple[Source, str]:
    """A file without the encryption around it, and the format to read it as.

    Raises UnreadableFile.
    """
    kind = _kind(source)
    if kind != sniff.ENCRYPTED:
        return source, kind
    source = unlocked_office(source)
    kind = _kind(source)
    if kind == sniff.ENCRYPTED:
        raise UnreadableFile(Reason.CORRUPT, "there is an encrypted file in the encrypted file")
    return source, kind


def _kind(source: Source) -> str:
    """The format to read a file as: by its name, unless its content says otherwise.

    sniff.ENCRYPTED for an Office file behind encryption. Raises UnreadableFile.
    """
    named = formats.type_of(source.name)
    if named not in formats.READERS and named != "file":
        raise UnreadableFile(
            Reason.UNSUPPORTED, f"files of this type (.{named.lstrip('.')}) are not read"
        )
    start = _start(source)
    if not start:
        raise UnreadableFile(Reason.EMPTY, "the file has 0 bytes")
    if not start.strip(b"\0"):
        raise UnreadableFile(Reason.CORRUPT, "there is nothing in it but zero bytes")
    shown = sniff.kind_of(source, start)
    if named == "file":
        found = shown or ("txt" if sniff.looks_like_text(start) else "")
        if not found:
            raise UnreadableFile(Reason.UNSUPPORTED, "its type cannot be told, it has no ending")
        return found
    if named in formats.PLAIN:
        return named if shown in ("", "html", "xml", "eml", "mbox", "mhtml") else shown
    if shown and shown != named:
        return _settled(named, shown)
    if not shown and named not in ("html", "eml", "mbox", "mhtml", "msg"):
        if named in _TEXT_INSIDE and sniff.looks_like_text(start):
            return _TEXT_INSIDE[named]
        if named == "xls" and start[:2] in (b"\x09\0", b"\x09\x02", b"\x09\x04"):
            raise UnreadableFile(Reason.UNSUPPORTED, "it was made by Excel 4 or older")
        raise UnreadableFile(Reason.CORRUPT, f"it does not look like a {named} file inside")
    return named


def _settled(named: str, shown: str) -> str:
    """Which to believe where name and content differ."""
    if named in _MAILS and shown in _MAILS:
        return named  # a mail may begin like a mailbox, or hold a web page as MHTML does
    if (named, shown) == ("html", "xml") or shown == "zip":
        return named  # a damaged Office file is still a zip archive
    return shown


def _start(source: Source) -> bytes:
    """The first bytes; raises UnreadableFile."""
    try:
        return source.head(sniff.HEAD)
    except PermissionError:
        raise UnreadableFile(Reason.NO_PERMISSION, "the file may not be opened") from None
    except FileNotFoundError:
        raise UnreadableFile(Reason.GONE, "the file is not there any more") from None
    except OSError as error:
        detail = f"the file cannot be opened ({error.strerror})"
        raise UnreadableFile(Reason.CORRUPT, detail) from None
