"""A model folder in BGE-M3's format: checked before it is trusted."""

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from app.errors import ModelError, UsageError

MANIFEST = "genericrag.json"
_REQUIRED = ("config.json", "tokenizer.json", "sparse_linear.pt", "colbert_linear.pt")
_WEIGHTS = ("model.safetensors", "pytorch_model.bin")
# Of token vectors whose model does not project them itself: with 4 bits an axis and half of its
# vectors, a passage of 400 tokens takes 26 KB instead of BGE-M3's own 819 KB (float16).
AXES = 256


@dataclass(frozen=True)
class ChannelWeights:
    """How much each channel counts in the fused score: alpha, beta and gamma."""

    dense: float
    sparse: float
    multi: float


@dataclass(frozen=True)
class ModelFolder:
    """A complete model folder and how to use it.

    model_fingerprint: 16 hex digits; changes whenever the model's output could. fingerprint:
    changes whenever what is stored of it could. dim, multi_dim: lengths of the dense vector and
    of a stored token vector. multi_vector_count: see the setting of that name. sparse: "learned"
    for a trained head whose weights are used as they are, "term_frequency" for saturated counts
    that need an IDF at query time.
    """

    path: Path
    name: str
    model_fingerprint: str
    fingerprint: str
    dim: int
    multi_dim: int
    pooling: Literal["cls", "mean"]
    query_prefix: str
    passage_prefix: str
    colbert_dim: int
    sparse: Literal["learned", "term_frequency"]
    multi_skip_punctuation: bool
    weights: ChannelWeights
    multi_vector_count: int

    @property
    def head_dim(self) -> int:
        """Length of a token vector as the model's head gives it."""
        return self.colbert_dim if self.colbert_dim > 0 else self.dim

    def with_vector_count(self, count: int) -> "ModelFolder":
        """The same model with another multi_vector_count."""
        stored = _stored_fingerprint(self.model_fingerprint, self.multi_dim, count)
        return replace(self, fingerprint=stored, multi_vector_count=count)

    @property
    def fits_axes(self) -> bool:
        """Whether its token vectors have to be projected on axes fitted to the collection."""
        return self.colbert_dim <= 0 and self.multi_dim < self.dim


def open_model_folder(path: Path, multi_vector_count: int = 0) -> ModelFolder:
    """Check the folder and read how it wants to be used.

    A missing head must stop us here: FlagEmbedding would replace both heads by random ones
    without a word. Raises ModelError.
    """
    if not path.is_dir():
        raise ModelError(
            f"There is no model in {path}.", "Choose a folder in BGE-M3's format in the settings."
        )
    missing = [name for name in _REQUIRED if not (path / name).is_file()]
    weights = next((path / name for name in _WEIGHTS if (path / name).is_file()), None)
    if weights is None:
        missing.append(" or ".join(_WEIGHTS))
    if missing or weights is None:
        raise ModelError(
            f"The model folder {path} is incomplete: {', '.join(missing)} missing.",
            "Get a complete copy of the model.",
        )
    config = _read_json(path / "config.json")
    manifest = _read_json(path / MANIFEST) if (path / MANIFEST).is_file() else {}
    try:
        dim = int(config["hidden_size"])
        colbert_dim = int(manifest.get("colbert_dim", -1))
        multi_dim = colbert_dim if colbert_dim > 0 else min(dim, AXES)
        model_fingerprint = _fingerprint(path, weights)
        return ModelFolder(
            path=path,
            name=manifest.get("name", path.name),
            model_fingerprint=model_fingerprint,
            fingerprint=_stored_fingerprint(model_fingerprint, multi_dim, multi_vector_count),
            dim=dim,
            multi_dim=multi_dim,
            pooling=manifest.get("pooling", "cls"),
            query_prefix=manifest.get("query_prefix", ""),
            passage_prefix=manifest.get("passage_prefix", ""),
            colbert_dim=colbert_dim,
            sparse=manifest.get("sparse", "learned"),
            multi_skip_punctuation=bool(manifest.get("multi_skip_punctuation", False)),
            # The published "balanced" weights of BGE-M3.
            weights=ChannelWeights(**manifest.get("weights", _BALANCED)),
            multi_vector_count=multi_vector_count,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"The description of the model in {path} is damaged: {error!r}.") from None


def require_dimension(folder: ModelFolder, dimension: int) -> ModelFolder:
    """The folder, if its dense vectors are that long or dimension is 0; else UsageError."""
    if dimension in (0, folder.dim):
        return folder
    raise UsageError(
        f"The setting model.dense_dimension (BGE_M3_DENSE_DIMENSION) is {dimension}, but the model "
        f"{folder.name} in {folder.path} makes vectors of {folder.dim}.",
        f"Choose another model, or set it to {folder.dim} or 0.",
    )


def _stored_fingerprint(model: str, multi_dim: int, count: int) -> str:
    """Passages pooled in different ways must not stand in one store."""
    return hashlib.sha256(f"pooled-1|{count}|{multi_dim}|{model}".encode()).hexdigest()[:16]


_BALANCED = {"dense": 0.4, "sparse": 0.2, "multi": 0.4}


def _read_json(file: Path) -> dict[str, Any]:
    try:
        value = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{file} cannot be read: {error}.") from None
    if not isinstance(value, dict):
        raise ModelError(f"{file} is not a JSON object.")
    return value


def _fingerprint(path: Path, weights: Path) -> str:
    """Hash of the small files, and of size and three samples of the weights.

    Reading 2.3 GB at every start would cost seconds; a fine-tuned copy differs everywhere, so
    the first, middle and last megabyte tell it apart.
    """
    digest = hashlib.sha256(b"embeddings-1")
    for name in (*_REQUIRED, MANIFEST):
        file = path / name
        if name != "tokenizer.json" and file.is_file():
            digest.update(name.encode() + file.read_bytes())
    for file in (weights, path / "tokenizer.json"):
        size = file.stat().st_size
        digest.update(f"{file.name}{size}".encode())
        with file.open("rb") as stream:
            for place in (0, size // 2, max(0, size - 2**20)):
                stream.seek(place)
                digest.update(stream.read(2**20))
    return digest.hexdigest()[:16]
