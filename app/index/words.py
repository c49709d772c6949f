"""Words for the full-text index: the same folding when indexing and when asking."""

import re
import unicodedata
from collections.abc import Sequence

# Scripts written without spaces: every character becomes a word of its own.
_UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f])"
)
_ACCENTS = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+")
# A hyphen at a line's end between two letters, of which the second is small: one word.
_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u2010][ \t]*\n\s*(?=([^\W\d_]))")
_INNER_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010](?=[^\W\d_])")
_LONGEST_QUERY = 64  # words; a longer query is matched by its first ones


def indexed_words(text: str) -> str:
    """The text as the full-text index keeps it: folded, CJK characters apart, words whole."""
    whole = _BROKEN.sub(lambda found: "" if found[1].islower() else found[0], text)
    return _UNSPACED.sub(r" \1 ", folded(whole))


def is_unspaced(char: str) -> bool:
    """Whether a character belongs to a script written without spaces."""
    return bool(_UNSPACED.match(char))


def folded(text: str) -> str:
    """The text without case, compatibility forms and European diacritics; ß becomes ss.

    FTS5 folds too, but leaves Greek accents and ß, so it is told not to.
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", _ACCENTS.sub("", plain))


def word_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every word of a text; a CJK character is a word of its own."""
    spans = []
    for match in _WORD.finditer(text):
        place = match.start()
        for part in _UNSPACED.split(match.group()):
            if part:
                spans.append((place, place + len(part)))
            place += len(part)
    return spans


def query_words(query: str) -> list[str]:
    """The distinct folded words of a query, in order."""
    return list(dict.fromkeys(_WORD.findall(indexed_words(query))))


def match_phrase(text: str, *, prefix: bool = False) -> str:
    """An FTS5 expression for words in a row, "" when there is none.

    prefix: the last word may go on. A compound with hyphens is also found written as one word.
    """
    ways = dict.fromkeys((text, _INNER_HYPHEN.sub("", text)))
    words = [indexed_words(way).replace('"', " ") for way in ways if _WORD.search(way)]
    return " OR ".join(f'"{way}"{" *" if prefix else ""}' for way in words)


def match_any(words: Sequence[str]) -> str:
    """An FTS5 expression that matches any of the words; "" when there is none."""
    return " OR ".join(f'"{word}"' for word in words[:_LONGEST_QUERY])


def match_all(words: Sequence[str]) -> str:
    """An FTS5 expression that matches all of the words; "" when there is none."""
    return " AND ".join(f'"{word}"' for word in words[:_LONGEST_QUERY])
