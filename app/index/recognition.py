"""The last pass of a run: text in pictures, a page at a time, while all else is searchable."""

import logging
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, TimeoutError
from contextlib import closing

from app.documents.joined import joined
from app.documents.model import Block, Document, Page
from app.documents.text_tools import first_heading
from app.embedding.service import BGEM3Service
from app.errors import Reason, UnreadableFile
from app.index.catalogue import Catalogue
from app.index.fetching import ENDED
from app.index.intake import Counts
from app.index.languages import with_languages
from app.index.passages import cut_page, embedded_text
from app.index.progress import Progress
from app.index.records import unpack_words
from app.index.scans import OwnPage, Settled
from app.reading.child import Child
from app.reading.jobs import PicturedPage, recognise_page
from app.reading.pool import ReaderPool, make_recogniser
from app.settings import Settings
from app.store.base import Point, Store

_STEP = 0.05  # seconds after which the caller gets to do something else
_AHEAD = 2  # pages: the next one is recognised while the model works on the last
# Of the file, not of the page: the next run will see what became of it.
_NOT_NOW = frozenset({Reason.GONE, Reason.NO_PERMISSION, Reason.PASSWORD})
_log = logging.getLogger(__name__)


class Recognition:
    """Finds the pages that wait, and makes what is recognised on each searchable at once."""

    def __init__(
        self, catalogue: Catalogue, store: Store, service: BGEM3Service, settings: Settings
    ) -> None:
        self._catalogue = catalogue
        self._scans = catalogue.scans
        self._store = store
        self._service = service
        self._settings = settings
        self._enabled: bool = settings["ocr.enabled"]
        self._most_pages: int = settings["ocr.most_pages"]

    def settle(self) -> None:
        """Say of scans that will not be recognised why not."""
        self._scans.settle(enabled=self._enabled, most_pages=self._most_pages)

    def run(self, roots: Sequence[str], counts: Counts) -> Iterator[Progress]:
        """Recognise what waits below these roots; closing the generator keeps what is done."""
        pages = self._scans.pending(roots, self._most_pages) if self._enabled else []
        counts.to_recognise = len(pages)
        if not pages:
            return
        with closing(make_recogniser(self._settings)) as pool:
            broke = yield from self._pass(pool, pages, counts, again=True)
            yield from self._pass(pool, broke, counts, again=False)

    def _pass(
        self, pool: ReaderPool, pages: Sequence[PicturedPage], counts: Counts, *, again: bool
    ) -> Generator[Progress, None, list[PicturedPage]]:
        """Some pages, one after the other; returns those that get a second chance."""
        broke: list[PicturedPage] = []
        away: set[str] = set()
        left = deque(pages)
        running: deque[tuple[PicturedPage, Future[Page]]] = deque()
        while left or running:
            while left and len(running) < _AHEAD:
                page = left.popleft()
                if page.digest not in away:
                    running.append((page, pool.submit(self._task(page))))
            if not running:
                break
            page, future = running.popleft()
            found: Page | UnreadableFile
            while True:
                yield counts.step("recognising", str(page.path))
                try:
                    found = future.result(_STEP)
                except TimeoutError:
                    continue
                except UnreadableFile as error:
                    found = error
                break
            if isinstance(found, Page):
                yield from self._put(page, found, counts)
            elif found.reason in _NOT_NOW:
                _log.info("%s is not recognised now: %s", page.path, found.message)
                away.add(page.digest)
                continue
            elif again and found.reason in ENDED:
                broke.append(page)
                continue
            else:
                settled = self._scans.fail(page.digest, page.part, found.reason, found.message)
                _count(settled, counts)
            counts.recognised += 1
        return broke

    def _task(self, page: PicturedPage) -> Callable[[Child], Page]:
        by = self._settings["ocr.engine"], self._settings["ocr.languages"]

        def task(child: Child) -> Page:
            recognised: Page = child.call(recognise_page, page, *by)
            return recognised

        return task

    def _put(self, page: PicturedPage, found: Page, counts: Counts) -> Iterator[Progress]:
        """Make a page searchable; see ScanTable for the order of writes."""
        own = self._scans.own(page.digest, page.part)
        if own is None:  # a copy of it came first
            return
        before = _own_page(own, found)
        after = joined(before, found)
        title = own.title or (first_heading(after) if own.first else "")
        taken = [id_ for id_, _, _ in own.passages]
        passages = with_languages(
            cut_page(
                Document(own.type, title, (after,)),
                page.digest,
                page.part,
                taken,
                self._service.tokens,
            )
        )
        if after is before or not passages or len(passages) < len(taken):
            _count(self._scans.add(page.digest, page.part, None, own.title, (), {}), counts)
            return
        texts = [passage.embedded for passage in passages]
        texts += [
            embedded_text(own.title, heading, text, self._service.tokens)
            for _, heading, text in own.passages
        ]
        terms: Counter[int] = Counter()
        points = []
        for positions, embeddings in self._service.encode_passages(texts):
            for position, embedding in zip(positions, embeddings, strict=True):
                if position < len(passages):
                    passage = passages[position]
                    terms.update(embedding.terms.tolist())
                    points.append(Point(passage.id, page.digest, embedding, passage.language))
                else:
                    terms.subtract(embedding.terms.tolist())
            yield counts.step("recognising", str(page.path), len(points))
        settled = self._scans.add(page.digest, page.part, after, title, passages, terms)
        self._store.upsert(points, {page.digest: self._catalogue.places(page.digest)})
        self._store.flush()
        self._catalogue.end_work([page.digest])
        counts.passages += len(passages)
        _count(settled, counts)


def write_again(
    catalogue: Catalogue, store: Store, service: BGEM3Service, documents: Sequence[str]
) -> None:
    """Write the points of documents whose last page may not have reached the store."""
    for document in documents:
        stored = list(catalogue.next.passages(document))
        texts = [
            embedded_text(passage.title, passage.heading, passage.text, service.tokens)
            for passage in stored
        ]
        for positions, embeddings in service.encode_passages(texts):
            points = [
                Point(stored[position].id, document, embedding, stored[position].language)
                for position, embedding in zip(positions, embeddings, strict=True)
            ]
            store.upsert(points, {document: catalogue.places(document)})


def _own_page(own: OwnPage, like: Page) -> Page:
    """The page as it is: its blocks are the paragraphs of its text."""
    blocks, start = [], 0
    for paragraph in own.text.split("\n\n") if own.text else ():
        blocks.append(Block(start, start + len(paragraph)))
        start += len(paragraph) + 2
    words = unpack_words(own.words)
    return Page(own.number, own.text, tuple(blocks), words, like.kind, like.name)


def _count(settled: Settled, counts: Counts) -> None:
    counts.indexed += settled.searchable
    counts.done += settled.done
