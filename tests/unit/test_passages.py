"""Cutting pages into passages."""

import itertools
import random

from app.documents.model import Block, Document, Page
from app.embedding.service import BGEM3Service
from app.index.passages import LARGEST, cut, sentence_spans


def _document(*paragraphs: tuple[str, int], title: str = "", number: int | None = None) -> Document:
    text, blocks = "", []
    for paragraph, level in paragraphs:
        blocks.append(Block(len(text), len(text) + len(paragraph), level))
        text += paragraph + "\n\n"
    return Document("txt", title, (Page(number, text, tuple(blocks)),))


def _sentences(count: int, seed: int) -> str:
    chance = random.Random(seed)
    words = ["river", "stone", "engine", "garden", "letter", "winter", "copper", "lantern"]
    return " ".join(
        " ".join(chance.choices(words, k=chance.randint(6, 14))).capitalize() + "."
        for _ in range(count)
    )


def test_every_word_is_in_a_passage_and_none_is_too_long(service: BGEM3Service) -> None:
    document = _document(*[(_sentences(12, seed), 0) for seed in range(9)])
    page = document.pages[0]
    passages = cut(document, "hash", service.tokens)
    covered = set()
    for passage in passages:
        covered |= set(range(passage.start, passage.end))
        assert page.text[passage.start : passage.end] == passage.text
    assert all(page.text[i].isspace() for i in range(len(page.text)) if i not in covered)
    assert len(passages) > 3
    assert max(service.tokens.count([p.embedded for p in passages])) <= LARGEST + 100


def test_a_sentence_longer_than_a_passage_is_cut_without_loss(service: BGEM3Service) -> None:
    endless = "wort " * 3000
    document = _document((endless.strip(), 0))
    passages = cut(document, "hash", service.tokens)
    assert sum(passage.text.count("wort") for passage in passages) >= 3000
    assert max(service.tokens.count([p.text for p in passages])) <= LARGEST


def test_neighbours_share_one_sentence(service: BGEM3Service) -> None:
    passages = cut(_document((_sentences(80, 1), 0)), "hash", service.tokens)
    for before, after in itertools.pairwise(passages):
        assert before.start < after.start < before.end < after.end


def test_headings_give_context_but_are_not_repeated_in_the_text(service: BGEM3Service) -> None:
    document = _document(
        ("Manual", 1), ("Care", 2), (_sentences(60, 2), 0), title="Espresso machine"
    )
    first, *others = cut(document, "hash", service.tokens)
    assert first.embedded.startswith("Espresso machine\nManual") or "Manual" in first.text
    assert others and all(p.heading == "Manual › Care" for p in others)
    assert all("Manual › Care" in p.embedded and "Manual" not in p.text for p in others)


def _pages(*texts: str) -> Document:
    return Document(
        "pdf",
        "",
        tuple(
            Page(number, text, (Block(0, len(text)),), kind="page")
            for number, text in enumerate(texts, 1)
        ),
    )


def test_a_sentence_that_a_page_ends_in_is_whole_in_one_passage(service: BGEM3Service) -> None:
    document = _pages("All is well. The old bridge was", "closed in summer. It is open.", "End.")
    first, second, third = cut(document, "hash", service.tokens)
    assert first.text == "All is well. The old bridge was\nclosed in summer."
    assert first.embedded == first.text and str(first.place) == "pages 1–2"
    assert document.pages[1].text[slice(*first.tail)] == "closed in summer."
    # What is on a page stays with it, too.
    assert second.text == "closed in summer. It is open." and str(second.place) == "page 2"
    assert [p.tail for p in (second, third)] == [(0, 0), (0, 0)]


def test_a_passage_stays_on_its_page_unless_a_sentence_goes_on(service: BGEM3Service) -> None:
    for before, after in (
        ("It is closed.", "and then"),  # ended
        ("Page 3", "The next one."),  # begins anew
        (_sentences(1, 5).rstrip(".") + " word" * 360, "again " * 40 + "."),  # no room
    ):
        passages = cut(_pages(before, after), "hash", service.tokens)
        assert not any(p.tail[1] for p in passages)
        assert {p.place.kind for p in passages} == {"page"}


def test_ids_depend_on_content_and_place_only(service: BGEM3Service) -> None:
    document = _document((_sentences(60, 3), 0))
    first, again = (cut(document, "hash", service.tokens) for _ in range(2))
    assert [p.id for p in first] == [p.id for p in again]
    assert {p.id for p in first}.isdisjoint(p.id for p in cut(document, "other", service.tokens))


def test_sentences_end_where_readers_see_it() -> None:
    text = "Dr. Weiß zahlt z. B. 3.50 Euro. Gilt das? Ja! 他来了。我走了。"
    found = [text[start:end] for start, end in sentence_spans(text)]
    assert found == [
        "Dr. Weiß zahlt z. B. 3.50 Euro.",
        "Gilt das?",
        "Ja!",
        "他来了。",
        "我走了。",
    ]
