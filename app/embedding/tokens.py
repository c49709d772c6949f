"""The model's tokenizer, usable without loading the model."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from app.errors import ModelError

MAX_TOKENS = 512
_Item = TypeVar("_Item")


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
        special = [
            re.escape(t.content) for t in self._tokenizer.get_added_tokens_decoder().values()
        ]
        self._special = re.compile("|".join(special) or "(?!)")

    def count(self, texts: Sequence[str]) -> list[int]:
        """Number of tokens of each text, special tokens not counted."""
        found = self._tokenizer.encode_batch_fast(
            [self._plain(text) for text in texts], add_special_tokens=False
        )
        return [len(encoding.ids) for encoding in found]

    def offsets(self, text: str) -> list[tuple[int, int]]:
        """Start and end of each token in the text, special tokens left out."""
        encoding = self._tokenizer.encode(self._plain(text), add_special_tokens=False)
        return list(encoding.offsets)

    def encode(self, texts: Sequence[str], prefix: str) -> tuple[list[list[int]], int]:
        """Token ids of prefix + text with special tokens, and how many tokens the prefix has.

        At most MAX_TOKENS a text: passages are cut to fit long before, so only an overlong
        query is shortened here.
        """
        clean = [prefix + self._plain(text) for text in texts]
        found = self._tokenizer.encode_batch_fast(clean)
        return [_shortened(encoding.ids) for encoding in found], self._prefix_length(prefix)

    def encode_with_spans(
        self, text: str, prefix: str
    ) -> tuple[list[int], list[tuple[int, int]], int]:
        """As `encode` for one text, and for each token its start and end in the text.

        Returns (ids, spans, tokens of the prefix); those of prefix and special tokens are empty.
        """
        encoding = self._tokenizer.encode(prefix + self._plain(text))
        ids, offsets = _shortened(encoding.ids), _shortened(encoding.offsets)
        spans = [(max(0, a - len(prefix)), max(0, b - len(prefix))) for a, b in offsets]
        return ids, spans, self._prefix_length(prefix)

    def _prefix_length(self, prefix: str) -> int:
        if not prefix.strip():
            return 0
        return len(self._tokenizer.encode(prefix.strip(), add_special_tokens=False).ids)

    def _plain(self, text: str) -> str:
        """The text, as long as before, without what the tokenizer refuses or takes for its own.

        Lone surrogates are refused. A literal "</s>", as in HTML sources, would become the
        end-of-text token (even with encode_special_tokens, since the vocabulary holds it too).
        """
        clean = text.encode("utf-8", "replace").decode("utf-8")
        return self._special.sub(lambda found: "(" + found[0][1:], clean)

    @property
    def vocabulary(self) -> int:
        """How many token ids there are."""
        return int(self._tokenizer.get_vocab_size())

    @property
    def pieces(self) -> list[str]:
        """The vocabulary in the order of its ids."""
        vocabulary = self._tokenizer.get_vocab()
        return sorted(vocabulary, key=vocabulary.__getitem__)

    @cached_property
    def is_word(self) -> NDArray[np.bool_]:
        """bool [vocabulary]: whether a token holds a letter, digit or symbol at all."""
        flags = np.zeros(self.vocabulary, np.bool_)
        for piece, number in self._tokenizer.get_vocab().items():
            letters = piece.lstrip("\u2581")  # the mark of a word's beginning
            flags[number] = any(unicodedata.category(char)[0] in "LNSM" for char in letters)
        return flags


def _shortened(sequence: list[_Item]) -> list[_Item]:
    """At most MAX_TOKENS items, the last one, the end of the text, among them."""
    if len(sequence) <= MAX_TOKENS:
        return sequence
    return [*sequence[: MAX_TOKENS - 1], sequence[-1]]
