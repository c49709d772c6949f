"""Embeddings as bytes for the cache: small numbers behind a header and a checksum, no pickle."""

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

from app.embedding.model import Embeddings

# Magic, CRC-32 of the rest, then the lengths: dense, terms, rows and width of multi.
_HEADER = struct.Struct("<4sIIIII")
_MAGIC = b"EMB2"
_LEVELS = 127


def pack(embeddings: Embeddings) -> bytes:
    """Embeddings as bytes, little-endian.

    dense float32; terms uint32; weights float16; token vectors int8 with one float16 scale each:
    the cosine of a token vector with itself stays above 0.9999, its length within 0.001.
    """
    rows, width = embeddings.multi.shape
    scales, levels = _quantised(embeddings.multi.astype(np.float32))
    body = b"".join(
        (
            embeddings.dense.astype("<f4").tobytes(),
            embeddings.terms.astype("<u4").tobytes(),
            embeddings.weights.astype("<f2").tobytes(),
            scales.astype("<f2").tobytes(),
            levels.tobytes(),
        )
    )
    lengths = (len(embeddings.dense), len(embeddings.terms), rows, width)
    return _HEADER.pack(_MAGIC, zlib.crc32(body), *lengths) + body


def unpack(data: bytes) -> Embeddings | None:
    """The embeddings packed in these bytes, or None when they are not whole."""
    if len(data) < _HEADER.size:
        return None
    magic, checksum, dim, terms, rows, width = _HEADER.unpack_from(data)
    body = memoryview(data)[_HEADER.size :]
    sizes = (4 * dim, 4 * terms, 2 * terms, 2 * rows, rows * width)
    if magic != _MAGIC or len(body) != sum(sizes) or zlib.crc32(body) != checksum:
        return None
    starts = [sum(sizes[:i]) for i in range(len(sizes))]
    scales = np.frombuffer(body, "<f2", rows, starts[3]).astype(np.float32)
    levels = np.frombuffer(body, np.int8, rows * width, starts[4]).reshape(rows, width)
    return Embeddings(
        np.frombuffer(body, "<f4", dim, starts[0]),
        np.frombuffer(body, "<u4", terms, starts[1]),
        np.frombuffer(body, "<f2", terms, starts[2]).astype(np.float32),
        (levels * scales[:, None]).astype(np.float16),
    )


def _quantised(vectors: NDArray[np.float32]) -> tuple[NDArray[np.float16], NDArray[np.int8]]:
    """Scales float16 [rows] and levels int8 [rows, width]; their product is the vectors.

    Rounding changes a vector's length, which MaxSim would notice; the scale makes up for it.
    """
    largest = np.abs(vectors).max(axis=1, keepdims=True, initial=0.0)
    levels = np.rint(vectors * (_LEVELS / np.where(largest > 0, largest, 1)))
    lengths = np.linalg.norm(levels, axis=1)
    scales = np.linalg.norm(vectors, axis=1) / np.where(lengths > 0, lengths, 1)
    return scales.astype(np.float16), levels.astype(np.int8)
