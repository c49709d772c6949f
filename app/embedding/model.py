"""What the model makes of a text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Embeddings:
    """The three embeddings of one text, from one forward pass.

    dense: float32 [dim], L2-normalised.
    terms: uint32 [k], ascending token ids; weights: float32 [k], all > 0: the sparse weights.
    multi: float16 [tokens, multi_dim], each row L2-normalised: the token vectors.
    """

    dense: NDArray[np.float32]
    terms: NDArray[np.uint32]
    weights: NDArray[np.float32]
    multi: NDArray[np.float16]


@dataclass(frozen=True)
class RawEmbeddings:
    """One text as the model gave it.

    dense: float32 [dim], L2-normalised; token_weights: float32 [tokens]; token_vectors:
    float32 [tokens - 1, multi_dim], L2-normalised, without the first token (as in FlagEmbedding).
    """

    dense: NDArray[np.float32]
    token_weights: NDArray[np.float32]
    token_vectors: NDArray[np.float32]


class BatchEncoder(Protocol):
    """What turns token ids into raw embeddings: the model in this process, or a model server."""

    @property
    def where(self) -> str:
        """Where the model runs and why not elsewhere, in words."""

    def encode(
        self, sequences: Sequence[list[int]]
    ) -> Iterator[tuple[list[int], list[RawEmbeddings]]]:
        """Embed token id sequences: (positions in `sequences`, their embeddings) a batch at a time.

        Raises ModelError.
        """

    def close(self) -> None:
        """Give the memory back; further calls are errors."""


@dataclass(frozen=True)
class Alignment:
    """Where the tokens of a text stand in it.

    ids: uint32 [tokens], prefix left out; spans: start and end of each, empty for special tokens;
    vector_spans: those of the tokens that have a vector, in the order of `Embeddings.multi`.
    """

    ids: NDArray[np.uint32]
    spans: tuple[tuple[int, int], ...]
    vector_spans: tuple[tuple[int, int], ...]
