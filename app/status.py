"""What there is to know about a library at rest."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window imports this, and records import numpy
    from app.index.records import Totals
    from app.resilience import GuardState


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

    model: its name, "" when that cannot be told now; model_loaded: whether it is in memory now;
    model_server: where texts are sent to be embedded, "" for nowhere; device: where the loaded
    model runs, in which precision, and why not on a graphics card that was asked for; guards: how
    what may fail fared in this process. next_model: the one that the library is changing to, ""
    for none; next_passages: how many passages it has embedded already.
    recognition: whether pictures of text are recognised. store: the vector store's engine;
    vectors_place: where the vectors are, in words.
    """

    data_dir: str
    folders: tuple[FolderStatus, ...]
    totals: "Totals"
    model: str
    model_loaded: bool
    model_server: str
    device: str
    vectors_bytes: int
    catalogue_bytes: int
    cache_bytes: int
    guards: "tuple[GuardState, ...]"
    next_model: str = ""
    next_passages: int = 0
    recognition: bool = True
    store: str = "edge"
    vectors_place: str = ""
