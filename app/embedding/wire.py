"""The protocol of the model server, version 1: HTTP, JSON, arrays as base64.

Every request carries `Authorization: Bearer KEY` when the server has a key. Errors come as
`{"error": "one sentence"}` with status 400 (malformed), 401 (key), 404, 409 (another model than
asked for), 413 (too large), 415 (no JSON), 500 (the model failed) or 503 (too many at once).

GET /v1/model → `{"version": 1, "model_fingerprint", "name", "dim", "multi_dim", "pooling",
"query_prefix", "passage_prefix", "colbert_dim", "sparse", "multi_skip_punctuation",
"weights": {"dense", "sparse", "multi"}, "tokenizer_sha256"}`: the fields of ModelFolder that say
what the model is; what is kept of its vectors is for the desk to decide.

GET /v1/tokenizer → the model's tokenizer.json. The desk cuts passages and makes token ids itself,
so it needs it; it asks once and keeps it.

POST /v1/embeddings, Content-Type application/json, at most MAX_SEQUENCES sequences and
MAX_REQUEST_TOKENS tokens in all:
`{"version": 1, "model": FINGERPRINT, "sequences": [[0, 581, …, 2], …]}` →
`{"version": 1, "model": FINGERPRINT, "embeddings": [{"dense", "token_weights",
"token_vectors"}, …]}` in the order of the sequences, as RawEmbeddings describes them, each array
base64 of little-endian bytes: float32 [dim], float32 [tokens], float16 [tokens - 1, head_dim].
"""

import base64
import binascii
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.embedding.folder import ChannelWeights, ModelFolder
from app.embedding.model import RawEmbeddings

VERSION = 1
MAX_SEQUENCES = 1024
MAX_REQUEST_TOKENS = 65_536
MAX_REQUEST_BYTES = 2**20
MAX_TOKENIZER_BYTES = 2**26
_FINGERPRINT = re.compile(r"[0-9A-Za-z]{8,64}")  # becomes the name of a folder


_DESK = ("path", "fingerprint", "multi_vector_count")  # fields that each desk has of its own


def describe(folder: ModelFolder, tokenizer_sha256: str) -> dict[str, Any]:
    """The answer to GET /v1/model."""
    facts = asdict(folder)
    for name in _DESK:
        del facts[name]
    return {"version": VERSION, **facts, "tokenizer_sha256": tokenizer_sha256}


def described(facts: Mapping[str, Any], path: Path, vector_count: int) -> ModelFolder:
    """The model of such an answer, with its tokenizer in path; raises ValueError.

    vector_count: multi_vector_count of this desk.
    """
    if facts.get("version") != VERSION:
        raise ValueError(f"protocol version {facts.get('version')!r}")
    values = {
        field.name: facts[field.name]
        for field in fields(ModelFolder)
        if field.name in facts and field.name not in (*_DESK, "weights")
    }
    try:
        weights = {name: float(facts["weights"][name]) for name in ("dense", "sparse", "multi")}
        folder = ModelFolder(
            path=path,
            fingerprint="",
            multi_vector_count=vector_count,
            weights=ChannelWeights(**weights),
            **values,
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"an incomplete description of its model ({error})") from None
    texts = (folder.name, folder.model_fingerprint, folder.query_prefix, folder.passage_prefix)
    if (
        not all(isinstance(text, str) for text in texts)
        or not _FINGERPRINT.fullmatch(folder.model_fingerprint)
        or folder.sparse not in ("learned", "term_frequency")
        or not all(
            isinstance(size, int) and 0 < size <= 2**16 for size in (folder.dim, folder.multi_dim)
        )
    ):
        raise ValueError("a description of its model that makes no sense")
    return folder.with_vector_count(vector_count)


def pack_request(fingerprint: str, sequences: Sequence[list[int]]) -> dict[str, Any]:
    """The body of POST /v1/embeddings."""
    return {"version": VERSION, "model": fingerprint, "sequences": list(sequences)}


def unpack_request(body: Any, longest: int, vocabulary: int) -> tuple[str, list[list[int]]]:
    """The fingerprint and the sequences in a request's body; raises ValueError.

    longest: tokens a sequence may have; vocabulary: its size, an id is below it.
    """
    if not isinstance(body, dict) or body.get("version") != VERSION:
        raise ValueError(f"The body is not a request of version {VERSION}.")
    sequences, model = body.get("sequences"), body.get("model")
    if not isinstance(model, str) or not isinstance(sequences, list):
        raise ValueError("The request lacks model or sequences.")
    if not 1 <= len(sequences) <= MAX_SEQUENCES:
        raise ValueError(f"A request may hold 1 to {MAX_SEQUENCES} sequences.")
    total = 0
    for sequence in sequences:
        if not isinstance(sequence, list) or not 2 <= len(sequence) <= longest:
            raise ValueError(f"A sequence must be a list of 2 to {longest} token ids.")
        if not all(type(token) is int and 0 <= token < vocabulary for token in sequence):
            raise ValueError(f"A token id must be a whole number below {vocabulary}.")
        total += len(sequence)
    if total > MAX_REQUEST_TOKENS:
        raise ValueError(f"A request may hold {MAX_REQUEST_TOKENS} tokens.")
    return model, sequences


def pack_answer(fingerprint: str, embeddings: Sequence[RawEmbeddings]) -> dict[str, Any]:
    """The answer to POST /v1/embeddings."""
    return {
        "version": VERSION,
        "model": fingerprint,
        "embeddings": [
            {
                "dense": _as_text(raw.dense.astype("<f4")),
                "token_weights": _as_text(raw.token_weights.astype("<f4")),
                "token_vectors": _as_text(raw.token_vectors.astype("<f2")),
            }
            for raw in embeddings
        ],
    }


def unpack_answer(body: Any, fingerprint: str, lengths: Sequence[int]) -> list[RawEmbeddings]:
    """The embeddings in an answer to sequences of these lengths; raises ValueError."""
    if not isinstance(body, dict) or body.get("version") != VERSION:
        raise ValueError("no answer of the protocol's version")
    if body.get("model") != fingerprint:
        raise ValueError("embeddings of another model than asked for")
    entries = body.get("embeddings")
    if not isinstance(entries, list) or len(entries) != len(lengths):
        raise ValueError("another number of embeddings than texts")
    return [_raw(entry, tokens) for entry, tokens in zip(entries, lengths, strict=True)]


def _raw(entry: Any, tokens: int) -> RawEmbeddings:
    try:
        dense = np.frombuffer(_as_bytes(entry["dense"]), "<f4")
        weights = np.frombuffer(_as_bytes(entry["token_weights"]), "<f4")
        vectors = np.frombuffer(_as_bytes(entry["token_vectors"]), "<f2")
        return RawEmbeddings(dense, weights, vectors.astype(np.float32).reshape(tokens - 1, -1))
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"a damaged embedding ({error})") from None


def _as_text(array: NDArray[Any]) -> str:
    return base64.b64encode(array.tobytes()).decode("ascii")


def _as_bytes(text: Any) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from None
