"""Entry of the command line: parses, opens the engine, turns errors into exit codes."""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from app import __version__
from app.cli import window
from app.cli.commands import Commands
from app.errors import UserError
from app.paths import data_dirs

INTERRUPTED = 130


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code: 0 done, 1 done with failures, 2 usage, 3 cannot."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if list(arguments) == ["--self-test"]:  # as installers and testers call programs
        arguments = ["self-test"]
    if arguments and _is_start(arguments[0]):
        arguments = ["window", *arguments]
    # The other commands take half a second to import, for which the window need not wait.
    parser, _ = _parser(only_window=window.opens_window(arguments))
    options = parser.parse_args(arguments)
    try:
        dirs = data_dirs(options.data_dir)
        if run_alone := getattr(options, "run_alone", None):
            alone: int = run_alone(dirs, options)
            return alone
        from app.engine import Engine
        from app.log import set_up_log

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


def _parser(*, only_window: bool) -> tuple[argparse.ArgumentParser, Commands]:
    parser = argparse.ArgumentParser(
        prog="genericrag", description="Search your documents, offline. No command: the window."
    )
    parser.add_argument("--version", action="version", version=f"GenericRAG {__version__}")
    parser.add_argument("--data-dir", type=Path, help="where index and settings are kept")
    commands = Commands(parser)
    if not only_window:
        _add_others(commands)
    window.add_commands(commands)
    return parser, commands


def _add_others(commands: Commands) -> None:
    from app.cli import (
        cache,
        evaluate,
        folders,
        library,
        links,
        models,
        sample,
        saved,
        search,
        self_test,
        serve_model,
        similar,
    )
    from app.cli import store as store_commands

    searching = (search, similar, saved, evaluate)
    running = (models, cache, serve_model, store_commands, sample, links, self_test)
    for module in (library, folders, *searching, *running):
        module.add_commands(commands)


def _is_start(argument: str) -> bool:
    """Whether the program is started with a link or a path; a command's name is never a path."""
    if window.is_start(argument):
        return True
    return os.path.isdir(argument) and argument not in _parser(only_window=False)[1].names
