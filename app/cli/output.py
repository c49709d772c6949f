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
        if step.stage == "scanning":
            self.tell(f"Looking for files: {step.files_total}")
        elif step.stage == "changing":
            left = f", {duration(step.seconds_left)} left" if step.seconds_left else ""
            self.tell(f"New model: {step.passages} of {step.passages_total} passages{left}")
        elif step.stage != "done":
            self.tell(
                f"{step.files_done} of {step.files_total} files, {step.pages} pages,"
                f" {step.passages} passages{_pace(step)}{_doing(step)}  {step.current[-40:]}"
            )

    def tell(self, text: str) -> None:
        """Show a text, at most ten times a second."""
        if time.monotonic() - self._last >= _INTERVAL:
            self._last = time.monotonic()
            self._write(text)

    def _write(self, text: str) -> None:
        if self._active:
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def duration(seconds: float) -> str:
    """A length of time in words, as exact as anybody needs it."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"


def _doing(step: Progress) -> str:
    if step.stage != "recognising":
        return ""
    return f", recognising page {step.recognised + 1} of {step.to_recognise}"


def _pace(step: Progress) -> str:
    if step.seconds_left is None:
        return ""
    return f" ({step.passages_per_s:.1f} a second, about {duration(step.seconds_left)} left)"


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
        "offline": list(report.offline),
    }


def status_as_json(status: Status) -> dict[str, Any]:
    """The library at rest."""
    totals = status.totals
    return {
        "data_dir": status.data_dir,
        "model": status.model,
        "model_server": status.model_server or None,
        "next_model": status.next_model or None,
        "next_passages": status.next_passages,
        "device": status.device or None,
        "store": status.store,
        "vectors_place": status.vectors_place,
        "folders": [asdict(folder) for folder in status.folders],
        "files": {
            "seen": totals.files_seen,
            "inside_others": totals.members,
            "searchable": totals.files_indexed,
            "waiting": totals.files_waiting,
            "problems": totals.files_failed,
            "excluded": totals.entries_excluded,
        },
        "documents": totals.documents,
        "pages": totals.pages,
        "pages_with_text": totals.pages_with_text,
        "pages_waiting": totals.pages_waiting,
        "pages_unrecognised": totals.pages_unrecognised,
        "pages_without_text": totals.pages_without_text,
        "recognition": status.recognition,
        "passages": totals.passages,
        "bytes": {
            "vectors": status.vectors_bytes,
            "catalogue": status.catalogue_bytes,
            "cache": status.cache_bytes,
        },
        "resilience": {
            guard.name: {key: value for key, value in asdict(guard).items() if key != "name"}
            for guard in status.guards
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
        print(f"{report.excluded} entries were left out: hidden, system, linked or by a pattern.")
    for folder in report.offline:
        print(f"{folder} cannot be reached; what is known of it stays searchable.")
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
    inside = f" ({totals.members} of them in mails and archives)" if totals.members else ""
    print(
        f"{totals.files_seen} files seen{inside}: {totals.files_indexed} searchable,"
        f" {totals.files_waiting} waiting, {totals.files_failed} with a problem,"
        f" {totals.entries_excluded} left out by rule."
    )
    waiting = "waiting for recognition" if status.recognition else "unread: recognition is off"
    print(
        f"{totals.pages} pages: {totals.pages_with_text} with text,"
        f" {totals.pages_waiting} {waiting}, {totals.pages_unrecognised} not recognised,"
        f" {totals.pages_without_text} without text."
    )
    print(f"{totals.passages} passages. Model: {status.model or 'not known now'}.")
    if status.model_server:
        print(f"Model server: {status.model_server}. The texts of documents and searches go there.")
    if status.next_model:
        done = f"{status.next_passages} of {totals.passages} passages"
        print(f"Changing to the model {status.next_model}: {done}; `genericrag index` goes on.")
    for folder in status.folders:
        state = "" if folder.online else "  (cannot be reached now)"
        state += "  (paused)" if folder.paused else ""
        print(
            f"  {folder.path}: {folder.searchable} searchable, {folder.waiting} waiting,"
            f" {folder.problems} problems, {folder.excluded} left out{state}"
        )
    megabytes = [
        size / 2**20 for size in (status.vectors_bytes, status.catalogue_bytes, status.cache_bytes)
    ]
    print(f"Vectors ({status.store}): {status.vectors_place}.")
    print("Disk: vectors {:.1f} MB, catalogue {:.1f} MB, caches {:.1f} MB.".format(*megabytes))
