"""Embeddings as bytes for the cache: arrays behind a header, no pickle."""

import struct

import numpy as np

from app.embedding.model import Embeddings

_HEADER = struct.Struct("<4sIIII")
_MAGIC = b"EMB1"


def pack(embeddings: Embeddings) -> bytes:
    """Embeddings as bytes: a header with the four lengths, then the arrays, little-endian."""
    rows, width = embeddings.multi.shape
    header = _HEADER.pack(_MAGIC, len(embeddings.dense), len(embeddings.terms), rows, width)
    return b"".join(
        (
            header,
            embeddings.dense.astype("<f4").tobytes(),
            embeddings.terms.astype("<u4").tobytes(),
            embeddings.weights.astype("<f4").tobytes(),
            embeddings.multi.astype("<f2").tobytes(),
        )
    )


def unpack(data: bytes) -> Embeddings | None:
    """The embeddings packed in these bytes, or None when they are not whole."""
    if len(data) < _HEADER.size:
        return None
    magic, dim, terms, rows, width = _HEADER.unpack_from(data)
    if magic != _MAGIC or len(data) != _HEADER.size + 4 * dim + 8 * terms + 2 * rows * width:
        return None
    at = _HEADER.size
    dense = np.frombuffer(data, "<f4", dim, at)
    ids = np.frombuffer(data, "<u4", terms, at + 4 * dim)
    weights = np.frombuffer(data, "<f4", terms, at + 4 * dim + 4 * terms)
    multi = np.frombuffer(data, "<f2", rows * width, at + 4 * dim + 8 * terms)
    return Embeddings(dense, ids, weights, multi.reshape(rows, width))
