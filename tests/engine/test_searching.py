"""Phases, presets, views and reasons, with the real model and the real store."""

from pathlib import Path

import pytest

from app.engine import Engine
from app.errors import UsageError
from app.search.model import MODES, Hit, Query, SearchResult, View
from app.settings import Settings


def names(result: SearchResult) -> list[str]:
    return [Path(hit.path).name for hit in result.hits]


def test_a_search_is_a_row_of_better_lists(reader: Engine) -> None:
    results = list(reader.search(Query("Sonnenuhr im Hof des Museums", limit=3)))
    assert [result.is_last for result in results] == [False, False, True]
    phases = [[phase.name for phase in result.phases] for result in results]
    assert phases == [["words"], ["words", "candidates"], ["words", "candidates", "rescoring"]]
    words, candidates, rescoring = results[-1].phases
    assert words.candidates < candidates.candidates == rescoring.candidates == 14
    assert all(phase.seconds > 0 for phase in results[-1].phases)
    assert all(hit.channels.multi == 0 for hit in results[1].hits)
    assert names(results[-1])[0] == "guide.pdf" and "sundial" in results[-1].hits[0].text
    assert results[-1].seconds.total >= sum(phase.seconds for phase in results[-1].phases)


def test_the_last_list_is_what_find_and_a_batch_give(reader: Engine) -> None:
    query = Query("who repairs the roof")
    *_, last = reader.search(query)
    (batched,) = reader.search_batch([query])
    for other in (reader.find(query), batched):
        assert [(h.passage, h.score) for h in other.hits] == [
            (h.passage, h.score) for h in last.hits
        ]


@pytest.mark.parametrize(
    ("query", "differing"),
    [
        ("E-70", ("meaning", "words")),  # an exact id
        (
            "how much money is kept until the flat is handed over",
            ("meaning", "words"),
        ),  # paraphrase
        ("Wann hat das Uhrenmuseum geöffnet", ("words", "precise")),  # across languages
        (
            "what should I do before I go on when the pump shows an error because the water in the"
            " tank has come to an end",  # a long question
            ("meaning", "precise"),
        ),
    ],
)
def test_each_mode_gives_a_ranking_of_its_own(
    reader: Engine, query: str, differing: tuple[str, str]
) -> None:
    rankings = {
        mode: [hit.passage for hit in reader.find(Query(query, mode=mode, limit=30)).hits]
        for mode in MODES
    }
    assert rankings[differing[0]] != rankings[differing[1]]
    assert len({tuple(ranking) for ranking in rankings.values()}) >= 3


def test_the_modes_find_what_they_are_for(reader: Engine) -> None:
    def first(query: str, mode: str) -> str:
        return names(reader.find(Query(query, mode=mode)))[0]  # type: ignore[arg-type]

    assert first("E-70", "words") == "E-70.txt"
    assert first("broken machine lacks liquid", "meaning") == "error.txt"
    assert first("Wann hat das Uhrenmuseum geöffnet", "precise") == "guide.pdf"
    by_words = names(reader.find(Query("Wann hat das Uhrenmuseum geöffnet", mode="words")))
    assert "guide.pdf" not in by_words


@pytest.mark.parametrize(
    ("query", "preset"),
    [
        ("who repairs the roof of the house", "balanced"),
        ("chi ripara il tetto della casa in primavera", "cross-language"),
        ("E-70", "exact"),
        ('"three months" notice', "exact"),
        ("bicycle", "keywords"),
    ],
)
def test_the_preset_is_chosen_and_named_and_can_be_changed(
    reader: Engine, query: str, preset: str
) -> None:
    result = reader.find(Query(query))
    assert result.preset == preset
    assert reader.find(Query(query, preset="balanced")).weights == reader.model.weights
    changed = reader.find(Query(query, preset="exact"))
    assert (changed.weights == result.weights) == (preset == "exact")
    with pytest.raises(UsageError, match="no preset fancy"):
        reader.find(Query(query, preset="fancy"))


@pytest.mark.parametrize(("letter", "mode"), [("alpha", "meaning"), ("gamma", "precise")])
def test_alpha_beta_and_gamma_decide(reader: Engine, letter: str, mode: str) -> None:
    text = "how much money is kept until the flat is handed over"
    usual = reader.settings
    values = dict(usual.values) | {"search.alpha": 0.0, "search.beta": 0.0, "search.gamma": 0.0}
    try:
        reader.settings = Settings(values | {f"search.{letter}": 1.0})
        result = reader.find(Query(text))
        assert result.preset == "custom"
        alone = reader.find(Query(text, mode=mode))  # type: ignore[arg-type]
        assert [h.passage for h in result.hits] == [h.passage for h in alone.hits]
        reader.settings = Settings(values | {"search.beta": 1.0})
        by_words = reader.find(Query(text))
    finally:
        reader.settings = usual
    assert [h.score for h in by_words.hits] == [h.channels.sparse for h in by_words.hits]
    assert [h.passage for h in by_words.hits] != [h.passage for h in result.hits]


