"""The files of a model folder: which are wanted, and what is on record about each."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.embedding.folder import MANIFEST
from app.errors import ModelError

# Everything else, above all program code, is never taken from anywhere.
REQUIRED = ("config.json", "tokenizer.json", "sparse_linear.pt", "colbert_linear.pt")
OPTIONAL = (
    "tokenizer_config.json",
    "special_tokens_map.json",
    "sentencepiece.bpe.model",
    MANIFEST,
)
WEIGHTS = ("model.safetensors", "pytorch_model.bin")  # the first there is
RECORD = "files.json"
BLOCK = 2**20
_LARGEST_WEIGHTS = 40 * 2**30  # bytes; the full BGE-M3 has 2.3 GB
_LARGEST_OTHER = 256 * 2**20  # its tokenizer has 17 MB


@dataclass(frozen=True)
class FileFact:
    """What is on record about a file: its size in bytes and its SHA-256 in hex."""

    size: int
    sha256: str


def wanted_files(there: Collection[str], where: str) -> list[str]:
    """The names to take from a place that holds these; raises ModelError naming what is missing.

    A missing head is an error: FlagEmbedding would replace both by random ones without a word.
    """
    weights = [name for name in WEIGHTS if name in there][:1]
    missing = [name for name in REQUIRED if name not in there]
    if not weights:
        missing.append(" or ".join(WEIGHTS))
    if missing:
        raise ModelError(
            f"{where} is not a complete model: {', '.join(missing)} missing.",
            "Get a complete copy in BGE-M3's format.",
        )
    return [*REQUIRED, *(name for name in OPTIONAL if name in there), *weights]


def check_size(name: str, size: int) -> None:
    """Raises ModelError for a file larger than any of its kind: it would fill memory or disk."""
    limit = _LARGEST_WEIGHTS if name in WEIGHTS else _LARGEST_OTHER
    if size > limit:
        raise ModelError(
            f"{name} has {size // 2**20} MB; no model of this kind has more than"
            f" {limit // 2**20} MB there.",
            "Get the model from its publisher.",
        )


def file_hash(file: Path) -> Iterator[int | str]:
    """SHA-256 of a file: the number of bytes read after each block, and the hex digest last."""
    digest = hashlib.sha256()
    done = 0
    with file.open("rb") as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
            done += len(block)
            yield done
    yield digest.hexdigest()


def write_record(folder: Path, source: str, files: Mapping[str, FileFact]) -> None:
    """Keep where the files came from and what they were, for later checks."""
    facts = {name: {"size": fact.size, "sha256": fact.sha256} for name, fact in files.items()}
    text = json.dumps({"source": source, "files": facts}, indent=1)
    (folder / RECORD).write_text(text, "utf-8")


def read_record(folder: Path) -> dict[str, FileFact]:
    """What is on record about the files of a folder; empty without a record.

    Raises ModelError for a damaged record.
    """
    file = folder / RECORD
    if not file.is_file():
        return {}
    try:
        files = json.loads(file.read_text("utf-8"))["files"]
        return {
            str(name): FileFact(int(fact["size"]), str(fact["sha256"]))
            for name, fact in files.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(
            f"The record {file} is damaged: {error!r}.", "Import or download the model again."
        ) from None
