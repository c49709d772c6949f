"""Which model the library is of, which one it shall be of, and the way from one to the other."""

from collections.abc import Callable, Generator, Iterator

from app.embedding.choice import ModelChoice
from app.embedding.folder import ModelFolder
from app.embedding.service import BGEM3Service
from app.errors import ModelError
from app.index.catalogue import Catalogue
from app.index.change_plan import ChangePlan, measure, seconds_for
from app.index.held_store import HeldStore
from app.index.next_index import IndexModel
from app.index.progress import Progress
from app.index.reembed import Reembedder
from app.store.base import Store


class Space:
    """A model, its embeddings and its vectors; each is opened when first needed."""

    def __init__(
        self, folder: ModelFolder, service: BGEM3Service, open_store: Callable[[ModelFolder], Store]
    ) -> None:
        self.folder = folder
        self.service = service
        self._open_store = open_store
        self._store: Store | None = None

    @property
    def store(self) -> Store:
        """The vectors; raises StoreError."""
        if self._store is None:
            self._store = self._open_store(self.folder)
        return self._store

    def close(self) -> None:
        """Release files and memory."""
        self.service.unload()
        if self._store is not None:
            self._store.close()
            self._store = None


class Spaces:
    """The space that answers, and the one that is being filled while the model is changed."""

    def __init__(
        self,
        catalogue: Catalogue,
        choice: Callable[[], ModelChoice],
        held: HeldStore,
    ) -> None:
        """choice: asked each time, since the settings may change."""
        self._catalogue = catalogue
        self._choice = choice
        self._held = held
        self._active: Space | None = None
        self._growing: Space | None = None

    def active(self) -> Space:
        """The space that answers; raises ModelError when the library's model is not there."""
        if self._active is None:
            self._active = self._space(self._library_model())
        return self._active

    def can_answer(self) -> bool:
        """Whether the library's model is there."""
        try:
            self.active()
        except ModelError:
            return False
        return True

    def _library_model(self) -> ModelFolder:
        current = self._catalogue.next.current()
        try:
            wanted = self._choice().folder
        except ModelError:
            if current is None or (found := self._found(current)) is None:
                raise
            return found
        if current is None or wanted.fingerprint == current.fingerprint:
            return wanted
        if (found := self._found(current)) is None:
            raise ModelError(
                f"The library was indexed with another model ({current.name}), which is gone.",
                "Index it again, or bring that model back.",
            )
        return found

    def _found(self, model: IndexModel) -> ModelFolder | None:
        """The folder of this very model, where it was when the library was indexed."""
        try:
            folder = self._choice().find(model.choice, model.vector_count)
        except ModelError:
            return None
        return folder if folder.fingerprint == model.fingerprint else None

    def _chosen_model(self) -> IndexModel:
        choice = self._choice()
        return _index_model(choice.folder, choice.name)

    def _space(self, folder: ModelFolder) -> Space:
        return Space(folder, self._choice().service(folder), self._held.open)

    # Changing

    def settle(self) -> None:
        """Make an empty library one of the chosen model; clear away what no index needs.

        Raises ModelError when the chosen model is not there, and StoreError when another program
        has the library open.
        """
        next_ = self._catalogue.next
        current, following = next_.current(), next_.model()
        model = self._chosen_model()
        self.lock()
        if current is None or not self._catalogue.totals().documents:
            if current is None or current.fingerprint != model.fingerprint:
                self.close()
                next_.give_up()
                self._catalogue.end_work(self._catalogue.work())
            next_.adopt(model)
        elif current.fingerprint == model.fingerprint:
            next_.adopt(model)  # it may have another name or place by now
        if following is not None and following.fingerprint != model.fingerprint:
            next_.give_up()
        self._sweep()

    def lock(self) -> None:
        """Make sure that no other program has the library open; raises StoreError."""
        if self._catalogue.totals().documents and self.can_answer():
            _ = self.active().store

    def _sweep(self) -> None:
        """Remove the vectors of models that neither answer nor are being changed to."""
        models = (self._catalogue.next.current(), self._catalogue.next.model())
        self._held.drop({model.fingerprint for model in models if model})

    def change(self) -> Iterator[Progress]:
        """Fill the space of the chosen model, then let it answer; nothing when it does already.

        Call `settle` before. Raises ModelError, before anything is touched, and StoreError.
        """
        current = self._catalogue.next.current()
        folder, choice = self._choice().folder, self._choice().name
        if current is not None and current.fingerprint == folder.fingerprint:
            return
        yield Progress("changing", passages_total=self._catalogue.totals().passages)
        space = self._growing = self._space(folder)
        is_done = False
        try:
            space.service.load()  # a model that cannot run must not cost anything
            self._catalogue.next.begin(_index_model(folder, choice))
            reembedder = Reembedder(self._catalogue, space.store, space.service)
            if not reembedder.clean():
                reembedder = self._begin_anew(space, choice)
            yield from reembedder.run()
            if self._active is not None:
                self._active.close()
            self._active, is_done = space, True
            self._sweep()
        finally:
            self._growing = None
            if not is_done:
                space.close()

    def _begin_anew(self, space: Space, choice: str) -> Reembedder:
        """The new store lost vectors behind our back: fill it from the beginning."""
        space.close()
        self._catalogue.next.give_up()
        self._sweep()
        self._catalogue.next.begin(_index_model(space.folder, choice))
        reembedder = Reembedder(self._catalogue, space.store, space.service)
        reembedder.clean()
        return reembedder

    def plan(self, model: ModelFolder, choice: str) -> Generator[Progress, None, ChangePlan]:
        """What a change to this model takes, by embedding a sample; sizes without the disk's."""
        next_ = self._catalogue.next
        current = next_.current()
        same = current is not None and current.fingerprint == model.fingerprint
        outstanding = next_.outstanding(model.fingerprint)
        measured = None
        if not same and outstanding.passages:
            service = self._choice().service(model, cached=False)
            try:
                measured = yield from measure(next_, service)
            finally:
                service.unload()
        name = current.name if current else ""
        if same or measured is None:
            return ChangePlan(_index_model(model, choice), name)
        total = self._catalogue.totals().passages
        each = measured.bytes_each(model.dim, model.multi_dim)
        old = self.active().folder if self.can_answer() else None
        ratio = each / measured.bytes_each(old.dim, old.multi_dim) if old else None
        return ChangePlan(
            _index_model(model, choice),
            name,
            outstanding,
            finished=total - outstanding.passages,
            seconds=seconds_for(outstanding, measured),
            passages_per_second=measured.passages / measured.seconds,
            vector_bytes=int(total * each),
            growth=ratio,
        )

    def start_over(self) -> None:
        """Forget all documents and vectors; the library is of the chosen model from now on."""
        current = self._catalogue.next.current()
        model = self._chosen_model()
        if current is not None and current.fingerprint != model.fingerprint:
            self._space(
                self._choice().folder
            ).service.load()  # it must be able to run, or all stays
        self.close()
        self._catalogue.clear()
        self._held.drop(())
        self._catalogue.next.adopt(model)

    # Memory

    @property
    def is_loaded(self) -> bool:
        """Whether a model is in memory."""
        return any(s is not None and s.service.loaded for s in (self._active, self._growing))

    def unload(self) -> None:
        """Give the memory of the models back until they are needed again."""
        for space in (self._active, self._growing):
            if space is not None:
                space.service.unload()

    def close(self) -> None:
        """Release every file."""
        for space in (self._active, self._growing):
            if space is not None:
                space.close()
        self._active = self._growing = None


def _index_model(folder: ModelFolder, choice: str) -> IndexModel:
    return IndexModel(folder.fingerprint, folder.name, choice, folder.multi_vector_count)
