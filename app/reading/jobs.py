"""What reader processes are asked to do; each function runs in the child."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.documents.containers import NO_FAULTS, Fault
from app.documents.model import Document, Member, Page
from app.documents.read import READER_VERSION, read_parts, unpacked
from app.documents.source import Source, content_digest
from app.errors import Reason, UnreadableFile

if TYPE_CHECKING:  # reading a note must not load the libraries that draw
    from app.documents.excerpt import Excerpt
    from app.documents.page_image import PageImage

_LARGEST_READ_AGAIN = 20 * 2**20  # bytes of a file that is read again to be drawn


def content_hash(path: Path, file_type: str) -> str:
    """SHA-256 of content, type and reader version: what the passages depend on.

    Raises UnreadableFile when the file cannot be opened. Here, not in the engine, because a
    drive that went to sleep or away can hold up an open() for minutes.
    """
    try:
        return content_digest(Source.of(path), READER_VERSION, file_type)
    except PermissionError:
        raise UnreadableFile(Reason.NO_PERMISSION, "the file may not be opened") from None
    except FileNotFoundError:
        raise UnreadableFile(Reason.GONE, "the file is not there any more") from None
    except OSError as error:
        raise UnreadableFile(
            Reason.CORRUPT, f"the disk cannot read it ({error.strerror})"
        ) from None


def read_document(
    path: Path, text_mb: int, start: int = 0, known: Mapping[int, Fault] = NO_FAULTS
) -> Iterator[Document | Member]:
    """The document, then what is in it, member by member, if it is a container.

    start, known: see read_members. More than `text_mb` million characters are not read: of a
    member that is its reason. Raises UnreadableFile.
    """
    for part in read_parts(Source.of(path), start=start, known=known):
        if isinstance(part, Member):
            yield _bounded(part, text_mb)
        elif excess := _excess(part, text_mb):
            raise UnreadableFile(Reason.TOO_MUCH_TEXT, excess)
        else:
            yield part


@dataclass(frozen=True)
class PicturedPage:
    """A page that waits for recognition: where its document is, and which it is.

    path, locator: the file, and the way to a member of it; digest, kind: of the document; part:
    which page of it, from 0; size, mtime_ns: of the file when it was read.
    """

    path: Path
    locator: str
    digest: str
    kind: str
    part: int
    size: int
    mtime_ns: int


def recognise_page(page: PicturedPage, engine: str, languages: str) -> Page:
    """The text in the picture of a page; see recognise_part.

    Raises UnreadableFile, GONE when the file is not the one that was read any more.
    """
    from app.documents.recognise import recognise_part  # loads the models' library

    if page.locator:
        with unpacked(page.path, page.locator, page.digest) as file:
            return recognise_part(Source.of(file), page.kind, page.part, engine, languages)
    try:
        now = page.path.stat()
    except OSError:
        raise UnreadableFile(Reason.GONE, "the file is not there any more") from None
    if (now.st_size, now.st_mtime_ns) != (page.size, page.mtime_ns):
        raise UnreadableFile(Reason.GONE, "the file changed since it was read")
    return recognise_part(Source.of(page.path), page.kind, page.part, engine, languages)


def _bounded(member: Member, text_mb: int) -> Member:
    if member.document is None:
        return member
    if excess := _excess(member.document, text_mb):
        return replace(member, document=None, reason=Reason.TOO_MUCH_TEXT, detail=excess)
    inner = tuple(_bounded(deeper, text_mb) for deeper in member.document.members)
    return replace(member, document=replace(member.document, members=inner))


def _excess(document: Document, text_mb: int) -> str:
    characters = sum(len(page.text) for page in document.pages)
    if characters <= text_mb * 1_000_000:
        return ""
    return f"{characters / 1e6:.0f} million characters of text, more than the limit of {text_mb}"


def draw(
    path: Path,
    locator: str,
    digest: str,
    page: int,
    width: int,
    poppler_s: float,
    pdftoppm: str | None,
) -> PageImage:
    """A picture of a page of a file, or of a member of it; see draw_page and unpacked."""
    from app.documents.page_image import draw_page

    if not locator:
        return draw_page(path, page, width, timeout_s=poppler_s, pdftoppm=pdftoppm)
    with unpacked(path, locator, digest) as file:
        return draw_page(file, page, width, timeout_s=poppler_s, pdftoppm=pdftoppm)


def draw_excerpt(
    path: Path, locator: str, digest: str, part: int, excerpt: Excerpt, width: int
) -> bytes:
    """A PNG picture of text around a passage; see draw_text.

    What is a heading there, the file tells if it still is what it was; else paragraphs are drawn.
    part: which page of the document, from 0.
    """
    from app.documents.text_picture import draw_text

    return draw_text(_structured(path, locator, digest, part, excerpt), width)


def convert(
    path: Path, locator: str, digest: str, kind: str, program: str, seconds: float
) -> bytes | None:
    """An Office file, or a member, as LibreOffice's PDF; see to_pdf. None also for a large file and
    for one behind a password, of which no open copy is left about.

    Raises UnreadableFile when it is gone.
    """
    from app.documents.libreoffice import to_pdf
    from app.documents.read import opened

    def converted(file: Path) -> bytes | None:
        source = Source.of(file)
        if source.size() > _LARGEST_READ_AGAIN or opened(source)[0] is not source:
            return None
        return to_pdf(file, kind, program, seconds)

    try:
        if not locator:
            return converted(path)
        with unpacked(path, locator, digest) as file:
            return converted(file)
    except OSError as error:
        raise UnreadableFile(Reason.GONE, f"it cannot be opened ({error.strerror})") from None


def draw_converted(
    pdf: bytes, text: str, slide: int | None, share: float, width: int
) -> bytes | None:
    """A PNG picture of the page of a PDF that has a passage; see converted.draw_converted."""
    from app.documents import converted

    return converted.draw_converted(pdf, text, slide, share, width)


def _structured(path: Path, locator: str, digest: str, part: int, excerpt: Excerpt) -> Excerpt:
    try:
        if path.stat().st_size > _LARGEST_READ_AGAIN:
            return excerpt
        if not locator:
            return _with_blocks_of(path, part, excerpt)
        with unpacked(path, locator, digest) as file:
            return _with_blocks_of(file, part, excerpt)
    except (UnreadableFile, OSError):
        return excerpt


def _with_blocks_of(path: Path, part: int, excerpt: Excerpt) -> Excerpt:
    from app.documents.excerpt import with_blocks

    document = next(iter(read_parts(Source.of(path))))
    if not isinstance(document, Document) or part >= len(document.pages):
        return excerpt
    page = document.pages[part]
    begin = excerpt.offset
    if page.text[begin : begin + len(excerpt.text)] != excerpt.text:
        return excerpt  # it was changed since it was indexed
    return with_blocks(excerpt, page.blocks, page.kind)
