"""The query language: what is understood, and that nothing is an error."""

from datetime import date, datetime

import pytest

from app.index.where import Condition
from app.search.completion import Vocabulary, complete
from app.search.dates import parse_period
from app.search.literal import Literals, Term
from app.search.query import Parsed, parse
from app.search.texts import render_line

TODAY = date(2026, 3, 15)


def day(year: int, month: int, day: int) -> float:
    return datetime(year, month, day).timestamp()


def test_plain_words_are_looked_for_as_they_stand() -> None:
    parsed = parse('Wer zahlt das Dach? (2019) 19" e-mail http://x.de/a AT&T C++ - und -- so')
    assert parsed.text == 'Wer zahlt das Dach? 2019 19" e-mail http://x.de/a AT&T C++ - und -- so'
    assert (parsed.literals, parsed.where, parsed.mistakes) == (Literals(), (), ())


@pytest.mark.parametrize(
    ("query", "text", "required", "excluded"),
    [
        ('"drei Monate" Frist', "drei Monate Frist", [[Term("drei Monate", "phrase")]], []),
        ("„drei  Monate“", "drei Monate", [[Term("drei Monate", "phrase")]], []),
        ("lease -draft", "lease", [], [Term("draft")]),
        ('lease -"first draft"', "lease", [], [Term("first draft", "phrase")]),
        ("+E-07 pump", "E-07 pump", [[Term("E-07")]], []),
        ("cat OR dog food", "cat dog food", [[Term("cat"), Term("dog")]], []),
        ("(cat ODER dog | cow)", "cat dog cow", [[Term("cat"), Term("dog"), Term("cow")]], []),
        ('"a b" OR "c d"', "a b c d", [[Term("a b", "phrase"), Term("c d", "phrase")]], []),
        ("heiz* Kosten", "heiz Kosten", [[Term("heiz", "prefix")]], []),
        ("-heiz* Kosten", "Kosten", [], [Term("heiz", "prefix")]),
        ("TERMS OR CONDITIONS", "TERMS OR CONDITIONS", [], []),
        ("قطة OR كلب", "قطة كلب", [[Term("قطة"), Term("كلب")]], []),
        ('"model C"-schools', "model C-schools", [[Term("model C", "phrase")]], []),
        ('lease "three months"?', "lease three months?", [[Term("three months", "phrase")]], []),
        (
            'who +said "just so" there?',
            "who said just so there?",
            [[Term("said")], [Term("just so", "phrase")]],
            [],
        ),
        (
            'who said +"just so" there?',
            "who said just so there?",
            [[Term("just so", "phrase")]],
            [],
        ),
        (
            'rent flat house Kiel "three months"',
            "rent flat house Kiel three months",
            [[Term("three months", "phrase")]],
            [],
        ),
    ],
)
def test_literal_terms(
    query: str, text: str, required: list[list[Term]], excluded: list[Term]
) -> None:
    parsed = parse(query)
    assert parsed.text == text
    assert [list(group) for group in parsed.literals.required] == required
    assert list(parsed.literals.excluded) == excluded


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("Was bedeutet „Plastid“?", "Was bedeutet Plastid?"),
        ('Why are they called "the Methodists?"', "Why are they called the Methodists?"),
        ("Wo gab es „Model C“-Schulen? type:pdf", "Wo gab es Model C-Schulen?"),
        ('the man who said "just so" to his wife', "the man who said just so to his wife"),
    ],
)
def test_a_phrase_within_a_sentence_is_only_preferred(query: str, text: str) -> None:
    parsed = parse(query)
    assert parsed.text == text
    assert not parsed.literals.required and not parsed.literals.excluded
    (phrase,) = parsed.literals.preferred
    told = f"preferably with exactly “{phrase.text}”"
    assert told in [text.render() for text in parsed.understood]


@pytest.mark.parametrize(
    ("query", "conditions"),
    [
        ("type:pdf,Word", [Condition("type", ("pdf", "docx"))]),
        ("typ:pdf typ:txt", [Condition("type", ("pdf", "txt"))]),
        ("-type:.PDF", [Condition("type", ("pdf",), negated=True)]),
        ('in:"My files/2025"', [Condition("folder", ("My files/2025",))]),
        ("ordner:/home/me/", [Condition("folder", ("/home/me/",))]),
        ("name:rechn*2025", [Condition("name", ("rechn*2025",))]),
        ("lang:de", [Condition("language", ("de",))]),
        ("sprache:Englisch", [Condition("language", ("en",))]),
        ("page:3", [Condition("page", ((3, 3),))]),
        ("seite:3-5,9", [Condition("page", ((3, 5), (9, 9)))]),
        ("after:2025", [Condition("after", (day(2025, 1, 1),))]),
        ("before:2025-03", [Condition("before", (day(2025, 3, 1),))]),
        ("seit:1.2.2025 bis:28.2.2025", [
            Condition("after", (day(2025, 2, 1),)), Condition("before", (day(2025, 3, 1),))
        ]),
        ("after:2020 after:2024", [Condition("after", (day(2024, 1, 1),))]),
        ("after:yesterday", [Condition("after", (day(2026, 3, 14),))]),
    ],
)  # fmt: skip
def test_conditions(query: str, conditions: list[Condition]) -> None:
    parsed = parse(f"roof {query}", TODAY)
    assert parsed.text == "roof"
    assert list(parsed.where) == conditions
    assert len(parsed.understood) == 1 + len(conditions)


