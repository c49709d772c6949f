"""XML and JSON as the text that is in them."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from json import decoder
from typing import Any

from lxml import etree

from app.documents.formats import type_of
from app.documents.model import Document
from app.documents.packed import parse_xml
from app.documents.source import Source
from app.documents.text import decode, text_page
from app.documents.text_tools import PageBuilder, clean, one_line

_scan_string: Callable[[str, int, bool], tuple[str, int]] = decoder.scanstring  # type: ignore[attr-defined]
# Pairs of surrogates are one letter. Begins with a literal, which is searched for the fastest.
_ESCAPES = re.compile(r"(\\(?:u[0-9a-fA-F]{4}(?:\\u[0-9a-fA-F]{4})*|.))")
# Attributes that say something to a person, in SVG, feeds, settings and data of all kinds.
_TELLING = re.compile(r"[^\W\d_]{3,}")
_TECHNICAL = re.compile(r"^(?:https?:|urn:|#|url\(|[mM]\s*-?[\d.]+[ ,])|[{};]")
_KEYS_NAMES = (
    "id idref ref type base class style href src use xpath select d transform encoding lang space"
    " schemalocation substitutiongroup periodtype abstract nillable minoccurs maxoccurs namespace"
    " role arcrole roleuri arcroleuri show actuate fill stroke font-family"
)
_KEYS = set(_KEYS_NAMES.split())


def read_xml(source: Source) -> Document:
    """The text of an XML file by element, places in lines; broken XML as it stands.

    Raises UnreadableFile.
    """
    data = source.data()
    kind = type_of(source.name)
    kind = kind if kind != "file" else "xml"
    try:
        root = parse_xml(data)
    except (etree.XMLSyntaxError, ValueError):
        return Document(kind, "", (text_page(clean(decode(data))),))
    builder = PageBuilder()
    before = 0
    for line, text in _texts(root):
        if own := one_line(text):
            builder.add_line(own, at=line, tight=line - before < 2)
        before = line
    title = next((one_line(e.text) for e in root.iter("{*}title") if e.text), "")
    return Document(kind, title, (builder.page(None, "lines"),))


def _texts(root: Any) -> Iterator[tuple[int, str]]:
    """Line and text of each element that holds text itself, without recursion."""
    stack = [root]
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str):  # an entity, left unresolved
            continue
        inner = len(element)
        attributes = " ".join(_told(element)) if not inner and element.attrib else ""
        if inner and _is_mixed(element):
            yield element.sourceline or 0, " ".join([*_told(element), "".join(element.itertext())])
            continue
        own = element.text if element.text and not element.text.isspace() else ""
        if own or attributes:
            yield element.sourceline or 0, f"{attributes} {own}" if attributes else own
        if inner:
            stack.extend(reversed(element))


def _is_mixed(element: Any) -> bool:
    return any(child.tail and not child.tail.isspace() for child in element)


def _told(element: Any) -> Iterator[str]:
    for name, value in element.attrib.items():
        if name.rpartition("}")[2].lower() in _KEYS:
            continue
        if _TELLING.search(value) and not _TECHNICAL.search(value):
            yield value


def read_json(source: Source) -> Document:
    """A JSON file as it stands, escaped letters as letters. Raises UnreadableFile."""
    text = decode(source.data())
    if "\\" in text:
        parts = _ESCAPES.split(text)  # a call for every match would take three times as long
        parts[1::2] = map(_unescaped, parts[1::2])
        text = "".join(parts)
    return Document(type_of(source.name), "", (text_page(clean(text)),))


@lru_cache(1000)
def _unescaped(escapes: str) -> str:
    """Escapes as Python's decoder reads them, without breaking their line; others stay."""
    try:
        text, _ = _scan_string(f'{escapes}"', 0, False)
    except ValueError:
        return escapes
    return text.replace("\n", " ").replace("\r", " ")
