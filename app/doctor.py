"""Checks of the installation and the library, each with a sentence and a remedy."""

import importlib.metadata
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.engine import Engine
from app.errors import UserError
from app.offline import check_offline
from app.store.choice import destination

_LIBRARIES = ("torch", "FlagEmbedding", "qdrant-client", "pypdfium2", "PySide6-Essentials")
_FREE_MB = 1000


@dataclass(frozen=True)
class Check:
    """One finding. ok: True, or False with something to do; detail: what was found."""

    name: str
    ok: bool
    detail: str
    hint: str = ""


def examine(engine: Engine, *, offline: bool = False) -> Iterator[Check]:
    """All checks, one after the other; a check that fails does not stop the others.

    offline: also the one that takes half a minute.
    """
    checks: tuple[tuple[str, Callable[[Engine], Check]], ...] = (
        ("program", _program),
        ("libraries", _libraries),
        ("word index", _word_index),
        ("data folder", _data_folder),
        ("model", _model),
        ("model answers", _model_answers),
        ("device", _device),
        ("resilience", _resilience),
        ("caches", _caches),
        ("vector store", _vector_store),
        ("page images", _page_images),
    )
    if offline:
        checks += (("offline", _offline),)
    for name, check in checks:
        try:
            yield check(engine)
        except UserError as error:
            yield Check(name, False, error.message, error.hint)


def _program(_engine: Engine) -> Check:
    from app import __version__

    return Check("program", True, f"GenericRAG {__version__}, Python {sys.version.split()[0]}")


def _libraries(_engine: Engine) -> Check:
    found, missing = [], []
    for name in _LIBRARIES:
        try:
            found.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            missing.append(name)
    if missing:
        return Check("libraries", False, f"missing: {', '.join(missing)}", "Install it again.")
    return Check("libraries", True, ", ".join(found))


def _word_index(_engine: Engine) -> Check:
    with sqlite3.connect(":memory:") as db:
        options = {row[0] for row in db.execute("PRAGMA compile_options")}
    ok = "ENABLE_FTS5" in options
    hint = "" if ok else "Use a Python whose SQLite has full-text search."
    return Check("word index", ok, f"SQLite {sqlite3.sqlite_version}, full-text search", hint)


def _data_folder(engine: Engine) -> Check:
    free = shutil.disk_usage(engine.dirs.data).free // 2**20
    hint = "" if free >= _FREE_MB else "Free some space on that disk before indexing more."
    return Check("data folder", free >= _FREE_MB, f"{engine.dirs.data}, {free} MB free", hint)


def _model(engine: Engine) -> Check:
    model = engine.model
    if server := engine.model_server:
        detail = f"{model.name} on {server}; the texts of documents and searches are sent there"
        return Check("model", True, detail)
    return Check("model", True, f"{model.name} in {model.path}")


def _model_answers(engine: Engine) -> Check:
    engine.warm_up()  # the answers may be in the cache
    # How much closer a sentence is to its translation than to another; above 0 is right.
    question, answer, other = engine.spaces.active().service.encode_queries(
        ["The contract ends in March.", "Der Vertrag endet im März.", "Die Suppe ist heiß."]
    )
    ratio = float(question.dense @ answer.dense - question.dense @ other.dense)
    if ratio <= 0:
        return Check(
            "model answers",
            False,
            "a sentence is not closer to its translation than to another one",
            "The model folder is damaged; get a complete copy.",
        )
    return Check("model answers", True, "a sentence is closest to its own translation")


def _device(engine: Engine) -> Check:
    """Stands after the check that loads the model, whose device it tells."""
    return Check("device", bool(engine.device), engine.device or "the model could not be loaded")


def _resilience(engine: Engine) -> Check:
    guards = engine.guards()
    found = (
        f"{guard.name}: breaker {guard.state.replace('_', ' ')}, {guard.attempts} attempts,"
        f" {guard.retries} retries, {guard.failures} failures"
        + (f", the last: {guard.last_error}" if guard.last_error else "")
        for guard in guards
    )
    ok = all(guard.state == "closed" for guard in guards)
    hint = "" if ok else "What is open is tried again by itself after a while."
    return Check("resilience", ok, "; ".join(found), hint)


def _caches(engine: Engine) -> Check:
    found = engine.caches.statistics()
    troubles = [f"{cache.kind}: {cache.trouble}" for cache in found if cache.trouble]
    if troubles:
        hint = "Free some space on the disk; the program works without, only slower."
        return Check("caches", False, "; ".join(troubles), hint)
    told = (f"{cache.kind} {cache.bytes / 2**20:.1f} MB" for cache in found)
    return Check("caches", True, ", ".join(told) or "none yet")


def _vector_store(engine: Engine) -> Check:
    stored, expected = engine.stored_passages(), engine.totals().passages
    ok = stored == expected
    hint = "" if ok else "Index your folders again; what is missing is restored."
    choice = engine.store_choice()
    if choice.engine == "server" and choice.api_key and choice.url.startswith("http://"):
        hint = hint or "The key goes to the server unencrypted; use https unless it is yours."
    where = f"{choice.engine}, {destination(choice)}"
    return Check("vector store", ok, f"{stored} of {expected} passages stored {where}", hint)


def _offline(_engine: Engine) -> Check:
    steps = check_offline()
    while True:
        try:
            next(steps)
        except StopIteration as end:
            report = end.value
            break
    if report.ok:
        wall = ", in a process without any network" if report.walled else ""
        return Check("offline", True, f"no connection was opened or attempted{wall}")
    found = "; ".join((*report.attempts, *report.connections, report.error)).strip("; ")
    return Check("offline", False, found, "Please report this with the text above.")


def _page_images(engine: Engine) -> Check:
    folder = engine.settings["pages.pdftoppm_folder"]
    found = shutil.which("pdftoppm", path=folder or None)
    return Check("page images", True, f"drawn by {'poppler' if found else 'pdfium'}")
