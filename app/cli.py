"""The command line: the same engine, in this process, results on stdout."""

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from app import __version__
from app.cli_output import (
    ProgressLine,
    batch_line,
    hit_as_json,
    print_failures,
    print_report,
    print_result,
    print_status,
    report_as_json,
    result_as_json,
    status_as_json,
)
from app.engine import Engine
from app.errors import UsageError, UserError
from app.log import set_up_log
from app.paths import DataDirs, data_dirs, sample_library_dir
from app.search.model import MODES, Query

PAGE_WIDTH = 1000  # pixels of the page images a search writes
INTERRUPTED = 130


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code: 0 done, 1 done with failures, 2 usage, 3 cannot."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        dirs = data_dirs(options.data_dir)
        if options.command == "window":
            return _window(dirs, options)
        with closing(Engine(dirs)) as engine:
            set_up_log(dirs)
            code: int = options.run(engine, options)
            return code
    except UserError as error:
        print(f"genericrag: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("Stopped; what was finished is kept.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output went away, as `| head` does
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="genericrag", description="Search your documents, offline. No command: the window."
    )
    parser.add_argument("--version", action="version", version=f"GenericRAG {__version__}")
    parser.add_argument("--data-dir", type=Path, help="where index and settings are kept")
    commands = parser.add_subparsers(dest="command", required=True)

    common = argparse.ArgumentParser(add_help=False)
    # SUPPRESS, or the default here would undo a --data-dir given before the command.
    common.add_argument(
        "--data-dir", type=Path, default=argparse.SUPPRESS, help="where index and settings are kept"
    )
    as_json = argparse.ArgumentParser(add_help=False)
    as_json.add_argument("--json", action="store_true", help="print JSON")

    def command(name: str, help: str, *, json: bool = True) -> argparse.ArgumentParser:
        parents = [common, as_json] if json else [common]
        return commands.add_parser(name, help=help, description=help, parents=parents)

    index = command("index", "Make folders and files searchable, or bring them up to date.")
    index.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    index.set_defaults(run=_index)

    search = command("search", "Find passages.")
    search.add_argument("query", nargs="?", metavar="QUERY")
    search.add_argument("--batch", type=Path, metavar="FILE.jsonl", help="one query a line")
    search.add_argument("--limit", type=int, default=10, metavar="N")
    search.add_argument("--mode", choices=MODES, default="smart")
    search.add_argument("--in", dest="folder", default="", metavar="FOLDER", help="only below it")
    search.add_argument("--type", action="append", default=[], help="pdf, docx, …; may be repeated")
    search.add_argument("--after", default="", metavar="YYYY-MM-DD", help="changed on or after")
    search.add_argument("--before", default="", metavar="YYYY-MM-DD", help="changed before")
    search.set_defaults(run=_search)

    command("status", "What is indexed.").set_defaults(run=_status)
    command("problems", "Files that are not searchable, and why.").set_defaults(run=_problems)
    command("doctor", "Check the installation and the library.").set_defaults(run=_doctor)

    sample = command("sample", "Index the sample library and show three searches.", json=False)
    sample.add_argument("--screenshot", type=Path, metavar="FILE.png", help="also draw the window")
    sample.set_defaults(run=_sample)

    window = command("window", "Open the window (as without a command).", json=False)
    window.add_argument("--sample", action="store_true", help="start with the sample library")
    return parser


def _index(engine: Engine, options: argparse.Namespace) -> int:
    report = None
    with closing(engine.index(options.paths)) as steps, ProgressLine() as line:  # type: ignore[type-var]
        for step in steps:
            line.show(step)
            report = step.report or report
    if report is None:
        raise AssertionError("indexing ended without a report")
    if options.json:
        print(json.dumps(report_as_json(report), ensure_ascii=False))
    else:
        print_report(report)
    return 1 if report.failed else 0


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
        if hit.page is not None:
            try:
                images[hit.passage] = str(engine.page_image(hit, PAGE_WIDTH))
            except UserError as error:
                print(f"genericrag: no page image: {error}", file=sys.stderr)
    print(json.dumps(result_as_json(result, images), ensure_ascii=False))
    return 0


def _search_batch(engine: Engine, options: argparse.Namespace) -> int:
    asked = list(_read_batch(options.batch))
    results = engine.search_batch([_query(text, options) for _, text in asked])
    for (id_, _), result in zip(asked, results, strict=True):
        if options.json:
            print(batch_line(id_, [hit_as_json(hit, None) for hit in result.hits]))
        else:
            print_result(result)
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


def _status(engine: Engine, options: argparse.Namespace) -> int:
    status = engine.status()
    if options.json:
        print(json.dumps(status_as_json(status), ensure_ascii=False))
    else:
        print_status(status)
    return 0


def _problems(engine: Engine, options: argparse.Namespace) -> int:
    problems = engine.problems()
    if options.json:
        print(json.dumps([asdict(problem) for problem in problems], ensure_ascii=False))
    elif problems:
        print_failures(problems, sys.stdout)
    else:
        print("Every file is searchable.")
    return 1 if problems else 0


def _doctor(engine: Engine, options: argparse.Namespace) -> int:
    from app.doctor import examine

    failed = False
    found = []
    for check in examine(engine):
        failed |= not check.ok
        found.append(asdict(check))
        if not options.json:
            print(f"{'ok  ' if check.ok else 'FAIL'}  {check.name}: {check.detail}")
            if check.hint:
                print(f"      {check.hint}")
    if options.json:
        print(json.dumps(found, ensure_ascii=False))
    return 1 if failed else 0


def _sample(engine: Engine, options: argparse.Namespace) -> int:
    from app.sample import QUERIES

    _index_quietly(engine, sample_library_dir())
    for text in QUERIES:
        print_result(engine.search(Query(text, limit=3)))
        print()
    if options.screenshot:
        from app.ui.screenshot import draw_window

        draw_window(engine, QUERIES[0], options.screenshot)
        print(f"A picture of the window: {options.screenshot}")
    return 0


def _index_quietly(engine: Engine, folder: Path) -> None:
    with ProgressLine() as line:
        for step in engine.index([folder]):
            line.show(step)
            if step.report:
                print_report(step.report)


def _window(dirs: DataDirs, options: argparse.Namespace) -> int:
    from app.ui.application import run_window

    return run_window(dirs, [sample_library_dir()] if options.sample else [])
