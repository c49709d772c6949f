"""What there is to know about a library at rest."""

from dataclasses import dataclass

from app.index.records import Totals


@dataclass(frozen=True)
class FolderStatus:
    """A folder or file the user asked for.

    online: whether it can be reached now; paused: left as it is until resumed; excluded: entries
    left out by rule; include, exclude: its own patterns.
    """

    path: str
    searchable: int
    problems: int
    waiting: int
    excluded: int
    online: bool
    paused: bool
    include: tuple[str, ...]
    exclude: tuple[str, ...]


@dataclass(frozen=True)
class Status:
    """The library: folders, counts, model and bytes on disk.

    model_loaded: whether the model is in memory at this moment.
    """

    data_dir: str
    folders: tuple[FolderStatus, ...]
    totals: Totals
    model: str
    model_loaded: bool
    vectors_bytes: int
    catalogue_bytes: int
    cache_bytes: int
