"""`genericrag similar`: search by example."""

import argparse
import json
import uuid
from pathlib import Path

from app.cli.commands import Commands
from app.cli.found import print_result, result_as_json
from app.cli.search import add_filters, export_if_asked, query_of
from app.documents.formats import READERS
from app.engine import Engine
from app.errors import UnreadableFile, UsageError
from app.search.like import Example, Like


def add_commands(commands: Commands) -> None:
    """Add `similar`."""
    similar = commands.add("similar", "Find passages that are like these.", _similar)
    similar.add_argument(
        "examples",
        nargs="+",
        metavar="FILE|TEXT",
        help="a file, which need not be in the library, a text, or the passage of a hit (its id)",
    )
    similar.add_argument(
        "--unlike",
        action="append",
        default=[],
        metavar="FILE|TEXT",
        help="less like this; may be repeated",
    )
    similar.add_argument("--page", type=int, metavar="N", help="only this page of the one file")
    similar.add_argument(
        "--about", default="", metavar="QUERY", help="what they are also about, or conditions"
    )
    add_filters(similar)


def _similar(engine: Engine, options: argparse.Namespace) -> int:
    if options.page is not None and len(options.examples) != 1:
        raise UsageError("--page is for one file.", "Name just one.")
    like = Like(
        tuple(_example(engine, text, options.page) for text in options.examples),
        tuple(_example(engine, text) for text in options.unlike),
    )
    result = engine.find(query_of(options.about, options, like=like))
    export_if_asked(result, options)
    if options.json:
        print(json.dumps(result_as_json(result, {}), ensure_ascii=False))
    else:
        print_result(result)
    return 0


def _example(engine: Engine, text: str, page: int | None = None) -> Example:
    """A file where there is one of this name, else a passage's id, else a text."""
    try:
        is_file = Path(text).expanduser().exists()
    except (OSError, ValueError):  # too long for a name, or with a character no name has
        is_file = False
    if is_file:
        try:
            return engine.example_files.start(Path(text), page).result()
        except UnreadableFile as error:  # its detail is a clause without a name
            raise UsageError(f"{text} cannot be read: {error.message}.", error.hint) from None
    if "\n" not in text and Path(text).suffix.lower().lstrip(".") in READERS:
        raise UsageError(f"There is no file {text}.", "Check its name, or give a text.")
    if page is not None:
        raise UsageError(f"{text} is not a file.", "--page is for a file.")
    try:
        id_ = str(uuid.UUID(text))
    except ValueError:
        if not text.strip():
            raise UsageError("There is nothing in the example.", "Give a file or a text.") from None
        return Example(texts=(text,), name=f"“{' '.join(text.split())[:40]}”")
    return Example(passages=(id_,), name=id_)
