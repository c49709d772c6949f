"""`genericrag self-test`: does all the parts of this very installation work together?"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.cli.commands import Commands
from app.engine import Engine
from app.errors import Reason, UserError
from app.paths import DataDirs, data_dirs, sample_library_dir
from app.sample import QUERIES, SCANNED
from app.search.model import Hit, Query

_PAGE_WIDTH = 800
_REPAIR = "Install the program again."


class _Failed(UserError):
    """A step that did not do what it has to."""


def add_commands(commands: Commands) -> None:
    """Add `self-test`."""
    commands.add_alone(
        "self-test", "Index and search the sample library in a folder of its own.", _self_test
    )


def _self_test(_dirs: DataDirs, options: argparse.Namespace) -> int:
    """Every step in a temporary data folder, so that the user's library is not touched."""
    seconds: dict[str, float] = {}

    @contextmanager
    def step(name: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        seconds[name] = round(time.perf_counter() - started, 3)
        print(f"ok  {name}: {seconds[name]:.2f} s", file=sys.stderr, flush=True)

    # The engine process may still be closing its files when the folder is removed.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        dirs = data_dirs(Path(folder))
        with closing(Engine(dirs)) as engine:
            with step("load the model"):
                engine.warm_up()
            with step("index the sample library"):
                _index(engine)
            with step("search"):
                hit = _search(engine)
            with step("find a scan by its recognised text"):
                _find_scan(engine)
            with step("tell languages apart"):
                _tell_languages(engine)
            with step("draw a page"):
                _draw(engine, hit)
        with step("open the window, search, close it"):
            _try_window(dirs)
    if options.json:
        print(json.dumps({"ok": True, "seconds": seconds}))
    else:
        print(f"All parts work ({sum(seconds.values()):.1f} s).")
    return 0


def _index(engine: Engine) -> None:
    report = None
    for step in engine.index([sample_library_dir()]):
        report = step.report or report
    if report is None or report.indexed == 0 or report.passages == 0:
        raise _Failed("No file of the sample library could be indexed.", _REPAIR)
    for failure in report.failures:
        if failure.reason == Reason.CORRUPT:
            raise _Failed(f"{failure.path} could not be read: {failure.detail}.", _REPAIR)


def _search(engine: Engine) -> Hit:
    """The best hit with a page among those of the sample searches."""
    paged = None
    for text in QUERIES:
        hits = engine.find(Query(text)).hits
        if not hits:
            raise _Failed(f"Nothing was found for “{text}”.", _REPAIR)
        paged = paged or next((hit for hit in hits if hit.page is not None), None)
    if paged is None:
        raise _Failed("No page was found.", _REPAIR)
    return paged


def _find_scan(engine: Engine) -> None:
    """The scan has no text layer, and these words stand in no other file."""
    hits = engine.find(Query(SCANNED)).hits
    if not any(Path(hit.path).parent.name == "Scans" for hit in hits):
        raise _Failed("The text on a scanned page was not recognised.", _REPAIR)


def _tell_languages(engine: Engine) -> None:
    missing = {"de", "en"} - set(engine.vocabulary().languages)
    if missing:
        raise _Failed(f"No text in language {min(missing)} was recognised as such.", _REPAIR)


def _draw(engine: Engine, hit: Hit) -> None:
    picture = engine.page_image(hit, _PAGE_WIDTH).read_bytes()
    if not picture.startswith(b"\x89PNG") or not hit.boxes:
        raise _Failed("The page of a hit could not be drawn and marked.", _REPAIR)


def _try_window(dirs: DataDirs) -> None:
    from app.ui.self_test import try_window

    if not try_window(dirs, QUERIES[0]):
        raise _Failed(
            "The window did not show the results of a search in time.",
            f"The log in {dirs.data} says more.",
        )
