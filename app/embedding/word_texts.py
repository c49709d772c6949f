"""Texts in every language the model knows, made of its own vocabulary."""

import random
import unicodedata
from collections import defaultdict

_WORD_START = "▁"
_SHORTEST = 3  # characters: shorter pieces are mostly parts of words


def word_texts(pieces: list[str], number: int, words: int = 3) -> list[str]:
    """`number` texts of a few random words each; the same for the same vocabulary.

    The words of a text share a script. A script is drawn with the square root of its number of
    words, so that Latin does not drown the others. Axes fitted on these texts keep more across
    languages than axes fitted on 76 hand-written paragraphs in 26 languages did (nDCG@10 German
    to English with 128 axes .939 against .915): they hold many more different tokens.
    """
    by_script: dict[str, list[str]] = defaultdict(list)
    for piece in pieces:
        word = piece.removeprefix(_WORD_START)
        if piece.startswith(_WORD_START) and len(word) >= _SHORTEST and word.isalpha():
            by_script[unicodedata.name(word[0], "?").split()[0]].append(word)
    scripts = list(by_script)
    weights = [len(by_script[script]) ** 0.5 for script in scripts]
    chance = random.Random(0)
    return [
        " ".join(chance.choices(by_script[script], k=words))
        for script in chance.choices(scripts, weights, k=number)
    ]
