"""BGEM3Service: text to dense, sparse and multi-vector embeddings, through the cache."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.cache import ByteCache
from app.embedding.codec import pack, unpack
from app.embedding.folder import ModelFolder
from app.embedding.model import Alignment, Embeddings
from app.embedding.tokens import MAX_TOKENS, Tokens

# Saturation of the term frequency, BM25's usual k1 (Robertson & Zaragoza 2009).
K1 = 1.2
SPECIAL_IDS = (0, 1, 2, 3)  # <s> <pad> </s> <unk> of the XLM-R vocabulary


class BGEM3Service:
    """Embeds queries and passages; the model is loaded when a text is not in the cache."""

    def __init__(
        self, folder: ModelFolder, cache: ByteCache | None = None, batch_tokens: int = 2048
    ) -> None:
        self.folder = folder
        self._cache = cache
        self._batch_tokens = batch_tokens
        self.embedded = 0  # texts that went through the model since the start

    @cached_property
    def tokens(self) -> Tokens:
        """The tokenizer; raises ModelError."""
        return Tokens(self.folder.path)

    @cached_property
    def _encoder(self) -> Any:
        from app.embedding.encoder import Encoder  # torch takes seconds to import

        return Encoder(self.folder)

    @property
    def loaded(self) -> bool:
        """Whether the model is in memory."""
        return "_encoder" in self.__dict__

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

        Cached ones come first. Raises ModelError.
        """
        return self._encode(texts, is_query=False)

    def cached_passage(self, text: str) -> Embeddings | None:
        """Embeddings of a passage if they are in the cache; never runs the model."""
        data = self._cache.get(self._key(text, is_query=False)) if self._cache else None
        return unpack(data) if data else None

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
        keys = [self._key(text, is_query) for text in texts]
        missing: list[int] = []
        for position, key in enumerate(keys):
            data = self._cache.get(key) if self._cache else None
            embeddings = unpack(data) if data else None
            if embeddings:
                yield [position], [embeddings]
            else:
                missing.append(position)
        if not missing:
            return
        prefix = self.folder.query_prefix if is_query else self.folder.passage_prefix
        sequences, prefix_length = self.tokens.encode([texts[i] for i in missing], prefix)
        for batch, raw in self._encoder.encode(sequences, self._batch_tokens):
            found = [
                self._finish(sequences[i], r, prefix_length, is_query)
                for i, r in zip(batch, raw, strict=True)
            ]
            positions = [missing[i] for i in batch]
            self.embedded += len(batch)
            if self._cache:
                self._cache.put({keys[p]: pack(e) for p, e in zip(positions, found, strict=True)})
            yield positions, found

    def _key(self, text: str, is_query: bool) -> str:
        role = "query" if is_query else "passage"
        digest = hashlib.sha256(f"{self.folder.fingerprint}|{role}|".encode())
        digest.update(text.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def _finish(self, ids: list[int], raw: Any, prefix_length: int, is_query: bool) -> Embeddings:
        """Drop the prefix's tokens, which say nothing about the text, and build the sparse part."""
        content = np.asarray(ids[1 + prefix_length :], np.uint32)
        token_weights = raw.token_weights[1 + prefix_length :]
        vectors = raw.token_vectors[prefix_length:]
        if self.folder.sparse == "term_frequency":
            terms, weights = _term_frequencies(content, token_weights, is_query)
        else:
            terms, weights = _largest_weights(content, token_weights)
        vectors = vectors[self._with_vector(content)]
        return Embeddings(raw.dense, terms, weights, vectors.astype(np.float16))

    def _with_vector(self, content: NDArray[np.uint32]) -> NDArray[np.bool_]:
        """bool [tokens]: which tokens of a text keep their vector; at least one does."""
        if not self.folder.multi_skip_punctuation:
            return np.ones(len(content), np.bool_)
        keep: NDArray[np.bool_] = self.tokens.is_word[content] & ~np.isin(content, SPECIAL_IDS)
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
    keep = (largest > 0) & ~np.isin(terms, SPECIAL_IDS)
    return terms[keep], largest[keep]


def _term_frequencies(
    ids: NDArray[np.uint32], weights: NDArray[np.float32], is_query: bool
) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
    """Summed token weights, saturated for passages: tf (k1 + 1) / (tf + k1), 1 for queries."""
    terms, inverse = np.unique(ids, return_inverse=True)
    sums = np.zeros(len(terms), np.float32)
    np.add.at(sums, inverse, weights)
    keep = (sums > 0) & ~np.isin(terms, SPECIAL_IDS)
    terms, sums = terms[keep], sums[keep]
    if is_query:
        return terms, np.ones(len(terms), np.float32)
    return terms, (sums * (K1 + 1) / (sums + K1)).astype(np.float32)
