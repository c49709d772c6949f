"""Reading ahead: the next files are read and cut while the model works on the last ones."""

from collections.abc import Callable, Iterable, Iterator, Set
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from app.documents.model import Document
from app.errors import Reason, UnreadableFile
from app.index.languages import with_languages
from app.index.passages import Passage, TokenCounter, cut
from app.index.records import FileStamp
from app.reading.child import Child
from app.reading.jobs import content_hash, read_document
from app.reading.pool import ReaderPool

_AHEAD = 8  # files; what is read but not yet embedded waits in memory
_STEP = 0.05  # seconds without a finished file after which the caller gets to do something else


@dataclass(frozen=True)
class ReadLimits:
    """Larger files are not read at all, and longer texts not indexed."""

    file_mb: int
    text_mb: int


@dataclass(frozen=True)
class Fetched:
    """A file as read. document: None when its content is known already."""

    hash: str
    document: Document | None = None
    passages: tuple[Passage, ...] = ()


Outcome = tuple[FileStamp, Fetched | UnreadableFile]


class ReadAhead:
    """Hands files to the readers, a few more than are asked for."""

    def __init__(
        self, pool: ReaderPool, known: Set[str], tokens: TokenCounter, limits: ReadLimits
    ) -> None:
        """known: hashes of documents that need no reading; may grow meanwhile."""
        self._pool = pool
        self._known = known
        self._tokens = tokens
        self._limits = limits

    def outcomes(self, stamps: Iterable[FileStamp]) -> Iterator[Outcome | None]:
        """What came of each file, about in their order; None whenever none is ready yet."""
        source = iter(stamps)
        waiting: dict[Future[Fetched], FileStamp] = {}
        while True:
            for stamp in islice(source, _AHEAD - len(waiting)):
                waiting[self._pool.submit(self._task(stamp))] = stamp
            if not waiting:
                return
            done, _ = wait(waiting, _STEP, FIRST_COMPLETED)
            if not done:
                yield None
            for future in [future for future in waiting if future in done]:
                yield waiting.pop(future), _outcome(future)

    def _task(self, stamp: FileStamp) -> Callable[[Child], Fetched]:
        return lambda child: self._fetch(child, stamp)

    def _fetch(self, child: Child, stamp: FileStamp) -> Fetched:
        """Runs in the pool's thread; cutting, too, would hold up searches in the engine's."""
        if stamp.size > self._limits.file_mb * 2**20:
            detail = f"{stamp.size // 2**20} MB, more than the limit of {self._limits.file_mb} MB"
            raise UnreadableFile(Reason.TOO_LARGE, detail)
        path = Path(stamp.path)
        hash_ = child.call(content_hash, path, stamp.type)
        if hash_ in self._known:
            return Fetched(hash_)
        document: Document = child.call(read_document, path, self._limits.text_mb)
        return Fetched(hash_, document, with_languages(cut(document, hash_, self._tokens)))


def _outcome(future: "Future[Fetched]") -> Fetched | UnreadableFile:
    try:
        return future.result()
    except UnreadableFile as error:
        return error
