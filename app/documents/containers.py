"""Documents inside documents: attachments of mails, messages of mailboxes, files of archives."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType

from app.documents.beat import beat
from app.documents.formats import type_of
from app.documents.model import Document, Member
from app.documents.source import Source, content_digest
from app.documents.text_tools import one_line
from app.errors import Reason, UnreadableFile

DEEPEST = 5  # containers in each other: a mail in a mail in a mailbox in two archives
DEEPEST_ZIP = 2
MOST_MEMBERS = 20_000  # of one container
MOST_BYTES = 2 * 2**30  # that the members of one container unpack to
_LONGEST_NAME = 120  # characters of one part of a name
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')


@dataclass(frozen=True)
class RawMember:
    """A member not yet read. name: as its container has it; load: its bytes, may raise anything
    that a reader may."""

    name: str
    size: int
    load: Callable[[], bytes]


@dataclass(frozen=True)
class Opened:
    """A container: its own text, and what is in it, always in the same order."""

    document: Document
    members: Iterable[RawMember]


Reader = Callable[[Source, tuple[str, ...]], Document]


# Why a member is not to be read: reason and detail.
Fault = tuple[Reason, str]
NO_FAULTS: Mapping[int, Fault] = MappingProxyType({})


def read_members(
    members: Iterable[RawMember],
    around: tuple[str, ...],
    version: int,
    read: Reader,
    start: int = 0,
    known: Mapping[int, Fault] = NO_FAULTS,
    password: str = "",
) -> Iterator[Member]:
    """Read what is in a container; a member that cannot be read keeps its reason.

    around: the types of this container and those around it, outermost first. start: the first
    locator wanted, after a reader that ended in the middle; known: by locator, what ended it, so
    that it is not tried again; password: of the container, tried for what is in it, too.
    """
    used: dict[str, int] = {}
    left = MOST_BYTES
    for locator, raw in enumerate(members):
        beat()
        name = _unique(safe_name(raw.name), used)
        if locator >= MOST_MEMBERS:
            detail = f"its container has more than {MOST_MEMBERS} members; the rest is not read"
            yield _failed(name, locator, raw.size, Reason.TOO_LARGE, detail)
            return
        fits = raw.size <= left
        left -= raw.size if fits else 0
        if locator < start:
            continue
        if locator in known:
            yield _failed(name, locator, raw.size, *known[locator])
        elif not fits:
            detail = f"its container unpacks to more than {MOST_BYTES // 2**30} GB"
            yield _failed(name, locator, raw.size, Reason.TOO_LARGE, detail)
        else:
            yield _read_member(name, locator, raw, around, version, read, password)


def _read_member(
    name: str,
    locator: int,
    raw: RawMember,
    around: tuple[str, ...],
    version: int,
    read: Reader,
    password: str,
) -> Member:
    digest = ""
    size = raw.size
    try:
        _check_depth(name, around)
        source = Source(name.rpartition("/")[2], content=raw.load(), password=password)
        size = source.size()
        digest = content_digest(source, version, type_of(name))
        document = read(source, around)
    except UnreadableFile as error:
        return _failed(name, locator, size, error.reason, error.message, digest)
    except MemoryError:
        return _failed(name, locator, size, Reason.MEMORY, "it needs more memory than there is")
    except Exception as error:  # what zipfile and zlib throw at damage has no common kind
        detail = f"it cannot be unpacked ({type(error).__name__})"
        return _failed(name, locator, size, Reason.CORRUPT, detail)
    return Member(name, locator, type_of(name), size, digest, document)


def _check_depth(name: str, around: tuple[str, ...]) -> None:
    deep = len(around) > DEEPEST
    if type_of(name) == "zip" and around.count("zip") >= DEEPEST_ZIP:
        deep = True
    if deep:
        raise UnreadableFile(Reason.TOO_DEEP, f"it lies {len(around)} containers deep")


def _failed(
    name: str, locator: int, size: int, reason: Reason, detail: str, digest: str = ""
) -> Member:
    return Member(name, locator, type_of(name), size, digest, None, reason, detail)


def member_source(
    source: Source, locators: Sequence[int], open_: Callable[[Source], object]
) -> Source:
    """The member that the locators lead to, container by container.

    open_: reads a source and returns Opened for a container. Raises UnreadableFile (GONE) when
    there is no such member any more.
    """
    for locator in locators:
        opened = open_(source)
        raw = _nth(opened.members, locator) if isinstance(opened, Opened) else None
        if raw is None:
            raise UnreadableFile(Reason.GONE, "its container changed; it is not there any more")
        name = PurePosixPath(safe_name(raw.name)).name
        source = Source(name, content=raw.load(), password=source.password)
    return source


def _nth(members: Iterable[RawMember], number: int) -> RawMember | None:
    iterator: Iterator[RawMember] = iter(members)
    for _ in range(number):
        next(iterator, None)
    return next(iterator, None)


def safe_name(name: str) -> str:
    """A relative path of plain parts; whatever would climb out of the container is dropped."""
    parts = []
    for part in name.replace("\\", "/").split("/"):
        cleaned = _UNSAFE.sub("_", one_line(part)).strip()
        if cleaned not in ("", ".", ".."):
            parts.append(_shortened(cleaned))
    return "/".join(parts[-20:]) or "unnamed"


def _shortened(part: str) -> str:
    if len(part) <= _LONGEST_NAME:
        return part
    suffix = PurePosixPath(part).suffix[:12]
    return part[: _LONGEST_NAME - len(suffix) - 1].rstrip() + "…" + suffix


def _unique(name: str, used: dict[str, int]) -> str:
    """The name, numbered when it is taken. used: lower-case names and the last number given."""
    chosen = name
    while chosen.lower() in used:
        path = PurePosixPath(name)
        used[name.lower()] += 1
        chosen = str(path.with_name(f"{path.stem} ({used[name.lower()]}){path.suffix}"))
    used[chosen.lower()] = 1
    return chosen
