"""`genericrag evaluate`: how well each mode answers questions whose answers are known."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from app.cli.commands import Commands
from app.engine import Engine
from app.errors import UsageError
from app.search.evaluation import Evaluation, marked_questions, read_questions
from app.settings_file import write_setting

_LETTERS = {"alpha": "dense", "beta": "sparse", "gamma": "multi"}


def add_commands(commands: Commands) -> None:
    """Add `evaluate`."""
    parser = commands.add("evaluate", "Measure how well each mode answers questions.", _evaluate)
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE.jsonl",
        help='{"query": text, "relevant": {file name or "name#page": grade}} a line',
    )
    parser.add_argument(
        "--marks", action="store_true", help="ask what hits were marked for instead"
    )
    parser.add_argument(
        "--apply", action="store_true", help="use the weights that do better, if there are any"
    )


def _evaluate(engine: Engine, options: argparse.Namespace) -> int:
    if (options.file is None) != options.marks:
        raise UsageError("Give either FILE.jsonl or --marks.")
    found = engine.evaluate(
        marked_questions(engine.marks()) if options.marks else read_questions(options.file)
    )
    applied = options.apply and found.suggestion is not None
    if found.suggestion and applied:
        for letter, channel in _LETTERS.items():
            value = getattr(found.suggestion.weights, channel)
            write_setting(engine.dirs.settings, f"search.{letter}", str(value))
    if options.json:
        print(json.dumps({**asdict(found), "applied": applied}))
    else:
        _print(found, applied=applied)
    return 0


def _print(found: Evaluation, *, applied: bool) -> None:
    print(f"{found.queries} questions; mean and 95 % interval")
    print(f"{'':8}  {'nDCG@10':20}  {'recall@10':20}  MRR@10")
    for mode, figures in found.modes.items():
        cells = (f"{f.mean:.3f} ({f.low:.3f}-{f.high:.3f})" for f in figures.values())
        print(f"{mode:8}  " + "  ".join(f"{cell:20}" for cell in cells).rstrip())
    if found.suggestion is None:
        print("No other weights are surely better than those in use.")
        return
    weights, gain = found.suggestion.weights, found.suggestion.gain
    print(
        f"Better: alpha {weights.dense:g}, beta {weights.sparse:g}, gamma {weights.multi:g}:"
        f" nDCG@10 {gain.mean:+.3f} ({gain.low:+.3f} to {gain.high:+.3f})."
    )
    print("They are in the settings now." if applied else "Use them with --apply.")
