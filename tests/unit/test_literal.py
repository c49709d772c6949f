"""What must stand in a text literally."""

import sqlite3

import pytest

from app.index.words import indexed_words
from app.search.literal import Literals, Term, any_of

FOUND = [
    ("three months", "with three\n  months' notice"),
    ("THREE MONTHS", "Three months"),
    ("Kündigungsfrist", "die Kündi-\ngungsfrist beträgt"),
    ("die Kündigungsfrist beträgt", "die Kündi-\n  gungsfrist\nbeträgt"),
    ("Kundigungsfrist", "Kündigungsfrist"),
    ("Hauptstraße 5", "HAUPTSTRASSE 5"),
    ("well-known", "a well-\nknown fact"),
    ("well-known", "a wellknown fact"),
    ("Donau-Dampf", "die Donau-\nDampf-Fahrt"),
    ("E-07", "Error E-07: empty"),
    ("don't", "I don’t know"),
    ("1990-2000", "in 1990–2000 alone"),
    ("3.50 Euro", "kostet 3.50\nEuro."),
    ("世界最高", "是世界\n最高峰"),
    ("ﬁnal", "the final draft"),
    ("C++", "written in C++ and C"),
]
MISSED = [
    ("three months", "three long months"),
    ("art", "a party"),
    ("E-07", "E-071"),
    ("E-07", "E 07 and E07"),
    ("lease", "the leased flat"),
    ("3.50", "13.50"),
    ("months notice", "months. Notice"),
    ("C++", "C and D"),
]


@pytest.mark.parametrize(("phrase", "text"), FOUND)
def test_it_stands_there(phrase: str, text: str) -> None:
    assert Term(phrase, "phrase").is_in(text)


@pytest.mark.parametrize(("phrase", "text"), MISSED)
def test_it_does_not(phrase: str, text: str) -> None:
    assert not Term(phrase, "phrase").is_in(text)


@pytest.mark.parametrize(("phrase", "text"), FOUND)
def test_the_word_index_knows_of_all_that_stand_there(phrase: str, text: str) -> None:
    db = sqlite3.connect(":memory:")
    db.execute(
        "CREATE VIRTUAL TABLE words USING fts5 (text, tokenize='unicode61 remove_diacritics 0')"
    )
    db.execute("INSERT INTO words VALUES (?)", (indexed_words(text),))
    expression = Literals(((Term(phrase, "phrase"),),)).expression()
    assert db.execute("SELECT 1 FROM words WHERE words MATCH ?", (expression,)).fetchone()


def test_spans_are_places_in_the_text_itself() -> None:
    text = "Die STRASSE, ﬂach. Die Kündi-\ngungsfrist"
    found = {p: [text[a:b] for a, b in Term(p).spans(text)] for p in ("straße", "kündigungsfrist")}
    assert found == {"straße": ["STRASSE"], "kündigungsfrist": ["Kündi-\ngungsfrist"]}


def test_the_beginning_of_a_word_marks_the_whole_word() -> None:
    text = "Heizung, Heizkosten und Beheizung"
    assert [text[a:b] for a, b in Term("heiz", "prefix").spans(text)] == ["Heizung", "Heizkosten"]


def test_of_each_group_one_is_enough_and_nothing_excluded_may_stand() -> None:
    literals = Literals(((Term("cat"), Term("dog")), (Term("food"),)), (Term("dry"),))
    assert literals.accept("Dog food") and literals.accept("food for a cat")
    assert not literals.accept("food") and not literals.accept("dry cat food")


def test_expressions_join() -> None:
    assert any_of(['"a"', '"b"'], '"c"') == '("a" OR "b") AND "c"'
    assert any_of(['"a"'], "") == '"a"'
    assert any_of([], '"c"') == '"c"'
