"""Which vector store a library has, and opening it."""

import importlib.util
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from app.errors import StoreError, UsageError
from app.settings import Settings
from app.store.base import Store

EngineName = Literal["edge", "local", "server"]
ENGINES: tuple[EngineName, ...] = get_args(EngineName)


@dataclass(frozen=True)
class StoreChoice:
    """A vector store that can be opened.

    folder: where edge and local keep theirs, one folder a model. url, api_key, collection,
    timeout: of the server; url is "" when none is set, collection is what names begin with.
    """

    engine: EngineName
    folder: Path
    url: str
    api_key: str
    collection: str
    timeout: int

    def __repr__(self) -> str:
        return f"StoreChoice({self.engine}, {self.folder}, {self.url}, {self.collection})"


def wanted_engine(settings: Settings) -> EngineName:
    """The engine a new library gets; raises UsageError for a name that is none.

    The one that is set, else a server when its address is set, else edge where it is installed.
    """
    name: str = settings["store.engine"]
    if name:
        return engine_named(name)
    if settings["store.url"]:
        return "server"
    return "edge" if importlib.util.find_spec("qdrant_edge") else "local"


def engine_named(name: str) -> EngineName:
    """The engine of this name; raises UsageError."""
    for engine in ENGINES:
        if name == engine:
            return engine
    raise UsageError(
        f"There is no vector store called {name!r}.", f"Allowed is {', '.join(ENGINES)}."
    )


def choose(settings: Settings, held: str | None, folder: Path) -> StoreChoice:
    """The store of the engine that holds the library, or of the one that a new library gets.

    folder: of all stores of the library. Raises UsageError.
    """
    return StoreChoice(
        engine_named(held) if held else wanted_engine(settings),
        folder,
        settings["store.url"],
        settings["store.api_key"],
        settings["store.collection"],
        settings["store.timeout_seconds"],
    )


def store_folder(choice: StoreChoice, fingerprint: str) -> Path:
    """Where edge or local keep the vectors of a model."""
    suffix = "-local" if choice.engine == "local" else ""
    return choice.folder / f"{fingerprint}{suffix}"


def collection_of(choice: StoreChoice, fingerprint: str) -> str:
    """Name of the server's collection for the vectors of a model."""
    return f"{choice.collection}-{fingerprint}"


def open_store(choice: StoreChoice, fingerprint: str, dim: int, multi_dim: int) -> Store:
    """Open the store for the vectors of a model, making it if need be; raises StoreError."""
    if choice.engine == "edge":
        if not importlib.util.find_spec("qdrant_edge"):
            raise StoreError(
                "Qdrant Edge is not available on this system.",
                "Choose store.engine local, or a server.",
            )
        from app.store.edge import EdgeStore

        return EdgeStore(store_folder(choice, fingerprint), dim, multi_dim)
    if choice.engine == "local":
        from app.store.local import LocalStore

        return LocalStore(store_folder(choice, fingerprint), dim, multi_dim)
    if not choice.url:
        raise StoreError(
            "The vectors are on a server, but its address is not set.",
            "Set QDRANT_URL or store.url, such as http://localhost:6333.",
        )
    from app.store.server import ServerStore

    return ServerStore(
        choice.url,
        collection_of(choice, fingerprint),
        dim,
        multi_dim,
        api_key=choice.api_key,
        timeout=choice.timeout,
    )


def discard(choice: StoreChoice, fingerprint: str) -> None:
    """Delete the vectors of a model wherever they are; raises StoreError."""
    shutil.rmtree(store_folder(choice, fingerprint), ignore_errors=True)
    if choice.engine == "server" and choice.url:
        drop_on_server(choice, fingerprint)


def drop_on_server(choice: StoreChoice, fingerprint: str) -> None:
    """Delete the server's collection for the vectors of a model; raises StoreError."""
    from app.store.server import drop_collection

    name = collection_of(choice, fingerprint)
    drop_collection(choice.url, name, api_key=choice.api_key, timeout=choice.timeout)


def delete_folders_but(choice: StoreChoice, fingerprints: Collection[str]) -> None:
    """Delete the folders of other stores than these: old ones, and copies left half done."""
    kept = {store_folder(choice, each) for each in fingerprints if choice.engine != "server"}
    for folder in choice.folder.iterdir() if choice.folder.is_dir() else ():
        if folder not in kept:
            shutil.rmtree(folder, ignore_errors=True)


def destination(choice: StoreChoice) -> str:
    """Where the vectors are, in words for status and doctor."""
    if choice.engine != "server":
        return "on this computer"
    from app.store.server import address

    return (
        f"on the server {address(choice.url)}, collection {choice.collection}: the vectors of your"
        " passages, which tell much of their words, and hashes of paths go there; texts do not"
    )
