"""The model of a server in place of one in this process, as the service uses it."""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from app.embedding import wire
from app.embedding.folder import ModelFolder
from app.embedding.model import RawEmbeddings
from app.embedding.model_server import ModelServer
from app.errors import ModelError

_REQUEST_TOKENS = 8192  # enough to fill a GPU, some seconds of work for a CPU


class RemoteEncoder:
    """A BatchEncoder whose model runs on a server."""

    def __init__(self, server: ModelServer, folder: ModelFolder) -> None:
        self._server = server
        self._folder = folder

    @property
    def where(self) -> str:
        """Which server runs it, in words."""
        return f"model server {self._server.url}"

    def encode(
        self, sequences: Sequence[list[int]]
    ) -> Iterator[tuple[list[int], list[RawEmbeddings]]]:
        """Embed token id sequences, shortest first, a request at a time; raises ModelError.

        The server has a batch size of its own.
        """
        batch: list[int] = []
        tokens = 0
        for position in sorted(range(len(sequences)), key=lambda i: len(sequences[i])):
            length = len(sequences[position])
            if batch and (tokens + length > _REQUEST_TOKENS or len(batch) == wire.MAX_SEQUENCES):
                yield batch, self._server.embed(self._folder, [sequences[i] for i in batch])
                batch, tokens = [], 0
            batch.append(position)
            tokens += length
        if batch:
            yield batch, self._server.embed(self._folder, [sequences[i] for i in batch])

    def close(self) -> None:
        """Nothing to give back."""


class ServedModel:
    """The model of a server, and what is remembered of it for when the server is down."""

    def __init__(self, server: ModelServer, data: Path, vector_count: int = 0) -> None:
        """data: where descriptions and tokenizers of model servers are kept; vector_count: the
        setting multi_vector_count of this machine, which does the pooling."""
        self.server = server
        self._vector_count = vector_count
        self._folder = data / hashlib.sha256(server.url.encode()).hexdigest()[:16]

    def folder(self) -> ModelFolder:
        """The model as last told, asked for if it never was; raises ModelError."""
        try:
            facts = json.loads((self._folder / "model.json").read_text("utf-8"))
            if (self._folder / "tokenizer.json").is_file():
                return self._described(facts)
        except (OSError, ValueError):
            pass  # never asked, or damaged: the server knows
        return self.ask()

    def owns(self, folder: ModelFolder) -> bool:
        """Whether this is the server's model rather than one on this machine."""
        return folder.path == self._folder

    def ask(self) -> ModelFolder:
        """The model the server runs now, remembered with its tokenizer; raises ModelError."""
        facts = self.server.model()
        try:
            found = self._described(facts)
        except ValueError as error:
            raise ModelError(
                f"The model server {self.server.url} has {error}.",
                "Install the same version of the program there and here.",
            ) from None
        try:
            self._remember(facts)
        except OSError as error:
            raise ModelError(
                f"The tokenizer of the model server cannot be kept in {self._folder}: {error}.",
                "Check the free space on that disk.",
            ) from None
        return found

    def connect(self, folder: ModelFolder) -> RemoteEncoder:
        """An encoder, once the server says that it runs this model; raises ModelError."""
        if self.ask().model_fingerprint != folder.model_fingerprint:
            raise self.server.refused(409)
        return RemoteEncoder(self.server, folder)

    def _described(self, facts: dict[str, Any]) -> ModelFolder:
        return wire.described(facts, self._folder, self._vector_count)

    def _remember(self, facts: dict[str, Any]) -> None:
        wanted = facts.get("tokenizer_sha256")
        file = self._folder / "tokenizer.json"
        if not file.is_file() or _sha256(file.read_bytes()) != wanted:
            data = self.server.tokenizer()
            if _sha256(data) != wanted:
                raise self.server.trouble("gave a damaged tokenizer")
            _write(file, data)
        _write(self._folder / "model.json", json.dumps(facts).encode())


def _write(file: Path, data: bytes) -> None:
    """Whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.part")
    part.write_bytes(data)
    os.replace(part, file)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
