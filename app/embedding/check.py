"""Is this really a model? Weights, heads and tokenizer, looked at without running anything."""

import json
import math
import struct
import zipfile
from pathlib import Path
from typing import Any

from app.embedding.files import WEIGHTS
from app.embedding.folder import ModelFolder, open_model_folder
from app.embedding.tokens import Tokens
from app.errors import ModelError

_LARGEST_HEADER = 100 * 2**20  # the limit of the safetensors library
_ITEM_BYTES = {"F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "I8": 1, "U8": 1}
_ADVICE = "Get a complete copy of the model."


def check_model(path: Path) -> ModelFolder:
    """The folder, when its parts are whole and fit each other; raises ModelError naming the part.

    Nothing in it is run: pickles are read with weights_only, code the folder asks for is refused.
    """
    folder = open_model_folder(path)
    for name in ("config.json", "tokenizer_config.json"):
        if (path / name).is_file() and "auto_map" in _read_json(path / name):
            raise ModelError(
                f"{path / name} asks for program code of its own (auto_map), which is never run.",
                "Choose a model that needs none.",
            )
    Tokens(path)
    file = next(path / name for name in WEIGHTS if (path / name).is_file())
    shapes = _safetensors(file) if file.suffix == ".safetensors" else _pickled(file)
    words = [shape for name, shape in shapes.items() if name.endswith("word_embeddings.weight")]
    _expect(bool(words), file, "it holds no word embeddings")
    _expect(words[0][-1:] == (folder.dim,), file, f"its vectors are not {folder.dim} long")
    _check_head(path / "sparse_linear.pt", (1, folder.dim))
    _check_head(path / "colbert_linear.pt", (folder.head_dim, folder.dim))
    return folder


def _check_head(file: Path, shape: tuple[int, int]) -> None:
    found = _pickled(file)
    for name, expected in (("weight", shape), ("bias", shape[:1])):
        is_there = found.get(name)
        _expect(is_there is not None, file, f"it holds no {name}")
        detail = f"its {name} has the shape {is_there}, config.json wants {expected}"
        _expect(is_there == expected, file, detail)


def _pickled(file: Path) -> dict[str, tuple[int, ...]]:
    """Names and shapes of the tensors in a torch file, of which no code is run."""
    import torch

    try:
        tensors: Any = torch.load(
            file, map_location="cpu", weights_only=True, mmap=zipfile.is_zipfile(file)
        )
        return {str(name): tuple(tensor.shape) for name, tensor in tensors.items()}
    except Exception as error:  # whatever the pickle leads to
        first_line = str(error).strip().splitlines()[:1] or [""]
        raise _damaged(file, f"{type(error).__name__}: {first_line[0]}") from None


def _safetensors(file: Path) -> dict[str, tuple[int, ...]]:
    """Names and shapes of the tensors in a safetensors file that is as long as it says."""
    size = file.stat().st_size
    try:
        with file.open("rb") as stream:
            (length,) = struct.unpack("<Q", stream.read(8))
            if length > min(_LARGEST_HEADER, size):
                raise ValueError("its header is cut off")
            header = json.loads(stream.read(length))
        header.pop("__metadata__", None)
        end = 0
        for entry in header.values():
            start, stop = entry["data_offsets"]
            bytes_ = math.prod(entry["shape"]) * _ITEM_BYTES.get(entry["dtype"], 0)
            if bytes_ and bytes_ != stop - start:
                raise ValueError("its header contradicts itself")
            end = max(end, stop)
        shapes = {name: tuple(entry["shape"]) for name, entry in header.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, struct.error) as error:
        raise _damaged(file, str(error)) from None
    whole = 8 + length + end
    _expect(size == whole, file, f"it has {size} bytes instead of {whole}")
    return shapes


def _read_json(file: Path) -> dict[str, Any]:
    try:
        value = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise _damaged(file, str(error)) from None
    return value if isinstance(value, dict) else {}


def _expect(condition: bool, file: Path, detail: str) -> None:
    if not condition:
        raise _damaged(file, detail)


def _damaged(file: Path, detail: str) -> ModelError:
    return ModelError(f"{file} is damaged or of another model: {detail}.", _ADVICE)
