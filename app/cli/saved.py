"""`genericrag saved` and `genericrag history`."""

import argparse
import json
from datetime import datetime
from typing import Any

from app.cli.commands import Commands
from app.cli.found import print_result, result_as_json
from app.cli.search import add_filters, query_of
from app.engine import Engine
from app.errors import UserError


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    saved = commands.group("saved", "Searches that are kept, and what is new in them.")
    add = saved.add("add", "Save a search under a name.", _add, json=False)
    add.add_argument("name", metavar="NAME")
    add.add_argument("query", metavar="QUERY", help="as for search")
    add_filters(add)
    saved.add("list", "The saved searches, each with how many documents are new in it.", _list)
    show = saved.add("show", "Search again; what is found counts as seen then.", _show)
    show.add_argument("name", metavar="NAME")
    remove = saved.add("remove", "Forget a saved search.", _remove, json=False)
    remove.add_argument("name", metavar="NAME")
    history = commands.add("history", "Your last searches, the latest first.", _history)
    history.add_argument("--clear", action="store_true", help="forget them")


def _add(engine: Engine, options: argparse.Namespace) -> int:
    engine.saved.add(options.name, query_of(options.query, options))
    print(f"“{options.name}” is saved.")
    return 0


def _list(engine: Engine, options: argparse.Namespace) -> int:
    found = []
    for search in engine.saved.all():
        entry: dict[str, Any] = {
            "name": search.name,
            "query": search.query.text,
            "like": search.query.like.name if search.query.like else "",
            "looked": _time(search.looked),
            "new": None,
            "reason": "",
        }
        try:
            entry["new"] = engine.saved.count_new(search.name)
        except UserError as error:
            entry["reason"] = str(error)
        found.append(entry)
    if options.json:
        print(json.dumps(found, ensure_ascii=False))
        return 0
    for entry in found:
        new = entry["new"]
        count = entry["reason"] if new is None else f"{new} new since {entry['looked']}"
        print(f"{entry['name']}: {entry['query'] or entry['like']}  ({count})")
    if not found:
        print("No search is saved.")
    return 0


def _show(engine: Engine, options: argparse.Namespace) -> int:
    result = engine.find(engine.saved.query(options.name))
    new = engine.saved.new_documents(options.name)
    engine.saved.look(options.name)
    if options.json:
        found = result_as_json(result, {})
        for entry, hit in zip(found["hits"], result.hits, strict=True):
            entry["new"] = hit.document in new
        print(json.dumps({**found, "new": len(new)}, ensure_ascii=False))
    else:
        print_result(result)
        print(f"{len(new)} documents were new.")
    return 0


def _remove(engine: Engine, options: argparse.Namespace) -> int:
    engine.saved.remove(options.name)
    print(f"“{options.name}” is not kept any more.")
    return 0


def _history(engine: Engine, options: argparse.Namespace) -> int:
    if options.clear:
        engine.history.clear()
    past = engine.history.all()
    if options.json:
        print(
            json.dumps(
                [
                    {
                        "query": one.query.text,
                        "like": one.query.like.name if one.query.like else "",
                        "mode": one.query.mode,
                        "at": _time(one.at),
                    }
                    for one in past
                ],
                ensure_ascii=False,
            )
        )
        return 0
    for one in past:
        print(f"{_time(one.at)}  {one.query.text}")
    if not past:
        print("No search is remembered.")
    return 0


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).isoformat(" ", "minutes")
