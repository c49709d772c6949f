"""From files read to files searchable: embed, store, commit, a group at a time."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.documents.model import Document
from app.documents.read import READER_VERSION
from app.embedding.service import BGEM3Service
from app.index.catalogue import Catalogue, places_of
from app.index.passages import Passage
from app.index.records import Entry, FileStamp, NewDocument
from app.store.base import Point, Store

# Files are committed in groups: a flush and a transaction cost tens of milliseconds, which is
# more than a small file costs to read and embed.
_GROUP_PASSAGES = 64
_GROUP_ENTRIES = 100
_SLICE = 256  # passages handed to the model at once; a search waits while they are tokenised
_STORED = 16  # points written together


@dataclass
class Group:
    """Files, and documents inside files, that were read but are not yet searchable."""

    documents: dict[str, tuple[Document, tuple[Passage, ...]]] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    dropped: list[Entry] = field(default_factory=list)

    @property
    def passages(self) -> int:
        """Passages that wait for the model."""
        return sum(len(passages) for _, passages in self.documents.values())

    def drop(self, path: str) -> None:
        """Forget a file and what is in it.

        Their documents are written all the same: copies that came meanwhile rely on them. Those
        that no file refers to are removed in the end.
        """
        dropped = [e for e in self.entries if path in (e.stamp.path, e.container)]
        self.entries = [e for e in self.entries if e not in dropped]
        self.dropped += [e for e in dropped if e.document in self.documents]

    @property
    def is_full(self) -> bool:
        """Whether it is worth writing."""
        return self.passages >= _GROUP_PASSAGES or len(self.entries) >= _GROUP_ENTRIES


class Writer:
    """Makes groups searchable.

    Order of writes: the documents are noted as work, their points are written, the store is
    flushed, then one transaction marks the files indexed and ends the work. Whatever is killed in
    between is redone, its points removed first. The members of a container come before it, in the
    same group or an earlier one, so a container that counts as indexed is complete.
    """

    def __init__(self, catalogue: Catalogue, store: Store, service: BGEM3Service) -> None:
        self._catalogue = catalogue
        self._store = store
        self._service = service

    def write(self, group: Group) -> Iterator[int]:
        """Embed, store and commit; yields how many passages are done, now and then."""
        if not group.entries and not group.documents:
            return
        copies: dict[str, list[FileStamp]] = {}
        for entry in (*group.entries, *group.dropped):
            if entry.document is None:
                continue
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
        points: list[Point] = []
        written = 0
        for batch in self._batches(passages):
            for point in batch:
                terms[point.document].update(point.embeddings.terms.tolist())
            points += batch
            written += len(batch)
            yield written  # after every batch: a search waits for one step
            if len(points) >= _STORED or written == len(passages):
                self._store.upsert(points, places)
                points = []
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

    def _batches(self, passages: list[tuple[str, Passage]]) -> Iterator[list[Point]]:
        for start in range(0, len(passages), _SLICE):
            part = passages[start : start + _SLICE]
            texts = [passage.embedded for _, passage in part]
            for positions, embeddings in self._service.encode_passages(texts):
                placed = zip((part[i] for i in positions), embeddings, strict=True)
                yield [
                    Point(passage.id, document_hash, embedding, passage.language)
                    for (document_hash, passage), embedding in placed
                ]
