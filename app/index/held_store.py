"""The vector store that holds a library: which one it is, opening it, moving to another."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from app.embedding.folder import ModelFolder
from app.errors import StoreError
from app.index.catalogue import Catalogue
from app.index.store_copy import CopyStep, copy_points
from app.settings import Settings
from app.store.base import Store
from app.store.choice import (
    EngineName,
    StoreChoice,
    choose,
    delete_folders_but,
    discard,
    open_store,
)


class HeldStore:
    """One library's vectors. Which engine has them is noted in the catalogue, so that changing
    a setting never makes a library look empty: `migrate` moves it."""

    def __init__(self, catalogue: Catalogue, settings: Settings, folder: Path) -> None:
        """folder: where stores on this computer are kept."""
        self._catalogue = catalogue
        self._settings = settings
        self._folder = folder
        self._store: Store | None = None

    def choice(self) -> StoreChoice:
        """The store that holds the library, or that a new library gets; raises UsageError."""
        held = self._catalogue.meta("store")
        if not held and self._catalogue.meta("model") is not None:
            held = "edge"  # indexed before there was a choice
        return choose(self._settings, held, self._folder)

    def open(self, model: ModelFolder) -> Store:
        """The vectors of a model, opened once; raises StoreError."""
        if self._store is None:
            self._store = _open(self.choice(), model)
        return self._store

    def adopt(self, model: ModelFolder) -> None:
        """Note that the library is in this store from now on.

        Raises StoreError when a new library would take over a collection that is in use.
        """
        choice = self.choice()
        is_new = self._catalogue.meta("model") is None
        if is_new and choice.engine == "server" and (others := self.open(model).count()):
            raise StoreError(
                f"The collection {choice.collection} on the server holds {others} passages"
                " of another library.",
                "Choose another QDRANT_COLLECTION_NAME, or delete that collection on the server.",
            )
        self._catalogue.set_meta("store", choice.engine)

    def migrate(self, to: EngineName, model: ModelFolder) -> Iterator[CopyStep]:
        """Copy the vectors to another store and use that from then on; see copy_points.

        Killed at any moment, the library is whole in one of the two. Once the copy is verified
        the old store is deleted if it is on this computer. Raises StoreError.
        """
        old = self.choice()
        new = replace(old, engine=to)
        if old != new:
            with closing(_open(new, model)) as target:
                shared = to == "server"
                yield from copy_points(self._catalogue, self.open(model), target, to, shared=shared)
            self._catalogue.set_meta("store", to)
            self.close()
        delete_folders_but(new, model.fingerprint)

    def discard(self) -> None:
        """Delete all vectors, of whatever model; raises StoreError."""
        self.close()
        discard(self.choice())

    def close(self) -> None:
        """Release the files."""
        if self._store:
            self._store.close()
            self._store = None


def _open(choice: StoreChoice, model: ModelFolder) -> Store:
    return open_store(choice, model.fingerprint, model.dim, model.multi_dim)
