"""Passwords of locked files, by path: in memory only, for as long as the process runs.

The engine sends those it was told with each job to its reader processes.
"""

from collections.abc import Mapping
from pathlib import Path

_known: dict[str, str] = {}


def learn(path: Path, password: str) -> None:
    """Keep the password of a file, or of what is in a container."""
    _known[str(path)] = password


def forget(path: Path) -> None:
    """Drop a password that turned out wrong."""
    _known.pop(str(path), None)


def of(path: Path) -> str:
    """The password of a file, "" when none was told."""
    return _known.get(str(path), "")


def known() -> dict[str, str]:
    """A copy of all of them."""
    return dict(_known)


def replace(passwords: Mapping[str, str]) -> None:
    """Know these and no others."""
    _known.clear()
    _known.update(passwords)
