"""Words in the catalogue: common ones, counting, and what indexing changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.documents.model import Block, Document, Page
from app.documents.place import Place
from app.index.catalogue import Catalogue
from app.index.passages import Passage
from app.index.records import Entry, FileStamp, NewDocument
from app.index.where import Condition
from app.resilience import Limits


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    catalogue = Catalogue(tmp_path / "catalogue.sqlite", Limits(0, 0.0, 1, 0.0))
    yield catalogue
    catalogue.close()


def _add(catalogue: Catalogue, *texts: str) -> None:
    start = catalogue.totals().passages
    for number, text in enumerate(texts, start):
        passage = Passage(f"id {number}", 0, Place(), 0, len(text), "", text, text)
        page = Page(None, text, (Block(0, len(text)),))
        document = NewDocument(f"{number}", Document("txt", "", (page,)), (passage,), {7: 1})
        stamp = FileStamp(f"/{number}.txt", "txt", 1, 1)
        catalogue.commit([document], [Entry(stamp, f"{number}")], 1)


def _found(catalogue: Catalogue, query: str, limit: int = 100) -> list[str]:
    words, ranked = catalogue.lookup.word_expression(query)
    if not words:
        return []
    found = catalogue.lookup.entries.match_words(words, (), limit, ranked=ranked)
    return [id_ for id_, _ in found]


def test_common_words_tell_nothing_beside_others(catalogue: Catalogue) -> None:
    _add(catalogue, *(f"the pump {n}" for n in range(30)), "the roof leaks")
    assert _found(catalogue, "the roof") == ["id 30"]
    assert catalogue.lookup.telling_words("the roof") == ["roof"]


def test_a_query_of_common_words_only_still_finds(catalogue: Catalogue) -> None:
    _add(catalogue, *(f"the pump {n}" for n in range(30)), "the roof leaks")
    found = _found(catalogue, "the pump", 5)
    assert len(found) == 5
    assert "id 30" not in _found(catalogue, "the pump")
    assert _found(catalogue, "?!") == []


def test_the_count_follows_what_is_written(catalogue: Catalogue) -> None:
    _add(catalogue, *(f"pump {n}" for n in range(19)))
    assert catalogue.lookup.telling_words("pump oil") == ["pump", "oil"]  # too few to tell
    before = catalogue.lookup.idf([7])[0]
    _add(catalogue, "pump oil")
    assert catalogue.lookup.telling_words("pump oil") == ["oil"]
    assert catalogue.lookup.idf([7])[0] != before


@pytest.mark.parametrize(
    "condition",
    [Condition("folder", ("/a",)), Condition("language", ("en",)), Condition("page", ((1, 2),))],
)
def test_words_are_asked_for_once_under_a_condition(
    catalogue: Catalogue, condition: Condition
) -> None:
    _add(catalogue, *(f"pump {n}" for n in range(30)))
    db = catalogue.lookup.entries._db
    asked: list[str] = []
    db.set_trace_callback(asked.append)
    catalogue.lookup.entries.match_words('"pump"', (condition,), 10)
    db.set_trace_callback(None)
    plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {asked[0]}")]
    # "=" would stand before M if each row that meets the condition were looked up in the index.
    assert any("words VIRTUAL TABLE INDEX 0:M" in step for step in plan), plan
