"""What the search field can offer while a query is typed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from app.errors import QT_TRANSLATE_NOOP
from app.index.entries import Entries
from app.index.words import folded
from app.search.fields import FIELD_NAMES
from app.search.language_names import german_name, language_name
from app.search.texts import Text

# (what to type, what it does); the part behind the colon is completed from the library.
OPERATORS = (
    ('"…"', QT_TRANSLATE_NOOP("Operator", "these very words in a row")),
    ("-", QT_TRANSLATE_NOOP("Operator", "without this word")),
    ("+", QT_TRANSLATE_NOOP("Operator", "with this very word")),
    ("OR", QT_TRANSLATE_NOOP("Operator", "with one of the two")),
    ("*", QT_TRANSLATE_NOOP("Operator", "words that begin like this")),
    ("type:", QT_TRANSLATE_NOOP("Operator", "type of file, such as pdf")),
    ("in:", QT_TRANSLATE_NOOP("Operator", "folder, by name or path")),
    ("name:", QT_TRANSLATE_NOOP("Operator", "part of the file's name")),
    ("lang:", QT_TRANSLATE_NOOP("Operator", "language of the text")),
    ("after:", QT_TRANSLATE_NOOP("Operator", "changed on that day or later")),
    ("before:", QT_TRANSLATE_NOOP("Operator", "changed before that day")),
    ("page:", QT_TRANSLATE_NOOP("Operator", "page or pages, such as 3-5")),
)
_DATES = ("today", "yesterday", "7d", "1m", "1y")
_MOST_FOLDERS = 500


@dataclass(frozen=True)
class Completion:
    """Something to put into the query. insert: what; help: in words, or None."""

    insert: str
    help: Text | None = None


@dataclass(frozen=True)
class Vocabulary:
    """What completions are made of: the library's types, folder names and languages."""

    types: tuple[str, ...]
    folders: tuple[str, ...]
    languages: tuple[str, ...]


def library_vocabulary(entries: Entries) -> Vocabulary:
    """What the library has; languages most frequent first."""
    roots = [PurePath(root) for root in entries.roots()]
    folders: dict[str, None] = {}
    for path in entries.paths():
        for folder in PurePath(path).parents:
            if any(folder.is_relative_to(root) for root in roots) and folder.name:
                folders[folder.name] = None
        if len(folders) >= _MOST_FOLDERS:
            break
    languages = sorted(entries.languages().items(), key=lambda item: (-item[1], item[0]))
    return Vocabulary(
        tuple(entries.types()),
        tuple(sorted(folders, key=folded)),
        tuple(code for code, _ in languages if code),
    )


def complete(text: str, vocabulary: Vocabulary) -> list[Completion]:
    """What the last word of a text may become; `insert` replaces that word.

    After a field's name its values, else the fields that begin like the word; for an empty word
    all operators.
    """
    word = text.rsplit(maxsplit=1)[-1] if text and not text[-1].isspace() else ""
    sign = word[:1] if word[:1] in ("-", "+") else ""
    name, colon, begun = word[len(sign) :].partition(":")
    if colon and name.casefold() in FIELD_NAMES:
        return [
            Completion(f"{sign}{name}:{_quoted(value)}", help_)
            for value, help_ in _values(FIELD_NAMES[name.casefold()], vocabulary).items()
            if _begins(begun, value, help_)
        ]
    return [
        Completion(f"{sign}{operator}" if operator.endswith(":") else operator, _help(does))
        for operator, does in OPERATORS
        if not word or (operator.endswith(":") and operator.startswith(name.casefold()))
    ]


def _values(field: str, vocabulary: Vocabulary) -> Mapping[str, Text | None]:
    match field:
        case "type":
            return dict.fromkeys(vocabulary.types)
        case "folder":
            return dict.fromkeys(vocabulary.folders)
        case "language":
            return {
                code: Text("Query", "{0}", (language_name(code),), "Language")
                for code in vocabulary.languages
            }
        case "after" | "before":
            return dict.fromkeys(_DATES)
    return {}


def _begins(begun: str, value: str, help_: Text | None) -> bool:
    names: Iterable[str] = (value,)
    if help_ is not None:
        names = (value, help_.values[0], german_name(value))
    return any(folded(name).startswith(folded(begun.lstrip('"'))) for name in names)


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value or "," in value else value


def _help(does: str) -> Text:
    return Text("Operator", does)
