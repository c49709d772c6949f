"""The embedding service on the real model: parity with FlagEmbedding, no network, unloading."""

import socket
from typing import Any

import numpy as np
import pytest

from app.embedding import encoder
from app.embedding.folder import ModelFolder
from app.embedding.service import BGEM3Service

TEXTS = [
    "Die Kündigungsfrist beträgt drei Monate zum Ende eines Kalendermonats.",
    "E-07 means that the water tank is empty. " * 12,
    "企鹅生活在南半球。",
    "Deposit",
]


@pytest.fixture(scope="module")
def reference(model_folder: ModelFolder) -> Any:
    """What the library's own loop makes of the texts, in float32."""
    from FlagEmbedding import BGEM3FlagModel

    model = BGEM3FlagModel(
        str(model_folder.path),
        use_fp16=False,
        devices="cpu",
        pooling_method=model_folder.pooling,
        colbert_dim=model_folder.colbert_dim,
    )
    prefixed = [model_folder.passage_prefix + text for text in TEXTS]
    return model.encode(prefixed, return_sparse=True, return_colbert_vecs=True, max_length=512)


@pytest.mark.parametrize(("bf16", "least"), [(False, 0.99999), (True, 0.9995)])
def test_our_loop_gives_what_the_library_gives(
    model_folder: ModelFolder,
    reference: Any,
    monkeypatch: pytest.MonkeyPatch,
    bf16: bool,
    least: float,
) -> None:
    if bf16 and not encoder._has_fast_bf16():
        pytest.skip("this processor has no bfloat16")
    monkeypatch.setattr(encoder, "_has_fast_bf16", lambda: bf16)
    ours = encoder.Encoder(model_folder)
    service = BGEM3Service(model_folder)
    prefix = model_folder.passage_prefix
    sequences, _ = service.tokens.encode(TEXTS, prefix)
    found = {
        position: raw
        for positions, batch in ours.encode(sequences, 2048)
        for position, raw in zip(positions, batch, strict=True)
    }
    for position in range(len(TEXTS)):
        assert found[position].dense @ reference["dense_vecs"][position] >= least
        theirs = reference["colbert_vecs"][position]
        cosines = (found[position].token_vectors * theirs).sum(1)
        assert cosines.mean() >= least
        weights = {
            str(token): weight
            for token, weight in zip(
                sequences[position], found[position].token_weights.tolist(), strict=True
            )
        }
        for token, weight in reference["lexical_weights"][position].items():
            assert weights[token] == pytest.approx(float(weight), abs=1e-3)


def test_loading_and_encoding_open_no_socket(
    model_folder: ModelFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert BGEM3Service(model_folder).encode_query("anything").dense.shape == (model_folder.dim,)


def test_an_unloaded_model_comes_back_by_itself(model_folder: ModelFolder) -> None:
    service = BGEM3Service(model_folder)
    before = service.encode_query("How long is the lease?")
    assert service.loaded
    service.unload()
    assert not service.loaded
    after = service.encode_query("How long is the lease?")
    assert np.array_equal(before.dense, after.dense)
    assert np.array_equal(before.multi, after.multi)
