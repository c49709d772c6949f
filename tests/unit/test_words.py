"""Folding words for the full-text index."""

import sqlite3

import pytest

from app.index.words import indexed_words, match_any, query_words, word_spans


def _finds(text: str, query: str) -> bool:
    db = sqlite3.connect(":memory:")
    db.execute(
        "CREATE VIRTUAL TABLE words USING fts5 (text, tokenize='unicode61 remove_diacritics 0')"
    )
    db.execute("INSERT INTO words VALUES (?)", (indexed_words(text),))
    expression = match_any(query_words(query))
    return bool(db.execute("SELECT 1 FROM words WHERE words MATCH ?", (expression,)).fetchone())


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Die Käsespätzle", "kasespatzle"),
        ("Café crème", "CAFÉ"),
        ("Kündigung nach § 573c BGB", "573c"),
        ("Hauptstraße 5", "HAUPTSTRASSE"),
        ("한국어 문서", "문서"),
        ("珠穆朗玛峰是世界最高峰", "高峰"),
        ("Ｆｕｌｌ width", "full"),
        ('He said "NEAR" and (OR)', 'near" OR ('),
        ("Ελληνικά κείμενα", "ελληνικα"),
    ],
)
def test_a_query_finds_its_word(text: str, query: str) -> None:
    assert _finds(text, query)


def test_other_words_are_not_found() -> None:
    assert not _finds("Die Käsespätzle", "Kartoffel")


def test_punctuation_alone_asks_for_nothing() -> None:
    assert query_words('"?!" -- (*)') == []


def test_spans_point_at_the_words() -> None:
    text = "Über 世界-Reise, 2x"
    assert [text[start:end] for start, end in word_spans(text)] == [
        "Über",
        "世",
        "界",
        "Reise",
        "2x",
    ]
