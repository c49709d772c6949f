"""`genericrag links`: whether genericrag:// links open this program."""

import argparse

from app.cli.commands import Commands
from app.desktop import link_scheme
from app.paths import DataDirs


def add_commands(commands: Commands) -> None:
    """Add `links register` and `links unregister`."""
    links = commands.group("links", "Let genericrag:// links open this program, or no more.")
    links.add_alone("register", "From now on, for this user.", _register, json=False)
    links.add_alone("unregister", "Take it back.", _unregister, json=False)


def _register(_dirs: DataDirs, _options: argparse.Namespace) -> int:
    print(f"genericrag:// links open this program: {link_scheme.register()}")
    return 0


def _unregister(_dirs: DataDirs, _options: argparse.Namespace) -> int:
    print("Taken back." if link_scheme.unregister() else "They were not registered.")
    return 0
