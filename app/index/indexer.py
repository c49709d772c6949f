"""From folders to a searchable index: a generator that can be closed at any step."""

import logging
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from app.documents.read import READER_VERSION
from app.embedding.service import BGEM3Service
from app.errors import Reason, UnreadableFile, UsageError
from app.index.catalogue import Catalogue
from app.index.changes import compare, is_reachable, mount_point, root_of
from app.index.fetching import Fetched, Outcome, ReadAhead, ReadLimits
from app.index.pace import Pace
from app.index.progress import IndexReport, Progress
from app.index.records import FileRecord, FileStamp, Problem, Root
from app.index.rules import DEFAULTS, Rules, including
from app.index.scan import Scan, scan
from app.index.writer import Group, Writer
from app.reading.pool import make_readers
from app.settings import Settings
from app.store.base import Store

_log = logging.getLogger(__name__)
# A file that ended its reader may have been hit by something passing, so it gets a second chance
# once all others are done, and is then left alone until it changes or the user asks.
_TRIED_TWICE = {Reason.TIMED_OUT, Reason.CRASHED, Reason.MEMORY}
_NOTED = 5000  # files noted as waiting in one transaction
_MOVED = 200  # renamed files in one transaction
_IDLE_STEPS = 20  # of reading; then what is there is made searchable, however little
# Asking again costs one failed open, and the answer may change without the file changing.
_RETRIED = {Reason.NO_PERMISSION, Reason.GONE, Reason.TOO_LARGE, Reason.BROKEN_LINK}


@dataclass
class _Counts:
    total: int = 0
    done: int = 0
    indexed: int = 0
    unchanged: int = 0
    removed: int = 0
    pages: int = 0
    passages: int = 0
    pace: Pace = field(default_factory=lambda: Pace((), 0))

    def step(
        self, stage: Literal["reading", "embedding"], current: str = "", written: int = 0
    ) -> Progress:
        """How far it is; written: passages of the group in work that are done."""
        self.pace.have_passed(self.passages + written)
        return Progress(
            stage,
            self.total,
            self.done,
            self.passages + written,
            current,
            self.pages,
            self.pace.passages_per_s(),
            self.pace.seconds_left(),
        )


