"""Files locked with a password: what can be opened with it, and whether it is the right one."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from typing import Any

from app.documents.source import Source
from app.errors import Reason, UnreadableFile

LOCKED = "it is locked with a password"
WRONG = "the password is wrong"
_AES = 99  # how zip archives mark a member locked by AES
# What Excel locks with where only changes are to be kept out; it opens such files without asking.
_EXCELS_OWN = "VelvetSweatshop"


def check(source: Source, kind: str) -> None:
    """Raises UnreadableFile (PASSWORD) when the source's password does not open a PDF or archive.

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
                    LockedMembers(archive).read(info, source.password, 1)
                    return


class LockedMembers:
    """Reads the locked members of an archive, in its old way of locking and by AES."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def read(self, info: zipfile.ZipInfo, password: str, size: int = -1) -> bytes:
        """A locked member's first bytes, -1 for all; raises UnreadableFile (PASSWORD).

        Passwords are tried in UTF-8 and as old programs wrote them.
        """
        if not password:
            raise UnreadableFile(Reason.PASSWORD, LOCKED)
        archive: Any = self._archive
        member: Any = info
        wrong: tuple[type[Exception], ...] = (RuntimeError, UnicodeEncodeError, zlib.error)
        wrong += (zipfile.BadZipFile,)
        if info.compress_type == _AES:
            archive, members, damaged = self._by_aes
            member = members[info.header_offset]
            wrong += (damaged,)
        for encoding in ("utf-8", "cp850", "cp1252"):
            # A wrong password passes the first test once in 256 times (by AES in 65536); then the
            # data make no sense.
            with (
                suppress(*wrong),
                archive.open(member, pwd=password.encode(encoding)) as stream,
            ):
                content: bytes = stream.read(size)
                return content
        raise UnreadableFile(Reason.PASSWORD, WRONG)

    @cached_property
    def _by_aes(self) -> tuple[Any, dict[int, Any], type[Exception]]:
        """The archive as pyzipper has it, its members by where they begin, and its BadZipFile."""
        import pyzipper

        archive = pyzipper.AESZipFile(self._archive.fp)
        members = {info.header_offset: info for info in archive.infolist()}
        return archive, members, pyzipper.BadZipFile


def unlocked_office(source: Source) -> Source:
    """The Office file in an encrypted package, in memory; raises UnreadableFile.

    source: a compound file with a stream named EncryptedPackage.
    """
    try:
        import msoffcrypto  # no wheels of what it needs for 64-bit ARM Windows
    except ImportError:
        detail = "it is locked with a password, which cannot be opened on this computer"
        raise UnreadableFile(Reason.PASSWORD, detail) from None
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError

    plain = io.BytesIO()
    try:
        with source.open() as stream, _closing_ole(msoffcrypto.OfficeFile(stream)) as package:
            package.load_key(password=source.password or _EXCELS_OWN, verify_password=True)
            package.decrypt(plain)
    except InvalidKeyError:
        raise UnreadableFile(Reason.PASSWORD, WRONG if source.password else LOCKED) from None
    except (DecryptionError, FileFormatError):  # rights management: no password opens it
        detail = "it is locked in a way that no password opens"
        raise UnreadableFile(Reason.PASSWORD, detail) from None
    return replace(source, path=None, content=plain.getvalue())


@contextmanager
def _closing_ole(package: Any) -> Iterator[Any]:
    try:
        yield package
    finally:
        package.file.close()
