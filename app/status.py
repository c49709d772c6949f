"""What there is to know about a library at rest."""

from dataclasses import dataclass

from app.index.records import Totals


@dataclass(frozen=True)
class FolderStatus:
    """A folder or file the user asked for. online: whether it can be reached now."""

    path: str
    searchable: int
    problems: int
    online: bool


@dataclass(frozen=True)
class Status:
    """The library: folders, counts, model and bytes on disk.

    model_loaded: whether the model is in memory at this moment. store: the vector store's
    engine; vectors_place: where the vectors are, in words.
    """

    data_dir: str
    folders: tuple[FolderStatus, ...]
    totals: Totals
    model: str
    model_loaded: bool
    vectors_bytes: int
    catalogue_bytes: int
    cache_bytes: int
    store: str = "edge"
    vectors_place: str = ""
