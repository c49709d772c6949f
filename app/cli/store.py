"""`genericrag store`: which vector store the library is in, and moving it to another."""

import argparse
import json
import sys
import time
from contextlib import closing

from app.cli.commands import Commands
from app.engine import Engine
from app.store.choice import ENGINES, destination, engine_named


def add_commands(commands: Commands) -> None:
    """Add `store` with its commands."""
    group = commands.group("store", "Where the vectors are kept.")
    group.add("show", "Which store holds the vectors, and where.", _show)
    migrate = group.add(
        "migrate", "Move the vectors to another store, without the model.", _migrate
    )
    migrate.add_argument("--to", required=True, choices=ENGINES, help="the store to move to")


def _show(engine: Engine, options: argparse.Namespace) -> int:
    choice = engine.store_choice()
    passages = engine.stored_passages()
    if options.json:
        found = {
            "engine": choice.engine,
            "passages": passages,
            "url": choice.url if choice.engine == "server" else "",
        }
        print(json.dumps(found))
    else:
        print(f"{choice.engine}: {passages} passages {destination(choice)}.")
    return 0


def _migrate(engine: Engine, options: argparse.Namespace) -> int:
    started = time.monotonic()
    old = engine.store_choice().engine
    done = 0
    with closing(engine.migrate_store(engine_named(options.to))) as steps:
        for step in steps:
            done = step.done
            if sys.stderr.isatty():
                text = f"\r\x1b[K{step.done} of {step.total} passages"
                print(text, end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr)
    seconds = round(time.monotonic() - started, 3)
    if options.json:
        found = {"from": old, "to": options.to, "passages": done, "seconds": seconds}
        print(json.dumps(found))
    elif old == options.to:
        print(f"The vectors are in {options.to} already.")
    else:
        print(f"{done} passages moved from {old} to {options.to} in {seconds:.1f} s.")
        if old == "server":
            print("The collection on the server was left as it is; delete it there if you like.")
    return 0
