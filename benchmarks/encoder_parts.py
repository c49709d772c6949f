"""What benchmarks/encoder.py measures, each in a process of its own that waits for orders.

`python encoder_parts.py PART MODEL_FOLDER TEXTS DEVICE` reads one JSON list a line, [name,
arguments ...], and answers with one JSON value a line.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from report import ROOT  # noqa: F401  (makes the program importable)

from app.embedding.folder import ModelFolder, open_model_folder
from app.embedding.options import EncoderOptions
from app.embedding.service import SPECIAL_IDS, BGEM3Service

QUERY = "Wie lange ist die Kündigungsfrist der Wohnung in der Lindenstraße?"


class Ours:
    """The program's own path, with everything it does to a text."""

    def __init__(self, folder: ModelFolder, texts: list[str], device: str) -> None:
        from app.embedding import encoder  # what the libraries take is not the model's

        assert encoder
        self._folder, self._texts = folder, texts
        self._service = BGEM3Service(folder, options=EncoderOptions(device=device))
        before = _own_memory()
        self._service.load()
        self._memory = _own_memory() - before
        self.passages()

    def about(self) -> dict[str, Any]:
        """Device, memory over weights, and the work in all texts in operations."""
        encoder = self._service._encoder
        weights = _parameters(self._folder) * encoder.device.dtype.itemsize
        return {
            "device": encoder.device.describe(),
            "memory_over_weights": self._memory / weights,
            "operations": _operations(self._folder, self._service, self._texts),
        }

    def passages(self) -> float:
        """Seconds for all texts."""
        return _seconds(lambda: list(self._service.encode_passages(self._texts)))

    def query(self) -> float:
        """Seconds for one query."""
        return _seconds(lambda: self._service.encode_query(QUERY))

    def save(self, file: str) -> None:
        """Write what the model itself gave, before the program selects from it."""
        ids, _ = self._service.tokens.encode(self._texts, self._folder.passage_prefix)
        arrays = {}
        for positions, batch in self._service._encoder.encode(ids):
            for position, raw in zip(positions, batch, strict=True):
                arrays[f"dense{position}"] = raw.dense
                arrays[f"multi{position}"] = raw.token_vectors
                lexical: dict[int, float] = {}
                for token, weight in zip(ids[position], raw.token_weights.tolist(), strict=True):
                    if token not in SPECIAL_IDS and weight > 0:
                        lexical[token] = max(weight, lexical.get(token, 0.0))
                arrays[f"sparse{position}"] = np.array(sorted(lexical.items())).reshape(-1, 2)
        np.savez(file, **arrays)

    def peak_rss_mb(self) -> float:
        """Largest resident memory so far."""
        return _peak_rss_mb()


class Library:
    """FlagEmbedding's own loop: float32 on the processor, float16 on a GPU, as it comes."""

    def __init__(self, folder: ModelFolder, texts: list[str], device: str) -> None:
        from FlagEmbedding import BGEM3FlagModel

        self._model = BGEM3FlagModel(
            str(folder.path),
            use_fp16=device != "cpu",
            devices=device,
            pooling_method=folder.pooling,
            colbert_dim=folder.colbert_dim,
        )
        self._texts = [folder.passage_prefix + text for text in texts]
        self._query = [folder.query_prefix + QUERY]
        self._encode(self._texts[:2])
        self._encode(self._query)

    def _encode(self, texts: list[str], **options: Any) -> Any:
        return self._model.encode(
            texts, return_sparse=True, return_colbert_vecs=True, max_length=512, **options
        )

    def passages(self, batch_size: int | None) -> float:
        """Seconds for all texts; None for the batch size as it comes."""
        options = {"batch_size": batch_size} if batch_size else {}
        return _seconds(lambda: self._encode(self._texts, **options))

    def query(self) -> float:
        """Seconds for one query."""
        return _seconds(lambda: self._encode(self._query))

    def save(self, file: str) -> None:
        """Write all three embeddings."""
        found = self._encode(self._texts, batch_size=4)
        arrays = {}
        for position in range(len(self._texts)):
            arrays[f"dense{position}"] = found["dense_vecs"][position]
            arrays[f"multi{position}"] = found["colbert_vecs"][position]
            lexical = {int(t): float(w) for t, w in found["lexical_weights"][position].items()}
            arrays[f"sparse{position}"] = np.array(sorted(lexical.items())).reshape(-1, 2)
        np.savez(file, **arrays)

    def peak_rss_mb(self) -> float:
        """Largest resident memory so far."""
        return _peak_rss_mb()


class Peak:
    """The machine's matrix multiplication limit in the precision of our encoder."""

    def __init__(self, _folder: ModelFolder, _texts: list[str], device: str) -> None:
        import torch

        from app.embedding.device import candidates, thread_count

        chosen = next(iter(candidates(EncoderOptions(device=device))))
        if chosen.kind == "cpu":
            torch.set_num_threads(thread_count())
        size = 2048 if chosen.kind == "cpu" else 8192
        self._operations = 2 * size**3
        left, right = (torch.randn(size, size).to(chosen.kind, chosen.dtype) for _ in range(2))
        self._product: Callable[[], object] = lambda: torch.mm(left, right)[0, 0].item()

    def per_second(self) -> float:
        """Operations a second that products keep up for a second.

        Not the fastest product: on a busy machine that one had the cores for itself, which no
        encoder gets for seconds.
        """
        self._product()
        number, started = 0, time.perf_counter()
        while (taken := time.perf_counter() - started) < 1:
            self._product()
            number += 1
        return number * self._operations / taken


def _seconds(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def _parameters(folder: ModelFolder) -> int:
    """Number of parameters in the weights file."""
    from safetensors import safe_open

    with safe_open(folder.path / "model.safetensors", "np") as weights:
        return sum(int(np.prod(weights.get_slice(name).get_shape())) for name in weights.keys())  # noqa: SIM118


def _operations(folder: ModelFolder, service: BGEM3Service, texts: list[str]) -> float:
    """Multiplications and additions of the layers' matrix products, without any padding."""
    config = json.loads((folder.path / "config.json").read_text("utf-8"))
    wide, hidden = config["intermediate_size"], config["hidden_size"]
    sequences, _ = service.tokens.encode(texts, folder.passage_prefix)
    per_token = 2 * (4 * hidden**2 + 2 * hidden * wide)
    return float(
        config["num_hidden_layers"]
        * sum(per_token * len(ids) + 4 * hidden * len(ids) ** 2 for ids in sequences)
    )


def _own_memory() -> int:
    """Memory of this process that it shares with no other, in bytes."""
    import psutil

    return int(psutil.Process().memory_full_info().uss)


def _peak_rss_mb() -> float:
    if sys.platform == "win32":
        import psutil

        return float(psutil.Process().memory_info().peak_wset) / 2**20
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


PARTS: dict[str, Any] = {"ours": Ours, "library": Library, "peak": Peak}


def main() -> None:
    """Answer orders until standard input ends."""
    name, folder, texts, device = sys.argv[1:]
    answers, sys.stdout = sys.stdout, sys.stderr  # whatever the libraries print is no answer
    part = PARTS[name](open_model_folder(Path(folder)), json.loads(Path(texts).read_text()), device)
    print(json.dumps("ready"), file=answers, flush=True)
    for line in sys.stdin:
        order, *arguments = json.loads(line)
        print(json.dumps(getattr(part, order)(*arguments)), file=answers, flush=True)


if __name__ == "__main__":
    main()
