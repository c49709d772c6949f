"""Our encoder against FlagEmbedding's own `encode`, on the compact model and at full size.

The same passages, cut from real documents, in the same run, each side in a process of its own so
that peak memory is its own. Baselines: `BGEM3FlagModel.encode` as it comes, and with its best
batch size. "Full size" is BGE-M3's architecture (24 layers, 1024 wide, 568 M parameters) with
random weights: its speed is that of the real model, its results mean nothing.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from first_path import passages_of
from report import ROOT, arguments, say, show

from app.embedding.folder import ModelFolder, open_model_folder
from app.embedding.service import BGEM3Service
from app.paths import compact_model_dir

_QUERY = "Wie lange ist die Kündigungsfrist der Wohnung in der Lindenstraße?"
_BATCH_SIZES = (1, 2, 4, 8, 16)


def main() -> None:
    """Measure both models and print."""
    parser = arguments(__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, default=ROOT / "resources" / "sample-library")
    parser.add_argument("--model", choices=("compact", "full"), help="only this one")
    parser.add_argument("--part", help="(used by itself) what to measure in this process")
    parser.add_argument("--model-folder", type=Path)
    parser.add_argument("--texts", type=Path)
    chosen = parser.parse_args()
    if chosen.part:
        print(
            json.dumps(
                PARTS[chosen.part](chosen.model_folder, json.loads(chosen.texts.read_text()))
            )
        )
        return
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for name in [chosen.model] if chosen.model else ["compact", "full"]:
            folder = compact_model_dir()
            if name == "full":
                folder = full_size_folder(Path(temporary) / "full")
            number = {"compact": 64, "full": 16}[name] // (2 if chosen.quick else 1)
            figures[name] = compare(folder, chosen.folder, number, Path(temporary))
    show(figures, as_json=chosen.json)


def compare(folder: Path, documents: Path, number: int, temporary: Path) -> dict[str, float]:
    """All figures of one model folder."""
    service = BGEM3Service(open_model_folder(folder))
    every = passages_of(documents, service, 10_000)
    texts = every[:: max(1, len(every) // number)][:number]
    file = temporary / "texts.json"
    file.write_text(json.dumps(texts))
    ours, library, peak = (part(name, folder, file) for name in ("ours", "library", "peak"))
    lengths = service.tokens.count(texts)
    best = max(library["rates"].values())
    return {
        "passages": len(texts),
        "tokens_mean": float(np.mean(lengths)),
        "passages_per_second": ours["rate"],
        "flagembedding_default": library["rates"]["default"],
        "flagembedding_best_batch": best,
        "vs_default": ours["rate"] / library["rates"]["default"],
        "vs_best_batch": ours["rate"] / best,
        "query_ms": ours["query_ms"],
        "query_ratio": ours["query_ms"] / library["query_ms"],
        "peak_fraction": ours["flops"] / ours["seconds"] / peak["flops_per_second"],
        "peak_rss_mb": ours["peak_rss_mb"],
        "library_peak_rss_mb": library["peak_rss_mb"],
        "worst_cosine_dense": worst_cosine(ours["dense"], library["dense"]),
    }


def part(name: str, folder: Path, texts: Path) -> dict[str, Any]:
    """Run one part in a fresh process and take what it printed last."""
    say(f"{folder.name}: {name} ...")
    command = [sys.executable, __file__, "--part", name, "--model-folder", str(folder)]
    done = subprocess.run(
        [*command, "--texts", str(texts)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def measure_ours(path: Path, texts: list[str]) -> dict[str, Any]:
    """Passages a second, query latency, floating point operations and peak memory."""
    folder = open_model_folder(path)
    service = BGEM3Service(folder)
    service.load()
    list(service.encode_passages(texts[:2]))
    started = time.perf_counter()
    dense = {
        position: embedding.dense.tolist()
        for positions, found in service.encode_passages(texts)
        for position, embedding in zip(positions, found, strict=True)
    }
    seconds = time.perf_counter() - started
    service.encode_query(_QUERY)
    return {
        "rate": len(texts) / seconds,
        "seconds": seconds,
        "query_ms": best_ms(lambda: service.encode_query(_QUERY)),
        "dense": [dense[position] for position in range(len(texts))],
        "flops": flops(folder, service, texts),
        "peak_rss_mb": peak_rss_mb(),
    }


def measure_library(path: Path, texts: list[str]) -> dict[str, Any]:
    """The library's own loop, as it comes and with each batch size."""
    from FlagEmbedding import BGEM3FlagModel

    folder = open_model_folder(path)
    model = BGEM3FlagModel(
        str(path),
        use_fp16=False,
        devices="cpu",
        pooling_method=folder.pooling,
        colbert_dim=folder.colbert_dim,
    )
    prefixed = [folder.passage_prefix + text for text in texts]
    options: dict[str, Any] = {
        "return_sparse": True,
        "return_colbert_vecs": True,
        "max_length": 512,
    }
    model.encode(prefixed[:2], **options)
    rates: dict[str, float] = {}
    for batch in (None, *_BATCH_SIZES):
        started = time.perf_counter()
        found = model.encode(prefixed, **options, **({"batch_size": batch} if batch else {}))
        rates[str(batch or "default")] = len(texts) / (time.perf_counter() - started)
        if batch is None:
            dense = found["dense_vecs"].tolist()
            peak = peak_rss_mb()
    query = [folder.query_prefix + _QUERY]
    return {
        "rates": rates,
        "query_ms": best_ms(lambda: model.encode(query, **options)),
        "dense": dense,
        "peak_rss_mb": peak,
    }


