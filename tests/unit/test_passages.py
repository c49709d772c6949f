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


def test_a_passage_never_crosses_pages(service: BGEM3Service) -> None:
    pages = tuple(Page(n, f"Page {n} is short.", (Block(0, 16),)) for n in (1, 2, 3))
    passages = cut(Document("pdf", "", pages), "hash", service.tokens)
    assert [p.part for p in passages] == [0, 1, 2]


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
