"""From folders to a searchable index: a generator that can be closed at any step."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.documents.model import Document
from app.documents.read import READER_VERSION, read
from app.documents.source import Source, content_digest
from app.embedding.service import BGEM3Service
from app.errors import Reason, UnreadableFile, UsageError
from app.index.catalogue import Catalogue, places_of
from app.index.members import entries_of
from app.index.passages import Passage, cut
from app.index.progress import IndexReport, Progress
from app.index.records import Entry, FileRecord, FileStamp, NewDocument, Problem
from app.index.scan import Scan, scan
from app.store.base import Point, Store

# Files are committed in groups: a flush and a transaction cost tens of milliseconds, which is
# more than a small file costs to read and embed.
_GROUP_PASSAGES = 64
_GROUP_FILES = 100
# Asking again costs one failed open, and the answer may change without the file changing.
_RETRIED = {Reason.NO_PERMISSION, Reason.GONE, Reason.TOO_LARGE, Reason.BROKEN_LINK}


@dataclass
class _Group:
    """Files and members read but not yet searchable."""

    documents: dict[str, tuple[Document, tuple[Passage, ...]]] = field(default_factory=dict)
    containers: set[str] = field(default_factory=set)  # those of the documents with members
    entries: list[Entry] = field(default_factory=list)

    @property
    def passages(self) -> int:
        return sum(len(passages) for _, passages in self.documents.values())

    @property
    def is_full(self) -> bool:
        return self.passages >= _GROUP_PASSAGES or len(self.entries) >= _GROUP_FILES


@dataclass
class _Counts:
    total: int = 0
    done: int = 0
    indexed: int = 0
    unchanged: int = 0
    removed: int = 0
    pages: int = 0
    passages: int = 0


class Indexer:
    """Brings catalogue and vector store in line with what is on the disk.

    Order of writes: the documents are noted as work, their points are written, the store is
    flushed, then one transaction marks the files indexed and ends the work. Whatever is killed in
    between is redone, its points removed first.
    """

    def __init__(
        self, catalogue: Catalogue, store: Store, service: BGEM3Service, max_file_bytes: int
    ) -> None:
        self._catalogue = catalogue
        self._store = store
        self._service = service
        self._max_file_bytes = max_file_bytes

    def recover(self) -> None:
        """Remove from the store what an interrupted run left there; raises StoreError."""
        if left := self._catalogue.work():
            self._store.delete([d for d in left if not self._catalogue.has_document(d)])
            self._store.flush()
            self._catalogue.end_work(left)

    def run(self, roots: Sequence[Path]) -> Iterator[Progress]:
        """Index these folders and files; the last Progress carries the report.

        Closing the generator keeps what is committed. Raises UsageError for a root that is not
        there, StoreError and ModelError.
        """
        started = time.monotonic()
        embedded_before = self._service.embedded
        for root in roots:
            if not root.exists():
                raise UsageError(f"{root} does not exist.", "Check the path.")
        self.recover()
        counts = _Counts()
        found = Scan()
        known: dict[str, FileRecord] = {}
        for root in roots:
            self._catalogue.files.add_root(str(root))
            for step in scan(root):
                yield Progress("scanning", files_total=len(found.files) + len(step.files))
            found.files |= step.files
            found.problems |= step.problems
            found.excluded += step.excluded
            known |= self._catalogue.files.under(str(root))
        for stamp, problem in found.problems.values():
            self._catalogue.files.fail(stamp, problem, READER_VERSION)
        changed = self._changed(found, known, counts)
        yield from self._index(changed, known, counts)
        yield Progress("embedding", counts.total, counts.done, counts.passages)
        self._remove_gone(found, known, counts)
        self._remove_unused()
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
        )
        yield Progress("done", counts.total, counts.done, counts.passages, report=report)

    def _failures(self, roots: Sequence[Path]) -> tuple[Problem, ...]:
        by_path = {
            problem.path: problem
            for root in roots
            for problem in self._catalogue.files.problems(str(root))
        }
        return tuple(by_path[path] for path in sorted(by_path))

    def _changed(
        self, found: Scan, known: dict[str, FileRecord], counts: _Counts
    ) -> list[FileStamp]:
        """The files to read, small before large and new before old."""
        retried = {
            problem.path
            for problem in self._catalogue.files.problems()
            if problem.reason in _RETRIED
        }
        members = self._catalogue.files.members_indexed()
        changed = []
        for path, stamp in found.files.items():
            record = known.get(path)
            if (
                record
                and record.stamp == stamp
                and record.reader_version == READER_VERSION
                and path not in retried
            ):
                counts.unchanged += (record.document is not None) + members.get(path, 0)
            else:
                changed.append(stamp)
        counts.total = len(found.files)
        counts.done = len(found.files) - len(changed)
        return sorted(changed, key=lambda stamp: (stamp.size > 2**20, -stamp.mtime_ns, stamp.path))

    def _index(
        self, changed: Sequence[FileStamp], known: dict[str, FileRecord], counts: _Counts
    ) -> Iterator[Progress]:
        group = _Group()
        for stamp in changed:
            yield Progress("reading", counts.total, counts.done, counts.passages, stamp.path)
            try:
                yield from self._take(stamp, known.get(stamp.path), group, counts)
            except UnreadableFile as error:
                problem = Problem(stamp.path, error.reason, error.message, error.hint)
                self._catalogue.files.fail(stamp, problem, READER_VERSION)
                counts.done += 1
            if group.is_full:
                yield from self._write(group, counts)
        yield from self._write(group, counts)

    def _take(
        self, stamp: FileStamp, record: FileRecord | None, group: _Group, counts: _Counts
    ) -> Iterator[Progress]:
        """Read a file into the group, unless its content is known; raises UnreadableFile.

        The members of a container go first, and are written whenever the group is full: the
        container itself counts as indexed only after all of them.
        """
        if stamp.size > self._max_file_bytes:
            limit = self._max_file_bytes // 2**20
            size = stamp.size // 2**20
            raise UnreadableFile(Reason.TOO_LARGE, f"{size} MB, more than the limit of {limit} MB")
        path = Path(stamp.path)
        document_hash = _content_hash(path, stamp.type)
        if record and record.document == document_hash:
            self._catalogue.files.set_stamp(record.id, stamp)
            for moved in self._catalogue.files.documents_of(stamp.path):
                self._store.move(moved, self._catalogue.places(moved))
            counts.unchanged += 1 + self._catalogue.files.members_indexed().get(stamp.path, 0)
            counts.done += 1
            return
        if not self._is_known(document_hash, group) or self._has_members(document_hash, group):
            document = read(path)
            self._catalogue.files.forget_members(stamp.path)
            for entry, inner in entries_of(document, stamp):
                if entry.document and inner:
                    self._add(entry.document, inner, group, counts)
                group.entries.append(entry)
                if group.is_full:
                    yield from self._write(group, counts)
            self._add(document_hash, document, group, counts)
        group.entries.append(Entry(stamp, document_hash))

    def _is_known(self, document_hash: str, group: _Group) -> bool:
        return document_hash in group.documents or self._catalogue.has_document(document_hash)

    def _has_members(self, document_hash: str, group: _Group) -> bool:
        """Whether a document that is known is a container, whose members each copy has."""
        return document_hash in group.containers or self._catalogue.files.has_members(document_hash)

    def _add(self, document_hash: str, document: Document, group: _Group, counts: _Counts) -> None:
        if document.members:
            group.containers.add(document_hash)
        if not self._is_known(document_hash, group):
            passages = cut(document, document_hash, self._service.tokens)
            group.documents[document_hash] = (replace(document, members=()), passages)
            counts.pages += len(document.pages)

    def _write(self, group: _Group, counts: _Counts) -> Iterator[Progress]:
        """Embed, store and commit a group, which is empty then."""
        if not group.entries:
            return
        copies: dict[str, list[FileStamp]] = {}
        for entry in group.entries:
            if entry.document:
                if entry.document not in copies:
                    copies[entry.document] = self._catalogue.copies(entry.document)
                copies[entry.document].append(entry.stamp)
        places = {document_hash: places_of(stamps) for document_hash, stamps in copies.items()}
        self._catalogue.begin_work(group.documents)
        passages = [
            (document_hash, passage)
            for document_hash, (_, found) in group.documents.items()
            for passage in found
        ]
        terms: dict[str, Counter[int]] = {document: Counter() for document in group.documents}
        texts = [passage.embedded for _, passage in passages]
        points: list[Point] = []
        written = 0
        for positions, embeddings in self._service.encode_passages(texts):
            for position, embedding in zip(positions, embeddings, strict=True):
                document_hash, passage = passages[position]
                terms[document_hash].update(embedding.terms.tolist())
                points.append(Point(passage.id, document_hash, embedding))
            written += len(positions)
            if len(points) >= 16 or written == len(passages):
                self._store.upsert(points, places)
                points = []
                current = group.entries[-1].stamp.path
                yield Progress(
                    "embedding", counts.total, counts.done, counts.passages + written, current
                )
        for document_hash in places.keys() - group.documents.keys():
            self._store.move(document_hash, places[document_hash])
        self._store.flush()
        self._catalogue.commit(
            [
                NewDocument(document_hash, document, found, terms[document_hash])
                for document_hash, (document, found) in group.documents.items()
            ],
            group.entries,
            READER_VERSION,
        )
        counts.indexed += sum(entry.document is not None for entry in group.entries)
        counts.done += sum(not entry.container for entry in group.entries)
        counts.passages += len(passages)
        group.documents.clear()
        group.containers.clear()
        group.entries.clear()

    def _remove_gone(self, found: Scan, known: dict[str, FileRecord], counts: _Counts) -> None:
        """Forget files that are not there any more, but not those below an unreadable folder."""
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
        paths = [record.stamp.path for record in gone]
        documents = {found for path in paths for found in self._catalogue.files.documents_of(path)}
        counts.removed += self._catalogue.files.forget(paths)
        for document_hash in documents:
            if self._catalogue.copies(document_hash):
                self._store.move(document_hash, self._catalogue.places(document_hash))
        self._catalogue.files.forget_orphans()

    def _remove_unused(self) -> None:
        """Remove documents without a file, from the catalogue first: a search joins with it."""
        if unused := self._catalogue.unused_documents():
            self._catalogue.remove_documents(unused)
            self.recover()


def _content_hash(path: Path, file_type: str) -> str:
    """SHA-256 of content, type and reader version: what the passages depend on.

    Raises UnreadableFile when the file cannot be opened.
    """
    try:
        return content_digest(Source.of(path), READER_VERSION, file_type)
    except PermissionError:
        raise UnreadableFile(Reason.NO_PERMISSION, "the file may not be opened") from None
    except FileNotFoundError:
        raise UnreadableFile(Reason.GONE, "the file is not there any more") from None
    except OSError as error:
        raise UnreadableFile(
            Reason.CORRUPT, f"the disk cannot read it ({error.strerror})"
        ) from None