@pytest.mark.parametrize(
    ("query", "text", "mistake"),
    [
        ('roof "of the', "roof of the", "a quotation mark is not closed and was ignored"),
        ("roof OR", "roof", "OR stands between no two words and was left out"),
        ("roof OR type:pdf", "roof", "OR stands between no two words and was left out"),
        ("roof after:soon", "roof", "“soon” is not a date and was left out"),
        ("roof before:2025-02-31", "roof", "“2025-02-31” is not a date and was left out"),
        ("roof page:two", "roof", "“two” is not a page number and was left out"),
    ],
)
def test_a_mistake_is_told_and_still_a_search(query: str, text: str, mistake: str) -> None:
    parsed = parse(query)
    assert parsed.text == text
    assert [text.render() for text in parsed.mistakes] == [mistake]


@pytest.mark.parametrize(
    "query",
    [
        *('"', "?!", "-", "+", "- -", "OR", "*", "(", ")(", '""', "type:", "in: Berlin", "\0"),
        *("-+x", ":", '+"', '-"', 'type:"', 'type:" "', "“", "a:b:c", "-type:", 'x"y"z', "+-"),
        *("|", "a*b*"),
    ],
)
def test_whatever_is_typed_is_understood_as_something(query: str) -> None:
    parsed = parse(query)
    assert isinstance(parsed, Parsed)
    assert parsed.text or parsed.where or parsed.literals.excluded


def test_what_was_understood_is_one_line_in_words() -> None:
    parsed = parse('deposit "three rents" -draft cat OR dog type:pdf lang:de page:2-4 after:2024')
    assert render_line(parsed.understood) == (
        "looking for “deposit three rents cat dog” · with exactly “three rents” · with one of"
        " “cat”, “dog” · without the word “draft” · only files of type pdf · only texts in German"
        " · only on page 2–4 · changed on 2024-01-01 or later"
    )


def test_the_explanation_can_be_translated_with_its_values() -> None:
    asked = []

    def translate(context: str, text: str) -> str:
        asked.append((context, text))
        return {"German": "Deutsch", "only texts in {0}": "nur Texte auf {0}"}.get(text, text)

    line = render_line(parse("x lang:de").understood, translate)
    assert line.endswith("nur Texte auf Deutsch")
    assert ("Language", "German") in asked and ("Query", "only texts in {0}") in asked


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("2025", (2025, 1, 1), (2026, 1, 1)),
        ("12/2025", (2025, 12, 1), (2026, 1, 1)),
        ("2025-12-31", (2025, 12, 31), (2026, 1, 1)),
        ("31.12.2025", (2025, 12, 31), (2026, 1, 1)),
        ("heute", (2026, 3, 15), (2026, 3, 16)),
        ("2w", (2026, 3, 1), (2026, 3, 2)),
    ],
)
def test_dates(text: str, begin: tuple[int, int, int], end: tuple[int, int, int]) -> None:
    assert parse_period(text, TODAY) == (day(*begin), day(*end))


@pytest.mark.parametrize("text", ["", "0", "13.2025", "9999y", "2025-13", "0000", "morgens"])
def test_no_dates(text: str) -> None:
    assert parse_period(text, TODAY) is None


VOCABULARY = Vocabulary(("docx", "pdf"), ("My papers", "Work"), ("de", "en"))


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("roof ty", ["type:"]),
        ("roof -ty", ["-type:"]),
        ("type:p", ["type:pdf"]),
        ("roof in:", ['in:"My papers"', "in:Work"]),
        ("in:my", ['in:"My papers"']),
        ("lang:", ["lang:de", "lang:en"]),
        ("lang:ger", ["lang:de"]),
        ("sprache:engl", ["sprache:en"]),
        ("roof", []),
    ],
)
def test_completions(typed: str, offered: list[str]) -> None:
    assert [completion.insert for completion in complete(typed, VOCABULARY)] == offered


def test_all_operators_are_offered_where_a_word_may_begin() -> None:
    offered = complete("roof ", VOCABULARY)
    assert len(offered) == 12 and all(one.help and one.help.render() for one in offered)
