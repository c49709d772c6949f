"""Every word that a document is known to hold is read, in every format."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from documents import MAKERS, sections, words_of

from app.documents.model import Document
from app.documents.read import read

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


def texts(document: Document) -> Iterator[str]:
    for page in document.pages:
        yield page.text
    for member in document.members:
        assert member.document, member
        yield from texts(member.document)


def recall(words: list[str], document: Document) -> float:
    """Share of the words that were read, as often as they occur."""
    wanted = Counter(words)
    # Marks around a cell or in JSON are no part of a word.
    found = Counter(re.sub(r'["\[\],|]', " ", " ".join(texts(document))).split())
    found += Counter(" ".join(texts(document)).split())
    return sum(min(count, found[word]) for word, count in wanted.items()) / len(words)


@pytest.mark.parametrize("kind", MAKERS)
def test_all_words_of_a_born_digital_document_are_read(kind: str, tmp_path: Path) -> None:
    parts = sections(6)
    file = tmp_path / f"known.{kind}"
    MAKERS[kind](file, parts)
    assert recall(words_of(parts), read(file)) >= 0.995


@pytest.mark.parametrize(
    ("same", "other"),
    [
        ("docling/legacy_sample.doc", "docling/word_sample.docx"),
        ("docling/legacy_sample.ppt", "docling/powerpoint_sample.pptx"),
        ("tika/test-columnar.xls", "tika/test-columnar.xlsx"),
        ("tika/test-columnar.xlsb", "tika/test-columnar.xlsx"),
        ("tika/testPPT_2imgs.ppt", "tika/testPPT_2imgs.pptx"),
    ],
)
def test_old_formats_say_what_the_new_ones_say(same: str, other: str) -> None:
    if not (CORPUS / same).exists():
        pytest.skip("the public test documents are not there")
    words = " ".join(texts(read(CORPUS / other))).replace("|", " ").split()
    assert recall(words, read(CORPUS / same)) >= 0.995
