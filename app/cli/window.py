"""`genericrag window`, `open`, and a start with folders or a link: what opens the window.

Imports little, so that the window shows at once.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from app.cli.commands import Commands
from app.errors import UserError
from app.paths import DataDirs, sample_library_dir


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    window = commands.add_alone(
        "window", "Open the window (as without a command).", _window, json=False
    )
    window.add_argument("--sample", action="store_true", help="start with the sample library")
    window.add_argument("paths", nargs="*", metavar="FOLDER", help="folders to search in")
    link = commands.add_alone(
        "open",
        "Open the window on a genericrag:// link, such as genericrag://search?q=rent.",
        _window,
        json=False,
    )
    link.add_argument("paths", nargs=1, metavar="LINK")
    link.set_defaults(sample=False)


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether these arguments begin with one of the commands here."""
    return bool(arguments) and arguments[0] in ("window", "open")


def is_start(argument: str) -> bool:
    """Whether a first argument is what a desktop starts the program with: a link or a path."""
    return argument.casefold().startswith("genericrag:") or os.sep in argument


def _window(dirs: DataDirs, options: argparse.Namespace) -> int:
    from app.desktop.links import OpenRequest, parse_start

    try:
        request = parse_start(options.paths)
    except UserError as error:
        if not getattr(sys, "frozen", False):
            raise
        request = OpenRequest(
            problem=str(error)
        )  # nobody sees the terminal of an installed program
    from app.ui.application import run_window

    return run_window(dirs, [sample_library_dir()] if options.sample else [], request)
