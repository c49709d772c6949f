"""The fields of the query language: their names, and the conditions their values stand for."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from app.errors import QT_TRANSLATE_NOOP
from app.index.where import Condition, Field, is_absolute
from app.search.dates import parse_period
from app.search.language_names import language_code, language_name
from app.search.texts import Text

# name as typed -> field; English first, then German.
FIELD_NAMES: dict[str, Field] = {
    **dict.fromkeys(("type", "filetype", "ext", "typ", "dateityp"), "type"),
    **dict.fromkeys(("in", "folder", "ordner"), "folder"),
    **dict.fromkeys(("name", "file", "filename", "datei", "dateiname"), "name"),
    **dict.fromkeys(("lang", "language", "sprache"), "language"),
    **dict.fromkeys(("page", "pages", "seite", "seiten"), "page"),
    **dict.fromkeys(("after", "since", "seit", "ab", "nach"), "after"),
    **dict.fromkeys(("before", "vor"), "before"),
    # The last day counts too.
    **dict.fromkeys(("until", "bis"), "before"),
}
_INCLUSIVE = ("until", "bis")
_TYPES = {"word": "docx", "markdown": "md", "text": "txt", "web": "html", "htm": "html"}
_PAGES = re.compile(r"(\d{1,6})(?:[-–](\d{1,6}))?")
_LAST_PAGE = 1_000_000

_CONTEXT = "Query"
_SENTENCES: dict[tuple[Field, bool], str] = {
    ("type", False): QT_TRANSLATE_NOOP("Query", "only files of type {0}"),
    ("type", True): QT_TRANSLATE_NOOP("Query", "no files of type {0}"),
    ("folder", False): QT_TRANSLATE_NOOP("Query", "only below the folder {0}"),
    ("folder", True): QT_TRANSLATE_NOOP("Query", "nothing below the folder {0}"),
    ("name", False): QT_TRANSLATE_NOOP("Query", "only files with {0} in their name"),
    ("name", True): QT_TRANSLATE_NOOP("Query", "no files with {0} in their name"),
    ("language", False): QT_TRANSLATE_NOOP("Query", "only texts in {0}"),
    ("language", True): QT_TRANSLATE_NOOP("Query", "no texts in {0}"),
    ("page", False): QT_TRANSLATE_NOOP("Query", "only on page {0}"),
    ("page", True): QT_TRANSLATE_NOOP("Query", "not on page {0}"),
    ("after", False): QT_TRANSLATE_NOOP("Query", "changed on {0} or later"),
    ("before", False): QT_TRANSLATE_NOOP("Query", "changed before {0}"),
}
NO_DATE = QT_TRANSLATE_NOOP("Query", "“{0}” is not a date and was left out")
NO_PAGE = QT_TRANSLATE_NOOP("Query", "“{0}” is not a page number and was left out")


@dataclass(frozen=True)
class FieldValue:
    """What a field's value stands for, or why for nothing."""

    condition: Condition | None
    mistake: Text | None = None


def read_field(name: str, text: str, *, quoted: bool, negated: bool, today: date) -> FieldValue:
    """The condition that `name:text` asks for. name: one of FIELD_NAMES in any case."""
    name = name.casefold()
    field = FIELD_NAMES[name]
    if field in ("after", "before"):
        period = parse_period(text, today)
        if period is None:
            return FieldValue(None, Text(_CONTEXT, NO_DATE, (text,)))
        if negated:
            field = "before" if field == "after" else "after"
        return FieldValue(Condition(field, (period[name in _INCLUSIVE],)))
    # In quotation marks a comma belongs to the value.
    values = [text] if quoted else [part for part in text.split(",") if part]
    read = [_READERS[field](value) for value in values]
    if None in read or not read:
        return FieldValue(None, Text(_CONTEXT, NO_PAGE, (text,)))
    return FieldValue(Condition(field, tuple(read), negated))


def merged(conditions: Sequence[Condition]) -> tuple[Condition, ...]:
    """Values of one field become alternatives: a file cannot have two types at once."""
    together: dict[tuple[Field, bool], Condition] = {}
    for condition in conditions:
        key = (condition.field, condition.negated)
        if key not in together:
            together[key] = condition
        elif condition.field == "after":
            together[key] = max(together[key], condition, key=lambda c: c.values)
        elif condition.field == "before":
            together[key] = min(together[key], condition, key=lambda c: c.values)
        else:
            values = dict.fromkeys((*together[key].values, *condition.values))
            together[key] = Condition(condition.field, tuple(values), condition.negated)
    return tuple(together.values())


def describe(condition: Condition) -> Text:
    """A condition in words."""
    template = _SENTENCES[condition.field, condition.negated]
    shown = tuple(_shown(condition.field, value) for value in condition.values)
    if condition.field == "language" and len(shown) == 1:
        return Text(_CONTEXT, template, shown, "Language")
    return Text(_CONTEXT, template, (", ".join(shown),))


def _shown(field: Field, value: Any) -> str:
    match field:
        case "language":
            return language_name(value)
        case "page":
            first, last = value
            return str(first) if first == last else f"{first}–{last}"
        case "after" | "before":
            # Rounded up by an hour, so that a change of summer time does not show another day.
            return str((datetime.fromtimestamp(value) + timedelta(hours=1)).date())
    return f"“{value}”" if field == "name" else str(value)


def _type(value: str) -> str:
    plain = value.casefold().lstrip(".")
    return _TYPES.get(plain, plain)


def _folder(value: str) -> str:
    expanded = str(Path(value).expanduser()) if value.startswith("~") else value
    return expanded if is_absolute(expanded) else expanded.strip("/\\")


def _page(value: str) -> tuple[int, int] | None:
    if not (found := _PAGES.fullmatch(value.strip())):
        return None
    first = int(found[1])
    last = int(found[2] or first)
    # Page 0 is how files without pages are kept.
    return (min(first, last) or 1, max(first, last)) if max(first, last) else None


_READERS: dict[Field, Callable[[str], Any]] = {
    "type": _type,
    "folder": _folder,
    "name": str,
    "language": language_code,
    "page": _page,
}
