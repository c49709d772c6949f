"""How results look on the terminal and as JSON."""

import json
import sys
import textwrap
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from types import TracebackType
from typing import Any, TextIO

from app.index.progress import IndexReport, Progress
from app.index.records import Problem
from app.search.model import Hit, SearchResult
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


def hit_as_json(hit: Hit, page_image: str | None) -> dict[str, Any]:
    """A hit, as the contract has it. page_image: path of a PNG file, or None."""
    return {
        "path": hit.path,
        "page": hit.page,
        "place": str(hit.place),
        "passage": hit.passage,
        "score": round(hit.score, 6),
        "channels": {name: round(value, 6) for name, value in asdict(hit.channels).items()},
        "snippet": hit.snippet,
        "matches": [list(match) for match in hit.matches],
        "boxes": [list(box) for box in hit.boxes],
        "page_image": page_image,
        "also_at": list(hit.also_at),
        "file": hit.file,
        "type": hit.type,
        "title": hit.title,
        "heading": hit.heading,
    }


def result_as_json(result: SearchResult, images: Mapping[str, str]) -> dict[str, Any]:
    """A search, as the contract has it. images: passage id -> path of its page's PNG file."""
    return {
        "query": result.query.text,
        "mode": result.query.mode,
        "seconds": {name: round(value, 6) for name, value in asdict(result.seconds).items()},
        "weights": asdict(result.weights),
        "candidates": result.candidates,
        "note": result.note,
        "cause": result.cause,
        "hits": [hit_as_json(hit, images.get(hit.passage)) for hit in result.hits],
    }


def batch_line(id_: object, hits: Sequence[Mapping[str, Any]]) -> str:
    """One line of a batch answer."""
    return json.dumps({"id": id_, "hits": hits}, ensure_ascii=False)


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


def print_result(result: SearchResult) -> None:
    """Hits in words; matching words in bold on a terminal."""
    print(f"{result.query.text}  ({result.query.mode}, {result.seconds.total * 1000:.0f} ms)")
    if result.note:
        print(" ".join(filter(None, (result.note, result.cause))))
    if not result.hits:
        print("  Nothing found.")
    for number, hit in enumerate(result.hits, 1):
        place = f", {hit.place}" if hit.place.kind else ""
        heading = f"  › {hit.heading}" if hit.heading else ""
        print(f"{number:3}. {hit.path}{place}{heading}")
        channels = hit.channels
        print(
            f"     {hit.score:.3f}  (meaning {channels.dense:.2f}, words {channels.sparse:.2f},"
            f" precise {channels.multi:.2f})"
        )
        for line in textwrap.wrap(_emphasised(hit), 96):
            print(f"     {line}")


def _emphasised(hit: Hit) -> str:
    if not sys.stdout.isatty():
        return hit.snippet
    parts = []
    place = 0
    for start, end in hit.matches:
        parts += [hit.snippet[place:start], "\x1b[1m", hit.snippet[start:end], "\x1b[0m"]
        place = end
    return "".join([*parts, hit.snippet[place:]])
