"""The documents inside a file, as entries of the catalogue below the file's path."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.documents.model import Document, Member
from app.errors import HINTS, Reason
from app.index.records import Entry, FileStamp, Problem


def entries_of(
    members: Iterable[Member], stamp: FileStamp, above: Entry | None = None
) -> Iterator[tuple[Entry, Document | None]]:
    """Each member at any depth, with what was read of it; a container before its members.

    stamp: of the file on the disk; members take its time, so that they change with it.
    """
    for member in members:
        path = above.stamp.path if above else stamp.path
        steps = [above.locator] if above else []
        entry = Entry(
            stamp=FileStamp(
                path + os.sep + member.name.replace("/", os.sep),
                member.type,
                member.size,
                stamp.mtime_ns,
            ),
            document=member.digest if member.document else None,
            container=stamp.path,
            locator="/".join([*steps, str(member.locator)]),
        )
        if member.document is None:
            reason = member.reason or Reason.CORRUPT
            problem = Problem(entry.stamp.path, reason, member.detail, HINTS[reason])
            yield replace(entry, problem=problem), None
        else:
            yield entry, replace(member.document, members=())
            yield from entries_of(member.document.members, stamp, entry)
