"""The engine: everything the program can do, without a window. One per data directory."""

import shutil
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from app.cache import ByteCache
from app.embedding.folder import ModelFolder, open_model_folder
from app.embedding.model import Embeddings
from app.embedding.service import BGEM3Service
from app.errors import ModelError, StoreError, UsageError
from app.index.catalogue import Catalogue
from app.index.indexer import Indexer
from app.index.progress import Progress
from app.index.records import Problem, Totals
from app.paths import DataDirs, compact_model_dir
from app.search.by_words import search_by_words
from app.search.model import SHORTENED, Hit, Query, SearchResult
from app.search.phases import Searcher
from app.settings import Settings, load_settings
from app.status import FolderStatus, Status
from app.store.base import Store

_BATCH = 64  # queries embedded together


class Engine:
    """Indexing, searching and what is known about both, over one data directory.

    Cheap to make: the catalogue is opened at once, the model and the vector store when first
    needed. Every public method may raise UserError and nothing else that a user causes.
    """

    def __init__(self, dirs: DataDirs, settings: Settings | None = None) -> None:
        """Open the data directory, making it if need be."""
        self.dirs = dirs
        try:
            dirs.data.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(
                f"The data folder {dirs.data} cannot be made: {error.strerror}."
            ) from None
        self.settings = settings or load_settings(dirs.settings)
        self._catalogue = Catalogue(dirs.catalogue)
        self._store: Store | None = None

    def close(self) -> None:
        """Release every file."""
        if self._store:
            self._store.close()
        self._catalogue.close()
        for cache in ("_embedding_cache", "_page_cache"):
            if cache in self.__dict__:
                getattr(self, cache).close()

    # Parts made when first needed

    @cached_property
    def model(self) -> ModelFolder:
        """The model folder in use; raises ModelError."""
        chosen = self.settings["model.folder"]
        return open_model_folder(Path(chosen).expanduser() if chosen else compact_model_dir())

    @cached_property
    def _embedding_cache(self) -> ByteCache:
        return ByteCache(self.dirs.cache / "embeddings", self.settings["cache.embeddings_mb"])

    @cached_property
    def _page_cache(self) -> ByteCache:
        return ByteCache(
            self.dirs.cache / "pages", self.settings["cache.page_images_mb"], pictures=True
        )

    @cached_property
    def _service(self) -> BGEM3Service:
        cache = self._embedding_cache if self.settings["cache.enabled"] else None
        return BGEM3Service(self.model, cache, self.settings["model.batch_tokens"])

    def _open_store(self) -> Store:
        """The vectors of the model in use; raises StoreError."""
        if self._store is None:
            from app.store.edge import EdgeStore

            folder = self.dirs.store / self.model.fingerprint
            self._store = EdgeStore(folder, self.model.dim, self.model.multi_dim)
        return self._store

    # Indexing

    def index(self, roots: Sequence[Path]) -> Iterator[Progress]:
        """Index folders and files; see Indexer.run. Closing the generator keeps what is done."""
        with _database_errors():
            self._adopt_model()
            indexer = self._indexer()
            indexer.recover()
            if self.stored_passages() != self._catalogue.totals().passages:
                # Vectors lost or added behind our back: start over, from the embedding cache.
                self._start_over()
                indexer = self._indexer()
            yield from indexer.run([Path(root).expanduser().absolute() for root in roots])

    def _indexer(self) -> Indexer:
        limit = self.settings["reading.max_file_mb"] * 2**20
        return Indexer(self._catalogue, self._open_store(), self._service, limit)

    def roots(self) -> list[Path]:
        """The folders and files the user asked for."""
        return [Path(root) for root in self._catalogue.files.roots()]

    def _adopt_model(self) -> None:
        """Make the index one of the model in use; vectors of another model are of no use to it."""
        kept = self._catalogue.meta("model")
        if kept != self.model.fingerprint:
            if kept is not None:
                self._service.load()  # a model that cannot run must not cost the index
                self._start_over()
            self._catalogue.set_meta("model", self.model.fingerprint)
            self._catalogue.set_meta("model_name", self.model.name)

    def _start_over(self) -> None:
        self._catalogue.clear()
        if self._store:
            self._store.close()
            self._store = None
        shutil.rmtree(self.dirs.store, ignore_errors=True)

    # Searching

    def search(self, query: Query) -> SearchResult:
        """The best passages for a query; by their words alone when the model cannot run."""
        query = _checked(query)
        with _database_errors():
            try:
                searcher = self._searcher()
                started = time.perf_counter()
                embeddings = self._service.encode_query(query.text)
            except ModelError as error:
                return search_by_words(self._catalogue.lookup, query, str(error))
            seconds = time.perf_counter() - started
            result = searcher.search(query, embeddings, seconds)
        if self._service.is_shortened(query.text):
            result = replace(result, note=SHORTENED)
        return result

    def search_batch(self, queries: Sequence[Query]) -> Iterator[SearchResult]:
        """Results in the order of the queries; embedding many at once is faster."""
        checked = [_checked(query) for query in queries]
        with _database_errors():
            searcher = self._searcher()
            for start in range(0, len(checked), _BATCH):
                part = checked[start : start + _BATCH]
                at = time.perf_counter()
                embeddings: list[Embeddings] = self._service.encode_queries(
                    [query.text for query in part]
                )
                each = (time.perf_counter() - at) / len(part)
                for query, embedding in zip(part, embeddings, strict=True):
                    yield searcher.search(query, embedding, each)

    def warm_up(self) -> None:
        """Load the model now, so that the first search does not wait for it."""
        self._service.load()

    @property
    def is_model_loaded(self) -> bool:
        """Whether the model is in memory."""
        return "_service" in self.__dict__ and self._service.loaded

    def unload_model(self) -> None:
        """Give the model's memory back until it is needed again."""
        if self.is_model_loaded:
            self._service.unload()

    def _searcher(self) -> Searcher:
        kept = self._catalogue.meta("model")
        if kept is not None and kept != self.model.fingerprint:
            name = self._catalogue.meta("model_name")
            raise ModelError(
                f"The library was indexed with another model ({name}).",
                "Index it again, or choose that model in the settings.",
            )
        return Searcher(
            self._catalogue.lookup,
            self._open_store(),
            self.model.weights,
            idf=self.model.sparse == "term_frequency",
            candidates=self.settings["search.candidates"],
        )

    # Looking

    def page_image(self, hit: Hit, width: int) -> Path:
        """A PNG file with the page of a hit, `width` pixels wide; raises UnreadableFile.

        Drawn once and kept in the page image cache, so the file may be gone later. Raises
        UsageError for a hit without a page.
        """
        if hit.page is None or not hit.has_picture:
            raise UsageError(f"{hit.path} has no pages that can be shown.")
        key = f"{hit.document}/{hit.page}/{width}"
        if path := self._page_cache.path(key):
            return path
        from app.documents.page_image import draw_page

        folder = self.settings["pages.pdftoppm_folder"]
        with self._on_disk(hit) as file:
            image = draw_page(file, hit.page, width, pdftoppm=folder or None)
        self._page_cache.put({key: image.png})
        path = self._page_cache.path(key)
        if path is None:
            raise StoreError(
                f"The picture of page {hit.page} cannot be kept in {self.dirs.cache}.",
                "Check the free space on that disk.",
            )
        return path

    def page_text(self, hit: Hit) -> str:
        """The whole text of the page, or of the file without pages, that a hit stands on."""
        return self._catalogue.lookup.page(hit.document, hit.part)[0]

    @contextmanager
    def _on_disk(self, hit: Hit) -> Iterator[Path]:
        """The file of a hit; that of a container's member only for as long as it is needed."""
        _, locator = self._catalogue.lookup.containers([hit.path]).get(hit.path, ("", ""))
        if not locator:
            yield Path(hit.path)
            return
        from app.documents.read import unpacked

        with unpacked(Path(hit.file), locator, hit.document) as file:
            yield file

    def problems(self) -> list[Problem]:
        """Every file that is not searchable, with its reason."""
        return self._catalogue.files.problems()

    def totals(self) -> Totals:
        """Counts over the whole library."""
        return self._catalogue.totals()

    def status(self) -> Status:
        """What is indexed, with which model, and how much disk it takes."""
        folders = []
        for root in self._catalogue.files.roots():
            searchable, problems = self._catalogue.files.counts_under(root)
            folders.append(FolderStatus(root, searchable, problems, Path(root).exists()))
        return Status(
            data_dir=str(self.dirs.data),
            folders=tuple(folders),
            totals=self._catalogue.totals(),
            model=self._catalogue.meta("model_name") or self.model.name,
            model_loaded=self.is_model_loaded,
            vectors_bytes=_bytes_below(self.dirs.store),
            catalogue_bytes=self.dirs.catalogue.stat().st_size,
            cache_bytes=_bytes_below(self.dirs.cache),
        )

    def stored_passages(self) -> int:
        """Number of passages in the vector store; equals totals().passages when all is well."""
        return self._open_store().count()

    def try_model(self) -> float:
        """How much closer a sentence is to its translation than to another; above 0 is right."""
        question, answer, other = self._service.encode_queries(
            ["The contract ends in March.", "Der Vertrag endet im März.", "Die Suppe ist heiß."]
        )
        return float(question.dense @ answer.dense - question.dense @ other.dense)


def _checked(query: Query) -> Query:
    if not query.text.strip():
        raise UsageError("The query is empty.", "Type what you are looking for.")
    if not 1 <= query.limit <= 1000:
        raise UsageError(f"The limit is {query.limit}.", "Allowed is a number from 1 to 1000.")
    if query.folder:
        query = replace(query, folder=str(Path(query.folder).expanduser().absolute()))
    return query


def _bytes_below(folder: Path) -> int:
    """Space on disk; the store's files are sparse, so where the system tells, blocks count."""
    total = 0.0
    for file in folder.rglob("*"):
        try:
            status = file.stat()
        except OSError:
            continue  # gone since the listing
        total += getattr(status, "st_blocks", status.st_size / 512) * 512
    return int(total)


@contextmanager
def _database_errors() -> Iterator[None]:
    """What the catalogue's database reports, as a sentence."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StoreError(
            f"The catalogue cannot be used: {error}.",
            "Check the free space on the disk, and whether the library is open elsewhere.",
        ) from error
