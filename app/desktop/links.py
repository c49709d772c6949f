"""What a start of the program asks for: a search, folders, or a genericrag:// link with a search.

A link may come from a web page, so it can only fill the search field, never add or change.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from app.errors import UsageError

SCHEME = "genericrag"
MODES = ("smart", "meaning", "words", "precise")
_LONGEST = 4000  # characters of a link
_EXAMPLE = f"A link looks like {SCHEME}://search?q=rent%20deposit."


@dataclass(frozen=True)
class OpenRequest:
    """folders: to add; query: to search, "" for none; mode: how, "" for as it is; problem: why
    the start could not be understood, to be shown in the window."""

    folders: tuple[str, ...] = ()
    query: str = ""
    mode: str = ""
    problem: str = ""

    def as_json(self) -> str:
        """One line, for another process."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "OpenRequest":
        """What `as_json` made; raises ValueError for anything else."""
        raw = json.loads(text)
        if not isinstance(raw, dict) or set(raw) != {"folders", "query", "mode", "problem"}:
            raise ValueError("not a request")
        folders, query = raw["folders"], raw["query"]
        mode, problem = raw["mode"], raw["problem"]
        if not (isinstance(folders, list) and all(isinstance(each, str) for each in folders)):
            raise ValueError("folders")
        if not isinstance(query, str) or mode not in ("", *MODES):
            raise ValueError("query or mode")
        if not isinstance(problem, str):
            raise ValueError("problem")
        return cls(tuple(folders), query, mode, problem)


def is_link(text: str) -> bool:
    """Whether this means a link, right or wrong."""
    return text.casefold().startswith(f"{SCHEME}:")


def parse_link(link: str) -> OpenRequest:
    """The search that a link asks for; raises UsageError for a link that cannot be understood."""
    if len(link) > _LONGEST:
        raise UsageError(f"The link is longer than {_LONGEST} characters.", _EXAMPLE)
    try:
        parts = urlsplit(link)
        values = parse_qs(
            parts.query, keep_blank_values=True, strict_parsing=bool(parts.query), errors="strict"
        )
    except (ValueError, UnicodeDecodeError):
        raise UsageError(f"The link {link} cannot be understood.", _EXAMPLE) from None
    action = (parts.netloc or parts.path).strip("/").casefold()
    if parts.scheme != SCHEME or action not in ("search", "open"):
        raise UsageError(f"The link {link} asks for nothing that is known.", _EXAMPLE)
    unknown = sorted(set(values) - {"q", "mode"})
    if unknown:
        raise UsageError(f"The link {link} says {unknown[0]}, which is not known.", _EXAMPLE)
    query = " ".join("".join(values.get("q", [""])).split())
    mode = "".join(values.get("mode", [""]))
    if action == "search" and not query:
        raise UsageError(f"The link {link} has nothing to search for.", _EXAMPLE)
    if mode and mode not in MODES:
        raise UsageError(f"There is no mode {mode}.", f"Choose of {', '.join(MODES)}.")
    return OpenRequest((), query, mode)


def parse_start(arguments: Sequence[str]) -> OpenRequest:
    """Folders and files to add, or one link; raises UsageError."""
    if any(is_link(each) for each in arguments):
        if len(arguments) > 1:
            raise UsageError("A link stands alone.", _EXAMPLE)
        return parse_link(arguments[0])
    folders = []
    for each in arguments:
        path = Path(os.path.abspath(Path(each).expanduser()))
        if not path.exists():
            raise UsageError(f"There is no folder {path}.", "Check how it is written.")
        folders.append(str(path))
    return OpenRequest(tuple(folders))
