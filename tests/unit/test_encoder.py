"""The encoder on real weights: parity with FlagEmbedding, no network, bounded memory, devices."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.embedding.folder import ModelFolder, open_model_folder
from app.embedding.options import EncoderOptions
from app.embedding.tokens import Tokens
from app.paths import compact_model_dir

ROOT = Path(__file__).resolve().parents[2]
SPECIAL = {0, 1, 2, 3}
TEXTS = [
    "Die Kündigungsfrist beträgt drei Monate zum Ende eines Kalendermonats.",
    "E-07 means that the water tank is empty. " * 12,
    "企鹅生活在南半球。",
    "Deposit",
    "The roof was repaired in spring, and the owners paid for it together. " * 60,
]


@pytest.fixture(scope="module")
def bge_m3_in_small(tmp_path_factory: pytest.TempPathFactory) -> ModelFolder:
    """BGE-M3's architecture (XLM-RoBERTa, first token, learned heads), small and random."""
    import torch
    from transformers import XLMRobertaConfig, XLMRobertaModel

    path = tmp_path_factory.mktemp("model")
    torch.manual_seed(0)
    config = XLMRobertaConfig(
        vocab_size=250002,
        hidden_size=64,
        num_hidden_layers=3,
        num_attention_heads=4,
        intermediate_size=256,
        max_position_embeddings=8194,
        type_vocab_size=1,
        layer_norm_eps=1e-5,
        initializer_range=0.1,
    )
    XLMRobertaModel(config).save_pretrained(path)
    torch.save(torch.nn.Linear(64, 64).state_dict(), path / "colbert_linear.pt")
    torch.save(torch.nn.Linear(64, 1).state_dict(), path / "sparse_linear.pt")
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(compact_model_dir() / name, path / name)
    return open_model_folder(path)


def theirs(folder: ModelFolder) -> Any:
    """What the library's own loop makes of the texts, in float32."""
    from FlagEmbedding import BGEM3FlagModel

    model = BGEM3FlagModel(
        str(folder.path),
        use_fp16=False,
        devices="cpu",
        pooling_method=folder.pooling,
        colbert_dim=folder.colbert_dim,
    )
    prefixed = [folder.passage_prefix + text for text in TEXTS]
    return model.encode(prefixed, return_sparse=True, return_colbert_vecs=True, max_length=512)


def sparse_of(ids: list[int], weights: np.ndarray) -> dict[str, float]:
    """The largest weight of each token, as the library builds its lexical weights."""
    found: dict[str, float] = {}
    for token, weight in zip(ids, weights.tolist(), strict=True):
        if token not in SPECIAL and weight > 0:
            found[str(token)] = max(weight, found.get(str(token), 0.0))
    return found


def cosine(left: dict[str, float], right: dict[str, float]) -> float:
    norms = [sum(weight**2 for weight in side.values()) ** 0.5 for side in (left, right)]
    return sum(weight * right.get(token, 0.0) for token, weight in left.items()) / (
        norms[0] * norms[1]
    )


@pytest.mark.parametrize("architecture", ["compact", "bge_m3_in_small"])
def test_float32_gives_what_the_library_gives(
    architecture: str, model_folder: ModelFolder, bge_m3_in_small: ModelFolder
) -> None:
    folder = model_folder if architecture == "compact" else bge_m3_in_small
    worst = worst_cosines(folder, "float32")
    assert min(worst.values()) >= 0.9999, worst


def test_bfloat16_stays_within_its_tolerance(model_folder: ModelFolder) -> None:
    from app.embedding.device import has_fast_bf16

    if not has_fast_bf16():
        pytest.skip("this processor does not multiply bfloat16")
    worst = worst_cosines(model_folder, "bfloat16")
    assert worst["dense"] >= 0.9998, worst
    assert worst["sparse"] >= 0.9998, worst
    assert worst["multi"] >= 0.995, worst  # of a single token vector; 0.998 seen in 32 passages


def worst_cosines(folder: ModelFolder, precision: str) -> dict[str, float]:
    """The smallest cosine of each channel, for multi over all token vectors."""
    from app.embedding.encoder import Encoder

    reference = theirs(folder)
    ours = Encoder(folder, EncoderOptions(device="cpu", precision=precision))
    assert ours.device.precision == precision
    sequences, _ = Tokens(folder.path).encode(TEXTS, folder.passage_prefix)
    found = {
        position: raw
        for positions, batch in ours.encode(sequences)
        for position, raw in zip(positions, batch, strict=True)
    }
    dense, sparse, multi = [], [], []
    for position, ids in enumerate(sequences):
        raw = found[position]
        dense.append(float(raw.dense @ reference["dense_vecs"][position]))
        lexical = sparse_of(ids, raw.token_weights)
        sparse.append(cosine(lexical, reference["lexical_weights"][position]))
        assert raw.token_vectors.shape == reference["colbert_vecs"][position].shape
        multi += (raw.token_vectors * reference["colbert_vecs"][position]).sum(1).tolist()
    return {"dense": min(dense), "sparse": min(sparse), "multi": min(multi)}


