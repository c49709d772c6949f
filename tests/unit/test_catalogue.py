"""The catalogue's writes while another program holds its database."""

import sqlite3
from pathlib import Path

import pytest

from app.errors import StoreError
from app.index.catalogue import Catalogue
from app.resilience import Limits


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
