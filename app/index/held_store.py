"""The vector store that holds a library: which one it is, opening it, moving to another."""

from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import replace

from app.embedding.folder import ModelFolder
from app.errors import StoreError, UsageError
from app.index.catalogue import Catalogue
from app.index.store_copy import CopyStep, copy_points
from app.paths import DataDirs
from app.settings import Settings
from app.store.base import Store
from app.store.choice import (
    EngineName,
    StoreChoice,
    choose,
    collection_of,
    delete_folders_but,
    drop_on_server,
    open_store,
)

_OWNED = "store_collections"  # fingerprints whose collections on the server this library made


class HeldStore:
    """One library's vectors, a store a model. Which engine has them is noted in the catalogue, so
    that changing a setting never makes a library look empty: `migrate` moves it."""

    def __init__(self, catalogue: Catalogue, settings: Settings, dirs: DataDirs) -> None:
        self._catalogue = catalogue
        self._settings = settings
        self._folder = dirs.store

    def choice(self) -> StoreChoice:
        """The store that holds the library, or that a new library gets; raises UsageError."""
        held = self._catalogue.meta("store")
        if not held and self._catalogue.meta("model") is not None:
            held = "edge"  # indexed before there was a choice
        return choose(self._settings, held, self._folder)

    def open(self, model: ModelFolder) -> Store:
        """The vectors of a model; the caller closes them.

        Raises StoreError, also for a collection on the server that another library uses.
        """
        choice = self.choice()
        store = _open(choice, model)
        if choice.engine == "server" and model.fingerprint not in self._owned():
            if others := store.count():
                store.close()
                raise StoreError(
                    f"The collection {collection_of(choice, model.fingerprint)} on the server"
                    f" holds {others} passages of another library.",
                    "Choose another QDRANT_COLLECTION_NAME, or delete that one on the server.",
                )
            self._own(self._owned() | {model.fingerprint})
        return store

    def adopt(self) -> None:
        """Note that the library is in this store from now on."""
        self._catalogue.set_meta("store", self.choice().engine)

    def migrate(self, to: EngineName, model: ModelFolder, source: Store) -> Iterator[CopyStep]:
        """Copy the vectors to another store and use that from then on; see copy_points.

        Killed at any moment, the library is whole in one of the two. The old store is the
        caller's to close, and then to `drop`. Raises StoreError, and UsageError while the library
        is changing to another model.
        """
        if self._catalogue.next.model() is not None:
            raise UsageError(
                "The library is being changed to another model.",
                "Let that finish (genericrag index), then move the vectors.",
            )
        old = self.choice()
        new = replace(old, engine=to)
        if old == new:
            return
        with closing(_open(new, model)) as target:
            shared = to == "server"
            yield from copy_points(self._catalogue, source, target, to, shared=shared)
        if to == "server":
            self._own(self._owned() | {model.fingerprint})
        self._catalogue.set_meta("store", to)

    def drop(self, keep: Collection[str]) -> None:
        """Delete the vectors of all models but these fingerprints, in every store; StoreError."""
        choice = self.choice()
        delete_folders_but(choice, keep)
        kept = set(keep) if choice.engine == "server" else set()
        for fingerprint in self._owned() - kept:
            if choice.url:
                drop_on_server(choice, fingerprint)
                self._own(self._owned() - {fingerprint})

    def _owned(self) -> set[str]:
        return set((self._catalogue.meta(_OWNED) or "").split())

    def _own(self, fingerprints: set[str]) -> None:
        self._catalogue.set_meta(_OWNED, " ".join(sorted(fingerprints)))


def _open(choice: StoreChoice, model: ModelFolder) -> Store:
    return open_store(choice, model.fingerprint, model.dim, model.multi_dim)
