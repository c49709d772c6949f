"""The catalogue's writes while another program holds its database."""

import sqlite3
from pathlib import Path

import pytest

from app.errors import StoreError
from app.index.catalogue import Catalogue
from app.index.mark_table import Mark
from app.index.where import Condition
from app.resilience import Limits

LIMITS = Limits(retries=0, delay=0.0, threshold=9, cool_down=0.0)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "catalogue.sqlite"


def opened(file: Path, limits: Limits) -> Catalogue:
    catalogue = Catalogue(file, limits)
    catalogue._db.execute("PRAGMA busy_timeout = 1")  # milliseconds
    return catalogue


def test_a_busy_database_is_waited_for(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = opened(file, Limits(retries=3, delay=0.0, threshold=9, cool_down=0.0))
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    waits: list[float] = []

    def release(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            other.execute("ROLLBACK")

    monkeypatch.setattr(catalogue.guard, "_sleep", release)
    catalogue.begin_work(iter(["a", "b"]))
    assert sorted(catalogue.work()) == ["a", "b"]
    state = catalogue.guard.state()
    assert (state.attempts, state.retries, state.failures) == (3, 2, 2)
    assert "locked" in state.last_error
    other.close()
    catalogue.close()


def test_a_database_that_stays_busy_opens_the_breaker(file: Path) -> None:
    catalogue = opened(file, Limits(retries=1, delay=0.0, threshold=2, cool_down=60.0))
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        catalogue.clear()
    with pytest.raises(StoreError, match="not tried for another 60 s"):
        catalogue.clear()
    other.execute("ROLLBACK")
    other.close()
    catalogue.close()


_OLD = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE roots (path TEXT PRIMARY KEY, added REAL NOT NULL, colour TEXT) WITHOUT ROWID;
CREATE TABLE documents (hash TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE files (path TEXT PRIMARY KEY, document TEXT REFERENCES documents (hash));
CREATE VIRTUAL TABLE words USING fts5 (text);
CREATE VIRTUAL TABLE words_vocabulary USING fts5vocab (words, row);
INSERT INTO meta VALUES ('schema', '1'), ('model', 'abc'), ('next_model', 'def');
INSERT INTO roots VALUES ('/home/ann/papers', 5.0, 'green');
INSERT INTO documents VALUES ('h');
INSERT INTO files VALUES ('/home/ann/papers/a.txt', 'h');
INSERT INTO words VALUES ('some words');
"""


def test_an_older_catalogue_is_made_anew_and_keeps_its_folders(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    db = sqlite3.connect(file)
    db.executescript(_OLD)
    db.close()
    for _ in range(2):
        catalogue = Catalogue(file, LIMITS)
        assert [root.path for root in catalogue.roots.all()] == ["/home/ann/papers"]
        assert (catalogue.meta("model"), catalogue.meta("next_model")) == ("abc", None)
        assert catalogue.totals().files_seen == 0
        catalogue.close()
    assert [record.message for record in caplog.records if "earlier version" in record.message]
    assert len(caplog.records) == 1


def test_a_catalogue_of_the_future_is_left_alone(file: Path) -> None:
    catalogue = Catalogue(file, LIMITS)
    catalogue.set_meta("schema", "1000")
    catalogue.close()
    before = file.read_bytes()
    with pytest.raises(StoreError, match="later version"):
        Catalogue(file, LIMITS)
    assert file.read_bytes() == before


def test_indexes_that_came_later_are_made(file: Path) -> None:
    Catalogue(file, LIMITS).close()
    db = sqlite3.connect(file)
    db.executescript("DROP INDEX documents_by_type; DROP INDEX pages_by_number;")
    db.close()
    catalogue = Catalogue(file, LIMITS)
    assert catalogue.lookup.entries.of(["nothing"]) == {}
    assert catalogue.lookup.entries.ids((Condition("page", ((1, 2),)),), "", 5) == []
    catalogue.close()


def test_marks_outlive_an_earlier_version(file: Path) -> None:
    catalogue = Catalogue(file, LIMITS)
    catalogue.marks.put(Mark("roof", "/a.pdf", 3, False))
    catalogue.marks.put(Mark("roof", "/a.pdf", 3, True))
    catalogue.marks.put(Mark("roof", "/b.txt", None, False))
    catalogue.marks.put(Mark("roof", "/c.txt", None, True))
    catalogue.marks.remove("roof", "/c.txt", None)
    catalogue.set_meta("schema", "3")
    catalogue.close()
    catalogue = Catalogue(file, LIMITS)
    assert catalogue.marks.all() == [
        Mark("roof", "/a.pdf", 3, True),
        Mark("roof", "/b.txt", None, False),
    ]
    catalogue.close()
