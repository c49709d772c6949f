"""What is on the disk against what the catalogue knows: new, moved, changed and gone files."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.documents.read import READER_VERSION
from app.errors import Reason
from app.index.records import FileRecord, FileStamp, Root
from app.index.scan import Scan

# Asking again costs one failed open, and the answer may change without the file changing.
_ASKED_AGAIN = {Reason.NO_PERMISSION, Reason.GONE, Reason.TOO_LARGE, Reason.BROKEN_LINK}


@dataclass(frozen=True)
class Changes:
    """What there is to do.

    to_read: small files before large ones, new before old; unseen: those of them that the
    catalogue does not know; moved: known files under a new path; gone: not there any more;
    unchanged: how many are searchable and need nothing, members included.
    """

    to_read: list[FileStamp]
    unseen: list[FileStamp]
    moved: list[tuple[FileRecord, FileStamp]]
    gone: list[FileRecord]
    unchanged: int


def compare(found: Scan, known: Mapping[str, FileRecord], *, retry: bool) -> Changes:
    """The differences; retry: files with any problem, also inside, are read again as well."""
    closed = tuple(
        f"{Path(path).as_posix()}/"
        for path, (stamp, _) in found.problems.items()
        if stamp.type == "folder"
    )
    gone = [
        record
        for path, record in known.items()
        if path not in found.files
        and path not in found.problems
        and not Path(path).as_posix().startswith(closed)
    ]
    leavers = {_identity(record.stamp): record for record in gone if _is_movable(record)}
    to_read, unseen, moved = [], [], []
    unchanged = 0
    for path, stamp in found.files.items():
        record = known.get(path)
        if record is None and (leaver := leavers.pop(_identity(stamp), None)):
            moved.append((leaver, stamp))
        elif record is None:
            unseen.append(stamp)
            to_read.append(stamp)
        elif _is_settled(record, stamp, retry):
            unchanged += record.searchable + record.members
        else:
            to_read.append(stamp)
    left = {record.id for record, _ in moved}
    return Changes(
        to_read=sorted(to_read, key=_order),
        unseen=unseen,
        moved=moved,
        gone=[record for record in gone if record.id not in left],
        unchanged=unchanged,
    )


def _order(stamp: FileStamp) -> tuple[bool, int, str]:
    return stamp.size > 2**20, -stamp.mtime_ns, stamp.path


def _identity(stamp: FileStamp) -> tuple[int, int, int, str]:
    """What a file keeps when it is renamed, and no other file has."""
    return stamp.inode, stamp.size, stamp.mtime_ns, stamp.type


def _is_movable(record: FileRecord) -> bool:
    """Whether a file of the same identity may take its place without being read.

    Where the system tells no inode the content's hash recognises it: slower, as sure.
    """
    return (
        record.stamp.inode != 0
        and record.document is not None
        and record.reader_version == READER_VERSION
    )


def _is_settled(record: FileRecord, stamp: FileStamp, retry: bool) -> bool:
    return (
        not record.waiting
        and record.stamp == stamp
        and record.reader_version == READER_VERSION
        and record.reason not in _ASKED_AGAIN
        and not (retry and (record.reason or record.unread))
    )


def is_reachable(root: Root) -> bool:
    """Whether the root is there, and not just the empty mount point of a drive that is away."""
    if not os.path.exists(root.path):
        return False
    if not root.mount or os.path.ismount(root.mount) or not os.path.isdir(root.path):
        return True
    try:
        with os.scandir(root.path) as entries:
            return any(entries)
    except OSError:
        return False


def mount_point(path: str) -> str:
    """The mount point or drive that a path is on."""
    folder = os.path.abspath(path)
    while not os.path.ismount(folder) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    return folder


def root_of(path: str, roots: Iterable[Root]) -> Root | None:
    """The innermost root that a path is below, or is."""
    around = [
        root
        for root in roots
        if path == root.path or path.startswith(root.path.rstrip(os.sep) + os.sep)
    ]
    return max(around, key=lambda root: len(root.path), default=None)
