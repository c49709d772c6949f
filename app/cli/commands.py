"""What every command shares: its place among the others and its common options."""

import argparse
from collections.abc import Callable
from pathlib import Path

from app.engine import Engine

# What runs a command; returns the exit code.
Runner = Callable[[Engine, argparse.Namespace], int]


class Commands:
    """The sub-commands of one parser, all with --data-dir and most with --json."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._sub = parser.add_subparsers(dest="command", required=True)

    def add(
        self, name: str, help: str, run: Runner | None, *, json: bool = True
    ) -> argparse.ArgumentParser:
        """A new command; run: None for one that groups others."""
        parser = self._sub.add_parser(name, help=help, description=help)
        # SUPPRESS, or the default here would undo a --data-dir given before the command.
        parser.add_argument(
            "--data-dir",
            type=Path,
            default=argparse.SUPPRESS,
            help="where index and settings are kept",
        )
        if json:
            parser.add_argument("--json", action="store_true", help="print JSON")
        if run:
            parser.set_defaults(run=run)
        return parser
