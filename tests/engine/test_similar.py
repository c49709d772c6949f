"""Searching by example: passages, pages, documents, files, and likes with dislikes."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from app.engine import Engine
from app.errors import UnreadableFile, UsageError
from app.search.like import Example, Like
from app.search.model import MODES, Hit, Query, SearchResult


def like(*liked: Example, unlike: tuple[Example, ...] = ()) -> Like:
    return Like(liked, unlike)


def first(engine: Engine, text: str) -> Hit:
    return engine.find(Query(text, fold=False)).hits[0]


def names(result: SearchResult) -> list[str]:
    return [Path(hit.path).name for hit in result.hits]


@pytest.mark.parametrize("mode", MODES)
def test_like_a_passage_without_itself_from_stored_vectors(reader: Engine, mode: str) -> None:
    hit = first(reader, "tenant lease deposit name:2019")
    before = reader.spaces.active().service.embedded
    reader.unload_model()
    query = Query("", mode=mode, like=like(Example((hit.passage,))), fold=False)  # type: ignore[arg-type]
    result = reader.find(query)
    assert set(names(result)[:2]) == {"lease.txt", "lease old.txt"}
    assert hit.passage not in {found.passage for found in result.hits}
    assert not reader.is_model_loaded and reader.spaces.active().service.embedded == before
    for found in result.hits:
        weights, channels = result.weights, found.channels
        assert found.score == pytest.approx(
            weights.dense * channels.dense
            + weights.sparse * channels.sparse
            + weights.multi * channels.multi
        )


def test_like_a_page_and_like_a_document(reader: Engine) -> None:
    page = first(reader, "sundial courtyard older type:pdf")
    assert page.page == 2
    query = Query("type:pdf", like=like(Example(documents=(page.document,), part=page.part)))
    assert [hit.page for hit in reader.find(query).hits] == [3, 1]
    whole = Query("", like=like(Example(documents=(page.document,))), limit=50)
    found = reader.find(whole)
    assert found.hits and "guide.pdf" not in names(found)


def test_conditions_and_the_length_of_the_list_hold(reader: Engine) -> None:
    hit = first(reader, "tenant lease deposit name:2019")
    examples = like(Example((hit.passage,)))
    assert set(names(reader.find(Query("type:md", like=examples)))) == {
        "manual.md",
        "Bibliothèque.md",
    }
    every = reader.find(Query("", like=examples, limit=50, fold=False)).hits
    parts = [
        reader.find(Query("", like=examples, limit=3, offset=offset, fold=False))
        for offset in range(0, len(every), 3)
    ]
    listed = [found.passage for part in parts for found in part.hits]
    assert listed == [found.passage for found in every] and not parts[-1].more


@pytest.mark.parametrize("mode", MODES)
def test_more_like_these_less_like_those(reader: Engine, mode: str) -> None:
    pump, lease = first(reader, "name:manual water tank"), first(reader, "name:2019 tenant lease")
    old = first(reader, 'name:"lease old" tenant')

    def scores(*unlike: Hit) -> dict[str, float]:
        examples = Like(
            (Example((pump.passage,)), Example((lease.passage,))),
            tuple(Example((hit.passage,)) for hit in unlike),
        )
        query = Query("", mode=mode, like=examples, limit=50, fold=False)  # type: ignore[arg-type]
        return {Path(hit.path).name: hit.score for hit in reader.find(query).hits}

    plain, less = scores(), scores(old)
    assert {"lease.txt", "error.txt"} <= set(list(plain)[:4])
    assert "lease old.txt" in plain and "lease old.txt" not in less
    assert less["lease.txt"] - less["error.txt"] < plain["lease.txt"] - plain["error.txt"] - 0.03


def test_what_they_are_also_about_counts_more(reader: Engine) -> None:
    pump = first(reader, "name:manual water tank")
    about = reader.find(Query("bicycle chain", like=like(Example((pump.passage,))), limit=50))
    alone = reader.find(Query("", like=like(Example((pump.passage,))), limit=50))
    assert names(about).index("bike.txt") < names(alone).index("bike.txt")


def test_like_a_text_and_a_selection(reader: Engine) -> None:
    result = reader.find(Query("", like=like(Example(texts=("Fahrräder brauchen eine Kette",)))))
    assert names(result)[0] == "bike.txt" and result.hits[0].also_at
    bike = result.hits[0]
    selection = Example(texts=("The blue bicycle",), source=(bike.passage,))
    assert "bike.txt" not in names(reader.find(Query("", like=like(selection), limit=50)))
    long = Example(texts=("\n\n".join(["The roof has to be repaired in spring. " * 30] * 20),))
    sampled = reader.find(Query("", like=like(long)))
    assert names(sampled)[0] == "minutes.html" and "not every one" in sampled.note


def test_like_a_file_that_is_not_in_the_library(
    reader: Engine, shelf: Path, tmp_path: Path
) -> None:
    file = tmp_path / "dropped.md"
    file.write_text("# Rent\n\nThe deposit is paid back when the tenant has returned the keys.")
    example = reader.example_files.start(file).result()
    assert example.texts and example.name == "dropped.md"
    assert names(reader.find(Query("", like=like(example), fold=False)))[0].startswith("lease")
    assert "dropped.md" not in reader.vocabulary().folders
    assert reader.totals().files_indexed == len([f for f in shelf.rglob("*") if f.is_file()])
    known = reader.example_files.start(shelf / "lease.txt").result()
    assert known.documents and not known.texts  # stored passages, not embedded again
    assert names(reader.find(Query("", like=like(known))))[0].startswith("lease ")
    page = reader.example_files.start(shelf / "guide.pdf", 2).result()
    assert [hit.page for hit in reader.find(Query("type:pdf", like=like(page))).hits] == [3, 1]


def test_like_a_picture_by_its_text(reader: Engine, tmp_path: Path) -> None:
    picture = Image.new("RGB", (1100, 160), "white")
    font = ImageFont.load_default(44)
    ImageDraw.Draw(picture).text((30, 50), "a new bicycle chain and brakes", "black", font)
    picture.save(tmp_path / "note.png")
    example = reader.example_files.start(tmp_path / "note.png").result()
    assert "bicycle" in example.texts[0]
    assert names(reader.find(Query("", like=like(example))))[0] == "bike.txt"


def test_nothing_to_go_by_is_said(reader: Engine, shelf: Path, tmp_path: Path) -> None:
    gone = Example(passages=("00000000-0000-0000-0000-000000000000",))
    for examples in (Like(), like(gone), like(Example(texts=("  ",)))):
        with pytest.raises(UsageError, match="nothing that the results should be like"):
            reader.find(Query("type:md", like=examples))
    for path, error in (
        (tmp_path / "none.txt", UnreadableFile),
        (tmp_path, UsageError),
    ):
        with pytest.raises(error):
            reader.example_files.start(path).result()
    with pytest.raises(UsageError, match="no page 9"):
        reader.example_files.start(shelf / "guide.pdf", 9).result()
