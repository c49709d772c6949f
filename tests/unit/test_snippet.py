"""Snippets and the marks in them."""

import numpy as np

from app.embedding.model import Embeddings
from app.search.snippet import LONGEST, make_snippet, strengths_of
from app.search.token_match import QueryTokens, TokenMatch

TEXT = (
    "The house was built in 1911. It has four floors and a garden. "
    "The roof was repaired by Brandt in 2019 and is under guarantee. Visitors ring twice."
)


def test_the_sentence_with_the_words_comes_first() -> None:
    snippet, matches = make_snippet(TEXT, ["roof", "guarantee"])
    assert snippet.startswith("The roof was repaired")
    assert [snippet[start:end] for start, end in matches] == ["roof", "guarantee"]


def test_inflected_words_are_marked() -> None:
    snippet, matches = make_snippet("Er hat die Verträge gekündigt.", ["vertrage", "kundigung"])
    assert [snippet[start:end] for start, end in matches] == ["Verträge"]
    snippet, matches = make_snippet("She repaired it.", ["repairs"])
    assert [snippet[start:end] for start, end in matches] == ["repaired"]


def test_without_a_match_it_starts_at_the_beginning() -> None:
    snippet, matches = make_snippet(TEXT, ["zebra"])
    assert snippet.startswith("The house") and matches == ()


def test_a_long_sentence_is_cut_around_the_match() -> None:
    text = "lorem " * 200 + "needle " + "ipsum " * 200
    snippet, matches = make_snippet(text.strip(), ["needle"])
    assert [snippet[start:end] for start, end in matches] == ["needle"]
    assert len(snippet) <= LONGEST + 4
    assert snippet.startswith("… ") and snippet.endswith(" …")


def test_line_breaks_do_not_reach_the_snippet() -> None:
    snippet, matches = make_snippet("one\n\ntwo \tthree", ["three"])
    assert snippet == "one two three" and matches == ((8, 13),)


def test_empty_text_gives_an_empty_snippet() -> None:
    assert make_snippet("", ["x"]) == ("", ())


def test_a_phrase_decides_and_is_marked_as_a_whole() -> None:
    phrase = (TEXT.index("ring twice"), TEXT.index("ring twice") + len("ring twice"))
    snippet, matches = make_snippet(TEXT, ["roof", "guarantee", "brandt"], [phrase])
    assert snippet == "Visitors ring twice."
    assert [snippet[start:end] for start, end in matches] == ["ring twice"]


def test_a_phrase_across_a_line_break_is_marked_in_the_flat_text() -> None:
    text = "It was agreed\n  upon in spring."
    snippet, matches = make_snippet(text, [], [(7, 20)])
    assert [snippet[start:end] for start, end in matches] == ["agreed upon"]


def test_without_shared_words_meaning_decides() -> None:
    near = (TEXT.index("repaired"), TEXT.index("repaired") + len("repaired"))
    scores = [0.1, 0.9, 0.3]
    snippet, matches = make_snippet(TEXT, ["dach"], (), lambda sentences: (scores, [near]))
    assert snippet.startswith("The roof was repaired")
    assert [snippet[start:end] for start, end in matches] == ["repaired"]


def test_where_words_decide_meaning_is_not_asked() -> None:
    def asked(_: object) -> None:
        raise AssertionError

    snippet, _ = make_snippet(TEXT, ["visitors", "ring"], (), asked)
    assert snippet.startswith("Visitors")


def test_words_match_by_themselves_or_by_their_stem() -> None:
    found = strengths_of(
        {"Visitor", "VISITORS", "visibility", "vision", "Straße", "ring"}, ["visitors", "strasse"]
    )
    assert found == {"VISITORS": 1.0, "Visitor": 0.7, "Straße": 1.0}


def test_numbers_mean_no_word() -> None:
    """Of a query with two words and a number only what are words on both sides is marked."""
    query, text = "off rent 12", "450,00 lease 13"
    spans = ((0, 3), (4, 6), (7, 12), (13, 15))  # of the passage's tokens, one for each word
    near = np.array([[0.1, 0.9, 0.2, 0.1], [0.1, 0.2, 0.8, 0.1], [0.3, 0.1, 0.2, 0.9]], np.float32)
    nothing = np.empty(0, np.float32)
    passage = Embeddings(nothing, nothing.astype(np.uint32), nothing, np.empty((4, 0), np.float16))
    tokens = QueryTokens(query, np.empty((3, 0), np.float32), ((0, 3), (4, 8), (9, 11)))
    match = TokenMatch(tokens, passage, near, spans)
    assert [text[a:b] for _, (a, b), _ in match.pairs(text)] == ["00", "lease", "13"]
    assert [text[a:b] for a, b in match.same_words(text, 0.7)] == ["lease"]


def test_what_matched_is_in_the_part_that_a_narrow_list_shows() -> None:
    log = "Car log, green estate\n2025-02-11 winter service, oil 5W-30, 214 euros, Kranz garage\n"
    log += "2025-05-03 summer tyres on, front left brake disc worn, replace before autumn\n"
    log += "2025-08-22 air conditioning smells, new cabin filter, smell gone"
    snippet, matches = make_snippet(log, ["brake", "disc"])
    assert snippet.startswith("… 2025-05-03 summer tyres")
    assert [snippet[start:end] for start, end in matches] == ["brake", "disc"]
    snippet, matches = make_snippet("lorem ipsum dolor sit amet " * 8 + "brake", ["brake"])
    assert snippet.startswith("… ") and matches[0][1] < 110
