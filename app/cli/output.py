"""How the library and its indexing look on the terminal and as JSON."""

import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from types import TracebackType
from typing import Any, TextIO

from app.index.progress import IndexReport, Progress
from app.index.records import Problem
from app.status import Status

_INTERVAL = 0.1  # seconds between two progress messages


class ProgressLine:
    """One line on stderr that is overwritten; nothing when stderr is not a terminal."""

    def __init__(self) -> None:
        self._last = 0.0
        self._active = sys.stderr.isatty()

    def __enter__(self) -> "ProgressLine":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._write("")

    def show(self, step: Progress) -> None:
        """Show a step, at most ten times a second."""
        if time.monotonic() - self._last < _INTERVAL:
            return
        self._last = time.monotonic()
        if step.stage == "scanning":
            self._write(f"Looking for files: {step.files_total}")
        elif step.stage != "done":
            self._write(
                f"{step.files_done} of {step.files_total} files, {step.passages} passages"
                f"  {step.current[-60:]}"
            )

    def _write(self, text: str) -> None:
        if self._active:
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def report_as_json(report: IndexReport) -> dict[str, Any]:
    """An index run, as the contract has it."""
    return {
        "files": {
            "indexed": report.indexed,
            "unchanged": report.unchanged,
            "failed": report.failed,
            "removed": report.removed,
            "excluded": report.excluded,
        },
        "pages": report.pages,
        "passages": report.passages,
        "embedded": report.embedded,
        "seconds": round(report.seconds, 3),
        "failures": [asdict(problem) for problem in report.failures],
    }


def status_as_json(status: Status) -> dict[str, Any]:
    """The library at rest."""
    totals = status.totals
    return {
        "data_dir": status.data_dir,
        "model": status.model,
        "folders": [asdict(folder) for folder in status.folders],
        "files": {"searchable": totals.files_indexed, "problems": totals.files_failed},
        "documents": totals.documents,
        "pages": totals.pages,
        "pages_without_text": totals.pages_without_text,
        "passages": totals.passages,
        "bytes": {
            "vectors": status.vectors_bytes,
            "catalogue": status.catalogue_bytes,
            "cache": status.cache_bytes,
        },
    }


def print_report(report: IndexReport) -> None:
    """An index run in words."""
    print(
        f"{report.indexed} files indexed, {report.unchanged} unchanged, {report.removed} removed,"
        f" {report.failed} not searchable; {report.pages} pages, {report.passages} passages"
        f" ({report.embedded} through the model) in {report.seconds:.1f} s"
    )
    if report.excluded:
        print(f"{report.excluded} hidden, system and linked entries were left out.")
    print_failures(report.failures, sys.stderr)


def print_failures(problems: Sequence[Problem], stream: TextIO) -> None:
    """Files that are not searchable, each with its reason and what to do."""
    for problem in problems:
        print(
            f"{problem.path}\n    {problem.reason}: {problem.detail}. {problem.hint}", file=stream
        )


def print_status(status: Status) -> None:
    """The library in words."""
    totals = status.totals
    print(f"{totals.files_indexed} files searchable, {totals.files_failed} with a problem.")
    print(f"{totals.pages} pages ({totals.pages_without_text} without text), ", end="")
    print(f"{totals.passages} passages. Model: {status.model}.")
    for folder in status.folders:
        state = "" if folder.online else "  (cannot be reached now)"
        print(f"  {folder.path}: {folder.searchable} searchable, {folder.problems} problems{state}")
    megabytes = [
        size / 2**20 for size in (status.vectors_bytes, status.catalogue_bytes, status.cache_bytes)
    ]
    print("Disk: vectors {:.1f} MB, catalogue {:.1f} MB, caches {:.1f} MB.".format(*megabytes))
