"""Our encoder against FlagEmbedding's own `encode`, on the compact model and at full size.

The same passages, cut from real documents, in the same run, each side in a process of its own so
that peak memory is its own. Baselines: `BGEM3FlagModel.encode` as it comes, and with its best
batch size. "Full size" is BGE-M3's architecture (24 layers, 1024 wide, 568 M parameters) with
random weights: its speed is that of the real model, its results mean nothing.

The sides take turns, and a ratio is the median over turns of one side's seconds by the other's
right beside it: what else the machine does meets both.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import Any

import numpy as np
from first_path import passages_of
from report import ROOT, arguments, say, show

from app.embedding.folder import open_model_folder
from app.embedding.service import BGEM3Service
from app.paths import compact_model_dir

# The likeliest best ones first; --quick tries only two.
_BATCH_SIZES = {"compact": (4, 8, 1, 16), "full": (4, 1, 2, 8)}
_PASSAGES = {"compact": 64, "full": 16}
_REST_SECONDS = 0.1


def main() -> None:
    """Measure both models and print."""
    parser = arguments(__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, default=ROOT / "resources" / "sample-library")
    parser.add_argument("--model", choices=("compact", "full"), help="only this one")
    parser.add_argument("--device", choices=("cpu", "cuda", "mps"), default="cpu")
    parser.add_argument("--rounds", type=int, help="turns of each side")
    chosen = parser.parse_args()
    rounds = chosen.rounds or (1 if chosen.quick else 3)
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for name in [chosen.model] if chosen.model else ["compact", "full"]:
            folder = compact_model_dir()
            if name == "full":
                folder = full_size_folder(Path(temporary) / "full")
            texts = some_passages(folder, chosen.folder, _PASSAGES[name] // (1 + chosen.quick))
            sizes = _BATCH_SIZES[name][: 2 if chosen.quick else None]
            file = Path(temporary) / "texts.json"
            file.write_text(json.dumps(texts))
            command = [str(folder), str(file), chosen.device]
            with (
                Part("ours", command) as ours,
                Part("library", command) as library,
                Part("peak", command) as peak,
            ):
                figures[name] = {
                    "passages": len(texts),
                    **compare(ours, library, peak, len(texts), sizes, rounds),
                    "worst_cosine": worst_cosines(ours, library, Path(temporary)),
                }
    show(figures, as_json=chosen.json)


class Part:
    """A process that measures one side; see encoder_parts.py."""

    def __init__(self, name: str, command: list[str]) -> None:
        say(f"{Path(command[0]).name}: {name} ...")
        self._name = name
        # What app/__init__.py does to numpy is part of our side, and of no other.
        blas = {"OPENBLAS_NUM_THREADS": "1"} if name == "ours" else {}
        environment = {k: v for k, v in os.environ.items() if k != "OPENBLAS_NUM_THREADS"} | blas
        self._process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("encoder_parts.py"), name, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=sys.stderr,
            text=True,
            env=environment,
        )
        self._answer()

    def __enter__(self) -> "Part":
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: Any, _trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    def ask(self, *order: Any) -> Any:
        """Give an order and wait for its answer."""
        assert self._process.stdin
        print(json.dumps(order), file=self._process.stdin, flush=True)
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            sys.exit(f"The part {self._name} ended with {self._process.wait()}.")
        return json.loads(line)


def compare(
    ours: Part, library: Part, peak: Part, number: int, sizes: tuple[int, ...], rounds: int
) -> dict[str, Any]:
    """Ratios of the sides, taking turns."""
    about = ours.ask("about")
    our_seconds: list[float] = []
    fractions: list[float] = []
    ratios: dict[int | None, list[float]] = {size: [] for size in (None, *sizes)}
    seconds: dict[int | None, list[float]] = {size: [] for size in (None, *sizes)}
    peak_rss = None
    for turn in range(rounds):
        for size in ratios:
            say(f"turn {turn + 1} of {rounds}, batch size {size or 'as it comes'} ...")
            before = peak.ask("per_second")
            our_seconds.append(ours.ask("passages"))
            limit = (before + peak.ask("per_second")) / 2
            fractions.append(about["operations"] / our_seconds[-1] / limit)
            seconds[size].append(library.ask("passages", size))
            ratios[size].append(seconds[size][-1] / our_seconds[-1])
            peak_rss = peak_rss or library.ask("peak_rss_mb")
    queries = [(rested(ours), rested(library)) for _ in range(3 + 4 * rounds)][1:]
    best = min(sizes, key=lambda size: median(ratios[size]))
    return {
        "device": about["device"],
        "passages_per_second": number / median(our_seconds),
        "flagembedding_default": number / median(seconds[None]),
        "flagembedding_best_batch": number / median(seconds[best]),
        "best_batch_size": best,
        "vs_default": median(ratios[None]),
        "vs_best_batch": median(ratios[best]),
        "query_ms": 1000 * median(query for query, _ in queries),
        "query_ratio": median(query / other for query, other in queries),
        "peak_fraction": median(fractions),
        "model_memory_over_weights": about["memory_over_weights"],
        "peak_rss_mb": ours.ask("peak_rss_mb"),
        "library_peak_rss_mb": peak_rss,
    }


def rested(part: Part) -> float:
    """Seconds for one query that comes after a rest, as a person's does.

    Without it the other side's threads, which go on waiting busily for some milliseconds after
    their work, would take a core from this one.
    """
    time.sleep(_REST_SECONDS)
    return float(part.ask("query"))


def some_passages(model: Path, documents: Path, number: int) -> list[str]:
    """Passages spread over all documents, of whatever lengths these have."""
    service = BGEM3Service(open_model_folder(model))
    every = passages_of(documents, service, 10_000)
    return every[:: max(1, len(every) // number)][:number]


def worst_cosines(ours: Part, library: Part, temporary: Path) -> dict[str, float]:
    """The smallest cosine of each channel between the sides; of a token's for multi."""
    found = []
    for part, name in ((ours, "ours.npz"), (library, "library.npz")):
        part.ask("save", str(temporary / name))
        found.append(np.load(temporary / name))
    worst = dict.fromkeys(("dense", "sparse", "multi"), 1.0)
    for name in found[0].files:
        left, right = (side[name] for side in found)
        kind = name.rstrip("0123456789")
        if kind == "sparse":
            left, right = _aligned(left, right)
        norms = np.linalg.norm(left, axis=-1) * np.linalg.norm(right, axis=-1)
        if not norms.all():  # a random sparse head may give a text no weight at all
            continue
        worst[kind] = min(worst[kind], float(((left * right).sum(-1) / norms).min()))
    return worst


def _aligned(*sides: Any) -> list[Any]:
    """Sparse vectors, (token, weight) a row, as weights over all tokens of either."""
    tokens = np.unique(np.concatenate([side[:, 0] for side in sides]))
    found = [np.zeros(len(tokens)) for _ in sides]
    for weights, side in zip(found, sides, strict=True):
        weights[np.searchsorted(tokens, side[:, 0])] = side[:, 1]
    return found


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
