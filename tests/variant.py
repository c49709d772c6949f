"""A second real model: the compact one with a narrower head for token vectors."""

import json
from pathlib import Path

import torch

from app.embedding.folder import MANIFEST
from app.paths import compact_model_dir


def make_variant(folder: Path, width: int = 128) -> Path:
    """Write the folder; its token vectors have the first `width` of the compact model's axes.

    The large files are links.
    """
    folder.mkdir(parents=True)
    compact = compact_model_dir().resolve()
    for file in compact.iterdir():
        if file.name not in ("colbert_linear.pt", MANIFEST):
            (folder / file.name).symlink_to(file)
    head = torch.load(compact / "colbert_linear.pt", weights_only=True)
    cut = {name: value[:width].clone() for name, value in head.items()}
    torch.save(cut, folder / "colbert_linear.pt")
    manifest = json.loads((compact / MANIFEST).read_text("utf-8"))
    manifest |= {"name": "Variant", "colbert_dim": width}
    (folder / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    return folder
