"""The model's tokenizer, usable without loading the model."""

import unicodedata
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from app.errors import ModelError

MAX_TOKENS = 512


class Tokens:
    """Text to token ids, with the prefix a model wants and the two special tokens around."""

    def __init__(self, folder: Path) -> None:
        """Raises ModelError when tokenizer.json cannot be read."""
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # the library raises bare Exception for any defect
            raise ModelError(f"The tokenizer in {folder} cannot be read: {error}.") from None
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def count(self, texts: Sequence[str]) -> list[int]:
        """Number of tokens of each text, special tokens not counted."""
        found = self._tokenizer.encode_batch_fast(
            [_encodable(text) for text in texts], add_special_tokens=False
        )
        return [len(encoding.ids) for encoding in found]

    def offsets(self, text: str) -> list[tuple[int, int]]:
        """Start and end of each token in the text, special tokens left out."""
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        return list(encoding.offsets)

    def encode(self, texts: Sequence[str], prefix: str) -> tuple[list[list[int]], int]:
        """Token ids of prefix + text with special tokens, and how many tokens the prefix has.

        At most MAX_TOKENS a text: passages are cut to fit long before, so only an overlong
        query is shortened here.
        """
        clean = [prefix + _encodable(text) for text in texts]
        found = self._tokenizer.encode_batch_fast(clean)
        ids = []
        for encoding in found:
            sequence = encoding.ids
            if len(sequence) > MAX_TOKENS:
                sequence = [*sequence[: MAX_TOKENS - 1], sequence[-1]]
            ids.append(sequence)
        return ids, self._prefix_length(prefix)

    def _prefix_length(self, prefix: str) -> int:
        if not prefix.strip():
            return 0
        return len(self._tokenizer.encode(prefix.strip(), add_special_tokens=False).ids)

    @cached_property
    def is_word(self) -> NDArray[np.bool_]:
        """bool [vocabulary]: whether a token holds a letter, digit or symbol at all."""
        size = self._tokenizer.get_vocab_size()
        flags = np.zeros(size, np.bool_)
        for piece, number in self._tokenizer.get_vocab().items():
            letters = piece.lstrip("\u2581")  # the mark of a word's beginning
            flags[number] = any(unicodedata.category(char)[0] in "LNSM" for char in letters)
        return flags


def _encodable(text: str) -> str:
    """The text without lone surrogates, which the tokenizer refuses."""
    return text.encode("utf-8", "replace").decode("utf-8")
