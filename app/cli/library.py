"""Commands about the library: index, status, problems, doctor."""

import argparse
import getpass
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
from app.errors import ModelUnavailable, UsageError


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    index = commands.add("index", "Make folders and files searchable, or up to date.", _index)
    index.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="none: all known ones")
    index.add_argument(
        "--retry", action="store_true", help="also try again what could not be read before"
    )
    for name, verb in (("include", "take only"), ("exclude", "leave out")):
        index.add_argument(
            f"--{name}",
            action="append",
            metavar="PATTERN",
            help=f"{verb} entries that match, as in .gitignore; kept with the folder; may be"
            " repeated; '' forgets them",
        )
    commands.add("status", "What is indexed.", _status)
    commands.add("problems", "Files that are not searchable, and why.", _problems)
    unlock = commands.add("unlock", "Read a file that is locked with a password.", _unlock)
    unlock.add_argument(
        "file", type=Path, metavar="FILE", help="the password is asked for, or read from stdin"
    )
    doctor = commands.add("doctor", "Check the installation and the library.", _doctor)
    doctor.add_argument(
        "--offline", action="store_true", help="also prove that no connection is opened"
    )


def _index(engine: Engine, options: argparse.Namespace) -> int:
    if not options.paths and not engine.folders.active():
        raise UsageError("No folder is in the library yet.", "Say which: genericrag index PATH.")
    _keep_patterns(engine, options)
    report = None
    done = 0
    try:
        with (
            closing(engine.index(options.paths, retry=options.retry)) as steps,
            ProgressLine() as line,
        ):
            for step in steps:
                line.show(step)
                report, done = step.report or report, step.files_done
    except ModelUnavailable as error:
        raise ModelUnavailable(
            error.message,
            f"{error.hint} {done} files are up to date; the same command goes on from there.",
        ) from None
    if report is None:
        raise AssertionError("indexing ended without a report")
    if report.indexed or report.removed:
        engine.tidy()
    if options.json:
        print(json.dumps(report_as_json(report), ensure_ascii=False))
    else:
        print_report(report)
    return 1 if report.failed else 0


def _keep_patterns(engine: Engine, options: argparse.Namespace) -> None:
    if options.include is None and options.exclude is None:
        return
    if not options.paths:
        raise UsageError("--include and --exclude belong to a folder.", "Give its PATH.")
    include, exclude = (
        None if given is None else [pattern for pattern in given if pattern]
        for given in (options.include, options.exclude)
    )
    for path in options.paths:
        if path.expanduser().is_dir():
            engine.folders.set_patterns(path, include, exclude)


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


def _unlock(engine: Engine, options: argparse.Namespace) -> int:
    """Never as an argument: those stand in the shell's history and in the list of processes."""
    if sys.stdin.isatty():
        password = getpass.getpass(f"Password of {options.file.name}: ")
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    report = None
    with closing(engine.unlock(options.file, password)) as steps, ProgressLine() as line:
        for step in steps:
            line.show(step)
            report = step.report or report
    if options.json:
        print(json.dumps(report_as_json(report) if report else None, ensure_ascii=False))
    elif report:
        print_report(report)
    else:
        print("It is searchable already.")
    return 1 if report and report.failed else 0


def _doctor(engine: Engine, options: argparse.Namespace) -> int:
    from app.doctor import examine

    failed = False
    found = []
    for check in examine(engine, offline=options.offline):
        failed |= not check.ok
        found.append(asdict(check))
        if not options.json:
            print(f"{'ok  ' if check.ok else 'FAIL'}  {check.name}: {check.detail}")
            if check.hint:
                print(f"      {check.hint}")
    if options.json:
        print(json.dumps(found, ensure_ascii=False))
    return 1 if failed else 0
