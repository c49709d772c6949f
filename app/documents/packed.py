"""Zip archives and XML from strangers: capped, without entities, without the network."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lxml import etree

from app.documents.source import Source
from app.errors import Reason, UnreadableFile

LARGEST_PART = 300 * 2**20  # bytes, unpacked
_LARGEST_RATIO = 300  # more than any honest document; a bomb has thousands
_SMALL = 2**20  # bytes; below it the ratio does not matter
DAMAGED = "its inner structure is damaged"


@contextmanager
def open_package(source: Source) -> Iterator[zipfile.ZipFile]:
    """A document that is a zip archive; damage of any kind inside raises UnreadableFile."""
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            yield archive
    except (
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
        EOFError,
        NotImplementedError,
        KeyError,
        ValueError,
        OverflowError,
    ):
        raise UnreadableFile(Reason.CORRUPT, DAMAGED) from None
    except RuntimeError:  # how zipfile says that a member is encrypted
        raise UnreadableFile(Reason.PASSWORD, "it is locked with a password") from None


def read_part(archive: zipfile.ZipFile, part: str | zipfile.ZipInfo) -> bytes:
    """A member's bytes; raises UnreadableFile (TOO_LARGE) for what looks like a bomb."""
    info = part if isinstance(part, zipfile.ZipInfo) else archive.getinfo(part)
    check_part(info)
    return archive.read(info)


def check_part(info: zipfile.ZipInfo) -> None:
    """Raises UnreadableFile (TOO_LARGE) for a member that unpacks to more than is safe."""
    ratio = info.file_size / max(1, info.compress_size)
    if info.file_size > LARGEST_PART or (info.file_size > _SMALL and ratio > _LARGEST_RATIO):
        size = info.file_size // 2**20
        raise UnreadableFile(Reason.TOO_LARGE, f"it unpacks to {size} MB, more than is safe")


def parse_xml(data: bytes, *, recover: bool = False) -> Any:
    """The root element; entities stay unresolved. recover: make the best of broken XML.

    Raises lxml.etree.XMLSyntaxError.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )
    root = etree.fromstring(data, parser)
    if root is None:
        raise UnreadableFile(Reason.CORRUPT, DAMAGED)
    return root


def part_xml(archive: zipfile.ZipFile, name: str) -> Any:
    """A member parsed as XML; raises KeyError when it is missing."""
    return parse_xml(read_part(archive, name))
