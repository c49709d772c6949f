"""Which words of a query and of a passage mean the same, by their token vectors."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.embedding.model import Embeddings
from app.embedding.service import BGEM3Service
from app.index.passages import embedded_text
from app.index.records import FoundPassage
from app.index.words import word_spans

Span = tuple[int, int]


@dataclass(frozen=True)
class QueryTokens:
    """A query as the multi-vector channel sees it.

    vectors: float32 [tokens, multi_dim]; spans: the place of each in the text.
    """

    text: str
    vectors: NDArray[np.float32]
    spans: tuple[Span, ...]


def query_tokens(service: BGEM3Service, text: str, embeddings: Embeddings) -> QueryTokens:
    """The tokens of a query that was embedded."""
    spans = service.align(text, is_query=True).vector_spans
    return QueryTokens(text, embeddings.multi.astype(np.float32), spans)


@dataclass(frozen=True)
class TokenMatch:
    """A query against one passage.

    similarities: float32 [query tokens, passage tokens], cosines; spans: the place of each passage
    token in the passage's text, negative for those of title and heading before it.
    """

    query: QueryTokens
    passage: Embeddings
    similarities: NDArray[np.float32]
    spans: tuple[Span, ...]

    def sentence_scores(self, sentences: Sequence[Span]) -> list[float]:
        """MaxSim of the query against each sentence alone, as a mean over the query's tokens."""
        starts = np.array([start for start, _ in self.spans])
        scores = []
        for start, end in sentences:
            inside = (starts >= start) & (starts < end)
            best = self.similarities[:, inside].max(axis=1) if inside.any() else [-1.0]
            scores.append(float(np.mean(best)))
        return scores

    def pairs(self, text: str) -> list[tuple[Span, Span, float]]:
        """For each word of the query its best word of the passage's text, and how near they are.

        Returns (span in the query, span in `text`, cosine); words without a vector are left out.
        A word of several tokens is as near as its tokens are on average.
        """
        words = np.array(word_spans(text)).reshape(-1, 2)
        similarity = self._by_word(words)
        found = []
        for start, end in word_spans(self.query.text):
            rows = [i for i, (a, b) in enumerate(self.query.spans) if a < end and b > start]
            if rows and len(words):
                means = similarity[rows].mean(axis=0)
                best = int(means.argmax())
                if means[best] > -1:
                    place = (int(words[best, 0]), int(words[best, 1]))
                    found.append(((start, end), place, float(means[best])))
        return found

    def same_words(self, text: str, least: float) -> list[Span]:
        """The words of the passage's text that mean what a word of the query means.

        least: the cosine it takes. Numbers are left out, in the query and in the passage: they are
        near each other, and near short words, without meaning the same.
        """
        return [
            place
            for (start, end), place, cosine in self.pairs(text)
            if cosine >= least
            and not _has_digit(self.query.text[start:end])
            and not _has_digit(text[slice(*place)])
        ]

    def heat(self, text: str) -> list[tuple[Span, float]]:
        """For each word of the passage's text how near the nearest token of the query is."""
        words = np.array(word_spans(text)).reshape(-1, 2)
        best = self._by_word(words).max(axis=0, initial=-1.0)
        return [
            ((int(start), int(end)), float(value))
            for (start, end), value in zip(words, best, strict=True)
            if value > -1
        ]

    def _by_word(self, words: NDArray[np.int_]) -> NDArray[np.float32]:
        """float32 [query tokens, words]: the best token of each word, -1 for one without."""
        found = np.full((len(self.similarities), len(words)), -1.0, np.float32)
        for token, (start, end) in enumerate(self.spans):
            if end <= start or not len(words):
                continue
            word = int(np.searchsorted(words[:, 0], end, "left")) - 1
            if word >= 0 and words[word, 1] > start:
                found[:, word] = np.maximum(found[:, word], self.similarities[:, token])
        return found


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def match_tokens(
    service: BGEM3Service, query: QueryTokens, found: FoundPassage, *, encode: bool
) -> TokenMatch | None:
    """A query against a passage; None when its vectors would have to be made and may not be.

    encode: run the model if they are not in the cache. Raises ModelError.
    """
    embedded = embedded_text(found.title, found.heading, found.text, service.tokens)
    embeddings = service.whole_passage(embedded, encode=encode)
    if embeddings is None:
        return None
    before = len(embedded) - len(found.text)
    spans = service.align(embedded, is_query=False).vector_spans
    return TokenMatch(
        query,
        embeddings,
        query.vectors @ embeddings.multi.astype(np.float32).T,
        tuple((start - before, end - before) for start, end in spans),
    )
