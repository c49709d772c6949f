"""Indexing to the end."""

from pathlib import Path

from app.engine import Engine
from app.index.progress import IndexReport


def run_index(engine: Engine, *roots: Path) -> IndexReport:
    """Index and return the report."""
    report = None
    for step in engine.index(list(roots)):
        report = step.report or report
    assert report is not None
    return report
