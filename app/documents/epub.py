"""E-books: the chapters in reading order."""

import posixpath
import zipfile
from typing import Any
from urllib.parse import unquote

from lxml import etree

from app.documents.beat import beat
from app.documents.html import add_html
from app.documents.model import Document, Page
from app.documents.packed import open_package, parse_xml, part_xml, read_part
from app.documents.source import Source
from app.documents.text_tools import PageBuilder, one_line
from app.errors import Reason, UnreadableFile

_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_CONTENTS = "{http://www.daisy.org/z3986/2005/ncx/}"


def read_epub(source: Source) -> Document:
    """A page a chapter (a file of the book's spine), named as in its table of contents.

    Raises UnreadableFile.
    """
    with open_package(source) as archive:
        _check_protection(archive)
        package = _package_name(archive)
        root = parse_xml(read_part(archive, package), recover=True)
        items = {
            item.get("id", ""): _resolved(package, item.get("href", ""))
            for item in root.iter("{*}item")
        }
        spine = [items.get(entry.get("idref", ""), "") for entry in root.iter("{*}itemref")]
        names = _chapter_names(archive, root, items)
        title = next((one_line(e.text or "") for e in root.iter("{*}title")), "")
        known = set(archive.namelist())
        pages = tuple(
            _chapter(archive, file, names.get(file) or str(number))
            for number, file in enumerate(spine, 1)
            if file in known
        )
    if not pages:
        raise UnreadableFile(Reason.NO_PAGES, "the book has no chapter at all")
    return Document("epub", title, pages)


def _check_protection(archive: zipfile.ZipFile) -> None:
    """Obfuscated fonts are no protection; anything else encrypted is."""
    if "META-INF/encryption.xml" not in archive.namelist():
        return
    for method in part_xml(archive, "META-INF/encryption.xml").iter("{*}EncryptionMethod"):
        if method.get("Algorithm") not in _FONTS:
            raise UnreadableFile(Reason.PASSWORD, "it is protected against copying")


def _package_name(archive: zipfile.ZipFile) -> str:
    names = archive.namelist()
    if "META-INF/container.xml" in names:
        for root_file in part_xml(archive, "META-INF/container.xml").iter("{*}rootfile"):
            if root_file.get("full-path", "") in names:
                return str(root_file.get("full-path"))
    for name in names:
        if name.endswith(".opf"):
            return name
    raise UnreadableFile(Reason.CORRUPT, "it has no book inside")


def _resolved(package: str, reference: str) -> str:
    """The archive's name of what a file refers to."""
    file = unquote(reference.partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(package), file))


def _chapter_names(archive: zipfile.ZipFile, root: Any, items: dict[str, str]) -> dict[str, str]:
    """Name by file, from the table of contents of EPUB 2 or 3; empty when it has none."""
    names: dict[str, str] = {}
    tables = [
        items.get(item.get("id", ""), "")
        for item in root.iter("{*}item")
        if "nav" in (item.get("properties") or "").split()
        or item.get("media-type") == "application/x-dtbncx+xml"
    ]
    for table in tables:
        try:
            contents = parse_xml(read_part(archive, table), recover=True)
        except (KeyError, etree.XMLSyntaxError):
            continue  # a book can be read without its table of contents
        for point in contents.iter(f"{_CONTENTS}navPoint"):
            reference = point.find(f"{_CONTENTS}content")
            label = one_line(point.findtext(f"{_CONTENTS}navLabel/{_CONTENTS}text") or "")
            if reference is not None:
                names.setdefault(_resolved(table, reference.get("src", "")), label)
        for link in contents.iter("{http://www.w3.org/1999/xhtml}a"):
            label = one_line("".join(link.itertext()))
            names.setdefault(_resolved(table, link.get("href", "")), label)
    return names


def _chapter(archive: zipfile.ZipFile, file: str, name: str) -> Page:
    beat()
    builder = PageBuilder()
    add_html(read_part(archive, file), builder)
    return builder.page(None, "chapter", name)
