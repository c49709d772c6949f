"""Made-up passages that behave like real ones: topics, Zipf's law, related vectors."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from app.embedding.model import Embeddings

CHUNK = 1000  # passages made at once, from a random generator of their own
_TERMS = 30_000
_TOPICS = 1000
_TOPIC_TERMS = 300
_ANISOTROPY = 1.6  # real sentence embeddings share a direction: unrelated cosines around .7
_COMMON = (
    "the of and to in a is that for it with as was on be by this are or from at an which not"
    " have can has will its their"
)
_SYLLABLES = "ba ce di fo gu ha ji ke lo mu na pe qui ra se to vu wa xi yo zen mar til sol"


@dataclass(frozen=True)
class Made:
    """A chunk of passages: their texts and embeddings, in the same order."""

    texts: list[str]
    embeddings: list[Embeddings]


class Corpus:
    """Endless passages and queries, the same ones in every run.

    A passage has a topic; six of ten words are drawn by Zipf's law from the whole vocabulary, the
    others from the topic's own. Dense vectors are a common direction, the topic's and their own;
    a token's vector depends on its word and on its passage, so all channels agree in part.
    """

    def __init__(self, dim: int = 384, multi_dim: int = 160, mean_tokens: int = 120) -> None:
        """mean_tokens: mean number of token vectors a passage (log-normal, 20 to 400)."""
        self.dim, self.multi_dim, self._mean_tokens = dim, multi_dim, mean_tokens
        rng = np.random.default_rng(1)
        rank = np.arange(_TERMS)
        self._background = np.cumsum(1 / (rank + 2.7))
        self._background /= self._background[-1]
        own = 1 / (np.arange(_TOPIC_TERMS) + 2.7)
        self._own = np.cumsum(own) / own.sum()
        self._topic_terms = rng.integers(100, _TERMS, (_TOPICS, _TOPIC_TERMS))
        # The energy of real embeddings falls off over their axes.
        self._scale = (1 / np.sqrt(1 + np.arange(dim) / 40)).astype(np.float32)
        self._mean = _unit(rng.standard_normal(dim).astype(np.float32))
        self._topics = _unit(self._noise(rng, _TOPICS))
        self._term_vectors = _unit(rng.standard_normal((_TERMS, multi_dim)).astype(np.float32))
        self._project = rng.standard_normal((dim, multi_dim)).astype(np.float32) / dim**0.5

    @cached_property
    def words(self) -> list[str]:
        """The word of each term id, most frequent first."""
        words = _COMMON.split()
        syllables = _SYLLABLES.split()
        for number in range(len(words), _TERMS):
            word, rest = "", number
            while rest or len(word) < 4:
                rest, syllable = divmod(rest, len(syllables))
                word += syllables[syllable]
            words.append(word)
        return words

    def chunks(self, number: int) -> Iterator[Made]:
        """The first `number` passages, CHUNK at a time."""
        for chunk in range(-(-number // CHUNK)):
            made = self.chunk(chunk)
            left = number - chunk * CHUNK
            yield Made(made.texts[:left], made.embeddings[:left])

    def chunk(self, chunk: int) -> Made:
        """The passages from chunk * CHUNK on."""
        rng = np.random.default_rng([2, chunk])
        topics = (rng.beta(1, 2, CHUNK) * _TOPICS).astype(int)
        dense = self._dense(rng, topics)
        sizes = np.exp(rng.normal(np.log(self._mean_tokens) - 0.125, 0.5, CHUNK))
        texts, embeddings = [], []
        for topic, vector, size in zip(topics, dense, sizes, strict=True):
            terms = self._draw(rng, topic, int(np.clip(size, 20, 400)))
            texts.append(self._text(terms))
            embeddings.append(self._embed(rng, terms, vector, is_query=False))
        return Made(texts, embeddings)

    def queries(self, number: int, passages: int) -> list[tuple[str, Embeddings]]:
        """Questions, each about one of the first `passages` passages: texts and embeddings.

        Three to ten words, most of them telling words of the passage and some of the most common
        ones; the vectors are the passage's with noise.
        """
        rng = np.random.default_rng(3)
        chunks = rng.integers(0, max(1, passages // CHUNK), 4)
        made = [passage for c in chunks for passage in self.chunk(int(c)).embeddings[:passages]]
        found = []
        for source in (made[i] for i in rng.integers(0, len(made), number)):
            rare = source.terms[source.terms > 100]
            telling = rng.choice(rare, min(len(rare), int(rng.integers(2, 7))), replace=False)
            common = rng.integers(0, len(_COMMON.split()), int(rng.integers(1, 5)))
            terms = np.concatenate([common, telling]).astype(int)
            rng.shuffle(terms)
            vector = _unit(source.dense + 0.35 * _unit(self._noise(rng, 1))[0])
            found.append((self._text(terms), self._embed(rng, terms, vector, is_query=True)))
        return found

    def _dense(self, rng: np.random.Generator, topics: NDArray[np.int64]) -> NDArray[np.float32]:
        own = _unit(self._noise(rng, len(topics)))
        return _unit(_ANISOTROPY * self._mean + self._topics[topics] + 0.8 * own)

    def _noise(self, rng: np.random.Generator, rows: int) -> NDArray[np.float32]:
        return rng.standard_normal((rows, self.dim)).astype(np.float32) * self._scale

    def _draw(self, rng: np.random.Generator, topic: int, size: int) -> NDArray[np.int64]:
        terms = np.searchsorted(self._background, rng.random(size))
        own = self._topic_terms[topic][np.searchsorted(self._own, rng.random(size))]
        return np.where(rng.random(size) < 0.6, terms, own)

    def _text(self, terms: NDArray[np.int64]) -> str:
        words = [self.words[term] for term in terms]
        lines = [" ".join(words[i : i + 15]).capitalize() for i in range(0, len(words), 15)]
        return ". ".join(lines) + "."

    def _embed(
        self,
        rng: np.random.Generator,
        terms: NDArray[np.int64],
        vector: NDArray[np.float32],
        *,
        is_query: bool,
    ) -> Embeddings:
        ids, counts = np.unique(terms, return_counts=True)
        weights = np.ones(len(ids)) if is_query else counts * 2.2 / (counts + 1.2)
        noise = rng.standard_normal((len(terms), self.multi_dim), np.float32)
        tokens = (
            0.8 * self._term_vectors[terms]
            + 0.5 * (vector @ self._project)
            + 0.2 * noise / self.multi_dim**0.5
        )
        return Embeddings(
            vector,
            ids.astype(np.uint32),
            weights.astype(np.float32),
            _unit(tokens).astype(np.float16),
        )


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return (vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)).astype(np.float32)
