"""Where a reader gets its bytes: a file on the disk, or a member of a container in memory."""

import hashlib
import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from app.documents import passwords


@dataclass(frozen=True)
class Source:
    """A file to read. name: its file name, whose ending tells the format; path: where it lies on
    the disk, or None when it is `content`; password: to try when it is locked, "" for none."""

    name: str
    path: Path | None = None
    content: bytes = b""
    password: str = field(default="", repr=False)

    @staticmethod
    def of(path: Path) -> "Source":
        """A file on the disk, with its password if that is known in this session."""
        return Source(path.name, path, password=passwords.of(path))

    def open(self) -> BinaryIO:
        """A seekable stream of its bytes; raises OSError."""
        return self.path.open("rb") if self.path else io.BytesIO(self.content)

    def data(self) -> bytes:
        """All its bytes; raises OSError."""
        return self.path.read_bytes() if self.path else self.content

    def head(self, size: int) -> bytes:
        """Its first bytes; raises OSError."""
        with self.open() as stream:
            return stream.read(size)

    def size(self) -> int:
        """Number of bytes; raises OSError."""
        return self.path.stat().st_size if self.path else len(self.content)

    def __str__(self) -> str:
        return str(self.path or self.name)


def content_digest(source: Source, reader_version: int, file_type: str) -> str:
    """SHA-256 of content, type and reader version: what the text of a file depends on.

    Raises OSError.
    """
    digest = hashlib.sha256(f"{reader_version}/{file_type}/".encode())
    if source.path is None:
        digest.update(source.content)
        return digest.hexdigest()
    with source.open() as stream:
        while block := stream.read(2**20):
            digest.update(block)
    return digest.hexdigest()
