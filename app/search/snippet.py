"""The sentences of a passage to show, and where the query's words stand in them."""

from collections.abc import Sequence

from app.index.passages import sentence_spans
from app.index.words import folded, word_spans

LONGEST = 320  # characters


def make_snippet(text: str, words: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The part of the passage with the most query words, and the matches in it.

    words: folded. Whole sentences up to LONGEST characters, cut at a word with "…" otherwise.
    Returns (snippet, ((start, end), …)) with positions in the snippet.
    """
    found = [(start, end, _strength(text[start:end], words)) for start, end in word_spans(text)]
    spans = sentence_spans(text)
    scores = [
        sum({text[s:e].lower(): w for s, e, w in found if start <= s < end}.values())
        for start, end in spans
    ]
    first = max(range(len(spans)), key=lambda i: scores[i], default=0)
    if not spans:
        return "", ()
    start, end = spans[first]
    for _, after in spans[first + 1 :]:
        if after - start > LONGEST:
            break
        end = after
    start, end = _fit(text, start, end, [s for s, e, w in found if w and start <= s < end])
    before = "… " if start > 0 and not _starts_sentence(start, spans) else ""
    behind = " …" if end < len(text) and not _ends_sentence(end, spans) else ""
    body, places = _flattened(text[start:end])
    matches = tuple(
        (places[s - start] + len(before), places[e - 1 - start] + 1 + len(before))
        for s, e, w in found
        if w and start <= s and e <= end
    )
    return before + body + behind, matches


def _flattened(text: str) -> tuple[str, list[int]]:
    """The text with every run of white space as one space, and where each character went."""
    kept: list[str] = []
    places = []
    for char in text:
        if not char.isspace():
            kept.append(char)
        elif kept and kept[-1] != " ":
            kept.append(" ")
        places.append(len(kept) - 1)
    return "".join(kept), places


def _fit(text: str, start: int, end: int, matches: Sequence[int]) -> tuple[int, int]:
    """A window of at most LONGEST characters in text[start:end], around the first match."""
    if end - start <= LONGEST:
        return start, end
    begin = start
    if matches and matches[0] - start > LONGEST - 80:
        begin = text.rfind(" ", start, matches[0] - LONGEST // 3) + 1 or start
    stop = text.rfind(" ", begin + 1, begin + LONGEST)
    return begin, stop if stop > begin else min(end, begin + LONGEST)


def _starts_sentence(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start == place for start, _ in spans)


def _ends_sentence(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(end == place for _, end in spans)


def _strength(word: str, words: Sequence[str]) -> float:
    """How well a word of the text matches one of the query: 1 equal, 0.7 same stem, else 0."""
    own = folded(word)
    best = 0.0
    for other in words:
        if own == other:
            return 1.0
        shorter = min(len(own), len(other))
        if shorter >= 5 and own[: max(5, shorter - 2)] == other[: max(5, shorter - 2)]:
            best = 0.7
    return best