class Indexer:
    """Brings catalogue and vector store in line with what is on the disk."""

    def __init__(
        self, catalogue: Catalogue, store: Store, service: BGEM3Service, settings: Settings
    ) -> None:
        self._catalogue = catalogue
        self._store = store
        self._service = service
        self._settings = settings
        self._limits = ReadLimits(settings["reading.max_file_mb"], settings["reading.max_text_mb"])
        self._writer = Writer(catalogue, store, service)

    def recover(self) -> None:
        """Remove from the store what an interrupted run left there; raises StoreError."""
        if left := self._catalogue.work():
            self._store.delete([d for d in left if not self._catalogue.has_document(d)])
            self._store.flush()
            self._catalogue.end_work(left)

    def run(self, roots: Sequence[Path], *, retry: bool = False) -> Iterator[Progress]:
        """Index these folders and files; the last Progress carries the report.

        retry: also read again what had a problem and did not change. Roots that were indexed
        before and cannot be reached now are offline: nothing of theirs changes. Closing the
        generator keeps what is committed. Raises UsageError for a new root that is not there,
        StoreError and ModelError.
        """
        started = time.monotonic()
        embedded_before = self._service.embedded
        for root in roots:
            if not root.exists() and not self._catalogue.roots.get(str(root)):
                raise UsageError(f"{root} does not exist.", "Check the path.")
        self.recover()
        found = Scan()
        known: dict[str, FileRecord] = {}
        for root in roots:
            self._catalogue.roots.add(str(root))
            yield from self._scan(str(root), found, known)
        for stamp, problem in found.problems.values():
            self._catalogue.files.fail(stamp, problem, READER_VERSION)
        changes = compare(found, known, retry=retry)
        counts = _Counts(unchanged=changes.unchanged, total=len(found.files))
        counts.done = counts.total - len(changes.to_read)
        yield from self._expect(changes.unseen, counts)
        yield from self._move(changes.moved, counts)
        yield from self._index(changes.to_read, known, counts)
        yield counts.step("embedding")
        self._remove_gone(changes.gone, counts)
        self.remove_unused()
        failures = self._failures(roots)
        report = IndexReport(
            indexed=counts.indexed,
            unchanged=counts.unchanged,
            failed=len(failures),
            removed=counts.removed,
            pages=counts.pages,
            passages=counts.passages,
            embedded=self._service.embedded - embedded_before,
            excluded=found.excluded,
            seconds=time.monotonic() - started,
            failures=failures,
            offline=tuple(
                root.path
                for root in self._catalogue.roots.all()
                if not root.online and Path(root.path) in roots
            ),
        )
        yield Progress("done", counts.total, counts.done, counts.passages, report=report)

    def _scan(
        self, path: str, found: Scan, known: dict[str, FileRecord]
    ) -> Generator[Progress, None, None]:
        """Add what stands below a root and what is known of it; nothing when it is offline."""
        root = self._catalogue.roots.get(path) or Root(path)
        rules = Rules().and_then(including(root.include)).and_then(DEFAULTS)
        rules = rules.and_then(self._settings["folders.exclude"].split(";")).and_then(root.exclude)
        step = Scan()
        try:
            if is_reachable(root):
                for step in scan(Path(path), rules):
                    yield Progress("scanning", files_total=len(found.files) + len(step.files))
        except OSError as error:
            _log.warning("%s cannot be looked through: %s", path, error)
        if not is_reachable(root):  # asked last, too: it may have gone while it was scanned
            self._catalogue.roots.set_online(path, False)
            return
        self._catalogue.roots.set_seen(path, mount_point(path), step.excluded)
        found.files |= step.files
        found.problems |= step.problems
        found.excluded += step.excluded
        known |= self._catalogue.files.under(path)

    def _expect(self, unseen: Sequence[FileStamp], counts: _Counts) -> Iterator[Progress]:
        for start in range(0, len(unseen), _NOTED):
            self._catalogue.files.expect(unseen[start : start + _NOTED])
            yield Progress("scanning", counts.total)

    def _move(
        self, moved: Sequence[tuple[FileRecord, FileStamp]], counts: _Counts
    ) -> Iterator[Progress]:
        """Say where renamed files stand now; neither they nor their vectors are touched."""
        for start in range(0, len(moved), _MOVED):
            part = moved[start : start + _MOVED]
            self._catalogue.files.rename(part)
            for document in {record.document for record, _ in part if record.document}:
                self._store.move(document, self._catalogue.places(document))
            self._store.flush()
            yield Progress("scanning", counts.total)
        counts.indexed += len(moved)
        counts.removed += len(moved)

    def _failures(self, roots: Sequence[Path]) -> tuple[Problem, ...]:
        by_path = {
            problem.path: problem
            for root in roots
            for problem in self._catalogue.files.problems(str(root))
        }
        return tuple(by_path[path] for path in sorted(by_path))

    def _index(
        self, changed: Sequence[FileStamp], known: dict[str, FileRecord], counts: _Counts
    ) -> Iterator[Progress]:
        """Read and write these files, those that broke their reader a second time at the end."""
        hashes = self._catalogue.document_hashes()
        counts.pace = Pace(changed, self._limits.file_mb * 2**20)
        with closing(make_readers(self._settings)) as pool:
            reading = ReadAhead(pool, hashes, self._service.tokens, self._limits)
            broke = yield from self._pass(reading.outcomes(changed), known, hashes, counts)
            counts.done -= len(broke)
            yield from self._pass(reading.outcomes(broke), known, hashes, counts)

    def _pass(
        self,
        outcomes: Iterator[Outcome | None],
        known: dict[str, FileRecord],
        hashes: set[str],
        counts: _Counts,
    ) -> Generator[Progress, None, list[FileStamp]]:
        """Write what was read; returns the files whose reader had to be ended."""
        broke = []
        group = Group()
        waited = 0
        for outcome in outcomes:
            waited = waited + 1 if outcome is None else 0
            if outcome is None:
                yield counts.step("reading")
            else:
                stamp, fetched = outcome
                yield counts.step("reading", stamp.path)
                counts.pace.was_read(stamp, _passages(fetched))
                if isinstance(fetched, UnreadableFile):
                    broke += [stamp] * (fetched.reason in _TRIED_TWICE)
                    self._fail(stamp, fetched, counts)
                else:
                    self._take(stamp, fetched, known.get(stamp.path), group, counts)
                    hashes.add(fetched.hash)
            if group.is_full or waited > _IDLE_STEPS:
                yield from self._write(group, counts)
                group = Group()
        yield from self._write(group, counts)
        return broke

    def _fail(self, stamp: FileStamp, error: UnreadableFile, counts: _Counts) -> None:
        counts.done += 1
        root = root_of(stamp.path, self._catalogue.roots.all())
        if root and not is_reachable(root):
            # The drive went away, which says nothing about the file.
            self._catalogue.roots.set_online(root.path, False)
            return
        problem = Problem(stamp.path, error.reason, error.message, error.hint)
        self._catalogue.files.fail(stamp, problem, READER_VERSION)

    def _take(
        self,
        stamp: FileStamp,
        fetched: Fetched,
        record: FileRecord | None,
        group: Group,
        counts: _Counts,
    ) -> None:
        """Put a file into the group, unless its content is the same as before."""
        if record and record.document == fetched.hash:
            self._catalogue.files.set_stamp(record.id, stamp)
            self._store.move(fetched.hash, self._catalogue.places(fetched.hash))
            counts.unchanged += 1
            counts.done += 1
            return
        if fetched.document is not None and fetched.hash not in group.documents:
            group.documents[fetched.hash] = (fetched.document, fetched.passages)
            counts.pages += len(fetched.document.pages)
        group.files.append((stamp, fetched.hash))

    def _write(self, group: Group, counts: _Counts) -> Iterator[Progress]:
        """Make a group searchable."""
        current = group.files[-1][0].path if group.files else ""
        for written in self._writer.write(group):
            yield counts.step("embedding", current, written)
        counts.indexed += len(group.files)
        counts.done += len(group.files)
        counts.passages += group.passages

    def _remove_gone(self, gone: Sequence[FileRecord], counts: _Counts) -> None:
        """Forget files that are not there any more."""
        self._catalogue.files.forget([record.stamp.path for record in gone])
        for document_hash in {record.document for record in gone if record.document}:
            if self._catalogue.copies(document_hash):
                self._store.move(document_hash, self._catalogue.places(document_hash))
        counts.removed += len(gone)

    def remove_unused(self) -> None:
        """Remove documents without a file, from the catalogue first: a search joins with it."""
        if unused := self._catalogue.unused_documents():
            self._catalogue.remove_documents(unused)
            self.recover()


def _passages(fetched: Fetched | UnreadableFile) -> int:
    return len(fetched.passages) if isinstance(fetched, Fetched) else 0
