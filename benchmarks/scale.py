"""Searching large libraries: opening, memory, each phase, recall, words and disk by engine.

Passages are made up (benchmarks/synthetic.py): 120 token vectors each on average, the compact
model's vector lengths, 20 a document, with a catalogue of their texts. Figures of the default
engine stand at n10000, n100000 and so on; those of every engine at n100000.engines.NAME.
recall10 compares with scoring every stored passage in all channels, written_recall10 with
doing so with the vectors as they were before the store rounded them.
"""

import argparse
import multiprocessing
import os
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import psutil
from report import arguments, say, show
from scale_library import build_catalogue, build_store
from scale_measure import LIMITS, Measured, exact_best, measure
from synthetic import Corpus

from app.index.catalogue import Catalogue
from app.settings import load_settings
from app.store.choice import EngineName, StoreChoice, choose, discard, open_store

FINGERPRINT = "synthetic"
QUERIES = 60
# Local mode holds eight bytes a component of every vector, and writes a row at a time: a thousand
# passages take it longer than 20,000 take edge.
LOCAL_LIMIT = 2000


def main() -> None:
    """Build, measure and print."""
    parser = arguments(__doc__.splitlines()[0])
    parser.add_argument("--full", action="store_true", help="also 500,000 passages")
    parser.add_argument("--sizes", type=int, nargs="+", metavar="N", help="other sizes")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="use and keep libraries here")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.keep or Path(temporary)
        figures = {f"n{n}": one_size(n, folder / str(n)) for n in sizes(chosen)}
    show({"mean_token_vectors": 120, **figures}, as_json=chosen.json)


def sizes(chosen: argparse.Namespace) -> list[int]:
    """How many passages the libraries have."""
    if chosen.sizes:
        return list(chosen.sizes)
    found = [1000, 10_000]
    if not chosen.quick:
        found.append(100_000)
    return [*found, 500_000] if chosen.full else found


def engines(number: int) -> list[EngineName]:
    """The engines that can hold so many passages here, the default one first."""
    found: list[EngineName] = ["edge"]
    if number <= LOCAL_LIMIT and number * 200_000 < psutil.virtual_memory().available:
        found.append("local")
    if os.environ.get("QDRANT_URL"):
        found.append("server")
    return found


def one_size(number: int, folder: Path) -> dict[str, Any]:
    """The figures for a library of this many passages."""
    corpus = Corpus()
    folder.mkdir(parents=True, exist_ok=True)
    catalogue_file = folder / "catalogue.sqlite"
    if not catalogue_file.exists():
        say(f"Making a catalogue of {number} passages ...")
        catalogue = Catalogue(catalogue_file, LIMITS)
        build_catalogue(catalogue, corpus, number)
        catalogue.close()
    say(f"Scoring {number} passages exactly ...")
    exact = exact_best(corpus, catalogue_file, number, QUERIES)
    measured: dict[str, Measured] = {}
    for engine in engines(number):
        settings = load_settings(folder / "none.toml")
        choice = choose(settings, engine, folder / f"store-{engine}")
        if not choice.folder.exists() or engine == "server":
            say(f"Filling {engine} with {number} passages ...")
            store = open_store(choice, FINGERPRINT, corpus.dim, corpus.multi_dim)
            build_store(store, corpus, number)
            store.tidy()
            store.close()
        say(f"Searching {engine} ...")
        measured[engine] = _in_fresh_process(choice, catalogue_file, number, exact)
        if engine == "server":
            discard(choice, FINGERPRINT)
    figures: dict[str, Any] = {**measured["edge"], "engines": measured}
    figures["catalogue_bytes_per_passage"] = catalogue_file.stat().st_size / number
    return figures


def _in_fresh_process(
    choice: StoreChoice, catalogue_file: Path, number: int, exact: Any
) -> Measured:
    """Measure in a process of its own, so that its memory and its first opening are its own."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(measure, choice, FINGERPRINT, catalogue_file, number, exact).result()


if __name__ == "__main__":
    main()
