"""Commands about the library: index, status, problems, doctor."""

import argparse
import json
import sys
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from app.cli.commands import Commands
from app.cli.output import (
    ProgressLine,
    print_failures,
    print_report,
    print_status,
    report_as_json,
    status_as_json,
)
from app.engine import Engine


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    index = commands.add("index", "Make folders and files searchable, or up to date.", _index)
    index.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    commands.add("status", "What is indexed.", _status)
    commands.add("problems", "Files that are not searchable, and why.", _problems)
    commands.add("doctor", "Check the installation and the library.", _doctor)


def _index(engine: Engine, options: argparse.Namespace) -> int:
    report = None
    with closing(engine.index(options.paths)) as steps, ProgressLine() as line:  # type: ignore[type-var]
        for step in steps:
            line.show(step)
            report = step.report or report
    if report is None:
        raise AssertionError("indexing ended without a report")
    if report.indexed or report.removed:
        engine.tidy()
    if options.json:
        print(json.dumps(report_as_json(report), ensure_ascii=False))
    else:
        print_report(report)
    return 1 if report.failed else 0


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
