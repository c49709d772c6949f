"""Entry of the command line: parses, opens the engine, turns errors into exit codes."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from app import __version__
from app.cli import (
    cache,
    evaluate,
    folders,
    library,
    models,
    sample,
    search,
    self_test,
    serve_model,
    store,
)
from app.cli.commands import Commands
from app.engine import Engine
from app.errors import UserError
from app.log import set_up_log
from app.paths import DataDirs, data_dirs, sample_library_dir

INTERRUPTED = 130


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code: 0 done, 1 done with failures, 2 usage, 3 cannot."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if list(arguments) == ["--self-test"]:  # as installers and testers call programs
        arguments = ["self-test"]
    options = _parser().parse_args(arguments)
    try:
        dirs = data_dirs(options.data_dir)
        if run_alone := getattr(options, "run_alone", None):
            alone: int = run_alone(dirs, options)
            return alone
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
    commands = Commands(parser)
    for module in (
        library,
        folders,
        search,
        evaluate,
        models,
        cache,
        serve_model,
        store,
        sample,
        self_test,
    ):
        module.add_commands(commands)
    window = commands.add_alone(
        "window", "Open the window (as without a command).", _window, json=False
    )
    window.add_argument("--sample", action="store_true", help="start with the sample library")
    return parser


def _window(dirs: DataDirs, options: argparse.Namespace) -> int:
    from app.ui.application import run_window

    return run_window(dirs, [sample_library_dir()] if options.sample else [])
