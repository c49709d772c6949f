"""The language of texts and queries."""

from dataclasses import replace

import pytest

from app.documents.place import Place
from app.index.languages import LANGUAGES, language_of, language_of_query, with_languages
from app.index.passages import Passage
from app.search.language_names import german_name, language_code, language_name

GERMAN = "Die Mieter können das Mietverhältnis bis zum dritten Werktag eines Monats kündigen. "
ENGLISH = "The tenants may end the lease by the third working day of any month they choose. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "de"),
        (ENGLISH, "en"),
        ("Клуб работает по средам с шести до десяти вечера. Взнос составляет восемьсот.", "ru"),
        ("茶馆每天早上七点开门，晚上十点关门。", "zh"),
        ("La bibliothèque ouvre le mardi et le jeudi de quatorze à dix-neuf heures.", "fr"),
        ("2025-031 17 99", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("wer repariert das Dach", "de"),
        ("who repairs the roof", "en"),
        ("Rechnung", ""),
        ("E-07", ""),
        ("2025-031 2025-032 2025-033", ""),
    ],
)
def test_the_language_of_a_query(query: str, language: str) -> None:
    assert language_of_query(query) == language


def test_short_passages_follow_their_document_and_long_ones_may_differ() -> None:
    def passage(text: str) -> Passage:
        return replace(Passage("", 0, Place(), 0, 0, "", "", ""), text=text)

    texts = [GERMAN * 4, "Anlage 3", ENGLISH * 4, GERMAN * 4]
    languages = [found.language for found in with_languages([passage(text) for text in texts])]
    assert languages == ["de", "de", "en", "de"]


def test_every_language_has_its_names() -> None:
    for code in LANGUAGES:
        assert language_name(code) != code and german_name(code) != code
        assert (
            language_code(language_name(code)) == language_code(german_name(code).upper()) == code
        )
