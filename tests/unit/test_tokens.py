"""Text to tokens: what documents may hold that the tokenizer would take for its own signs."""

import pytest

from app.embedding.folder import ModelFolder
from app.embedding.tokens import MAX_TOKENS, Tokens


@pytest.fixture(scope="module")
def tokens(model_folder: ModelFolder) -> Tokens:
    return Tokens(model_folder.path)


@pytest.mark.parametrize("literal", ["<s>", "</s>", "<mask>", "<pad>", "<unk>"])
def test_special_tokens_written_in_a_document_are_text(tokens: Tokens, literal: str) -> None:
    (ids,), _ = tokens.encode([f"price {literal} twelve"], "")
    special = {0, 1, 2, 3, 250001}
    assert ids[0] == 0 and ids[-1] == 2
    assert not special & set(ids[1:-1])


def test_offsets_point_into_the_text_as_written(tokens: Tokens) -> None:
    text = "old <s>price</s> twelve"
    start, end = tokens.offsets(text)[-1]
    assert text[start:end] and text.endswith(text[start:end])


def test_lone_surrogates_and_nul_do_not_raise(tokens: Tokens) -> None:
    assert tokens.count(["a \ud800 b", "a \x00 b"]) > [0, 0]


def test_an_overlong_query_keeps_its_end_token(tokens: Tokens) -> None:
    (ids,), _ = tokens.encode(["word " * 2000], "query: ")
    assert len(ids) == MAX_TOKENS
    assert ids[-1] == 2
