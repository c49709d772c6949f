"""The engine: everything the program can do, without a window. One per data directory."""

import shutil
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from app.caches import Caches
from app.documents.picture import Picture
from app.embedding.choice import ModelChoice
from app.embedding.folder import ModelFolder
from app.embedding.manager import ModelManager
from app.embedding.service import BGEM3Service
from app.errors import ModelError, UsageError
from app.examples import ExampleFiles
from app.folders import Folders
from app.index.axes_shelf import AxesShelf
from app.index.catalogue import Catalogue
from app.index.change_plan import ChangePlan
from app.index.database_errors import database_errors
from app.index.held_store import HeldStore
from app.index.indexer import Indexer
from app.index.mark_table import Mark
from app.index.next_index import IndexModel
from app.index.progress import Progress
from app.index.records import Problem, Totals
from app.index.store_copy import CopyStep
from app.pages import PagePictures, with_boxes
from app.paths import DataDirs, bytes_below, bytes_of
from app.resilience import GuardState, Limits, hurried
from app.search.completion import Vocabulary
from app.search.document_view import DocumentView, document_view
from app.search.evaluation import Evaluation, Question, evaluate
from app.search.model import Hit, Query, SearchResult
from app.search.search import Parts, Search
from app.search.why import Explanation
from app.searches import History, SavedSearches
from app.settings import Settings, load_settings
from app.spaces import Spaces
from app.status import Status
from app.store.base import Store
from app.store.choice import EngineName, StoreChoice, destination
from app.unlock import unlock


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
        self.caches = Caches(dirs.cache, self.settings)
        self._catalogue = Catalogue(dirs.catalogue, Limits.of(self.settings))
        self._choice = self._make_choice()
        self._held = HeldStore(self._catalogue, self.settings, dirs)
        self.spaces = Spaces(self._catalogue, lambda: self._choice, self._held)

    def close(self) -> None:
        """Release every file."""
        self.spaces.close()
        self._catalogue.close()
        for part in ("pictures", "example_files"):
            if part in self.__dict__:
                getattr(self, part).close()
        self.caches.close()

    # Parts made when first needed

    @property
    def models(self) -> ModelManager:
        """The models on this machine."""
        return self._choice.models

    @property
    def model(self) -> ModelFolder:
        """The model of the settings; raises ModelError. The library may still be of another."""
        return self._choice.folder

    def reload_settings(self) -> None:
        """Read the settings again; a model that changed with them is used from the next index on.

        Raises UsageError.
        """
        before, self.settings = self.settings, load_settings(self.dirs.settings)
        if any(
            before[name] != value
            for name, value in self.settings.values.items()
            if name.startswith(("model.", "resilience."))
        ):
            self._choice = self._make_choice()

    def _make_choice(self) -> ModelChoice:
        return ModelChoice(
            self.dirs,
            self.settings,
            self.caches,
            lambda folder: AxesShelf(self._catalogue, folder.model_fingerprint),
        )

    @cached_property
    def pictures(self) -> PagePictures:
        """The pictures of pages."""
        return PagePictures(self.caches.pages, self._catalogue.lookup, self.settings)

    @cached_property
    def example_files(self) -> ExampleFiles:
        """Files that results should be like."""
        return ExampleFiles(self._catalogue, self.settings, lambda: self._service.tokens)

    @cached_property
    def saved(self) -> SavedSearches:
        """The saved searches."""
        return SavedSearches(self._catalogue, self.find)

    @cached_property
    def history(self) -> History:
        """The searches that were made."""
        return History(self._catalogue, lambda: self.settings)

    @property
    def model_server(self) -> str:
        """Where texts are sent to be embedded, or "" for nowhere."""
        return self._choice.server_url

    @property
    def _service(self) -> BGEM3Service:
        return self.spaces.active().service

    def _open_store(self) -> Store:
        """The vectors of the library's model; raises StoreError and ModelError."""
        return self.spaces.active().store

    def store_choice(self) -> StoreChoice:
        """The vector store that holds the library, or that a new library gets."""
        return self._held.choice()

    def migrate_store(self, to: EngineName) -> Generator[CopyStep, None, None]:
        """Move the vectors to another store without the model; see HeldStore.migrate."""
        with database_errors():
            self._indexer().recover()
            space = self.spaces.active()
            yield from self._held.migrate(to, space.folder, space.store)
            self.spaces.close()
            self._held.drop({space.folder.fingerprint})

    # Indexing

    def index(
        self, roots: Sequence[Path], *, retry: bool = False
    ) -> Generator[Progress, None, None]:
        """Index folders and files, or all known ones that are not paused; see Indexer.run.

        Closing the generator keeps what is done. When another model was chosen, the library
        changes to it afterwards, see change_model; or before, when the old one is gone and can
        embed nothing new.
        """
        with database_errors():
            self._held.adopt()
            if self._choice.has_changed():
                self.spaces.close()
            self.spaces.settle()
            if not self.spaces.can_answer():
                yield from self.change_model()
            last = Progress("done")
            for last in self._index(roots, retry):
                if not last.report:
                    yield last
            yield from self.change_model()
            yield last

    def _index(self, roots: Sequence[Path], retry: bool) -> Iterator[Progress]:
        indexer = self._indexer()
        indexer.recover()
        if self.stored_passages() != self._catalogue.totals().passages:
            # Vectors lost or added behind our back: start over, from the embedding cache.
            self.spaces.start_over()
            indexer = self._indexer()
        chosen = [Path(root).expanduser().absolute() for root in roots]
        yield from indexer.run(chosen or self.folders.active(), retry=retry)

    def unlock(self, document: Path, password: str) -> Generator[Progress, None, None]:
        """Read a locked document with its password, kept for this session; see app.unlock."""
        with database_errors():
            self._held.adopt()
            self.spaces.settle()
            path = Path(document).expanduser().absolute()
            yield from unlock(self._catalogue, self._indexer(), self.settings, path, password)

    def change_model(self) -> Iterator[Progress]:
        """Bring the library to the chosen model; nothing when it is of that model already.

        No document is read again. Searches use the old model until the end. Closing the
        generator keeps what is done, and the next call goes on there.
        """
        with database_errors():
            self.spaces.settle()
            yield from self.spaces.change()
            AxesShelf(self._catalogue, self.model.model_fingerprint).drop_others()

    def plan_change(self, choice: str) -> Generator[Progress, None, ChangePlan]:
        """What changing to a model would cost, measured; it changes nothing. See ChangePlan."""
        with database_errors():
            plan = yield from self.spaces.plan(self._choice.find(choice), choice)
            old = self._catalogue.next.current()
            size = bytes_below(self.dirs.store / old.fingerprint) if old else 0
            free = shutil.disk_usage(self.dirs.data).free
            return plan.on_disk(size, free)

    def index_model(self) -> IndexModel | None:
        """The model that the library is of; None while nothing is indexed."""
        return self._catalogue.next.current()

    def _indexer(self) -> Indexer:
        return Indexer(self._catalogue, self._open_store(), self._service, self.settings)

    @cached_property
    def folders(self) -> Folders:
        """What the user can say about the folders."""
        return Folders(self._catalogue)

    def remove(self, root: Path) -> int:
        """Drop a folder from the library; returns how many files it had. The files stay.

        Raises UsageError when it is not in the library.
        """
        with database_errors():
            count = self.folders.remove(root)
            self._indexer().remove_unused()
        return count

    # Searching

    def search(self, query: Query) -> Iterator[SearchResult]:
        """Better and better results: by words at once, then by vectors, the last one the best."""
        with database_errors():
            for result in self._search.run(query):
                yield self._marked(result)

    def find(self, query: Query) -> SearchResult:
        """The best passages for a query; by their words alone when the model cannot run."""
        with database_errors(), hurried():
            *_, last = self._search.run(query, only_last=True)
            return self._marked(last)

    def _marked(self, result: SearchResult) -> SearchResult:
        return replace(result, hits=self.folders.mark_offline(result.hits))

    def search_batch(self, queries: Sequence[Query]) -> Iterator[SearchResult]:
        """Results in the order of the queries; embedding many at once is faster."""
        with database_errors():
            for result in self._search.batch(queries):
                yield self._marked(result)

    def mark(self, query: str, hit: Hit, is_right: bool | None) -> None:
        """Note whether a hit answers a query; None takes that back."""
        with database_errors():
            if is_right is None:
                self._catalogue.marks.remove(query, hit.path, hit.page)
            else:
                self._catalogue.marks.put(Mark(query, hit.path, hit.page, is_right))

    def marks(self) -> list[Mark]:
        """All hits that were marked."""
        with database_errors():
            return self._catalogue.marks.all()

    def evaluate(self, questions: Sequence[Question]) -> Evaluation:
        """How well each mode answers questions whose answers are known; see evaluation.py."""
        return evaluate(self.search_batch, questions)

    def explain(self, result: SearchResult, hit: Hit) -> Explanation:
        """Why a hit of a result has its score."""
        with database_errors():
            return self._search.explain(result, hit)

    def neighbours(self, hit: Hit) -> tuple[str, str]:
        """The passages before and after a hit in its document; "" where there is none."""
        return self._search.neighbours(hit)

    def vocabulary(self) -> Vocabulary:
        """The library's types, folders and languages, for completing a query."""
        return self._search.vocabulary()

    def warm_up(self) -> None:
        """Load the model now, so that the first search does not wait for it."""
        with hurried():
            self._service.load()

    @property
    def is_model_loaded(self) -> bool:
        """Whether the model is in memory."""
        return self.spaces.is_loaded

    @property
    def device(self) -> str:
        """Where the model runs and why not elsewhere; empty while it is not in memory."""
        return self._service.device if self.is_model_loaded else ""

    def unload_model(self) -> None:
        """Give the model's memory back until it is needed again."""
        self.spaces.unload()

    def tidy(self) -> None:
        """Housekeeping of the vector store, some seconds long: for when nobody is waiting."""
        if self._catalogue.meta("model") == self.model.fingerprint:
            self._open_store().tidy()

    @property
    def _search(self) -> Search:
        return Search(self._catalogue.lookup, self.settings, self._search_parts)

    def _search_parts(self) -> Parts:
        space = self.spaces.active()
        return Parts(space.folder, space.service, space.store)

    # Looking

    def page_image(self, hit: Hit, width: int) -> Path:
        """A PNG file with the page of a hit, `width` pixels wide; see PagePictures.file."""
        return self.pictures.file(hit, width)

    def page_png(self, hit: Hit, width: int) -> bytes:
        """The same picture as bytes; see PagePictures.start."""
        return self.pictures.start(hit, width).result()

    def page_picture(self, hit: Hit, width: int) -> Picture:
        """The same picture with the boxes of the hit's passage on it."""
        return with_boxes(hit, self.page_png(hit, width))

    def page_text(self, hit: Hit) -> str:
        """The whole text of the page, or of the file without pages, that a hit stands on."""
        return self._catalogue.lookup.page(hit.document, hit.part)[0]

    def document_view(self, hit: Hit, passages: Sequence[str]) -> DocumentView:
        """What the document of a hit has to leaf through; passages: ids, some of it."""
        return document_view(self._catalogue.lookup, hit.document, passages)

    def problems(self) -> list[Problem]:
        """Every file that is not searchable, or not all of it, with its reason, by path."""
        pages = self._catalogue.scans.problems(
            enabled=self.settings["ocr.enabled"], most_pages=self.settings["ocr.most_pages"]
        )
        return sorted((*self._catalogue.files.problems(), *pages), key=lambda found: found.path)

    def totals(self) -> Totals:
        """Counts over the whole library."""
        return self._catalogue.totals()

    def status(self) -> Status:
        """What is indexed, with which model, and how much disk it takes."""
        following = self._catalogue.next.model()
        return Status(
            data_dir=str(self.dirs.data),
            folders=self.folders.status(),
            totals=self._catalogue.totals(),
            model=self._model_name(),
            model_loaded=self.is_model_loaded,
            model_server=self.model_server,
            device=self.device,
            vectors_bytes=bytes_below(self.dirs.store),
            catalogue_bytes=bytes_of(self.dirs.data.glob(f"{self.dirs.catalogue.name}*")),
            cache_bytes=bytes_below(self.dirs.cache),
            guards=self.guards(),
            next_model=following.name if following else "",
            next_passages=self._catalogue.next.passages_done(),
            recognition=self.settings["ocr.enabled"],
            store=self.store_choice().engine,
            vectors_place=destination(self.store_choice()),
        )

    def _model_name(self) -> str:
        if kept := self._catalogue.meta("model_name"):
            return kept
        try:
            with hurried():
                return self.model.name
        except ModelError:
            return ""  # known as soon as it can be had

    def guards(self) -> tuple[GuardState, ...]:
        """How model, catalogue and caches fared in this process."""
        guards = (self._choice.guard, self._catalogue.guard, self.caches.guard)
        return tuple(guard.state() for guard in guards)

    def stored_passages(self) -> int:
        """Number of passages in the vector store; equals totals().passages when all is well."""
        return self._open_store().count()
