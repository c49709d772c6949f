"""Changing one line of settings.toml and nothing else in it."""

import json
import os
import re
import tomllib
from pathlib import Path
from typing import Any

from app.errors import UsageError


def write_setting(file: Path, name: str, value: str | bool | int | float) -> None:
    """Set "section.key" to a value, keeping everything else, comments included.

    The new file is read again before it replaces the old one. Raises UsageError when the file is
    not valid, cannot be written, or is written in a way in which this line cannot be placed.
    """
    section, key = name.split(".")
    try:
        old = file.read_text("utf-8")
    except FileNotFoundError:
        old = ""
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"The settings file {file} cannot be read: {error}.") from None
    new = _with_line(old, section, f"{key} = {_quoted(value)}", key)
    try:
        expected: dict[str, Any] = tomllib.loads(old)
        expected.setdefault(section, {})[key] = value
        if tomllib.loads(new) != expected:
            raise ValueError("the line cannot be placed")
    except (tomllib.TOMLDecodeError, ValueError, TypeError, AttributeError) as error:
        raise UsageError(
            f"The settings file {file} cannot be changed by the program ({error}).",
            f"Write {key} = {_quoted(value)} below [{section}] in it yourself.",
        ) from None
    partial = file.with_name(f"{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(new, "utf-8")
        os.replace(partial, file)
    except OSError as error:
        raise UsageError(
            f"The settings file {file} cannot be written: {error.strerror}.",
            "Check that it is not write-protected and that the disk has space.",
        ) from None


def _with_line(text: str, section: str, line: str, key: str) -> str:
    """The text with the line in its section: in place of the old one, or first in it."""
    lines = text.splitlines(keepends=True)
    head = re.compile(rf"\s*\[\s*{re.escape(section)}\s*\]\s*(#.*)?$")
    start = next((i for i, found in enumerate(lines) if head.match(found)), None)
    if start is None:
        gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
        return f"{text}{gap}[{section}]\n{line}\n"
    if not lines[start].endswith("\n"):
        lines[start] += "\n"
    old = re.compile(rf"\s*{re.escape(key)}\s*=")
    for number in range(start + 1, len(lines)):
        if lines[number].lstrip().startswith("["):
            break
        if old.match(lines[number]):
            lines[number] = f"{line}\n"
            return "".join(lines)
    lines.insert(start + 1, f"{line}\n")
    return "".join(lines)


def _quoted(value: str | bool | int | float) -> str:
    """A TOML value; JSON's numbers, truth values and escapes are among its own."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
