"""One door to all readers: a file in, a Document or its reason out."""

import importlib
import logging
from collections.abc import Callable
from pathlib import Path

from app.documents.model import Document
from app.errors import Reason, UnreadableFile

READER_VERSION = 2  # raised whenever a reader makes something else of the same file

SUPPORTED: dict[str, str] = {
    ".pdf": "pdf",
    ".txt": "txt",
    ".text": "txt",
    ".log": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
}
# Modules are named, not imported: reading a note must not load pdfium.
_READERS = {
    "pdf": ("app.documents.pdf", "read_pdf"),
    "txt": ("app.documents.text", "read_text"),
    "md": ("app.documents.markdown", "read_markdown"),
    "html": ("app.documents.html", "read_html"),
    "docx": ("app.documents.docx", "read_docx"),
}
_log = logging.getLogger(__name__)


def type_of(path: Path) -> str:
    """Short name of the format: "pdf", or for unsupported ones the suffix without its dot."""
    suffix = path.suffix.lower()
    return SUPPORTED.get(suffix, suffix[1:] or "file")


def read(path: Path) -> Document:
    """Read a file of a supported format; raises UnreadableFile and nothing else.

    Whatever a library throws at a hostile file counts as damage to that file, not as our end.
    """
    kind = SUPPORTED.get(path.suffix.lower())
    if kind is None:
        shown = path.suffix or "no ending"
        raise UnreadableFile(Reason.UNSUPPORTED, f"files of this type ({shown}) are not read")
    _check(path, kind)
    module, name = _READERS[kind]
    # Outside the try: a reader that is missing is our fault, not the file's.
    reader: Callable[[Path], Document] = getattr(importlib.import_module(module), name)
    try:
        document = reader(path)
    except (UnreadableFile, KeyboardInterrupt, SystemExit):
        raise
    except MemoryError:
        raise UnreadableFile(Reason.MEMORY, "it needs more memory than there is") from None
    except BaseException as error:  # native libraries panic with BaseException
        _log.warning("%s cannot be read", path, exc_info=True)
        detail = f"it cannot be read ({type(error).__name__})"
        raise UnreadableFile(Reason.CORRUPT, detail) from None
    if not any(page.text.strip() for page in document.pages):
        raise _without_text(document)
    return document


def _without_text(document: Document) -> UnreadableFile:
    """Pages and Word files may be pictures of text; other files without a word are empty."""
    if document.type == "pdf":
        pages = len(document.pages)
        shown = f"{pages} {'page' if pages == 1 else 'pages'} and not one word of text"
        return UnreadableFile(Reason.NO_TEXT, shown)
    reason = Reason.NO_TEXT if document.type == "docx" else Reason.EMPTY
    return UnreadableFile(reason, "there is not one word in it")


def _check(path: Path, kind: str) -> None:
    """What the first bytes tell; raises UnreadableFile."""
    try:
        with path.open("rb") as stream:
            start = stream.read(1024)
    except PermissionError:
        raise UnreadableFile(Reason.NO_PERMISSION, "the file may not be opened") from None
    except FileNotFoundError:
        raise UnreadableFile(Reason.GONE, "the file is not there any more") from None
    except OSError as error:
        detail = f"the file cannot be opened ({error.strerror})"
        raise UnreadableFile(Reason.CORRUPT, detail) from None
    if not start:
        raise UnreadableFile(Reason.EMPTY, "the file has 0 bytes")
    if kind == "pdf" and b"%PDF" not in start:
        raise UnreadableFile(Reason.CORRUPT, "it does not look like a PDF inside")
    if kind == "docx" and start.startswith(b"\xd0\xcf\x11\xe0"):
        detail = "it is an encrypted or an old Word file inside"
        raise UnreadableFile(Reason.PASSWORD, detail)
    if kind == "docx" and not start.startswith(b"PK"):
        raise UnreadableFile(Reason.CORRUPT, "it does not look like a Word file inside")
