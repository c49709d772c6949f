"""Reading ahead: the next files are read and cut while the model works on the last ones."""

from collections.abc import Callable, Generator, Iterable, Mapping, Set
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from app.documents.containers import Fault
from app.documents.formats import CONTAINERS
from app.documents.model import Document, Member
from app.errors import Reason, UnreadableFile
from app.index.handover import Handover
from app.index.languages import with_languages
from app.index.members import entries_of
from app.index.passages import Passage, TokenCounter, cut
from app.index.records import Entry, FileStamp
from app.reading.child import Child
from app.reading.jobs import content_hash, read_document
from app.reading.pool import ReaderPool

# Reasons that had a reader ended, so that nothing more can be had from it.
ENDED = frozenset({Reason.TIMED_OUT, Reason.CRASHED, Reason.MEMORY})
_AHEAD = 8  # files; what is read but not yet embedded waits in memory
_STEP = 0.05  # seconds without a finished file after which the caller gets to do something else
_MOST_FAULTS = 3  # members of one container that may end their reader; each may take a minute


@dataclass(frozen=True)
class ReadLimits:
    """Larger files are not read at all, and longer texts not indexed."""

    file_mb: int
    text_mb: int


@dataclass(frozen=True)
class Known:
    """What needs no reading. All of it may grow meanwhile.

    documents: hashes of all contents there are; containers: of those the ones with members, which
    are read for every copy; files: by path, what is complete and of which content.
    """

    documents: Set[str]
    containers: Set[str]
    files: Mapping[str, str]

    def has(self, stamp: FileStamp, document: str) -> bool:
        """Whether a file with this content is not to be read."""
        if self.files.get(stamp.path) == document:
            return True
        return document in self.documents and document not in self.containers


@dataclass(frozen=True)
class Fetched:
    """A file as read. document: None when its content is known already."""

    hash: str
    document: Document | None = None
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True)
class FetchedMember:
    """A document inside a file. document: None when it is known, or when there is a problem."""

    entry: Entry
    document: Document | None = None
    passages: tuple[Passage, ...] = ()


Outcome = tuple[FileStamp, Fetched | FetchedMember | UnreadableFile]


class ReadAhead:
    """Hands files to the readers, a few more than are asked for."""

    def __init__(
        self,
        pool: ReaderPool,
        known: Known,
        tokens: TokenCounter,
        limits: ReadLimits,
    ) -> None:
        self._pool = pool
        self._known = known
        self._tokens = tokens
        self._limits = limits

    def outcomes(self, stamps: Iterable[FileStamp]) -> Generator[Outcome | None, None, None]:
        """What came of each file, about in their order; None whenever none is ready yet.

        The members of a container come before the container, or before its error.
        """
        source = iter(stamps)
        reading = 0
        with closing(Handover()) as handover:
            while True:
                for stamp in islice(source, _AHEAD - reading):
                    self._pool.submit(partial(self._read, handover, stamp))
                    reading += 1
                if not reading:
                    return
                outcome = handover.take(_STEP)
                if outcome is not None:
                    if isinstance(outcome[1], Exception | Fetched):
                        reading -= 1
                    if isinstance(outcome[1], Exception) and not isinstance(
                        outcome[1], UnreadableFile
                    ):
                        raise outcome[1]
                yield outcome

    def _read(self, handover: Handover, stamp: FileStamp, child: Child) -> None:
        """Runs in the pool's thread; cutting, too, would hold up searches in the engine's."""
        try:
            fetched = self._fetch(child, stamp, partial(_give, handover, stamp))
        except Exception as error:  # the engine's thread raises it again
            handover.give((stamp, error), 0)
        else:
            _give(handover, stamp, fetched)

    def _fetch(
        self, child: Child, stamp: FileStamp, give: Callable[[FetchedMember], None]
    ) -> Fetched:
        if stamp.size > self._limits.file_mb * 2**20:
            detail = f"{stamp.size // 2**20} MB, more than the limit of {self._limits.file_mb} MB"
            raise UnreadableFile(Reason.TOO_LARGE, detail)
        path = Path(stamp.path)
        hash_ = child.call(content_hash, path, stamp.type)
        if self._known.has(stamp, hash_):
            return Fetched(hash_)
        document: Document | None = None
        following = 0  # locator of the member that comes next
        faults: dict[int, Fault] = {}
        while True:
            try:
                pieces = child.stream(read_document, path, self._limits.text_mb, following, faults)
                with closing(pieces):
                    for piece in pieces:
                        if isinstance(piece, Member):
                            self._give_member(piece, stamp, give)
                            following = piece.locator + 1
                        else:
                            document = piece
            except UnreadableFile as error:
                # A member that ends its reader must not cost the container and the others.
                is_container = document is not None and document.type in CONTAINERS
                if not is_container or not _may_go_on(error, following, faults):
                    raise
                faults[following] = error.reason, error.message
            else:
                break
        assert document is not None
        return Fetched(hash_, document, with_languages(cut(document, hash_, self._tokens)))

    def _give_member(
        self, member: Member, stamp: FileStamp, give: Callable[[FetchedMember], None]
    ) -> None:
        """Hand over a member with all that is in it."""
        for entry, document in entries_of((member,), stamp):
            if (
                document is None
                or entry.document is None
                or entry.document in self._known.documents
            ):
                give(FetchedMember(entry))
            else:
                passages = with_languages(cut(document, entry.document, self._tokens))
                give(FetchedMember(entry, document, passages))


def _may_go_on(error: UnreadableFile, following: int, faults: Mapping[int, Fault]) -> bool:
    return error.reason in ENDED and following not in faults and len(faults) < _MOST_FAULTS


def _give(handover: Handover, stamp: FileStamp, fetched: Fetched | FetchedMember) -> None:
    pages = fetched.document.pages if fetched.document else ()
    handover.give((stamp, fetched), sum(len(page.text) for page in pages))
