"""Commands about single folders of the library: remove, pause, resume."""

import argparse
from pathlib import Path

from app.cli.commands import Commands
from app.engine import Engine


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    for name, help, run in (
        ("remove", "Drop a folder from the library; its files stay where they are.", _remove),
        ("pause", "Leave a folder as it is until it is resumed.", _pause),
        ("resume", "Keep a paused folder up to date again.", _resume),
    ):
        command = commands.add(name, help, run, json=False)
        command.add_argument("path", type=Path, metavar="PATH")


def _remove(engine: Engine, options: argparse.Namespace) -> int:
    count = engine.remove(options.path)
    print(f"{options.path} with {count} entries left the library; its files are untouched.")
    return 0


def _pause(engine: Engine, options: argparse.Namespace) -> int:
    engine.folders.set_paused(options.path, True)
    print(f"{options.path} is left as it is.")
    return 0


def _resume(engine: Engine, options: argparse.Namespace) -> int:
    engine.folders.set_paused(options.path, False)
    print(f"{options.path} is kept up to date again.")
    return 0
