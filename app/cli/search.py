"""`genericrag search`, one query or a batch of them."""

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path

from app.cli.commands import Commands
from app.cli.output import batch_line, print_result, result_as_json
from app.engine import Engine
from app.errors import UsageError, UserError
from app.search.model import MODES, Query

PAGE_WIDTH = 1000  # pixels of the page images a search writes


def add_commands(commands: Commands) -> None:
    """Add `search`."""
    search = commands.add("search", "Find passages.", _search)
    search.add_argument("query", nargs="?", metavar="QUERY")
    search.add_argument("--batch", type=Path, metavar="FILE.jsonl", help="one query a line")
    search.add_argument("--limit", type=int, default=10, metavar="N")
    search.add_argument("--mode", choices=MODES, default="smart")
    search.add_argument("--in", dest="folder", default="", metavar="FOLDER", help="only below it")
    search.add_argument("--type", action="append", default=[], help="pdf, docx, …; may be repeated")
    search.add_argument("--after", default="", metavar="YYYY-MM-DD", help="changed on or after")
    search.add_argument("--before", default="", metavar="YYYY-MM-DD", help="changed before")


def _search(engine: Engine, options: argparse.Namespace) -> int:
    if (options.query is None) == (options.batch is None):
        raise UsageError("Give either a query or --batch FILE.jsonl.")
    if options.batch:
        return _search_batch(engine, options)
    result = engine.search(_query(options.query, options))
    if not options.json:
        print_result(result)
        return 0
    images = {}
    for hit in result.hits:
        if hit.has_picture:
            try:
                images[hit.passage] = str(engine.page_image(hit, PAGE_WIDTH))
            except UserError as error:
                print(f"genericrag: no page image: {error}", file=sys.stderr)
    print(json.dumps(result_as_json(result, images), ensure_ascii=False))
    return 0


def _search_batch(engine: Engine, options: argparse.Namespace) -> int:
    asked = list(_read_batch(options.batch))
    results = engine.search_batch([_query(text, options) for _, text in asked])
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


def _query(text: str, options: argparse.Namespace) -> Query:
    return Query(
        text=text,
        mode=options.mode,
        limit=options.limit,
        folder=options.folder,
        types=tuple(kind.lower().lstrip(".") for kind in options.type),
        after=_day("--after", options.after),
        before=_day("--before", options.before),
    )


def _day(option: str, text: str) -> float | None:
    """Beginning of a day in local time, in seconds since the epoch."""
    if not text:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").timestamp()
    except ValueError:
        raise UsageError(f"{option} {text} is not a date.", "Write it as 2026-01-31.") from None
