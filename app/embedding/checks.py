"""What an embedding must be before it may be stored."""

import numpy as np
from numpy.typing import NDArray

from app.embedding.folder import ModelFolder
from app.embedding.model import RawEmbeddings

# A vector of length 1 in float16 or bfloat16 is off by less.
_TOLERANCE = 0.02


def fault_of(raw: RawEmbeddings, tokens: int, folder: ModelFolder) -> str:
    """What is wrong with the raw embeddings of a text of so many tokens; "" when nothing is.

    A model out of memory, overflowing in half precision, or a broken server can give zeros, NaN
    or arrays of another size; stored, they would be found for every query or for none.
    """
    if raw.dense.shape != (folder.dim,):
        return f"a dense vector of shape {raw.dense.shape} instead of ({folder.dim},)"
    if raw.token_weights.shape != (tokens,):
        return f"{raw.token_weights.shape} token weights for {tokens} tokens"
    if raw.token_vectors.shape != (tokens - 1, folder.head_dim):
        return f"token vectors of shape {raw.token_vectors.shape} for {tokens} tokens"
    if not np.isfinite(raw.token_weights).all() or (raw.token_weights < 0).any():
        return "token weights that are negative or no numbers"
    if not _are_normalised(raw.dense[None]):
        return "a dense vector that is not of length 1"
    if not _are_normalised(raw.token_vectors):
        return "a token vector that is not of length 1"
    return ""


def _are_normalised(vectors: NDArray[np.float32]) -> bool:
    """Whether each row has length 1; NaN and infinity have not."""
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors, dtype=np.float32))
    return bool((np.abs(lengths - 1) <= _TOLERANCE).all())
