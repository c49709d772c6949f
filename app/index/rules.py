"""Which entries of a folder are left out: patterns in the syntax of .gitignore."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

# Below these, anyone can put a `!pattern` into a .genericragignore to get entries back.
DEFAULTS = (
    ".*",
    "~$*",
    "*.crdownload",
    "*.part",
    "*.tmp",
    "$RECYCLE.BIN",
    "System Volume Information",
    "[Tt]humbs.db",
    "[Ee]hthumbs.db",
    "[Dd]esktop.ini",
    "node_modules",
    "__pycache__",
    "bower_components",
    "site-packages",
)
IGNORE_FILE = ".genericragignore"


@dataclass(frozen=True)
class _Rule:
    """folders_only: the pattern ended in a slash; negated: it brings back what it matches."""

    pattern: re.Pattern[str]
    negated: bool
    folders_only: bool


@dataclass(frozen=True)
class Rules:
    """An ordered list of patterns; the last one that matches decides."""

    rules: tuple[_Rule, ...] = ()

    def and_then(self, lines: Iterable[str], base: str = "") -> "Rules":
        """These rules, then those of the lines; base: folder they stand in, "" for the root.

        Lines that are not patterns are ignored, as git does.
        """
        parsed = [parts for line in lines if (parts := _parse(line, base))]
        added = []
        for (negated, folders_only), group in groupby(parsed, key=lambda parts: parts[1:]):
            # One expression for many patterns: a scan asks it for every entry there is.
            try:
                pattern = re.compile("|".join(parts[0] for parts in group), re.DOTALL)
            except re.error:
                continue
            added.append(_Rule(pattern, negated, folders_only))
        return Rules(self.rules + tuple(added))

    def excludes(self, path: str, *, is_folder: bool, by_default: bool = False) -> bool:
        """Whether an entry is left out; path: relative to the root, with slashes.

        by_default: what holds when no pattern matches. Entries below an excluded folder are not
        asked about: nothing can bring them back.
        """
        for rule in reversed(self.rules):
            if (is_folder or not rule.folders_only) and rule.pattern.fullmatch(path):
                return not rule.negated
        return by_default


def including(patterns: Iterable[str]) -> list[str]:
    """Lines that leave out every file but those that match."""
    kept = [f"!{pattern}" for pattern in patterns]
    return ["*", "!*/", *kept] if kept else []


def _parse(line: str, base: str) -> tuple[str, bool, bool] | None:
    """Regular expression, negated, folders only; None for a line without a pattern."""
    text = line.rstrip("\r\n")
    while text.endswith(" ") and not text.endswith("\\ "):
        text = text[:-1]
    if not text or text.startswith("#"):
        return None
    negated = text.startswith("!")
    text = text[negated:]
    folders_only = text.endswith("/")
    text = text.rstrip("/") if folders_only else text
    anchored = "/" in text
    text = text.removeprefix("/")
    if not text:
        return None
    above = re.escape(base + "/") if base else ""
    expression = _translate(text)
    try:
        re.compile(expression)
    except re.error:
        return None
    return f"{above}{'' if anchored else '(?:.*/)?'}(?:{expression})", negated, folders_only


def _translate(pattern: str) -> str:
    parts = []
    place = 0
    while place < len(pattern):
        rest = pattern[place:]
        if rest.startswith("**/") and (place == 0 or pattern[place - 1] == "/"):
            parts.append("(?:.*/)?")
            place += 3
        elif rest == "**" and place and pattern[place - 1] == "/":
            parts.append(".+")
            place += 2
        elif rest[0] == "*":
            parts.append("[^/]*")
            place += 1
        elif rest[0] == "?":
            parts.append("[^/]")
            place += 1
        elif rest[0] == "\\" and len(rest) > 1:
            parts.append(re.escape(rest[1]))
            place += 2
        elif rest[0] == "[" and (found := _CLASS.match(rest)):
            parts.append(_character_class(found[1]))
            place += found.end()
        else:
            parts.append(re.escape(rest[0]))
            place += 1
    return "".join(parts)


_CLASS = re.compile(r"\[([!^]?\]?(?:\\.|[^\]\\])*)\]")


def _character_class(inside: str) -> str:
    negated = inside[:1] in ("!", "^")
    inside = inside[negated:]
    inside = inside.replace("[", "\\[")
    if inside.startswith("]"):
        inside = "\\" + inside
    return f"(?![/])[{'^' if negated else ''}{inside}]"
