"""A new index for another model, made from the texts in the catalogue, beside the one that answers.

No document is read again. The indexer goes on with the old index meanwhile: whatever it adds,
moves or removes is brought into the new one before the switch.
"""

import time
from collections import Counter
from collections.abc import Iterator

from app.embedding.service import BGEM3Service
from app.index.catalogue import Catalogue
from app.index.next_index import signature
from app.index.passages import embedded_text
from app.index.progress import Progress
from app.store.base import Places, Point, Store

_GROUP_PASSAGES = 64
_EARLIEST = 2.0  # seconds before which the rate says nothing


class Reembedder:
    """Fills the store of the new model, then switches the catalogue over.

    Killed anywhere, it goes on where the last group was finished: a document is noted as begun,
    its points are written, the store is flushed, then one transaction notes it as finished.
    """

    def __init__(self, catalogue: Catalogue, store: Store, service: BGEM3Service) -> None:
        """store: of the new model; service: likewise. `catalogue.next` knows of the change."""
        self._catalogue = catalogue
        self._next = catalogue.next
        self._store = store
        self._service = service

    def clean(self) -> bool:
        """Remove from the store what does not count; False when it lacks what should be there.

        Raises StoreError.
        """
        if unused := self._catalogue.unused_documents():
            self._catalogue.remove_documents(unused)
        if unsettled := self._next.unsettled():
            self._store.delete(unsettled)
            self._store.flush()
            self._next.drop(unsettled)
        return self._store.count() == self._next.passages_done()

    def run(self) -> Iterator[Progress]:
        """All documents that are missing, then the switch; call `clean` before.

        Closing the generator keeps the groups that are finished. Raises ModelError, StoreError.
        """
        started = time.monotonic()
        total = self._catalogue.totals().passages
        before = done = self._next.passages_done()
        group: list[str] = []
        size = 0
        missing = self._next.missing()
        for number, document in enumerate(missing):
            group.append(document)
            size += sum(1 for _ in self._next.passages(document))
            if size < _GROUP_PASSAGES and number + 1 < len(missing):
                continue
            for written in self._write(group):
                now = done + written
                elapsed = time.monotonic() - started
                left = (total - now) * elapsed / (now - before) if now > before else None
                yield Progress(
                    "changing",
                    passages=now,
                    passages_total=total,
                    seconds_left=left if elapsed > _EARLIEST else None,
                )
            done += size
            group, size = [], 0
        self._move()
        self._next.switch()

    def _write(self, documents: list[str]) -> Iterator[int]:
        """Embed and store some documents; yields the number of passages written so far."""
        copies = {document: self._catalogue.copies(document) for document in documents}
        places: dict[str, Places] = {
            document: self._catalogue.places(document) for document in documents
        }
        self._next.begun(documents)
        passages = [
            (document, passage)
            for document in documents
            for passage in self._next.passages(document)
        ]
        texts = [
            embedded_text(passage.title, passage.heading, passage.text, self._service.tokens)
            for _, passage in passages
        ]
        terms: dict[str, Counter[int]] = {document: Counter() for document in documents}
        counts = Counter(document for document, _ in passages)
        points: list[Point] = []
        written = 0
        for positions, embeddings in self._service.encode_passages(texts):
            for position, embedding in zip(positions, embeddings, strict=True):
                document, passage = passages[position]
                terms[document].update(embedding.terms.tolist())
                points.append(Point(passage.id, document, embedding, passage.language))
            written += len(positions)
            if len(points) >= 16 or written == len(passages):
                self._store.upsert(points, places)
                points = []
                yield written
        self._store.flush()
        self._next.finished(
            {document: (counts[document], terms[document]) for document in documents},
            {document: signature(copies[document]) for document in documents},
        )

    def _move(self) -> None:
        """Bring up to date where copies stand that were moved since their points were written."""
        if moved := self._next.moved():
            for document, _ in moved:
                self._store.move(document, self._catalogue.places(document))
            self._store.flush()
            self._next.set_places(moved)
