"""The sentences of a passage to show, and where the query's words stand in them."""

from collections.abc import Callable, Iterable, Sequence

from app.index.passages import sentence_spans
from app.index.words import folded, word_spans

LONGEST = 320  # characters
_SEEN = 110  # of which a narrow list shows at least so many
_STEM = 5  # letters, at least
_PHRASE = 100.0  # what must stand in the passage decides which sentence is shown

Span = tuple[int, int]
# Sentences of the passage -> how well each matches by meaning, and the words of the passage that
# mean what a word of the query means; None if that is not known.
ByMeaning = Callable[[Sequence[Span]], tuple[Sequence[float], Sequence[Span]] | None]


def make_snippet(
    text: str,
    words: Sequence[str],
    marks: Sequence[Span] = (),
    by_meaning: ByMeaning | None = None,
) -> tuple[str, tuple[Span, ...]]:
    """The part of the passage that matches best, and the matches in it.

    words: folded. marks: places that match in any case, such as a phrase asked for. by_meaning:
    asked when no sentence has any of the words, since it takes some milliseconds. Whole sentences
    up to LONGEST characters, cut at a word with "…" otherwise. Returns (snippet, ((start, end),
    …)), positions in the snippet.
    """
    spans = sentence_spans(text)
    if not spans:
        return "", ()
    places = word_spans(text)
    strengths = strengths_of({text[start:end] for start, end in places}, words)
    found = [(s, e, strengths[word]) for s, e in places if (word := text[s:e]) in strengths]
    first, near = _best_sentence(text, spans, found, marks, words, by_meaning)
    matched = _joined([*marks, *near, *((s, e) for s, e, _ in found)])
    start, end = spans[first]
    for _, after in spans[first + 1 :]:
        if after - start > LONGEST:
            break
        end = after
    inside = [span for span in marks if start <= span[0] < end]
    start, end = _fit(text, start, end, inside or [s for s in matched if start <= s[0] < end])
    before = "… " if start > 0 and not _starts_sentence(start, spans) else ""
    behind = " …" if end < len(text) and not _ends_sentence(end, spans) else ""
    body, flat = _flattened(text[start:end])
    matches = tuple(
        (flat[s - start] + len(before), flat[e - 1 - start] + 1 + len(before))
        for s, e in matched
        if start <= s and e <= end
    )
    return before + body + behind, matches


def strengths_of(found: Iterable[str], words: Sequence[str]) -> dict[str, float]:
    """How well words of the text match those of the query: 1 equal, 0.7 same stem.

    words: folded. Words that match none are left out. A stem is all but the last two letters of
    the shorter word, at least _STEM; so only query words that begin alike are compared.
    """
    asked = set(words)
    alike: dict[str, list[str]] = {}
    for word in asked:
        if len(word) >= _STEM:
            alike.setdefault(word[:_STEM], []).append(word)
    strengths = {}
    for word in found:
        own = folded(word)
        if own in asked:
            strengths[word] = 1.0
        elif any(_same_stem(own, other) for other in alike.get(own[:_STEM], ())):
            strengths[word] = 0.7
    return strengths


def _same_stem(one: str, other: str) -> bool:
    return other.startswith(one[: max(_STEM, min(len(one), len(other)) - 2)])


def _best_sentence(
    text: str,
    spans: Sequence[Span],
    found: Sequence[tuple[int, int, float]],
    marks: Sequence[Span],
    words: Sequence[str],
    by_meaning: ByMeaning | None,
) -> tuple[int, Sequence[Span]]:
    """Which sentence to begin with, and the words that match by meaning if that decided."""
    shared = [
        sum({text[s:e].lower(): w for s, e, w in found if start <= s < end}.values())
        for start, end in spans
    ]
    literal = [_PHRASE * sum(start <= s < end for s, _ in marks) for start, end in spans]
    if by_meaning and not any(literal) and not any(shared) and (meaning := by_meaning(spans)):
        scores, near = meaning
        return max(range(len(spans)), key=lambda i: scores[i]), near
    return max(range(len(spans)), key=lambda i: literal[i] + shared[i]), ()


def _joined(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, those that overlap as one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


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


def _fit(text: str, start: int, end: int, matches: Sequence[Span]) -> Span:
    """A window of at most LONGEST characters in text[start:end], a match near its beginning."""
    begin = start
    if matches and matches[0][1] - start > _SEEN:
        place = matches[0][0]
        # Where a line begins if one does nearby; else some words before.
        line = text.rfind("\n", max(start, place - _SEEN + 20), place)
        near = text.rfind(" ", start, max(start, place - _SEEN // 3))
        begin = max(line, start - 1) + 1 if line >= 0 else near + 1 or start
    if end - begin <= LONGEST:
        return begin, end
    limit = max(begin + LONGEST, matches[0][1] + 1 if matches else 0)
    stop = text.rfind(" ", begin + 1, limit) if limit < end else end
    return begin, stop if stop > begin else min(end, limit)


def _starts_sentence(place: int, spans: Sequence[Span]) -> bool:
    return any(start == place for start, _ in spans)


def _ends_sentence(place: int, spans: Sequence[Span]) -> bool:
    return any(end == place for _, end in spans)
