"""Saved searches with what is new in them, the history, and both over the life of a catalogue."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from indexing import run_index

from app.engine import Engine
from app.errors import StoreError, UsageError
from app.index.schema import SCHEMA_VERSION
from app.paths import DataDirs
from app.process.client import EngineClient
from app.process.protocol import Method
from app.search.like import Example, Like
from app.search.model import Query
from app.search.query_json import query_from_json, query_to_json
from app.settings import Settings, load_settings

LEASE = Query("when may the tenant end the lease", mode="smart", types=("txt",))


def test_every_query_comes_back_as_it_was() -> None:
    like = Like((Example(("a",), name="x"), Example(documents=("d",), part=3)), (Example(),))
    for query in (
        LEASE,
        Query("", like=like, view="documents", after=3.5, fold=False, preset="exact"),
    ):
        assert query_from_json(query_to_json(query)) == query
    assert query_from_json('{"text": "a", "unheard_of": 1}') == Query("a")


def test_new_is_what_came_or_changed_and_is_about_it(engine: Engine, library: Path) -> None:
    run_index(engine, library)
    engine.saved.add("Lease", LEASE)
    engine.saved.add("letters", Query("type:html"))
    engine.saved.add("gone", Query('"no such words"'))

    def new() -> list[int]:
        return [engine.saved.count_new(name) for name in ("Lease", "letters", "gone")]

    assert new() == [0, 0, 0] and {one.new for one in engine.saved.all()} == {0}
    (library / "notes" / "fish.txt").write_text("Carp and tench are kept in the pond.")
    run_index(engine, library)
    assert {one.new for one in engine.saved.all()} == {None} and new() == [0, 0, 0]
    (library / "flat.txt").write_text("The tenant may end the lease of the flat with two months.")
    (library / "letter.html").write_text("<p>Dear Ann, the roof is done.</p>")
    run_index(engine, library)
    assert new() == [1, 1, 0]
    engine.saved.look("Lease")
    assert new() == [0, 1, 0]
    (library / "flat.txt").rename(library / "flat 2.txt")  # moved
    (library / "copy.txt").write_bytes((library / "lease.txt").read_bytes())
    run_index(engine, library)
    assert new() == [0, 1, 0]
    (library / "flat 2.txt").write_text("The tenant may end the lease of the flat with a month.")
    run_index(engine, library)
    assert new() == [1, 1, 0]
    text = (library / "letter.html").read_bytes()
    engine.saved.look("letters")
    (library / "letter.html").unlink()
    run_index(engine, library)
    (library / "letter.html").write_bytes(text)  # and back again
    run_index(engine, library)
    assert new() == [1, 0, 0]


def test_names_are_checked(engine: Engine) -> None:
    engine.saved.add("  my   lease ", LEASE)
    assert [one.name for one in engine.saved.all()] == ["my lease"]
    engine.saved.add("other", Query("a", offset=20))
    assert engine.saved.query("other") == Query("a")
    for act, message in (
        (lambda: engine.saved.add("my lease", LEASE), "already"),
        (lambda: engine.saved.add(" ", LEASE), "cannot be called"),
        (lambda: engine.saved.add("x" * 201, LEASE), "cannot be called"),
        (lambda: engine.saved.add("empty", Query(" ")), "empty"),
        (lambda: engine.saved.rename("other", "my lease"), "already"),
        (lambda: engine.saved.rename("none", "x"), "no saved search"),
        (lambda: engine.saved.look("none"), "no saved search"),
        (lambda: engine.saved.remove("none"), "no saved search"),
        (lambda: engine.saved.count_new("none"), "no saved search"),
    ):
        with pytest.raises(UsageError, match=message):
            act()
    engine.saved.rename("other", "another")
    engine.saved.remove("my lease")
    assert [one.name for one in engine.saved.all()] == ["another"]


def test_the_history_is_short_clean_and_optional(dirs: DataDirs) -> None:
    values = dict(load_settings(dirs.settings, {}).values)

    def history(most: int, *texts: str) -> list[str]:
        engine = Engine(dirs, Settings(values | {"search.history": most}))
        for text in texts:
            engine.history.remember(Query(text, offset=30))
        found = [past.query for past in engine.history.all()]
        assert all(query.offset == 0 for query in found)
        engine.close()
        return [query.text for query in found]

    assert history(3, "a", "b", "a", " ", "\udce4", "c", "d") == ["d", "c", "a"]
    assert history(0, "secret") == []
    assert history(3) == ["d", "c", "a"]  # nothing was noted meanwhile
    engine = Engine(dirs)
    engine.history.clear()
    assert engine.history.all() == []
    engine.close()


def test_a_locked_catalogue_is_a_sentence_and_no_search_fails(engine: Engine) -> None:
    engine._catalogue._db.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(engine.dirs.catalogue, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="locked"):
        engine.saved.add("Lease", LEASE)
    engine.history.remember(LEASE)
    other.execute("ROLLBACK")
    other.close()
    assert engine.saved.all() == engine.history.all() == []


def test_they_outlive_a_catalogue_of_another_version(dirs: DataDirs, library: Path) -> None:
    engine = Engine(dirs)
    run_index(engine, library)
    engine.saved.add("Lease", LEASE)
    engine.history.remember(LEASE)
    engine.close()
    db = sqlite3.connect(dirs.catalogue)
    db.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (SCHEMA_VERSION - 1,))
    db.commit()
    db.close()
    engine = Engine(dirs)
    assert engine.totals().documents == 0
    run_index(engine, library)
    assert engine.saved.query("Lease") == LEASE and engine.saved.count_new("Lease") == 0
    assert [past.query for past in engine.history.all()] == [LEASE]
    engine.close()
    db = sqlite3.connect(dirs.catalogue)  # as a version without saved searches left it
    db.executescript(
        "DROP TRIGGER note_arrival; DROP TABLE arrivals; DROP TABLE saved_searches;"
        " DROP TABLE search_history"
    )
    db.close()
    engine = Engine(dirs)
    assert engine.totals().documents == 5
    engine.saved.add("Lease", LEASE)
    assert engine.saved.count_new("Lease") == 0
    (library / "flat.txt").write_text("The tenant may end the lease of the flat with two months.")
    run_index(engine, library)
    assert engine.saved.count_new("Lease") == 1
    engine.close()


def test_the_window_s_calls(dirs: DataDirs, library: Path, tmp_path: Path) -> None:
    client = EngineClient(dirs)
    client.start()

    def answer(method: Method, **arguments: Any) -> Any:
        number = client.call(method, **arguments)
        while (reply := client.receive()) is not None:
            if reply.number == number and reply.kind in ("result", "error"):
                return reply.value
        raise AssertionError("the engine process ended")

    try:
        answer("index", roots=[library])
        answer("save_search", name="Lease", query=LEASE)
        assert isinstance(answer("save_search", name="Lease", query=LEASE), UsageError)
        answer("rename_saved", name="Lease", new="Flat")
        (saved,) = answer("saved_searches")
        assert (saved.name, saved.query, saved.new) == ("Flat", LEASE, 0)
        assert answer("count_new", name="Flat") == 0
        assert answer("look_at_saved", name="Flat") is None
        answer("remember_search", query=LEASE)
        assert [past.query for past in answer("search_history")] == [LEASE]
        answer("clear_history")
        answer("remove_saved", name="Flat")
        assert answer("search_history") == answer("saved_searches") == []
        example = answer("read_example", path=library / "Suppe.txt")
        assert isinstance(example, Example) and example.documents
        result = answer("search", query=Query("", like=Like((example,))))
        assert result.hits and result.is_last
        file = tmp_path / "found.csv"
        assert answer("export", result=result, file=file) == len(result.hits)
        assert isinstance(answer("export", result=result, file=file), UsageError)
        assert answer("export", result=result, file=file, overwrite=True)
    finally:
        client.close()
