"""What becomes of a file that was read: into the group to be written, unchanged, or a problem."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from app.documents.formats import CONTAINERS
from app.documents.model import Document
from app.documents.read import READER_VERSION
from app.errors import UnreadableFile
from app.index.catalogue import Catalogue
from app.index.changes import is_reachable, root_of
from app.index.fetching import Fetched, FetchedMember, Known
from app.index.pace import Pace
from app.index.passages import Passage
from app.index.progress import Progress
from app.index.records import Entry, FileRecord, FileStamp, Problem
from app.index.writer import Group
from app.store.base import Store


@dataclass
class Counts:
    """How far a run is: total and done are files on the disk, the others count members, too."""

    total: int = 0
    done: int = 0
    indexed: int = 0
    unchanged: int = 0
    removed: int = 0
    pages: int = 0
    passages: int = 0
    recognised: int = 0
    to_recognise: int = 0
    pace: Pace = field(default_factory=lambda: Pace((), 0))

    def step(
        self,
        stage: Literal["reading", "embedding", "recognising"],
        current: str = "",
        written: int = 0,
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
            recognised=self.recognised,
            to_recognise=self.to_recognise,
        )


class Intake:
    """Takes what the readers hand over, and knows what needs no reading."""

    def __init__(
        self,
        catalogue: Catalogue,
        store: Store,
        complete: Mapping[str, FileRecord],
        counts: Counts,
    ) -> None:
        """complete: files by path that are as they should be if their content is the same."""
        self._catalogue = catalogue
        self._store = store
        self._complete = complete
        self._counts = counts
        self._documents = catalogue.document_hashes()
        self._scans = catalogue.scans.hashes()
        self._containers = catalogue.container_hashes()
        self._begun: Counter[str] = Counter()  # passages of the members read, by their container
        self.known = Known(
            self._documents,
            self._containers,
            {path: record.document or "" for path, record in complete.items()},
        )
        self.group = Group()

    def next_group(self) -> Group:
        """What was taken so far; a new group begins."""
        group, self.group = self.group, Group()
        return group

    def take(self, stamp: FileStamp, fetched: Fetched | FetchedMember | UnreadableFile) -> None:
        """A file, or something in it, was read or not."""
        if isinstance(fetched, FetchedMember):
            self._take_member(stamp, fetched)
            return
        members = self._begun.pop(stamp.path, None)
        passages = len(fetched.passages) if isinstance(fetched, Fetched) else 0
        self._counts.pace.was_read(stamp, passages + (members or 0))
        if isinstance(fetched, UnreadableFile):
            self._fail(stamp, fetched, has_begun=members is not None)
        elif fetched.document is None and self.known.files.get(stamp.path) == fetched.hash:
            self._leave(self._complete[stamp.path], stamp)
        else:
            if members is None:
                self._catalogue.files.forget_members(stamp.path)
            self._add(fetched.hash, fetched.document, fetched.passages)
            self.group.entries.append(Entry(stamp, fetched.hash, scan=fetched.hash in self._scans))

    def _take_member(self, stamp: FileStamp, member: FetchedMember) -> None:
        if stamp.path not in self._begun:
            self._catalogue.files.forget_members(stamp.path)
        self._begun[stamp.path] += len(member.passages)
        if member.entry.document:
            self._add(member.entry.document, member.document, member.passages)
        scan = member.entry.document in self._scans
        self.group.entries.append(replace(member.entry, scan=scan))

    def _add(self, hash_: str, document: Document | None, passages: tuple[Passage, ...]) -> None:
        if document is None or hash_ in self._documents:
            return
        self.group.documents[hash_] = (document, passages)
        self._counts.pages += len(document.pages)
        if document.type in CONTAINERS:  # before the other: readers ask for both
            self._containers.add(hash_)
        self._documents.add(hash_)
        has_text = any(page.text.strip() for page in document.pages)
        if not has_text and any(page.pictured for page in document.pages):
            self._scans.add(hash_)

    def _leave(self, record: FileRecord, stamp: FileStamp) -> None:
        """Its time changed, its content did not."""
        self._catalogue.files.set_stamp(record.id, stamp)
        for document in self._catalogue.files.documents_of(stamp.path):
            self._store.move(document, self._catalogue.places(document))
        self._counts.unchanged += 1 + record.members
        self._counts.done += 1

    def _fail(self, stamp: FileStamp, error: UnreadableFile, *, has_begun: bool) -> None:
        self._counts.done += 1
        self.group.drop(stamp.path)
        if has_begun:  # members of it were written in this run
            self._counts.indexed -= self._catalogue.files.forget_members(stamp.path)
        root = root_of(stamp.path, self._catalogue.roots.all())
        if root and not is_reachable(root):
            # The drive went away, which says nothing about the file.
            self._catalogue.roots.set_online(root.path, False)
            return
        problem = Problem(stamp.path, error.reason, error.message, error.hint)
        self._catalogue.files.fail(stamp, problem, READER_VERSION)
