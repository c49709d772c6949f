"""`genericrag search`, one query or a batch of them."""

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path

from app.cli.commands import Commands
from app.cli.found import (
    batch_line,
    explanation_as_json,
    print_explanation,
    print_result,
    result_as_json,
)
from app.engine import Engine
from app.errors import UsageError, UserError
from app.search.export import FORMATS, export
from app.search.like import Like
from app.search.model import MODES, Query, SearchResult
from app.search.presets import AUTO, PRESETS

PAGE_WIDTH = 1000  # pixels of the page images a search writes


def add_commands(commands: Commands) -> None:
    """Add `search`."""
    search = commands.add("search", "Find passages.", _search)
    search.add_argument(
        "query",
        nargs="?",
        metavar="QUERY",
        help='words; also "exact phrase" -without +with one OR two begin* type: in: name: lang: '
        "after: before: page: (a query that begins with - comes after --)",
    )
    search.add_argument("--batch", type=Path, metavar="FILE.jsonl", help="one query a line")
    search.add_argument("--explain", action="store_true", help="say why each hit was found")
    add_filters(search)


def add_filters(search: argparse.ArgumentParser) -> None:
    """What can be said about any search: how many, how, where, and what becomes of it."""
    search.add_argument("--limit", type=int, default=10, metavar="N")
    search.add_argument("--offset", type=int, default=0, metavar="N", help="leave out the first N")
    search.add_argument("--mode", choices=MODES, default="smart")
    search.add_argument(
        "--preset", choices=PRESETS, default=AUTO, help="what the channels of smart count"
    )
    view = search.add_mutually_exclusive_group()
    view.add_argument("--group", action="store_true", help="list documents, by their best passage")
    view.add_argument("--pages", action="store_true", help="list pages, by their best passage")
    search.add_argument("--unfolded", action="store_true", help="list near-duplicates one by one")
    search.add_argument("--in", dest="folder", default="", metavar="FOLDER", help="only below it")
    search.add_argument("--type", action="append", default=[], help="pdf, docx, …; may be repeated")
    search.add_argument("--after", default="", metavar="YYYY-MM-DD", help="changed on or after")
    search.add_argument("--before", default="", metavar="YYYY-MM-DD", help="changed before")
    search.add_argument(
        "--export",
        type=Path,
        metavar="FILE",
        help=f"also write what was found to a new file; its name ends with {', '.join(FORMATS)}",
    )


def _search(engine: Engine, options: argparse.Namespace) -> int:
    if (options.query is None) == (options.batch is None):
        raise UsageError("Give either a query or --batch FILE.jsonl.")
    if options.batch and options.export:
        raise UsageError("--export is for one query.", "Leave out --batch or --export.")
    if options.batch:
        return _search_batch(engine, options)
    result = engine.find(query_of(options.query, options))
    engine.history.remember(result.query)
    export_if_asked(result, options)
    reasons = [engine.explain(result, hit) for hit in result.hits] if options.explain else []
    if not options.json:
        print_result(result)
        for number, (hit, reason) in enumerate(zip(result.hits, reasons, strict=False), 1):
            print_explanation(number, hit, reason)
        return 0
    images = {}
    for hit in result.hits:
        if hit.has_picture:
            try:
                images[hit.row] = str(engine.page_image(hit, PAGE_WIDTH))
            except UserError as error:
                print(f"genericrag: no page image: {error}", file=sys.stderr)
    found = result_as_json(result, images)
    for entry, hit in zip(found["hits"], result.hits, strict=True):
        if options.group:
            before, after = engine.neighbours(hit)
            entry["neighbours"] = {"before": before, "after": after}
    for entry, reason in zip(found["hits"], reasons, strict=False):
        entry["why"] = explanation_as_json(reason)
    print(json.dumps(found, ensure_ascii=False))
    return 0


def _search_batch(engine: Engine, options: argparse.Namespace) -> int:
    asked = list(_read_batch(options.batch))
    results = engine.search_batch([query_of(text, options) for _, text in asked])
    notes = set()
    for (id_, _), result in zip(asked, results, strict=True):
        if options.json:
            print(batch_line(id_, result))
            notes.add(result.note)
        else:
            print_result(result)
    for note in sorted(notes - {""}):
        print(f"genericrag: {note}", file=sys.stderr)
    return 0


def _read_batch(file: Path) -> list[tuple[object, str]]:
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read: {error}.") from None
    asked = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            asked.append((entry["id"], str(entry["query"])))
        except (ValueError, KeyError, TypeError):
            raise UsageError(
                f'Line {number} of {file} is not {{"id": …, "query": …}}.', "Correct that line."
            ) from None
    return asked


def export_if_asked(result: SearchResult, options: argparse.Namespace) -> None:
    """Write the file of --export; raises UsageError."""
    if options.export:
        count = export(result, options.export)
        print(f"{count} hits were written to {options.export}.", file=sys.stderr)


def query_of(text: str, options: argparse.Namespace, like: Like | None = None) -> Query:
    """The query that the options of `add_filters` describe; raises UsageError."""
    return Query(
        like=like,
        text=text,
        mode=options.mode,
        limit=options.limit,
        folder=options.folder,
        types=tuple(kind.lower().lstrip(".") for kind in options.type),
        after=_day("--after", options.after),
        before=_day("--before", options.before),
        offset=options.offset,
        view="documents" if options.group else "pages" if options.pages else "passages",
        preset=options.preset,
        fold=not options.unfolded,
    )


def _day(option: str, text: str) -> float | None:
    """Beginning of a day in local time, in seconds since the epoch."""
    if not text:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").timestamp()
    except ValueError:
        raise UsageError(f"{option} {text} is not a date.", "Write it as 2026-01-31.") from None