def measure_peak(path: Path, texts: list[str]) -> dict[str, float]:
    """The processor's matrix multiplication limit in the precision of our encoder."""
    import torch

    from app.embedding.encoder import Encoder

    dtype = Encoder(open_model_folder(path)).dtype
    left, right = (torch.randn(2048, 2048).to(dtype) for _ in range(2))
    seconds = best_ms(lambda: torch.mm(left, right), rounds=30) / 1000
    return {"flops_per_second": 2 * 2048**3 / seconds}


PARTS = {"ours": measure_ours, "library": measure_library, "peak": measure_peak}


def flops(folder: ModelFolder, service: BGEM3Service, texts: list[str]) -> float:
    """Multiplications and additions of the matrix products, without padding."""
    config = json.loads((folder.path / "config.json").read_text("utf-8"))
    wide, hidden = config["intermediate_size"], config["hidden_size"]
    sequences, _ = service.tokens.encode(texts, folder.passage_prefix)
    per_token = 2 * (4 * hidden**2 + 2 * hidden * wide)
    return float(
        config["num_hidden_layers"]
        * sum(per_token * len(ids) + 4 * hidden * len(ids) ** 2 for ids in sequences)
    )


def best_ms(call: Any, rounds: int = 7) -> float:
    """The fastest of some calls, in milliseconds: noise only ever adds."""
    taken = []
    for _ in range(rounds):
        started = time.perf_counter()
        call()
        taken.append(time.perf_counter() - started)
    return 1000 * min(taken)


def peak_rss_mb() -> float:
    """Largest resident memory of this process so far."""
    if sys.platform == "win32":
        import psutil

        return float(psutil.Process().memory_info().peak_wset) / 2**20
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def worst_cosine(ours: list[list[float]], theirs: list[list[float]]) -> float:
    """The smallest cosine between our dense vectors and the library's."""
    return float((np.asarray(ours) * np.asarray(theirs)).sum(1).min())


def full_size_folder(path: Path) -> Path:
    """BGE-M3's architecture with random weights and the compact model's tokenizer."""
    import torch
    from transformers import XLMRobertaConfig, XLMRobertaModel

    say("Making a model of 568 M random parameters ...")
    torch.manual_seed(0)
    config = XLMRobertaConfig(
        vocab_size=250002,
        hidden_size=1024,
        num_hidden_layers=24,
        num_attention_heads=16,
        intermediate_size=4096,
        max_position_embeddings=8194,
        type_vocab_size=1,
        layer_norm_eps=1e-5,
        pad_token_id=1,
        bos_token_id=0,
        eos_token_id=2,
    )
    with torch.inference_mode():
        XLMRobertaModel(config).to(torch.float16).save_pretrained(path)
    torch.save(torch.nn.Linear(1024, 1024).state_dict(), path / "colbert_linear.pt")
    torch.save(torch.nn.Linear(1024, 1).state_dict(), path / "sparse_linear.pt")
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(compact_model_dir() / name, path / name)
    return path


if __name__ == "__main__":
    main()