def test_a_batch_does_not_change_a_text(model_folder: ModelFolder) -> None:
    from app.embedding.encoder import Encoder

    together = Encoder(model_folder, EncoderOptions(device="cpu", precision="float32"))
    sequences, _ = Tokens(model_folder.path).encode(TEXTS, model_folder.passage_prefix)
    positions, batch = next(iter(together.encode(sequences[:3])))
    assert len(batch) == 3
    alone = Encoder(model_folder, EncoderOptions("cpu", "float32", batch_size=1))
    sizes = []
    for (position,), (raw,) in alone.encode(sequences[:3]):
        sizes.append(len(sequences[position]))
        other = batch[positions.index(position)]
        assert np.allclose(raw.token_vectors, other.token_vectors, atol=1e-5)
    assert sizes == sorted(map(len, sequences[:3]))


def test_a_gpu_that_is_not_there_is_named() -> None:
    import torch

    from app.embedding.device import candidates

    if torch.cuda.is_available():
        pytest.skip("there is a GPU")
    (device,) = candidates(EncoderOptions(device="cuda"))
    assert device.kind == "cpu"
    assert "CUDA" in device.reason
    assert device.reason in device.describe()
    (device,) = candidates(EncoderOptions(device="cpu"))
    assert device.reason == ""


def in_a_process(script: str, **environ: str) -> str:
    """What a script prints that is run by a Python of its own."""
    clean = {name: value for name, value in os.environ.items() if "OFFLINE" not in name}
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=clean | environ,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_loading_and_encoding_open_no_socket() -> None:
    script = """
import socket
def refuse(*arguments, **named):
    raise AssertionError("a socket was asked for")
socket.getaddrinfo = socket.create_connection = refuse
class Refused(socket.socket):
    __init__ = refuse
socket.socket = Refused
from app.embedding.folder import open_model_folder
from app.embedding.service import BGEM3Service
from app.paths import compact_model_dir
print(len(BGEM3Service(open_model_folder(compact_model_dir())).encode_query("anything").dense))
"""
    assert in_a_process(script).split() == ["384"]


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is Linux's")
def test_a_batch_too_large_for_memory_is_halved() -> None:
    """A real limit on the process's memory, in which four texts fit and 64 do not."""
    script = """
import resource
from pathlib import Path
import numpy as np
from app.embedding.encoder import Encoder
from app.embedding.folder import open_model_folder
from app.embedding.options import EncoderOptions
from app.paths import compact_model_dir
encoder = Encoder(
    open_model_folder(compact_model_dir()), EncoderOptions(device="cpu", batch_tokens=65536)
)
sequence = [0, *range(1000, 1510), 2]
((_, (alone,)),) = encoder.encode([sequence])
pages = int(Path("/proc/self/statm").read_text().split()[0])
limit = pages * resource.getpagesize() + 220 * 2**20
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
found = [raw for _, batch in encoder.encode([sequence] * 64) for raw in batch]
print(len(found), encoder.batch_tokens, min(float(raw.dense @ alone.dense) for raw in found))
"""
    number, budget, worst = in_a_process(script).split()
    assert int(number) == 64
    assert 512 <= int(budget) <= 65536 // 4
    assert float(worst) > 0.999


@pytest.mark.skipif(sys.platform != "linux", reason="resident memory is counted as Linux does")
def test_a_loaded_model_takes_no_more_memory_than_its_weights() -> None:
    script = """
import psutil, torch
from app.embedding.encoder import Encoder, _give_back_memory
from app.embedding.folder import open_model_folder
from app.paths import compact_model_dir
def used():
    _give_back_memory()
    return psutil.Process().memory_full_info().uss
folder = open_model_folder(compact_model_dir())
Encoder(folder).close()  # what the libraries load on their first use is not the model's
before = used()
encoder = Encoder(folder)
# 118 M parameters, of which the pooler's 384 * 385 are not kept, and the two heads in float32
weights = (117653760 - 384 * 385) * encoder.device.dtype.itemsize
print((used() - before) / weights)
"""
    assert 0.9 < float(in_a_process(script)) <= 1.1
