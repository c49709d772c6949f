"""Comma, semicolon and tab separated tables to text."""

import csv
import io
from collections.abc import Iterator

from app.documents.formats import type_of
from app.documents.model import Document
from app.documents.source import Source
from app.documents.table import add_rows
from app.documents.text import decode, text_page
from app.documents.text_tools import PageBuilder, clean

_SAMPLE = 20_000  # characters that the delimiter is guessed from


def read_delimited(source: Source) -> Document:
    """Every row of a csv or tsv file, places counted in lines. Raises UnreadableFile."""
    text = clean(decode(source.data()))
    kind = type_of(source.name)
    builder = PageBuilder()
    delimiter = _delimiter(text[:_SAMPLE], kind)
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    try:
        add_rows(builder, _rows(text, delimiter))
    except csv.Error:
        return Document(kind, "", (text_page(text),))
    return Document(kind, "", (builder.page(None, "lines"),))


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    for row in reader:
        yield line, row
        line = reader.line_num + 1


def _delimiter(sample: str, kind: str) -> str:
    """The one that most lines have the same number of, csv.Sniffer being slow and often wrong."""
    if kind == "tsv":
        return "\t"
    lines = [line for line in sample.split("\n")[:50] if line.strip()]
    best, most = ",", 0.0
    for delimiter in ",;\t|":
        counts = [line.count(delimiter) for line in lines]
        usual = max(set(counts), key=counts.count) if counts else 0
        agreeing = sum(count == usual for count in counts) if usual else 0
        if agreeing + min(usual, 50) / 100 > most and usual:
            best, most = delimiter, agreeing + min(usual, 50) / 100
    return best