def test_near_duplicates_stand_behind_the_best_unless_a_number_differs(reader: Engine) -> None:
    folded = reader.find(Query("end the lease notice deposit", limit=100))
    unfolded = reader.find(Query("end the lease notice deposit", limit=100, fold=False))
    assert len(unfolded.hits) == len(folded.hits) + 1
    behind = {
        Path(hit.path).name: [Path(place.path).name for place in hit.near_duplicates]
        for hit in folded.hits
    }
    assert behind["lease 2019.txt"] == []
    assert [entry for entry in behind.items() if entry[1]] in (
        [("lease.txt", ["lease old.txt"])],
        [("lease old.txt", ["lease.txt"])],
    )
    assert all(hit.near_duplicates == () for hit in unfolded.hits)


def test_documents_and_pages_are_listed_once_by_their_best_passage(reader: Engine) -> None:
    def ask(view: View) -> tuple[Hit, ...]:
        return reader.find(Query("sundial courtyard", limit=30, view=view)).hits

    guide = [hit.page for hit in ask("passages") if hit.type == "pdf"]
    documents, pages = ask("documents"), ask("pages")
    assert len({hit.document for hit in documents}) == len(documents) == 12
    assert documents[0].page == guide[0]
    assert [place.page for place in documents[0].others] == guide[1:]
    assert [hit.page for hit in pages] == guide


def test_the_list_goes_on_without_gap_or_repetition(reader: Engine) -> None:
    whole = reader.find(Query("water", limit=100))
    assert not whole.more
    parts = [reader.find(Query("water", limit=4, offset=offset)) for offset in range(0, 16, 4)]
    assert [hit.passage for part in parts for hit in part.hits] == [h.passage for h in whole.hits]
    assert [part.more for part in parts] == [True, True, True, False]


def test_facets_count_the_documents_among_the_candidates(reader: Engine, shelf: Path) -> None:
    facets = reader.find(Query("the lease or the roof, the water or the soup")).facets
    assert dict(facets["type"]) == {"txt": 8, "md": 2, "html": 1, "pdf": 1}
    assert dict(facets["language"])["fr"] == 1 and dict(facets["language"])["de"] == 2
    assert dict(facets["folder"])[str(shelf / "pump")] == 4
    assert {"2019": 1, "2021": 1}.items() <= dict(facets["year"]).items()
    narrow = reader.find(Query("lease type:md")).facets
    assert dict(narrow["type"]) == {"md": 2}


@pytest.mark.parametrize(
    ("query", "pair"),
    [("older house sundial", ("house", "house")), ("Sonnenuhr im Hof", ("Sonnenuhr", "sundial"))],
)
def test_why_this_hit(reader: Engine, query: str, pair: tuple[str, str]) -> None:
    result = reader.find(Query(query))
    hit = result.hits[0]
    why = reader.explain(result, hit)
    assert sum(part.points for part in why.parts) == pytest.approx(hit.score) == why.score
    assert [part.mode for part in why.parts] == ["meaning", "words", "precise"]
    assert sum(term.value for term in why.terms) == pytest.approx(hit.channels.sparse, abs=1e-3)
    match = next(match for match in why.matches if match.query_word == pair[0])
    assert match.passage_word == pair[1] and match.similarity > 0.5
    assert hit.text[match.start : match.end] == pair[1]
    ((x0, y0, x1, y1),) = match.boxes
    assert any(a <= x0 <= x1 <= c and b <= y0 <= y1 <= d for a, b, c, d in hit.boxes)
    hottest = max(why.heat, key=lambda heat: heat.similarity)
    assert hit.text[hottest.start : hottest.end] in ("sundial", "courtyard", "house", "older")
    words = {term.word for term in why.terms}
    assert words <= set(query.split()) and ("house" in words) == ("house" in query)


def test_snippets_of_hits_in_another_language_mark_what_means_the_same(reader: Engine) -> None:
    hit = reader.find(Query("Wasser der Pumpe leer")).hits[0]
    assert hit.language == "en"
    assert {hit.snippet[a:b].lower() for a, b in hit.matches} & {"water", "pump", "empty"}


def test_neighbours_and_vocabulary(reader: Engine) -> None:
    hit = reader.find(Query("sundial older than the house")).hits[0]
    before, after = reader.neighbours(hit)
    assert before.startswith("Welcome") and after.startswith("The museum of clocks is open")
    vocabulary = reader.vocabulary()
    assert vocabulary.types == ("html", "md", "pdf", "txt")
    assert {"pump", "notes", "rezepte"} <= set(vocabulary.folders)
    assert set(vocabulary.languages) >= {"en", "de", "fr"}


@pytest.mark.parametrize(
    ("text", "name"), [("roof repaired", "minutes.html"), ("brake pads", "bike.txt")]
)
def test_a_hit_without_pages_has_a_picture_with_its_passage_marked(
    reader: Engine, text: str, name: str
) -> None:
    hit = next(hit for hit in reader.find(Query(text)).hits if hit.path.endswith(name))
    assert hit.page is None and hit.has_picture
    picture = reader.page_picture(hit, 300)
    assert picture.boxes and not picture.is_part
    assert reader.page_image(hit, 300).read_bytes() == picture.png
