"""The one module that touches torch and FlagEmbedding: token ids in, raw embeddings out."""

import ctypes
import gc
import os
import sys

# Before the imports below: nothing here may ever look for a hub.
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TRANSFORMERS_OFFLINE"] = "1"
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
# FlagEmbedding draws progress bars on stderr that nobody asked for.
os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from FlagEmbedding import BGEM3FlagModel
from transformers.utils import logging as transformers_logging

from app.embedding.folder import ModelFolder
from app.embedding.model import RawEmbeddings
from app.errors import ModelError

PAD_ID = 1


class Encoder:
    """FlagEmbedding's BGE-M3 model, loaded once, with an inference loop of our own.

    The library's loop runs the first batch twice, keeps float32 on the CPU and turns any
    failure into an AttributeError, so only its model and its three heads are used.
    """

    def __init__(self, folder: ModelFolder) -> None:
        """Load the model; raises ModelError."""
        transformers_logging.set_verbosity_error()
        transformers_logging.disable_progress_bar()
        self.dtype = torch.bfloat16 if _has_fast_bf16() else torch.float32
        try:
            # The library loads in the precision asked for, so no second copy is ever held.
            loaded = BGEM3FlagModel(
                str(folder.path),
                use_fp16=False,
                use_bf16=self.dtype is torch.bfloat16,
                devices="cpu",
                pooling_method=folder.pooling,
                colbert_dim=folder.colbert_dim,
            )
            self._model: Any = loaded.model.eval()
            # Its tokenizer holds 300 MB of strings that only its own loop would use.
            self._model.tokenizer = None
            if self.dtype is not torch.float32:
                self._model.model.register_forward_hook(_output_in_float32)
                self._heads_in_float32(folder)
                _pack_linears(self._model.model)
        except Exception as error:  # every library of the chain has errors of its own
            raise ModelError(
                f"The model in {folder.path} cannot be loaded ({type(error).__name__}: {error}).",
                "Get a complete copy of the model.",
            ) from error

        del loaded
        _give_back_memory()

    def close(self) -> None:
        """Give the model's memory back; further calls are errors."""
        self._model = None
        _give_back_memory()

    def _heads_in_float32(self, folder: ModelFolder) -> None:
        """Read the heads again: bf16 would cost the projection's bias its last digits."""
        for name in ("colbert_linear", "sparse_linear"):
            weights = torch.load(folder.path / f"{name}.pt", map_location="cpu", weights_only=True)
            head = getattr(self._model, name).float()
            head.load_state_dict(weights)

    def encode(
        self, sequences: Sequence[list[int]], batch_tokens: int
    ) -> Iterator[tuple[list[int], list[RawEmbeddings]]]:
        """Embed token id sequences, shortest first, a batch at a time.

        Yields (positions in `sequences`, their embeddings); a batch holds at most batch_tokens
        tokens with padding, but at least one sequence. Raises ModelError when memory runs out.
        """
        order = sorted(range(len(sequences)), key=lambda i: len(sequences[i]))
        start = 0
        while start < len(order):
            end = start + 1
            while (
                end < len(order) and (end + 1 - start) * len(sequences[order[end]]) <= batch_tokens
            ):
                end += 1
            batch = order[start:end]
            yield batch, self._forward([sequences[i] for i in batch])
            start = end

    def _forward(self, batch: list[list[int]]) -> list[RawEmbeddings]:
        longest = max(map(len, batch))
        ids = torch.full((len(batch), longest), PAD_ID, dtype=torch.long)
        mask = torch.zeros((len(batch), longest), dtype=torch.long)
        for row, sequence in enumerate(batch):
            ids[row, : len(sequence)] = torch.tensor(sequence, dtype=torch.long)
            mask[row, : len(sequence)] = 1
        try:
            with torch.inference_mode():
                out = self._model(
                    {"input_ids": ids, "attention_mask": mask},
                    return_dense=True,
                    return_sparse=True,
                    return_colbert_vecs=True,
                )
        except (MemoryError, RuntimeError) as error:
            raise ModelError(
                f"The model failed on a batch of {len(batch)} texts: {error}.",
                "Close other programs or choose fewer tokens a batch.",
            ) from error
        dense = out["dense_vecs"].float().numpy()
        weights = out["sparse_vecs"].squeeze(-1).float().numpy()
        vectors = out["colbert_vecs"].float().numpy()
        return [
            RawEmbeddings(
                dense[row].copy(),
                weights[row, : len(sequence)].copy(),
                vectors[row, : len(sequence) - 1].copy(),
            )
            for row, sequence in enumerate(batch)
        ]


class _PackedLinear(torch.nn.Module):
    """A linear layer whose weight lies as the processor wants it.

    The ordinary one rearranges its weight in every call, which for a query's few tokens takes as
    long as the product itself. Same results, bit by bit.
    """

    def __init__(self, linear: torch.nn.Linear) -> None:
        super().__init__()
        self._weight = torch.ops.mkldnn._reorder_linear_weight(linear.weight.detach(), None)
        self._bias = linear.bias.detach() if linear.bias is not None else None

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        result: torch.Tensor = torch.ops.mkldnn._linear_pointwise(
            values, self._weight, self._bias, "none", [], ""
        )
        return result


def _pack_linears(model: Any) -> None:
    """Replace every linear layer of a bfloat16 model by a packed one."""
    for module in list(model.modules()):
        for name, child in list(module.named_children()):
            if isinstance(child, torch.nn.Linear):
                setattr(module, name, _PackedLinear(child))


def _output_in_float32(_module: Any, _inputs: Any, output: Any) -> Any:
    output.last_hidden_state = output.last_hidden_state.float()
    return output


def _has_fast_bf16() -> bool:
    """Whether this processor multiplies bfloat16 in hardware; elsewhere float32 is faster."""
    return bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())


def _give_back_memory() -> None:
    """Return what loading left behind to the system; glibc would keep it for later."""
    gc.collect()
    if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None), "malloc_trim"):
        libc.malloc_trim(0)
