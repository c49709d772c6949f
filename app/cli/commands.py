"""What every command shares: its place among the others and its common options."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.paths import DataDirs

if TYPE_CHECKING:
    from app.engine import Engine

# What runs a command on the library, or without opening it; both return the exit code.
Runner = Callable[["Engine", argparse.Namespace], int]
LoneRunner = Callable[[DataDirs, argparse.Namespace], int]


class Commands:
    """The sub-commands of one parser, all with --data-dir and most with --json."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._sub = parser.add_subparsers(dest="command", required=True)

    @property
    def names(self) -> set[str]:
        """What the commands are called."""
        return set(self._sub.choices)

    def add(
        self, name: str, help: str, run: Runner, *, json: bool = True
    ) -> argparse.ArgumentParser:
        """A new command that works on the library."""
        parser = self._add(name, help, json=json)
        parser.set_defaults(run=run)
        return parser

    def add_alone(
        self, name: str, help: str, run: LoneRunner, *, json: bool = True
    ) -> argparse.ArgumentParser:
        """A new command that does not open the library itself."""
        parser = self._add(name, help, json=json)
        parser.set_defaults(run_alone=run)
        return parser

    def group(self, name: str, help: str) -> "Commands":
        """A command that only groups others."""
        return Commands(self._add(name, help, json=False))

    def _add(self, name: str, help: str, *, json: bool) -> argparse.ArgumentParser:
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
        return parser
