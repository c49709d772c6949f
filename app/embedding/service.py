"""BGEM3Service: text to dense, sparse and multi-vector embeddings, through the cache."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from app.cache import ByteCache
from app.embedding.checks import fault_of
from app.embedding.codec import pack, unpack
from app.embedding.folder import ModelFolder
from app.embedding.model import Alignment, BatchEncoder, Embeddings, RawEmbeddings
from app.embedding.multi import Shelf, TokenVectors
from app.embedding.options import DEFAULTS, EncoderOptions
from app.embedding.tokens import MAX_TOKENS, Tokens
from app.embedding.word_texts import word_texts
from app.errors import ModelError
from app.resilience import Guard

# Saturation of the term frequency, BM25's usual k1 (Robertson & Zaragoza 2009).
K1 = 1.2
# What axes of token vectors are fitted on, where a model needs that: about 18,000 tokens each.
AXES_WORD_TEXTS = 6000
AXES_PASSAGES = 64
SPECIAL_IDS = (0, 1, 2, 3)  # <s> <pad> </s> <unk> of the XLM-R vocabulary
LAST_SPECIAL_ID = 3


class BGEM3Service:
    """Embeds queries and passages; the model is loaded when a text is not in the cache."""

    def __init__(
        self,
        folder: ModelFolder,
        cache: ByteCache | None = None,
        options: EncoderOptions = DEFAULTS,
        *,
        query_cache: ByteCache | None = None,
        connect: Callable[[], BatchEncoder] | None = None,
        guard: Guard | None = None,
        shelf: Shelf | None = None,
    ) -> None:
        """cache: of passages. connect: makes an encoder elsewhere than in this process, which
        has a guard of its own. guard: leaves a model in this process alone that fails each time.
        shelf: where axes fitted for the token vectors are kept; without it, in memory.
        """
        self.folder = folder
        self._token_vectors = TokenVectors(folder, shelf)
        self._cache = cache
        self._query_cache = query_cache
        self._options = options
        self._connect = connect
        self._guard = guard
        self.embedded = 0  # texts that went through the model since the start

    @cached_property
    def tokens(self) -> Tokens:
        """The tokenizer; raises ModelError."""
        return Tokens(self.folder.path)

    @cached_property
    def _encoder(self) -> BatchEncoder:
        if self._connect:
            return self._connect()
        return self._guard.call(self._load) if self._guard else self._load()

    def _load(self) -> BatchEncoder:
        from app.embedding.encoder import Encoder  # torch takes seconds to import

        return Encoder(self.folder, self._options)

    @property
    def loaded(self) -> bool:
        """Whether the model is in memory."""
        return "_encoder" in self.__dict__

    @property
    def device(self) -> str:
        """Where the model runs and why not elsewhere, in words; empty while it is not loaded."""
        return self._encoder.where if self.loaded else ""

    def load(self) -> None:
        """Bring the model into memory now rather than with the first text; raises ModelError."""
        _ = self._encoder

    def unload(self) -> None:
        """Give the model's memory back; the next text that needs it loads it again."""
        if self.loaded:
            self.__dict__.pop("_encoder").close()

    def encode_query(self, text: str) -> Embeddings:
        """Embeddings of one query; raises ModelError."""
        return self.encode_queries([text])[0]

    def encode_queries(self, texts: Sequence[str]) -> list[Embeddings]:
        """Embeddings of queries, in their order; raises ModelError."""
        found: list[Embeddings | None] = [None] * len(texts)
        for positions, embeddings in self._encode(texts, is_query=True):
            for position, embedding in zip(positions, embeddings, strict=True):
                found[position] = embedding
        return [embedding for embedding in found if embedding is not None]

    def encode_passages(self, texts: Sequence[str]) -> Iterator[tuple[list[int], list[Embeddings]]]:
        """Embeddings of passages: (positions in `texts`, embeddings) a batch at a time.

        Cached ones come first. The cache holds all token vectors, so that another
        multi_vector_count costs no embedding. Raises ModelError.
        """
        if texts:
            self._token_vectors.fit(lambda: self._axes_sample(texts))
        for positions, found in self._encode(texts, is_query=False):
            yield positions, [self._token_vectors.pool(embeddings) for embeddings in found]

    def _axes_sample(self, texts: Sequence[str]) -> Iterator[NDArray[np.float32]]:
        """Token vectors of the first passages, and of words in every language.

        The words keep other languages apart that the passages are not in; the passages know what
        words in their context look like. About as many tokens of each.
        """
        words = word_texts(self.tokens.pieces, AXES_WORD_TEXTS)
        step = max(1, len(texts) // AXES_PASSAGES)
        for group in (words, texts[::step][:AXES_PASSAGES]):
            sequences, skip = self.tokens.encode(group, self.folder.passage_prefix)
            for batch, raw in self._encoder.encode(sequences):
                for i, found in zip(batch, raw, strict=True):
                    yield self._telling(sequences[i], found.token_vectors, skip)

    def whole_passage(self, text: str, *, encode: bool) -> Embeddings | None:
        """Embeddings of a passage with all its token vectors, as `align` tells them apart.

        None when they are not in the cache and encode, running the model, is False. Raises
        ModelError.
        """
        cache = self._cache
        data = cache.get(self._key(text, is_query=False)) if cache else None
        if data and (embeddings := unpack(data)):
            return embeddings
        if not encode or not self._token_vectors.ready:
            return None
        ((_, (found,)),) = self._encode([text], is_query=False)
        return found

    def align(self, text: str, *, is_query: bool) -> Alignment:
        """Which parts of a text its sparse terms and token vectors stand for."""
        prefix = self.folder.query_prefix if is_query else self.folder.passage_prefix
        ids, spans, length = self.tokens.encode_with_spans(text, prefix)
        content = np.asarray(ids[1 + length :], np.uint32)
        places = tuple(spans[1 + length :])
        rows = np.flatnonzero(self._with_vector(content)).tolist()
        return Alignment(content, places, tuple(places[row] for row in rows))

    def is_shortened(self, query: str) -> bool:
        """Whether the query is longer than the model can take."""
        return self.tokens.count([self.folder.query_prefix + query])[0] > MAX_TOKENS - 2

    def _encode(
        self, texts: Sequence[str], *, is_query: bool
    ) -> Iterator[tuple[list[int], list[Embeddings]]]:
        cache = self._query_cache if is_query else self._cache
        keys = [self._key(text, is_query) for text in texts]
        missing: list[int] = []
        for position, key in enumerate(keys):
            data = cache.get(key) if cache else None
            embeddings = unpack(data) if data else None
            if embeddings:
                yield [position], [embeddings]
            else:
                missing.append(position)
        if not missing:
            return
        prefix = self.folder.query_prefix if is_query else self.folder.passage_prefix
        sequences, prefix_length = self.tokens.encode([texts[i] for i in missing], prefix)
        steps = self._encoder.encode(sequences)
        for batch, raw in self._guard.steps(steps) if self._guard else steps:
            found = [
                self._finish(sequences[i], r, prefix_length, is_query)
                for i, r in zip(batch, raw, strict=True)
            ]
            positions = [missing[i] for i in batch]
            self.embedded += len(batch)
            if cache and self._token_vectors.ready:
                packed = [pack(embedding) for embedding in found]
                cache.put({keys[p]: data for p, data in zip(positions, packed, strict=True)})
                # What the cache will give back, so that an index never depends on what was in it.
                found = [unpack(p) or e for p, e in zip(packed, found, strict=True)]
            yield positions, found

    def _key(self, text: str, is_query: bool) -> str:
        role = "query" if is_query else "passage"
        digest = hashlib.sha256(f"{self._token_vectors.fingerprint}|{role}|".encode())
        digest.update(text.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def _finish(
        self, ids: list[int], raw: RawEmbeddings, prefix_length: int, is_query: bool
    ) -> Embeddings:
        """Drop the prefix's tokens, which say nothing about the text, and build the sparse part.

        Raises ModelError for what is no embedding and must not be stored.
        """
        if fault := fault_of(raw, len(ids), self.folder):
            raise ModelError(
                f"The model gave {fault}.", "Get a complete copy of the model; nothing was stored."
            )
        content = np.asarray(ids[1 + prefix_length :], np.uint32)
        token_weights = raw.token_weights[1 + prefix_length :]
        vectors = self._telling(ids, raw.token_vectors, prefix_length)
        vectors = self._token_vectors.project(vectors)
        if self.folder.sparse == "term_frequency":
            terms, weights = _term_frequencies(content, token_weights, is_query)
        else:
            terms, weights = _largest_weights(content, token_weights)
        return Embeddings(raw.dense, terms, weights, vectors.astype(np.float16))

    def _telling(
        self, ids: list[int], vectors: NDArray[np.float32], prefix_length: int
    ) -> NDArray[np.float32]:
        """The token vectors that say something about the text; at least one."""
        content = np.asarray(ids[1 + prefix_length :], np.uint32)
        telling: NDArray[np.float32] = vectors[prefix_length:][self._with_vector(content)]
        return telling

    def _with_vector(self, content: NDArray[np.uint32]) -> NDArray[np.bool_]:
        """bool [tokens]: which tokens of a text keep their vector; at least one does."""
        if not self.folder.multi_skip_punctuation:
            return np.ones(len(content), np.bool_)
        keep: NDArray[np.bool_] = self.tokens.is_word[content] & (content > LAST_SPECIAL_ID)
        if not keep.any():
            keep[0] = True
        return keep


def _largest_weights(
    ids: NDArray[np.uint32], weights: NDArray[np.float32]
) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
    """A learned head's weights: each token's largest, as FlagEmbedding does it."""
    terms, inverse = np.unique(ids, return_inverse=True)
    largest = np.zeros(len(terms), np.float32)
    np.maximum.at(largest, inverse, weights)
    keep = (largest > 0) & (terms > LAST_SPECIAL_ID)
    return terms[keep], largest[keep]


def _term_frequencies(
    ids: NDArray[np.uint32], weights: NDArray[np.float32], is_query: bool
) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
    """Summed token weights, saturated for passages: tf (k1 + 1) / (tf + k1), 1 for queries."""
    terms, inverse = np.unique(ids, return_inverse=True)
    sums = np.zeros(len(terms), np.float32)
    np.add.at(sums, inverse, weights)
    keep = (sums > 0) & (terms > LAST_SPECIAL_ID)
    terms, sums = terms[keep], sums[keep]
    if is_query:
        return terms, np.ones(len(terms), np.float32)
    return terms, (sums * (K1 + 1) / (sums + K1)).astype(np.float32)
