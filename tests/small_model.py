"""A model folder of a few kilobytes that is whole in every check but useless for searching."""

import json
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save_file
from tokenizers import Tokenizer
from tokenizers.models import WordLevel


def make_small_model(folder: Path, dim: int = 8, words: int = 50, seed: int = 0) -> Path:
    """Write the folder; other seeds give other weights, more words a larger file."""
    folder.mkdir(parents=True, exist_ok=True)
    vectors = np.random.default_rng(seed).normal(size=(words, dim)).astype(np.float32)
    (folder / "config.json").write_text(json.dumps({"hidden_size": dim, "model_type": "bert"}))
    (folder / "tokenizer_config.json").write_text("{}")
    vocabulary = {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3}
    Tokenizer(WordLevel(vocabulary, unk_token="<unk>")).save(str(folder / "tokenizer.json"))
    save_file({"embeddings.word_embeddings.weight": vectors}, folder / "model.safetensors")
    for name, rows in (("sparse_linear", 1), ("colbert_linear", dim)):
        head = {"weight": torch.ones(rows, dim), "bias": torch.zeros(rows)}
        torch.save(head, folder / f"{name}.pt")
    return folder
