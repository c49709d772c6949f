"""From folders to a searchable index: a generator that can be closed at any step."""

import contextlib
import logging
import time
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from app.documents.read import READER_VERSION
from app.embedding.service import BGEM3Service
from app.errors import UnreadableFile, UsageError
from app.index.catalogue import Catalogue
from app.index.changes import compare, is_reachable, mount_point
from app.index.fetching import ENDED, FetchedMember, Outcome, ReadAhead, ReadLimits
from app.index.intake import Counts, Intake
from app.index.pace import Pace
from app.index.progress import IndexReport, Progress
from app.index.recognition import Recognition, write_again
from app.index.records import FileRecord, FileStamp, Problem, Root
from app.index.rules import DEFAULTS, Rules, including
from app.index.scan import Scan, scan
from app.index.writer import Writer
from app.reading.pool import make_readers
from app.settings import Settings
from app.store.base import Store

_log = logging.getLogger(__name__)
_NOTED = 5000  # files noted as waiting in one transaction
_MOVED = 200  # renamed files in one transaction
_IDLE_STEPS = 20  # of reading; then what is there is made searchable, however little


class Indexer:
    """Brings catalogue and vector store in line with what is on the disk."""

    def __init__(
        self, catalogue: Catalogue, store: Store, service: BGEM3Service, settings: Settings
    ) -> None:
        self._catalogue = catalogue
        self._store = store
        self._service = service
        self._settings = settings
        self._limits = ReadLimits(
            settings["reading.max_file_mb"],
            settings["reading.max_text_mb"],
        )
        self._writer = Writer(catalogue, store, service)
        self._recognition = Recognition(catalogue, store, service, settings)

    def recover(self) -> None:
        """Remove from the store what an interrupted run left there, and add what it had not yet.

        Raises StoreError and ModelError.
        """
        if left := self._catalogue.work():
            kept = [d for d in left if self._catalogue.has_document(d)]
            self._store.delete([d for d in left if d not in kept])
            write_again(self._catalogue, self._store, self._service, kept)
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
        self._recognition.settle()
        found = Scan()
        known: dict[str, FileRecord] = {}
        for root in roots:
            self._catalogue.roots.add(str(root))
            yield from self._scan(str(root), found, known)
            if retry:
                self._catalogue.scans.again(str(root))
        for stamp, problem in found.problems.values():
            self._catalogue.files.fail(stamp, problem, READER_VERSION)
        changes = compare(found, known, retry=retry)
        counts = Counts(unchanged=changes.unchanged, total=len(found.files))
        counts.done = counts.total - len(changes.to_read)
        counts.done -= sum(_waits(known.get(path), stamp) for path, stamp in found.files.items())
        yield from self._expect(changes.unseen, counts)
        yield from self._move(changes.moved, counts)
        yield from self._index(changes.to_read, _complete(known, retry), counts)
        self._recognition.settle()
        yield from self._recognition.run([str(root) for root in roots], counts)
        counts.done = counts.total
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

    def read_again(self, file: Path) -> Iterator[Progress]:
        """Read one file of the library whatever is known of it; the last Progress has the report.

        Raises UsageError when it is not there, StoreError and ModelError.
        """
        started = time.monotonic()
        embedded_before = self._service.embedded
        self.recover()
        found = Scan()
        with contextlib.suppress(OSError):
            *_, found = scan(file, Rules())
        stamp = found.files.get(str(file))
        if stamp is None:
            raise UsageError(f"{file} cannot be read now.", "Check the path and the drive.")
        counts = Counts(total=1)
        yield from self._index([stamp], {}, counts)
        self._recognition.settle()
        yield from self._recognition.run([str(file)], counts)
        self.remove_unused()
        failures = self._failures([file])
        report = IndexReport(
            indexed=counts.indexed,
            unchanged=0,
            failed=len(failures),
            removed=0,
            pages=counts.pages,
            passages=counts.passages,
            embedded=self._service.embedded - embedded_before,
            excluded=0,
            seconds=time.monotonic() - started,
            failures=failures,
        )
        yield Progress("done", 1, 1, counts.passages, report=report)

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

    def _expect(self, unseen: Sequence[FileStamp], counts: Counts) -> Iterator[Progress]:
        for start in range(0, len(unseen), _NOTED):
            self._catalogue.files.expect(unseen[start : start + _NOTED])
            yield Progress("scanning", counts.total)

    def _move(
        self, moved: Sequence[tuple[FileRecord, FileStamp]], counts: Counts
    ) -> Iterator[Progress]:
        """Say where renamed files stand now; neither they nor their vectors are touched."""
        for start in range(0, len(moved), _MOVED):
            part = moved[start : start + _MOVED]
            self._catalogue.files.rename(part)
            files = self._catalogue.files
            self._say_where({hash_ for _, new in part for hash_ in files.documents_of(new.path)})
            self._store.flush()
            counts.indexed += sum(1 + record.members for record, _ in part)
            counts.removed += sum(1 + record.members + record.unread for record, _ in part)
            yield Progress("scanning", counts.total)

    def _say_where(self, documents: Iterable[str]) -> None:
        """Tell the store where the copies of these documents are now, if there are any."""
        for document in documents:
            if self._catalogue.copies(document):
                self._store.move(document, self._catalogue.places(document))

    def _failures(self, roots: Sequence[Path]) -> tuple[Problem, ...]:
        by_path = {
            problem.path: problem
            for root in roots
            for problem in self._catalogue.files.problems(str(root))
        }
        return tuple(by_path[path] for path in sorted(by_path))

    def _index(
        self, changed: Sequence[FileStamp], complete: Mapping[str, FileRecord], counts: Counts
    ) -> Iterator[Progress]:
        """Read and write these files, those that broke their reader a second time at the end.

        A file may have been hit by something passing, so it gets that second chance, and is then
        left alone until it changes or the user asks.
        """
        counts.pace = Pace(changed, self._limits.file_mb * 2**20)
        intake = Intake(self._catalogue, self._store, complete, counts)
        with closing(make_readers(self._settings)) as pool:
            reading = ReadAhead(pool, intake.known, self._service.tokens, self._limits)
            broke = yield from self._pass(reading.outcomes(changed), intake, counts)
            counts.done -= len(broke)
            yield from self._pass(reading.outcomes(broke), intake, counts)

    def _pass(
        self,
        outcomes: Generator[Outcome | None, None, None],
        intake: Intake,
        counts: Counts,
    ) -> Generator[Progress, None, list[FileStamp]]:
        """Write what was read; returns the files whose reader had to be ended."""
        broke = []
        waited = 0
        with closing(outcomes):  # or readers would wait for somebody to take what they read
            for outcome in outcomes:
                waited = waited + 1 if outcome is None else 0
                if outcome is None:
                    yield counts.step("reading")
                else:
                    stamp, fetched = outcome
                    yield counts.step("reading", _path(outcome))
                    intake.take(stamp, fetched)
                    if isinstance(fetched, UnreadableFile) and fetched.reason in ENDED:
                        broke.append(stamp)
                if intake.group.is_full or waited > _IDLE_STEPS:
                    yield from self._write(intake, counts)
            yield from self._write(intake, counts)
        return broke

    def _write(self, intake: Intake, counts: Counts) -> Iterator[Progress]:
        """Make a group searchable."""
        group = intake.next_group()
        current = group.entries[-1].stamp.path if group.entries else ""
        for written in self._writer.write(group):
            yield counts.step("embedding", current, written)
        entries = [entry for entry in group.entries if not entry.scan]
        counts.indexed += sum(entry.document is not None for entry in entries)
        counts.done += sum(not entry.container for entry in entries)
        counts.passages += group.passages

    def _remove_gone(self, gone: Sequence[FileRecord], counts: Counts) -> None:
        """Forget files that are not there any more, with what is in them."""
        paths = [record.stamp.path for record in gone]
        documents = {found for path in paths for found in self._catalogue.files.documents_of(path)}
        counts.removed += self._catalogue.files.forget(paths)
        self._say_where(documents)

    def remove_unused(self) -> None:
        """Remove documents without a file, from the catalogue first: a search joins with it."""
        if unused := self._catalogue.unused_documents():
            self._catalogue.remove_documents(unused)
            self.recover()


def _complete(known: Mapping[str, FileRecord], retry: bool) -> dict[str, FileRecord]:
    """Those that need nothing if their content is still the same. retry: as of `run`."""
    return {
        path: record
        for path, record in known.items()
        if record.document
        and record.reader_version == READER_VERSION
        and not (retry and record.unread)
    }


def _waits(record: FileRecord | None, stamp: FileStamp) -> bool:
    """Whether a file is a scan, read before, that waits for recognition."""
    if record is None or record.stamp != stamp or record.reason:
        return False
    return record.document is not None and not record.searchable


def _path(outcome: Outcome) -> str:
    stamp, fetched = outcome
    return fetched.entry.stamp.path if isinstance(fetched, FetchedMember) else stamp.path
