"""What the model makes of a text."""

from dataclasses import dataclass

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
class Alignment:
    """Where the tokens of a text stand in it.

    ids: uint32 [tokens], prefix left out; spans: start and end of each, empty for special tokens;
    vector_spans: those of the tokens that have a vector, in the order of `Embeddings.multi`.
    """

    ids: NDArray[np.uint32]
    spans: tuple[tuple[int, int], ...]
    vector_spans: tuple[tuple[int, int], ...]
