"""Making the catalogue's tables, also anew from those of an earlier version."""

import logging
import sqlite3
from pathlib import Path

from app.errors import StoreError

SCHEMA_VERSION = 5
_KEPT = ("arrivals", "saved_searches", "search_history", "marks")  # what the user said and did
_log = logging.getLogger(__name__)


def prepare(db: sqlite3.Connection, file: Path) -> None:
    """Make the tables that are missing. Raises StoreError for those of a later version.

    Of an earlier version the roots stay, with all that was said about them, the facts about the
    index: model and axes; saved searches with what belongs to them, and the user's marks. The files
    are indexed again, from the embedding cache where it has them. Foreign keys have to be off. One
    transaction: killed in between, the next start does it.
    """
    if not db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        db.executescript(f"BEGIN IMMEDIATE; {_schema()} COMMIT;")
        return
    found = db.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    version = int(found[0]) if found else 0
    if version == SCHEMA_VERSION:
        for statement in _statements(_schema()):  # indexes that came later
            if "CREATE INDEX IF NOT EXISTS" in statement:
                db.execute(statement)
        return
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"The catalogue {file} was made by a later version of the program.",
            "Use that version, or another data folder.",
        )
    _log.warning(
        "The catalogue %s is of an earlier version (%d). It is made anew; the folders are kept and"
        " will be indexed again, from the embedding cache.",
        file,
        version,
    )
    kept = {table: _rows(db, table) for table in ("meta", "roots")}
    # A change of the model that was under way begins again.
    kept["meta"] = [row for row in kept["meta"] if not str(row["key"]).startswith("next_")]
    db.execute("BEGIN IMMEDIATE")
    try:
        for (name,) in db.execute(
            "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
        ).fetchall():
            db.execute(f'DROP TABLE "{name}"')
        for (name,) in db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall():
            if name not in _KEPT:
                db.execute(f'DROP TABLE "{name}"')
        for statement in _statements(_schema()):
            db.execute(statement)
        for table, rows in kept.items():
            _restore(db, table, rows)
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def _schema() -> str:
    text = Path(__file__).with_suffix(".sql").read_text("utf-8")
    return f"{text}\nINSERT INTO meta VALUES ('schema', '{SCHEMA_VERSION}');\n"


def _statements(script: str) -> list[str]:
    """The statements of a script: `executescript` would end the transaction."""
    found, begun = [], ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            found.append(begun)
            begun = ""
    return found


def _rows(db: sqlite3.Connection, table: str) -> list[dict[str, object]]:
    cursor = db.execute(f"SELECT * FROM {table}")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _restore(db: sqlite3.Connection, table: str, rows: list[dict[str, object]]) -> None:
    """Insert rows of an earlier version, without the columns that are no more."""
    columns = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
    for row in rows:
        names = [name for name in row if name in columns]
        marks = ", ".join("?" * len(names))
        db.execute(
            f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES ({marks})",
            [row[name] for name in names],
        )
