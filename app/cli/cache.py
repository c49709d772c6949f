"""`genericrag cache`: what is kept to save time, how often it did, and how to drop it."""

import argparse
import json
from dataclasses import asdict

from app.cache import CacheStatistics
from app.caches import KINDS
from app.cli.commands import Commands
from app.engine import Engine


def add_commands(commands: Commands) -> None:
    """Add `cache`."""
    cache = commands.add("cache", "What is cached and how often it helped; clear it.", _cache)
    cache.add_argument("action", nargs="?", choices=("clear",), help="clear: forget what is cached")
    cache.add_argument("kind", nargs="?", choices=KINDS, help="only this kind")


def _cache(engine: Engine, options: argparse.Namespace) -> int:
    if options.action == "clear":
        return _clear(engine, options)
    found = engine.caches.statistics()
    if options.json:
        told = {cache.kind: _as_json(cache) for cache in found}
        print(json.dumps(told, ensure_ascii=False))
        return 0
    if not found:
        print("Nothing is cached.")
    for cache in found:
        print(
            f"{cache.kind:10}  {cache.entries} entries, {cache.bytes / 2**20:.1f} of"
            f" {cache.limit / 2**20:.0f} MB; {cache.hits} hits, {cache.misses} misses"
            f" ({cache.hit_rate:.0%})"
        )
        if cache.trouble:
            print(f"            cannot be used now: {cache.trouble}")
    return 0


def _clear(engine: Engine, options: argparse.Namespace) -> int:
    cleared = engine.caches.clear(options.kind or "")
    if options.json:
        print(json.dumps({"cleared": cleared}))
    else:
        print(", ".join(f"{count} {kind}" for kind, count in cleared.items()) + " forgotten.")
    return 0


def _as_json(cache: CacheStatistics) -> dict[str, object]:
    values = asdict(cache)
    del values["kind"]
    return {**values, "hit_rate": round(cache.hit_rate, 4)}
