"""The conditions in a query's text, one by one: to show them, to add some and to take them out.

What is shown beside the search field and what stands in it are the same, because this is all there
is: a filter that is chosen becomes a part of the query's text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath, PureWindowsPath

from app.index.where import Field
from app.search.fields import FIELD_NAMES, describe, read_field
from app.search.model import Query
from app.search.scanner import Token, scan
from app.search.texts import Text

# How a field is written when it is chosen from a list.
_WRITTEN: dict[Field, str] = {
    "type": "type",
    "folder": "in",
    "name": "name",
    "language": "lang",
    "page": "page",
    "after": "after",
    "before": "before",
}


@dataclass(frozen=True)
class Filter:
    """A condition as it stands in a query's text.

    values: as typed, those of one token; told: in words; start, end: its place in the text.
    """

    field: Field
    values: tuple[str, ...]
    negated: bool
    told: Text
    start: int
    end: int


def filters_in(text: str, today: date | None = None) -> list[Filter]:
    """The conditions of a query, in their order; those that make no sense are left out."""
    found = []
    for token in _tokens(text):
        read = read_field(
            token.field,
            token.text,
            quoted=token.quoted,
            negated=token.sign == "-",
            today=today or date.today(),
        )
        if read.condition is not None:
            condition = read.condition
            field = condition.field
            found.append(
                Filter(
                    field,
                    tuple(_values(token)),
                    condition.negated,
                    describe(condition),
                    token.start,
                    token.end,
                )
            )
    return found


def chosen(text: str, field: Field) -> set[str]:
    """The values of a field that one of has to hold, as typed."""
    return {
        value
        for filter_ in filters_in(text)
        if filter_.field == field and not filter_.negated
        for value in filter_.values
    }


def added(text: str, field: Field, value: str) -> str:
    """The text with one more condition at its end; another value of a field is an alternative."""
    return f"{text.rstrip()} {_WRITTEN[field]}:{_quoted(value)}".lstrip()


def written(query: Query) -> str:
    """The text of a query with the conditions beside it as part of it, days for times."""
    text = query.text
    if query.folder:
        text = added(text, "folder", query.folder)
    for kind in query.types:
        text = added(text, "type", kind)
    if query.after is not None:
        text = added(text, "after", str(date.fromtimestamp(query.after)))
    if query.before is not None:
        text = added(text, "before", str(date.fromtimestamp(query.before)))
    return text


def without(text: str, start: int, end: int) -> str:
    """The text without what stands between two places."""
    return " ".join(filter(None, (text[:start].rstrip(), text[end:].lstrip())))


def without_fields(text: str, fields: Sequence[Field]) -> str:
    """The text without any condition on these fields."""
    for filter_ in reversed(filters_in(text)):
        if filter_.field in fields:
            text = without(text, filter_.start, filter_.end)
    return text


def without_value(text: str, field: Field, value: str) -> str:
    """The text in which a value is none of the allowed ones any more."""
    for filter_ in reversed(filters_in(text)):
        if filter_.field == field and not filter_.negated and value in filter_.values:
            others = [other for other in filter_.values if other != value]
            text = without(text, filter_.start, filter_.end)
            for other in others:
                text = added(text, field, other)
    return text


def folder_value(path: str, among: Sequence[str]) -> str:
    """What is written for a folder: its name and its parent's, all of the path where another of
    `among` has the same."""
    short = _short(path)
    if not short or sum(_short(other) == short for other in among) > 1:
        return path
    return short


def _short(path: str) -> str:
    pure = PureWindowsPath(path) if "\\" in path else PurePosixPath(path)
    parts = [part for part in pure.parts if part != pure.anchor]
    return "/".join(parts[-2:]) if len(parts) > 1 else ""


def _tokens(text: str) -> list[Token]:
    return [token for token in scan(text, FIELD_NAMES)[0] if token.field]


def _values(token: Token) -> list[str]:
    return [token.text] if token.quoted else [part for part in token.text.split(",") if part]


def _quoted(value: str) -> str:
    """A value so that nothing in it ends it; one with every kind of mark is written as it is."""
    if not any(char.isspace() or char in ',()"„“«»' for char in value):
        return value
    for opening, closing, ends in (('"', '"', '"“”'), ("»", "«", "«"), ("«", "»", "»")):
        if not any(mark in value for mark in ends):
            return f"{opening}{value}{closing}"
    return value
