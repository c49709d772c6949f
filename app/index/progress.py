"""How far indexing has come, and what came of it."""

from dataclasses import dataclass
from typing import Literal

from app.index.records import Problem


@dataclass(frozen=True)
class IndexReport:
    """The outcome of one run.

    indexed: files read or attached; unchanged: files left as they were; failed: files of the
    asked roots that are not searchable now; pages, passages: of the files indexed in this run;
    embedded: passages that went through the model; excluded: entries left out by rule.
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
    failures: tuple[Problem, ...]


@dataclass(frozen=True)
class Progress:
    """One step of a run. files_done of files_total are settled; current: the file in work.

    stage "changing": passages of passages_total have been embedded by a new model, and it will
    take about seconds_left, None while nobody can tell. report: set on the last one only. note:
    why it is paused, with what can be done.
    """

    stage: Literal["scanning", "reading", "embedding", "changing", "paused", "done"]
    files_total: int = 0
    files_done: int = 0
    passages: int = 0
    current: str = ""
    report: IndexReport | None = None
    note: str = ""
    passages_total: int = 0
    seconds_left: float | None = None
