"""Measures of search, and when other weights are suggested."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from app.documents.place import Place
from app.embedding.folder import ChannelWeights
from app.errors import UsageError
from app.index.mark_table import Mark
from app.search.evaluation import (
    Question,
    bootstrap,
    evaluate,
    marked_questions,
    ndcg,
    read_questions,
    suggest,
)
from app.search.model import ChannelScores, Hit, Query, SearchResult, Seconds


def _hit(path: str, page: int | None = None, *, dense: float = 0.0, sparse: float = 0.0) -> Hit:
    return Hit(
        path, (), "txt", "", "", page, 0, Place(), path, "", path, dense,
        ChannelScores(dense, sparse, 0.0), "", "", (), "", 0, 0, (),
    )  # fmt: skip


def _result(*hits: Hit) -> SearchResult:
    seconds = Seconds(0.0, 0.0, 0.0, 0.0, 0.0)
    return SearchResult(Query("q"), hits, ChannelWeights(1.0, 0.0, 0.0), len(hits), seconds)


def test_ndcg_as_computed_by_hand() -> None:
    # Grades 0, 3, 1 against the ideal 3, 1: (7 / log2 3 + 1 / log2 4) / (7 + 1 / log2 3)
    assert ndcg(["x", "a", "b"], {"a": 3, "b": 1}) == pytest.approx(4.916508 / 7.630930, abs=1e-6)
    assert ndcg(["x"] * 1 + [f"y{i}" for i in range(9)] + ["a"], {"a": 1}) == 0.0


def test_measures_count_each_file_or_page_once() -> None:
    def search(queries: Sequence[Query]) -> Iterator[SearchResult]:
        for query in queries:
            name = "/b/two.pdf" if query.text == "second" else "/b/one.pdf"
            yield _result(_hit("/b/x.pdf", 1), _hit("/b/x.pdf", 1), _hit(name, 7))

    questions = [
        Question("first", {"one.pdf": 1, "none.pdf": 1}),
        Question("second", {"two.pdf#7": 1}, by_page=True),
        Question("only wrong", {"two.pdf": 0}),
    ]
    found = evaluate(search, questions)
    assert found.queries == 2 and found.suggestion is None
    assert found.modes["smart"]["recall10"].mean == pytest.approx((0.5 + 1) / 2)
    assert found.modes["words"]["mrr10"].mean == pytest.approx(0.5)
    with pytest.raises(UsageError, match="no question with a right answer"):
        evaluate(search, questions[2:])


def test_the_interval_is_seeded_and_holds_the_mean() -> None:
    values = np.random.default_rng(1).random(100)
    found = bootstrap(values)
    assert found == bootstrap(values)
    assert found.low < found.mean < found.high
    # The normal approximation of the same interval
    assert found.high - found.low == pytest.approx(2 * 1.96 * values.std() / 10, rel=0.1)


def test_weights_are_suggested_only_where_the_gain_is_sure() -> None:
    by_words = _result(_hit("/wrong", dense=0.9), _hit("/right", dense=0.8, sparse=0.9))
    by_meaning = _result(_hit("/right", dense=0.9), _hit("/wrong", dense=0.8, sparse=0.9))
    question = Question("q", {"/right": 1}, by_path=True)
    found = suggest([by_words] * 30, [question] * 30)
    assert found is not None and found.weights.sparse > 0 and found.gain.low > 0
    assert suggest([by_meaning] * 30, [question] * 30) is None  # as good as can be already
    assert suggest([by_words] * 19, [question] * 19) is None  # too few to tell
    balanced = [by_words, by_meaning] * 15
    assert suggest(balanced, [question] * 30) is None  # what helps one half harms the other


def test_questions_come_from_files_and_from_marks(tmp_path: Path) -> None:
    file = tmp_path / "queries.jsonl"
    lines = [{"id": "1", "query": "one", "relevant": {"a.pdf#2": 1}}]
    file.write_text("\n".join(map(json.dumps, lines)) + "\n\n", "utf-8")
    assert read_questions(file) == [Question("one", {"a.pdf#2": 1}, by_page=True)]
    file.write_text('{"query": "one"}\n', "utf-8")
    with pytest.raises(UsageError, match="Line 1 of"):
        read_questions(file)
    marks = [Mark("q", "/a", None, True), Mark("q", "/b", 3, False), Mark("r", "/b", 3, True)]
    assert marked_questions(marks) == [
        Question("q", {"/a": 1, "/b": 0}, by_path=True),
        Question("r", {"/b#3": 1}, by_path=True, by_page=True),
    ]
