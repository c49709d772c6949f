"""Zip archives: every file in them is a document of its own."""

import re
import zipfile
from collections.abc import Iterator
from functools import partial

from app.documents.containers import Opened, RawMember, safe_name
from app.documents.formats import is_excluded
from app.documents.locked import LOCKED, LockedMembers
from app.documents.model import Document
from app.documents.packed import DAMAGED, check_part, read_part
from app.documents.source import Source
from app.documents.text import decode
from app.errors import Reason, UnreadableFile

_DRAWING = re.compile("[\u0370-\u03ff\u2200-\u25ff]")  # letters nobody gives files in DOS


def read_zip(source: Source) -> Opened:
    """The files of an archive. Nothing is unpacked to the disk, so their names do no harm.

    Raises UnreadableFile.
    """
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            entries = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError):
        raise UnreadableFile(Reason.CORRUPT, DAMAGED) from None
    if entries and not source.password and all(info.flag_bits & 1 for info in entries):
        raise UnreadableFile(Reason.PASSWORD, LOCKED)
    return Opened(Document("zip", "", ()), _members(source, entries))


def _members(source: Source, entries: list[zipfile.ZipInfo]) -> Iterator[RawMember]:
    with source.open() as stream, zipfile.ZipFile(stream) as archive:
        locked = LockedMembers(archive)
        for info in entries:
            name = _name(info)
            if any(is_excluded(part) for part in safe_name(name).split("/")):
                continue
            load = partial(_load, archive, locked, info, source.password)
            yield RawMember(name, info.file_size, load)


def _load(
    archive: zipfile.ZipFile, locked: LockedMembers, info: zipfile.ZipInfo, password: str
) -> bytes:
    try:
        if info.flag_bits & 1:
            check_part(info)
            return locked.read(info, password)
        return read_part(archive, info)
    except (zipfile.BadZipFile, NotImplementedError, EOFError):
        raise UnreadableFile(Reason.CORRUPT, DAMAGED) from None


def _name(info: zipfile.ZipInfo) -> str:
    """Old programs write names in the code page of DOS or of their country, some in UTF-8,
    without saying so."""
    if info.flag_bits & 0x800 or info.filename.isascii():
        return info.filename
    try:
        raw = info.filename.encode("cp437")
        return raw.decode("utf-8")
    except UnicodeEncodeError:
        return info.filename
    except UnicodeDecodeError:
        strange = len(_DRAWING.findall(info.filename))
        return decode(raw) if strange > 1 else info.filename
