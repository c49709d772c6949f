"""Files that others should be like: read for that, and not indexed."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from app.documents.formats import type_of
from app.documents.joined import joined
from app.documents.model import Document, Member
from app.errors import Reason, UnreadableFile, UsageError
from app.index.catalogue import Catalogue
from app.index.passages import TokenCounter, cut
from app.reading.child import Child, Limits
from app.reading.jobs import PicturedPage, content_hash, read_document, recognise_page
from app.reading.pool import ReaderPool
from app.search.like import Example
from app.search.similar import MOST_EMBEDDED, spread
from app.settings import Settings


class ExampleFiles:
    """Reads files, pictures included, in a reader process of its own."""

    def __init__(
        self, catalogue: Catalogue, settings: Settings, tokens: Callable[[], TokenCounter]
    ) -> None:
        """tokens: gives the tokenizer of the library's model; may raise ModelError."""
        self._tokens = tokens
        self._catalogue = catalogue
        self._settings = settings
        memory = settings["reading.memory_mb"]
        if settings["ocr.enabled"]:
            memory = max(memory, settings["ocr.memory_mb"])
        limits = Limits(settings["reading.seconds_per_file"], memory)
        self._pool = ReaderPool(limits, processes=1, name="example")

    def start(self, path: Path, page: int | None = None) -> "Future[Example]":
        """An example of what a file holds; of one page of it, from 1, where `page` is given.

        A file whose content is in the library is not read, its stored passages are named. The
        future raises UnreadableFile, and UsageError for a page that is not there; this call
        ModelError.
        """
        tokens = self._tokens()
        path = path.expanduser().absolute()
        known = self._catalogue.document_hashes() - self._catalogue.container_hashes()
        return self._pool.submit(lambda child: self._read(child, path, tokens, page, known))

    def close(self) -> None:
        """End the reader process."""
        self._pool.close()

    def _read(
        self, child: Child, path: Path, tokens: TokenCounter, page: int | None, known: set[str]
    ) -> Example:
        kind = type_of(path.name)
        if os.path.isdir(path):
            raise UsageError(f"{path} is a folder.", "Choose a file.")
        self._check_size(path)
        own = child.call(content_hash, path, kind)
        name = path.name if page is None else f"{path.name}, page {page}"
        if own in known and page is None:
            return Example(documents=(own,), name=name)
        documents = dict(self._documents(child, path, own))
        left_out = 0
        if self._settings["ocr.enabled"]:
            documents[own], left_out = self._recognised(child, path, own, documents[own], page)
        if not any(one.text.strip() for found in documents.values() for one in found.pages):
            raise UnreadableFile(Reason.NO_TEXT, f"{path.name} has no text that could be read")
        part = None if page is None else _part(path, documents[own], page)
        texts = [
            passage.embedded
            for digest, document in documents.items()
            for passage in cut(document, digest, tokens)
            if part is None or (digest == own and passage.part == part)
        ]
        return Example(
            documents=tuple(documents) if part is None else (own,),
            part=part,
            texts=tuple(spread(texts, MOST_EMBEDDED)),
            name=name,
            is_sampled=bool(left_out) or len(texts) > MOST_EMBEDDED,
        )

    def _recognised(
        self, child: Child, path: Path, own: str, document: Document, page: int | None
    ) -> tuple[Document, int]:
        """The document with the text in the pictures of its pages, or of the one asked for; and
        how many pages were left out, because no more are needed of a long scan."""
        state = path.stat()
        by = self._settings["ocr.engine"], self._settings["ocr.languages"]
        pages, recognised, left_out = list(document.pages), 0, 0
        for part, one in enumerate(pages):
            if not one.pictured or page not in (None, one.number):
                continue
            if recognised == MOST_EMBEDDED:
                left_out += 1
                continue
            wanted = PicturedPage(
                path, "", own, document.type, part, state.st_size, state.st_mtime_ns
            )
            seconds = self._settings["ocr.seconds_per_page"]
            found = child.call(recognise_page, wanted, *by, seconds=seconds)
            pages[part], recognised = joined(one, found), recognised + 1
        return replace(document, pages=tuple(pages)), left_out

    def _check_size(self, path: Path) -> None:
        try:
            size = path.stat().st_size
        except OSError as error:
            detail = f"{path.name} cannot be opened ({error.strerror})"
            raise UnreadableFile(Reason.GONE, detail) from None
        limit = self._settings["reading.max_file_mb"]
        if size > limit * 2**20:
            detail = f"{size // 2**20} MB, more than the limit of {limit} MB"
            raise UnreadableFile(Reason.TOO_LARGE, detail)

    def _documents(self, child: Child, path: Path, own: str) -> Iterator[tuple[str, Document]]:
        with closing(
            child.stream(read_document, path, self._settings["reading.max_text_mb"])
        ) as pieces:
            for piece in pieces:
                if isinstance(piece, Member):
                    yield from _documents_in(piece)
                else:
                    yield own, piece


def _documents_in(member: Member) -> Iterator[tuple[str, Document]]:
    """A member and all that is in it, by the hash of each content."""
    if member.document is not None:
        yield member.digest, member.document
        for inner in member.document.members:
            yield from _documents_in(inner)


def _part(path: Path, document: Document, number: int) -> int:
    for part, page in enumerate(document.pages):
        if page.number == number:
            return part
    raise UsageError(f"{path.name} has no page {number}.")
