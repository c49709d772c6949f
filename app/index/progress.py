"""How far indexing has come, and what came of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # the window imports this, and records import numpy
    from app.index.records import Problem

# Why indexing waits: the user asked, the battery runs low, other programs need the machine,
# the model cannot be had.
Pause = Literal["", "asked", "battery", "busy", "model"]


@dataclass(frozen=True)
class IndexReport:
    """The outcome of one run.

    indexed: files read or attached; unchanged: files left as they were; failed: files of the
    asked roots that are not searchable now; pages, passages: of the files indexed in this run;
    embedded: passages that went through the model; excluded: entries left out by rule; offline:
    asked roots that could not be reached, so that nothing of theirs changed.
    """

    indexed: int
    unchanged: int
    failed: int
    removed: int
    pages: int
    passages: int
    embedded: int
    excluded: int
    seconds: float
    failures: "tuple[Problem, ...]"
    offline: tuple[str, ...] = ()


@dataclass(frozen=True)
class Progress:
    """One step of a run. files_done of files_total are settled; current: the file in work.

    pages, passages: of this run; passages_per_s: over the last minute; seconds_left: None as long
    as nothing honest can be said. In stage "changing", passages of passages_total have been
    embedded by a new model; in stage "recognising", recognised of to_recognise pages are done; in
    stage "evaluating", asked of to_ask searches. In stage "paused", pause: why nothing happens;
    note: more about it, with what can be done. report: set on the last one only.
    """

    stage: Literal[
        "scanning",
        "reading",
        "embedding",
        "recognising",
        "changing",
        "evaluating",
        "paused",
        "done",
    ]
    files_total: int = 0
    files_done: int = 0
    passages: int = 0
    current: str = ""
    pages: int = 0
    passages_per_s: float = 0.0
    seconds_left: float | None = None
    passages_total: int = 0
    recognised: int = 0
    to_recognise: int = 0
    asked: int = 0
    to_ask: int = 0
    pause: Pause = ""
    note: str = ""
    report: IndexReport | None = None
