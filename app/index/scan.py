"""Walking the folders: the truth about which files there are."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.documents.formats import type_of
from app.errors import Reason, UnreadableFile
from app.index.records import FileStamp, Problem
from app.index.rules import DEFAULTS, IGNORE_FILE, Rules

_HIDDEN = getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 0) | getattr(stat, "FILE_ATTRIBUTE_SYSTEM", 0)


@dataclass
class Scan:
    """What stands below a root.

    files: by path; problems: what could not even be looked at, by path; excluded: entries left
    out by rule (hidden, system, links to elsewhere), a folder counting as one.
    """

    files: dict[str, FileStamp] = field(default_factory=dict)
    problems: dict[str, tuple[FileStamp, Problem]] = field(default_factory=dict)
    excluded: int = 0


def scan(root: Path, rules: Rules | None = None) -> Iterator[Scan]:
    """Walk a folder, or look at a single file; yields the growing result now and then.

    Symbolic links are not followed. rules: what is left out, besides what the folders' own
    .genericragignore files say. The last value yielded is complete.
    """
    found = Scan()
    if root.is_dir() and not root.is_symlink():
        top = str(root)
        pending = [(top, rules or Rules().and_then(DEFAULTS))]
        while pending:
            pending.extend(_scan_folder(top, *pending.pop(), found))
            yield found
    else:
        _look_at(str(root), root.name, os.lstat(root), found)
        yield found


def _scan_folder(top: str, folder: str, rules: Rules, found: Scan) -> list[tuple[str, Rules]]:
    """Add the files of one folder; returns its sub-folders, each with the rules for it."""
    folders = []
    try:
        with os.scandir(folder) as entries:
            listing = sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        if folder == top:
            raise
        return []  # gone since its own folder was listed
    except OSError as error:
        stamp = FileStamp(folder, "folder", 0, 0)
        detail = f"the folder cannot be opened ({error.strerror})"
        _add_problem(folder, stamp, Reason.NO_PERMISSION, detail, found)
        return []
    relative = folder[len(top) :].strip(os.sep).replace(os.sep, "/")
    above = f"{relative}/" if relative else ""
    if any(entry.name == IGNORE_FILE for entry in listing):
        rules = rules.and_then(_ignore_lines(os.path.join(folder, IGNORE_FILE)), relative)
    for entry in listing:
        if not _is_text(entry.name):
            shown = entry.path.encode("utf-8", "backslashreplace").decode("utf-8")
            stamp = FileStamp(shown, type_of(os.path.basename(shown)), 0, 0)
            _add_problem(shown, stamp, Reason.BAD_NAME, "its name is not valid text", found)
            continue
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError:
            continue  # gone since the listing; the next scan settles it
        is_folder = stat.S_ISDIR(status.st_mode)
        hidden = bool(
            getattr(status, "st_file_attributes", 0) & _HIDDEN  # Windows
            or getattr(status, "st_flags", 0) & stat.UF_HIDDEN  # macOS
        )
        if rules.excludes(above + entry.name, is_folder=is_folder, by_default=hidden):
            found.excluded += 1
        elif is_folder:
            folders.append((entry.path, rules))
        else:
            _look_at(entry.path, entry.name, status, found)
    return folders[::-1]


def _look_at(path: str, name: str, status: os.stat_result, found: Scan) -> None:
    inode = status.st_ino & 0x7FFF_FFFF_FFFF_FFFF  # the catalogue's integers are signed
    stamp = FileStamp(path, type_of(name), status.st_size, status.st_mtime_ns, inode)
    if stat.S_ISLNK(status.st_mode):
        if os.path.exists(path):
            found.excluded += 1
        else:
            _add_problem(
                path, stamp, Reason.BROKEN_LINK, "the link points to nothing that is there", found
            )
    elif not stat.S_ISREG(status.st_mode):
        _add_problem(path, stamp, Reason.SPECIAL_FILE, "a device, pipe or socket", found)
    else:
        found.files[path] = stamp


def _add_problem(path: str, stamp: FileStamp, reason: Reason, detail: str, found: Scan) -> None:
    error = UnreadableFile(reason, detail)
    found.problems[path] = (stamp, Problem(path, reason, error.message, error.hint))


def _is_text(name: str) -> bool:
    """False for names whose bytes are not UTF-8, as old archives leave them on Linux."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _ignore_lines(file: str) -> list[str]:
    try:
        with open(file, encoding="utf-8", errors="replace") as stream:
            return stream.read(2**20).splitlines()
    except OSError:
        return []  # then nothing is left out because of it
