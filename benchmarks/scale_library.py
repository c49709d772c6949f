"""A library of made-up passages on disk: a real catalogue and a real store."""

import uuid
from collections import Counter
from pathlib import PurePosixPath

import numpy as np
from report import say
from synthetic import CHUNK, Corpus

from app.documents.model import Block, Document, Page, Words
from app.documents.place import Place
from app.index.catalogue import Catalogue, places_of
from app.index.passages import Passage
from app.index.records import Entry, FileStamp, NewDocument
from app.store.base import Places, Point, Store

PAGES = 20  # passages a document, each a page of its own; divides CHUNK
FOLDERS = 10
FILTER = "/library/part3"  # holds a tenth of the documents
_BATCH = 64  # points written at once, as the indexer does
_NAMESPACE = uuid.UUID("3c0f2a5e-5d6f-4e55-9b3a-0c9a7d6c2b11")


def passage_id(number: int) -> str:
    """The id of a passage."""
    return str(uuid.uuid5(_NAMESPACE, str(number)))


def document_hash(document: int) -> str:
    """The content hash of a document."""
    return f"{document:064x}"


def is_in_filter(number: int) -> bool:
    """Whether a passage stands below FILTER."""
    return (number // PAGES) % FOLDERS == int(FILTER[-1])


def stamp(document: int) -> FileStamp:
    """The one file with this content."""
    path = f"/library/part{document % FOLDERS}/year{document % 7}/document {document}.pdf"
    return FileStamp(path, "pdf", 100_000, (1_500_000_000 + 10_000 * document) * 10**9)


def places(document: int) -> Places:
    """Where a document stands; forward slashes on every system, as its made-up path has."""
    found = places_of([stamp(document)])
    folders = tuple(sorted(str(f) for f in PurePosixPath(stamp(document).path).parents))
    return Places(found.files, folders, found.modified, found.type)


def build_catalogue(catalogue: Catalogue, corpus: Corpus, number: int) -> None:
    """Commit `number` passages, with word boxes and term counts, as indexing would."""
    for chunk, made in enumerate(corpus.chunks(number)):
        documents, entries = [], []
        for start in range(0, len(made.texts), PAGES):
            document = (chunk * CHUNK + start) // PAGES
            terms: Counter[int] = Counter()
            for embedding in made.embeddings[start : start + PAGES]:
                terms.update(embedding.terms.tolist())
            texts = made.texts[start : start + PAGES]
            documents.append(_document(document, texts, terms))
            entries.append(Entry(stamp(document), document_hash(document)))
        catalogue.commit(documents, entries, 1)
        if chunk % 10 == 9:
            say(f"  {(chunk + 1) * CHUNK} passages in the catalogue")


def _document(document: int, texts: list[str], terms: Counter[int]) -> NewDocument:
    pages = tuple(_page(number, text) for number, text in enumerate(texts, 1))
    passages = tuple(
        Passage(
            id=passage_id(document * PAGES + number),
            part=number,
            place=Place("page", str(number + 1)),
            start=0,
            end=len(text),
            heading="",
            text=text,
            embedded=text,
        )
        for number, text in enumerate(texts)
    )
    return NewDocument(document_hash(document), Document("pdf", "", pages), passages, terms)


def _page(number: int, text: str) -> Page:
    ends = np.array([i for i, char in enumerate(text) if char == " "] + [len(text)], np.int32)
    starts = np.concatenate([[0], ends[:-1] + 1]).astype(np.int32)
    row, column = np.divmod(np.arange(len(ends)), 12)
    corner = np.stack([0.1 + column / 15, 0.1 + row / 50], 1)
    boxes = np.concatenate([corner, corner + np.array((0.06, 0.015))], 1).astype(np.float32)
    words = Words(np.stack([starts, ends], 1), np.clip(boxes, 0, 1))
    return Page(number, text, (Block(0, len(text)),), words, kind="page")


def build_store(store: Store, corpus: Corpus, number: int) -> None:
    """Write `number` points in the indexer's batches, flushing like it."""
    for chunk, made in enumerate(corpus.chunks(number)):
        first = chunk * CHUNK
        for start in range(0, len(made.embeddings), _BATCH):
            points = [
                Point(
                    passage_id(first + start + i),
                    document_hash((first + start + i) // PAGES),
                    embedding,
                )
                for i, embedding in enumerate(made.embeddings[start : start + _BATCH])
            ]
            numbers = {(first + start + i) // PAGES for i in range(len(points))}
            store.upsert(points, {document_hash(d): places(d) for d in numbers})
        store.flush()
        if chunk % 10 == 9:
            say(f"  {(chunk + 1) * CHUNK} passages in the store")
