"""`genericrag sample`: what a newcomer sees without a display."""

import argparse
from pathlib import Path

from app.cli.commands import Commands
from app.cli.found import print_result
from app.cli.output import ProgressLine, print_report
from app.engine import Engine
from app.paths import sample_library_dir
from app.search.model import Query


def add_commands(commands: Commands) -> None:
    """Add `sample`."""
    sample = commands.add(
        "sample", "Index the sample library and show three searches.", _sample, json=False
    )
    sample.add_argument("--screenshot", type=Path, metavar="FILE.png", help="also draw the window")


def _sample(engine: Engine, options: argparse.Namespace) -> int:
    from app.sample import QUERIES

    _index_quietly(engine, sample_library_dir())
    for text in QUERIES:
        print_result(engine.find(Query(text, limit=3)))
        print()
    if options.screenshot:
        from app.ui.screenshot import draw_window

        draw_window(engine, QUERIES[0], options.screenshot)
        print(f"A picture of the window: {options.screenshot}")
    return 0


def _index_quietly(engine: Engine, folder: Path) -> None:
    with ProgressLine() as line:
        for step in engine.index([folder]):
            line.show(step)
            if step.report:
                print_report(step.report)
