"""Conditions on passages and their files, and their form in SQL."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Literal

from app.index.words import folded
from app.store.base import Filter

Field = Literal["folder", "type", "name", "language", "page", "after", "before"]


@dataclass(frozen=True)
class Condition:
    """One condition, met by any of the values; negated: met by none.

    values: folder: an absolute path, or the name of a folder such as "Work" or "Work/2025"; type:
    a short name such as "pdf"; name: a part of a file's name, * and ? standing for any text;
    language: ISO 639-1; page: (first, last); after, before: one time in seconds since the epoch,
    after inclusive, before exclusive.
    """

    field: Field
    values: tuple[Any, ...]
    negated: bool = False


# All conditions hold; for those on a file, there is one copy of which all of them hold.
Where = tuple[Condition, ...]
_OF_PASSAGES = ("language", "page")


def passage_sql(where: Where) -> tuple[str, list[Any]]:
    """The conditions on passages themselves, with their parameters; "1" for none."""
    return _all([condition for condition in where if condition.field in _OF_PASSAGES])


def file_sql(where: Where) -> tuple[str, list[Any]]:
    """The conditions on files, with their parameters; "1" for none."""
    return _all([condition for condition in where if condition.field not in _OF_PASSAGES])


def _all(conditions: list[Condition]) -> tuple[str, list[Any]]:
    parts, parameters = ["1"], []
    for condition in conditions:
        ways = [_sql(condition.field, value) for value in condition.values]
        joined = " OR ".join(sql for sql, _ in ways) or "0"
        parts.append(f"NOT ({joined})" if condition.negated else f"({joined})")
        parameters += [value for _, values in ways for value in values]
    return " AND ".join(parts), parameters


def _sql(field: Field, value: Any) -> tuple[str, list[Any]]:
    match field:
        case "folder" if is_absolute(value):
            start = value.rstrip("/\\") + ("\\" if "\\" in value else "/")
            return "substr(files.path, 1, length(?)) = ?", [start, start]
        case "folder":
            inner = folded(value).replace("\\", "/").strip("/")
            return "instr(folder_of(files.path), ?) > 0", [f"/{inner}/"]
        case "name":
            pattern = folded(value).replace("[", "[[]")
            return "name_of(files.path) GLOB ?", [f"*{pattern}*"]
        case "type":
            return "files.type = ?", [value]
        case "language":
            return "passages.language = ?", [value]
        case "page":
            # By the key of pages: every page of its document would be read for each passage.
            inside = (
                "EXISTS (SELECT 1 FROM pages AS p INDEXED BY pages_by_number"
                " WHERE p.document = passages.document AND p.part = passages.part{}"
                " AND p.number BETWEEN ? AND ?)"
            )
            on_next = inside.format(" + 1")
            return f"({inside.format('')} OR tail_end > 0 AND {on_next})", [*value, *value]
        case "after":
            return "files.mtime_ns >= ?", [int(value * 1e9)]
        case "before":
            return "files.mtime_ns < ?", [int(value * 1e9)]


def is_absolute(folder: str) -> bool:
    """Whether a folder is a path from the root or a drive rather than a name."""
    return folder.startswith(("/", "\\\\")) or folder[1:3] in (":\\", ":/")


def folder_of(path: str) -> str:
    """The folders above a file, folded, "/" around each: a function of the database."""
    return folded(str(PurePath(path).parent)).replace("\\", "/").rstrip("/") + "/"


def name_of(path: str) -> str:
    """A file's name, folded: a function of the database."""
    return folded(PurePath(path).name)


def store_filter(where: Where) -> Filter:
    """What a vector store can tell of the conditions: it lets through too much, never too little.

    It knows the copies of a document only together, so of two conditions on files each may be
    met by another copy.
    """
    found: dict[str, Any] = {}
    for condition in where:
        values = condition.values
        if condition.negated:
            continue
        if condition.field == "folder" and len(values) == 1 and is_absolute(values[0]):
            found.setdefault("folder", values[0])
        elif condition.field in ("type", "language"):
            found.setdefault(f"{condition.field}s", values)
        elif condition.field == "after":
            found["after"] = max(values[0], found.get("after", values[0]))
        elif condition.field == "before":
            found["before"] = min(values[0], found.get("before", values[0]))
    return Filter(**found)
