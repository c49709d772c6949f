"""Conditions and literal terms hold exactly, and lose nothing."""

import itertools
from pathlib import Path

import pytest
from indexing import run_index

from app.engine import Engine
from app.search.model import LISTED, LOOSENED, MODES, Query


def names(engine: Engine, text: str, **options: object) -> list[str]:
    hits = engine.find(Query(text, limit=100, fold=False, **options)).hits  # type: ignore[arg-type]
    return [Path(hit.path).name for hit in hits]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"three months"', {"lease.txt", "lease old.txt"}),
        ('-when "three months" OR "2 months"', {"lease.txt", "lease 2019.txt"}),
        ("+Kündigungsfrist", {"Dach.txt"}),
        ("E-07 +means -tank -nothing", set()),
        ("Kürbis*", {"Suppe.txt"}),
        ('"E-07"', {"manual.md"}),
        ("lang:fr ouvre", {"Bibliothèque.md"}),
        ("sundial page:2-3", {"guide.pdf"}),
        ('name:"copy of" bicycle', {"copy of bike.txt"}),
        ("in:notes before:2022 bicycle", {"bike.txt"}),
        ("roof type:html", {"minutes.html"}),
        ("ordner:Rezepte -lang:fr Suppe", {"Suppe.txt"}),
    ],
)
def test_conditions_hold_in_every_mode(
    reader: Engine, mode: str, query: str, expected: set[str]
) -> None:
    assert set(names(reader, query, mode=mode)) == expected


def test_a_condition_is_about_one_copy_not_about_all_together(reader: Engine) -> None:
    assert names(reader, "bicycle name:bike in:pump after:2022") == ["copy of bike.txt"]
    assert names(reader, "bicycle name:bike in:notes before:2022") == ["bike.txt"]
    assert names(reader, "bicycle name:bike in:pump before:2022") == []


def test_exclusions_hold_for_every_hit(reader: Engine) -> None:
    hits = reader.find(Query("water pump -empty -type:pdf -in:notes", limit=100)).hits
    assert len(hits) > 5
    for hit in hits:
        assert "empty" not in hit.text and hit.type != "pdf" and "notes" not in hit.path


def test_conditions_of_the_command_line_and_of_the_text_hold_together(
    reader: Engine, shelf: Path
) -> None:
    assert names(reader, "water type:md", folder=str(shelf / "pump")) == ["manual.md"]
    assert names(reader, "water type:md", types=("txt",)) == []


def test_conditions_alone_list_files(reader: Engine) -> None:
    result = reader.find(Query("type:md"))
    assert result.note == LISTED
    assert [Path(hit.path).name for hit in result.hits] == ["manual.md", "Bibliothèque.md"]
    assert len(set(names(reader, "-lease"))) == 9


@pytest.mark.parametrize(
    ("query", "marked"),
    [('"with three months"', "with three months"), ("+Kündigungsfrist", "Kündi- gungsfrist")],
)
def test_phrases_are_marked_in_the_snippet(reader: Engine, query: str, marked: str) -> None:
    for hit in reader.find(Query(query)).hits:
        assert marked in [hit.snippet[start:end] for start, end in hit.matches]


def test_a_phrase_within_a_question_is_preferred_and_hides_nothing(reader: Engine) -> None:
    question = "How much notice does the tenant have to give: {}2 months{} or more?"
    result = reader.find(Query(question.format('"', '"'), fold=False, limit=30))
    plain = reader.find(Query(question.format("", ""), fold=False, limit=30))
    assert {hit.passage for hit in result.hits} == {hit.passage for hit in plain.hits}
    assert Path(result.hits[0].path).name == "lease 2019.txt"
    first = {hit.passage: hit for hit in plain.hits}[result.hits[0].passage]
    assert result.hits[0].channels.sparse > first.channels.sparse
    for hit in result.hits:
        why = reader.explain(result, hit)
        assert sum(term.value for term in why.terms) == pytest.approx(hit.channels.sparse, abs=0.01)
        assert ("“2 months”" in [term.word for term in why.terms]) == ("2 months" in hit.text)
    assert names(reader, question.format('+"', '"')) == ["lease 2019.txt"]


def test_a_narrow_condition_finds_what_is_far_down_the_list(engine: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    (folder / "few").mkdir(parents=True)
    for number in range(240):
        (folder / f"{number:03}.txt").write_text(f"The boiler number {number} heats the house.")
    for number in range(3):
        (folder / "few" / f"{number}.txt").write_text(f"Bread number {number} is baked with rye.")
    run_index(engine, folder)
    for mode, text in itertools.product(("smart", "meaning"), ("in:few", "rye*", "-boiler")):
        assert len(names(engine, f"boiler heats house {text}", mode=mode)) == 3, (mode, text)


def test_a_phrase_that_stands_nowhere_is_only_said_to_be_loosened_when_something_comes_close(
    reader: Engine,
) -> None:
    close = reader.find(Query('"water empty tank"'))
    assert close.hits and close.note == LOOSENED
    nothing = reader.find(Query('"water empty tank" type:odt'))
    assert not nothing.hits and not nothing.note
