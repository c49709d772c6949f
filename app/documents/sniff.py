"""What a file really is, by its content; endings lie."""

import re
import zipfile

import olefile

from app.documents.source import Source

HEAD = 8192  # bytes looked at
ENCRYPTED = "encrypted"  # an Office file of any format, behind a password
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
)
_ZIP_PARTS = (
    ("word/document.xml", "docx"),
    ("ppt/presentation.xml", "pptx"),
    ("xl/workbook.bin", "xlsb"),
    ("xl/workbook.xml", "xlsx"),
)
_MIME = {
    b"application/epub+zip": "epub",
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.presentation": "odp",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
_OLE_STREAMS = (
    ("EncryptedPackage", ENCRYPTED),
    ("WordDocument", "doc"),
    ("PowerPoint Document", "ppt"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("__properties_version1.0", "msg"),
)
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*?)*?content-type:\s*multipart/related", re.IGNORECASE
)
_MAIL = re.compile(
    rb"(?:from|to|date|subject|received|return-path|message-id|mime-version|delivered-to):\s",
    re.IGNORECASE,
)


def kind_of(source: Source, start: bytes) -> str:
    """The format that the content shows, "" when it shows none; start: its first HEAD bytes.

    ENCRYPTED for an Office document behind encryption. Raises OSError.
    """
    if start.startswith(b"PK\x03\x04") or start.startswith(b"PK\x05\x06"):
        return _kind_of_zip(source)
    if start.startswith(_OLE):
        return _kind_of_ole(source)
    if b"%PDF-" in start[:1024]:
        return "pdf"
    for magic, kind in _MAGIC:
        if start.startswith(magic) and (kind != "bmp" or b"\0" in start[:32]):
            return kind
    if start[8:12] == b"WEBP":
        return "webp"
    if start[4:8] == b"ftyp" and start[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"hevc"):
        return "heic"
    text = start.removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(text):
        return "html"
    if text.startswith(b"<?xml"):
        return "xml"
    if text.startswith(b"From ") and b"\n" in text and _MAIL.match(text.split(b"\n", 1)[1]):
        return "mbox"
    if _MAIL.match(text):
        return "mhtml" if _MHTML.match(text) else "eml"
    return ""


def _kind_of_zip(source: Source) -> str:
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            names = set(archive.namelist())
            for name, kind in _ZIP_PARTS:
                if name in names:
                    return kind
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                mime = archive.read("mimetype").strip().removesuffix(b"-template")
                return _MIME.get(mime, "zip")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError):
        return ""  # the reader of what its name says tells what is wrong
    return "zip"


def _kind_of_ole(source: Source) -> str:
    try:
        with source.open() as stream, olefile.OleFileIO(stream) as ole:
            for name, kind in _OLE_STREAMS:
                if ole.exists(name):
                    return kind
    except (OSError, IndexError, ValueError):  # how olefile says damaged
        return ""
    return ""


def looks_like_text(start: bytes) -> bool:
    """Whether the first bytes are text in an encoding that can be told."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if b"\0" in start:
        return False
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(start) - 4 and len(start) == HEAD
    return True
