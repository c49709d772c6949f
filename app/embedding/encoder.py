"""FlagEmbedding's BGE-M3 model with a loop of our own: token ids in, raw embeddings out."""

import ctypes
import gc
import logging
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

import numpy as np
import torch
from FlagEmbedding import BGEM3FlagModel
from transformers.utils import logging as transformers_logging

from app.embedding import device as devices
from app.embedding.folder import ModelFolder
from app.embedding.model import RawEmbeddings
from app.embedding.options import DEFAULTS, EncoderOptions
from app.embedding.unpadded import UnpaddedModel, can_replace
from app.errors import ModelError

PAD_ID = 1
_log = logging.getLogger(__name__)


class Encoder:
    """FlagEmbedding's BGE-M3 model, loaded once, with an inference loop of our own.

    The library's loop runs the first batch twice, keeps float32 on the CPU and turns any
    failure into an AttributeError, so only its model and its three heads are used.

    device: where the model runs and why not elsewhere. batch_tokens: most tokens a batch; halved
    whenever memory runs out.
    """

    def __init__(self, folder: ModelFolder, options: EncoderOptions = DEFAULTS) -> None:
        """Load the model on the best device that takes it; raises ModelError."""
        self._batch_size = options.batch_size
        self.device, self._model = _load_somewhere(folder, options)
        self.batch_tokens = devices.batch_tokens(self.device, options, folder.dim)
        if self.device.kind == "cpu":
            torch.set_num_threads(self.device.threads)
        _log.info("%s runs on: %s", folder.name, self.device.describe())

    @property
    def where(self) -> str:
        """Where the model runs and why not elsewhere, in words."""
        return self.device.describe()

    def close(self) -> None:
        """Give the model's memory back; further calls are errors."""
        self._model = None
        _give_back_memory()
        devices.forget_unused(self.device.kind)

    def encode(
        self, sequences: Sequence[list[int]]
    ) -> Iterator[tuple[list[int], list[RawEmbeddings]]]:
        """Embed token id sequences, shortest first, a batch at a time.

        Yields (positions in `sequences`, their embeddings); a batch holds at most batch_tokens
        tokens with padding, but at least one sequence. When memory runs out the batches become
        smaller. Raises ModelError when it does for a single sequence, or the model fails.
        """
        order = sorted(range(len(sequences)), key=lambda i: len(sequences[i]))
        start = 0
        while start < len(order):
            end = self._batch_end(sequences, order, start)
            batch = order[start:end]
            found = self._try([sequences[i] for i in batch])
            if found is not None:
                yield batch, found
                start = end

    def _batch_end(self, sequences: Sequence[list[int]], order: list[int], start: int) -> int:
        last = min(len(order), start + self._batch_size) if self._batch_size else len(order)
        end = start + 1
        while end < last and (end + 1 - start) * len(sequences[order[end]]) <= self.batch_tokens:
            end += 1
        return end

    def _try(self, batch: list[list[int]]) -> list[RawEmbeddings] | None:
        """The batch's embeddings; None when it was too large and batches are now smaller."""
        try:
            return self._forward(batch)
        except (MemoryError, RuntimeError) as error:
            if len(batch) == 1 or not devices.is_out_of_memory(error):
                raise ModelError(
                    f"The model failed on a batch of {len(batch)} texts: {error}.",
                    "Close other programs, or choose another device for the model.",
                ) from error
        # Only now, when the error no longer holds the tensors of the failed attempt.
        self.batch_tokens = max(1, len(batch) * max(map(len, batch)) // 2)
        _log.warning(
            "Memory ran out with %d texts at once; going on with at most %d tokens a batch.",
            len(batch),
            self.batch_tokens,
        )
        devices.forget_unused(self.device.kind)
        return None

    def _forward(self, batch: list[list[int]]) -> list[RawEmbeddings]:
        longest = max(map(len, batch))
        ids = np.full((len(batch), longest), PAD_ID, np.int64)
        mask = np.zeros((len(batch), longest), np.int64)
        for row, sequence in enumerate(batch):
            ids[row, : len(sequence)] = sequence
            mask[row, : len(sequence)] = 1
        inputs = {"input_ids": ids, "attention_mask": mask}
        with torch.inference_mode():
            out = self._model(
                {name: torch.from_numpy(a).to(self.device.kind) for name, a in inputs.items()},
                return_dense=True,
                return_sparse=True,
                return_colbert_vecs=True,
            )
        dense = out["dense_vecs"].float().cpu().numpy()
        weights = out["sparse_vecs"].squeeze(-1).float().cpu().numpy()
        vectors = out["colbert_vecs"].float().cpu().numpy()
        return [
            RawEmbeddings(
                dense[row].copy(),
                weights[row, : len(sequence)].copy(),
                vectors[row, : len(sequence) - 1].copy(),
            )
            for row, sequence in enumerate(batch)
        ]


def _load_somewhere(folder: ModelFolder, options: EncoderOptions) -> tuple[devices.Device, Any]:
    """The model on the first device that has the memory for it."""
    transformers_logging.set_verbosity_error()
    transformers_logging.disable_progress_bar()
    for device in devices.candidates(options):
        try:
            model = _load(folder, device)
        except Exception as error:  # every library of the chain has errors of its own
            if device.kind != "cpu" and devices.is_out_of_memory(error):
                _log.warning("%s has too little memory for %s.", device.name, folder.name)
                continue
            raise ModelError(
                f"The model in {folder.path} cannot be loaded ({type(error).__name__}: {error}).",
                "Get a complete copy of the model.",
            ) from error
        finally:
            _give_back_memory()
        return device, model
    raise AssertionError("the processor is always a candidate")


def _load(folder: ModelFolder, device: devices.Device) -> Any:
    """FlagEmbedding's model in the device's precision, of which no second copy is ever held."""
    loaded = BGEM3FlagModel(
        str(folder.path),
        use_fp16=device.dtype is torch.float16,
        use_bf16=device.dtype is torch.bfloat16,
        devices="cpu",
        pooling_method=folder.pooling,
        colbert_dim=folder.colbert_dim,
    )
    model: Any = loaded.model.eval()
    # Its tokenizer holds 300 MB of strings that only its own loop would use.
    model.tokenizer = None
    model.model.pooler = None  # computed by the library, used by no head
    if device.kind == "cpu" and can_replace(model.model):
        model.model = UnpaddedModel(model.model, device.dtype)
    if device.dtype is not torch.float32:
        model.model.register_forward_hook(_output_in_float32)
        _heads_in_float32(model, folder)
    return model.to(device.kind)


def _heads_in_float32(model: Any, folder: ModelFolder) -> None:
    """Read the heads again: bf16 would cost the projection's bias its last digits."""
    for name in ("colbert_linear", "sparse_linear"):
        weights = torch.load(folder.path / f"{name}.pt", map_location="cpu", weights_only=True)
        getattr(model, name).float().load_state_dict(weights)


def _output_in_float32(_module: Any, _inputs: Any, output: Any) -> Any:
    output.last_hidden_state = output.last_hidden_state.float()
    return output


def _give_back_memory() -> None:
    """Return what loading left behind to the system; glibc would keep it for later."""
    gc.collect()
    if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None), "malloc_trim"):
        libc.malloc_trim(0)
