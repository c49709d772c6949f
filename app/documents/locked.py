"""Files locked with a password: what can be opened with it, and whether it is the right one."""

import zipfile
import zlib
from contextlib import suppress

from app.documents.source import Source
from app.errors import Reason, UnreadableFile

LOCKED = "it is locked with a password"
WRONG = "the password is wrong"
_AES = 99  # how zip archives mark a member locked by AES


def check(source: Source, kind: str) -> None:
    """Raises UnreadableFile (PASSWORD) when the source's password does not open it.

    kind: its format. A file that is not locked opens with any.
    """
    if kind == "pdf":
        from app.documents.pdf import open_pdf

        with open_pdf(source):
            return
    if kind == "zip":
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            for info in archive.infolist():
                if info.flag_bits & 1:
                    read_locked(archive, info, source.password, 1)
                    return


def read_locked(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, password: str, size: int = -1
) -> bytes:
    """A locked member's first bytes, -1 for all; raises UnreadableFile (PASSWORD).

    Passwords are tried in UTF-8 and as old programs wrote them.
    """
    if not password:
        raise UnreadableFile(Reason.PASSWORD, LOCKED)
    if info.compress_type == _AES:
        raise UnreadableFile(Reason.PASSWORD, "it is locked by AES, which cannot be opened here")
    for encoding in ("utf-8", "cp850", "cp1252"):
        # A wrong password passes the first test once in 256 times; then the data make no sense.
        with (
            suppress(RuntimeError, UnicodeEncodeError, zipfile.BadZipFile, zlib.error),
            archive.open(info, pwd=password.encode(encoding)) as stream,
        ):
            return stream.read(size)
    raise UnreadableFile(Reason.PASSWORD, WRONG)
