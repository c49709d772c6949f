"""Why a hit was found: three parts that add up to its score, and what stands behind each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from app.documents.model import Words
from app.embedding.folder import ChannelWeights
from app.embedding.model import Alignment, Embeddings
from app.index.words import word_spans
from app.search.model import Hit
from app.search.query import Parsed
from app.search.token_match import TokenMatch
from app.search.vector_search import Vectors, preferred_points
from app.store.base import CHANNELS, Channel, SparseQuery

Box = tuple[float, float, float, float]
_MODES = {"dense": "meaning", "sparse": "words", "multi": "precise"}


@dataclass(frozen=True)
class Part:
    """What one channel adds to the score: its weight times its value.

    mode: the search mode that counts this channel alone.
    """

    channel: Channel
    mode: str
    weight: float
    value: float
    points: float


@dataclass(frozen=True)
class SharedTerm:
    """A word of the query that stands in the passage, and its share of the sparse value."""

    word: str
    value: float


@dataclass(frozen=True)
class WordMatch:
    """A word of the query and the word of the passage nearest to it.

    similarity: cosine; start, end: in the passage's text; boxes: on the page.
    """

    query_word: str
    passage_word: str
    similarity: float
    start: int
    end: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Heat:
    """A word on the page and how near the query comes to it, a cosine."""

    start: int
    end: int
    similarity: float
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Explanation:
    """Why a hit has its score.

    parts: dense, sparse and multi; their points add up to the score. terms: phrases that were
    preferred, then words by value; they add up to the sparse value. matches: in the query's
    order. heat: the passage's words in order.
    """

    score: float
    parts: tuple[Part, ...]
    terms: tuple[SharedTerm, ...]
    matches: tuple[WordMatch, ...]
    heat: tuple[Heat, ...]


def score_parts(hit: Hit, weights: ChannelWeights) -> tuple[Part, ...]:
    """The three parts of a score."""
    return tuple(
        Part(
            channel,
            _MODES[channel],
            weight := getattr(weights, channel),
            value := getattr(hit.channels, channel),
            weight * value,
        )
        for channel in CHANNELS
    )


def shared_terms(
    parsed: Parsed, query: Alignment, vectors: Vectors, passage: Embeddings, passage_text: str
) -> tuple[SharedTerm, ...]:
    """The query's words with a term in common with the passage, and what each adds.

    Before them the phrases that are preferred and stand in it.

    A term is a piece of a word; a word's pieces are added up, and what a piece adds is divided
    among the words it stands in.
    """
    asked = vectors.by_channel["sparse"]
    if not isinstance(asked, SparseQuery):
        raise TypeError("the sparse channel is not asked with terms")
    scale = vectors.sparse_scale
    held = dict(zip(passage.terms.tolist(), passage.weights.tolist(), strict=True))
    value = {
        term: weight * held[term] / scale
        for term, weight in zip(asked.terms.tolist(), asked.weights.tolist(), strict=True)
        if term in held
    }
    preferred = parsed.literals.preferred
    phrases = [
        SharedTerm(f"“{term.text}”", preferred_points(vectors) / scale / len(preferred))
        for term in preferred
        if term.is_in(passage_text)
    ]
    words = _words_by_term(parsed.text, query)
    sums: dict[str, float] = {}
    for term, points in value.items():
        for word in words.get(term, ["…"]):
            sums[word] = sums.get(word, 0.0) + points / len(words.get(term, ["…"]))
    ranked = sorted(sums.items(), key=lambda item: (-item[1], item[0]))
    return (*phrases, *(SharedTerm(word, points) for word, points in ranked))


def _words_by_term(text: str, query: Alignment) -> Mapping[int, list[str]]:
    words: dict[int, list[str]] = {}
    spans = word_spans(text)
    for term, (start, end) in zip(query.ids.tolist(), query.spans, strict=True):
        inside = [text[a:b] for a, b in spans if a < end and b > start and end > start]
        for word in inside or ([text[start:end]] if text[start:end].strip() else []):
            if word not in words.setdefault(term, []):
                words[term].append(word)
    return words


def word_matches(hit: Hit, match: TokenMatch, page: Words | None) -> tuple[WordMatch, ...]:
    """Each word of the query with its nearest word of the passage."""
    return tuple(
        WordMatch(
            match.query.text[a:b],
            hit.text[start:end],
            cosine,
            start,
            end,
            _boxes(page, hit.start + start, hit.start + end),
        )
        for (a, b), (start, end), cosine in match.pairs(hit.text)
    )


def heat_map(hit: Hit, match: TokenMatch, page: Words | None) -> tuple[Heat, ...]:
    """The passage's words with how near the query comes to each."""
    return tuple(
        Heat(start, end, cosine, _boxes(page, hit.start + start, hit.start + end))
        for (start, end), cosine in match.heat(hit.text)
    )


def _boxes(page: Words | None, start: int, end: int) -> tuple[Box, ...]:
    if page is None:
        return ()
    inside = (page.spans[:, 0] < end) & (page.spans[:, 1] > start)
    rounded: Sequence[Sequence[float]] = np.round(page.boxes[inside].astype(float), 5).tolist()
    return tuple((x0, y0, x1, y1) for x0, y0, x1, y1 in rounded)
