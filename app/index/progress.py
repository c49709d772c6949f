"""How far indexing has come, and what came of it."""

from dataclasses import dataclass
from typing import Literal

from app.index.records import Problem


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
    failures: tuple[Problem, ...]
    offline: tuple[str, ...] = ()


@dataclass(frozen=True)
class Progress:
    """One step of a run. files_done of files_total are settled; current: the file in work.

    report: set on the last one only.
    """

    stage: Literal["scanning", "reading", "embedding", "done"]
    files_total: int = 0
    files_done: int = 0
    passages: int = 0
    current: str = ""
    report: IndexReport | None = None
