"""Walking the folders: the truth about which files there are."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.documents.formats import is_excluded, type_of
from app.errors import Reason, UnreadableFile
from app.index.records import FileStamp, Problem


@dataclass
class Scan:
    """What stands below a root.

    files: by path; problems: what could not even be looked at, by path; excluded: entries left
    out by rule (hidden, system, links to elsewhere), a folder counting as one.
    """

    files: dict[str, FileStamp] = field(default_factory=dict)
    problems: dict[str, tuple[FileStamp, Problem]] = field(default_factory=dict)
    excluded: int = 0


def scan(root: Path) -> Iterator[Scan]:
    """Walk a folder, or look at a single file; yields the growing result now and then.

    Symbolic links are not followed. The last value yielded is complete.
    """
    found = Scan()
    if root.is_dir() and not root.is_symlink():
        pending = [str(root)]
        while pending:
            pending.extend(_scan_folder(pending.pop(), found))
            yield found
    else:
        _look_at(str(root), root.name, os.lstat(root), found)
        yield found


def _scan_folder(folder: str, found: Scan) -> list[str]:
    """Add the files of one folder; returns its sub-folders."""
    folders = []
    try:
        with os.scandir(folder) as entries:
            listing = sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        return []  # gone since its own folder was listed
    except OSError as error:
        stamp = FileStamp(folder, "folder", 0, 0)
        detail = f"the folder cannot be opened ({error.strerror})"
        _add_problem(folder, stamp, Reason.NO_PERMISSION, detail, found)
        return []
    for entry in listing:
        if is_excluded(entry.name):
            found.excluded += 1
            continue
        if not _is_text(entry.name):
            shown = entry.path.encode("utf-8", "backslashreplace").decode("utf-8")
            stamp = FileStamp(shown, type_of(os.path.basename(shown)), 0, 0)
            _add_problem(shown, stamp, Reason.BAD_NAME, "its name is not valid text", found)
            continue
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError:
            continue  # gone since the listing; the next scan settles it
        if stat.S_ISDIR(status.st_mode):
            folders.append(entry.path)
        else:
            _look_at(entry.path, entry.name, status, found)
    return folders[::-1]


def _look_at(path: str, name: str, status: os.stat_result, found: Scan) -> None:
    stamp = FileStamp(path, type_of(name), status.st_size, status.st_mtime_ns)
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
