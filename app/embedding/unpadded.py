"""The layers of BERT and XLM-RoBERTa on the processor: no padding, products packed and fused.

Put in place of the encoder inside FlagEmbedding's model. Same arithmetic as the library's layers,
measured against them in tests/unit/test_encoder.py.
"""

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional
from transformers.modeling_outputs import BaseModelOutputWithPastAndCrossAttentions

# Attention on the processor takes 0.8 ns a score on lengths that are multiples of this and 1.1 to
# 1.7 ns on others (bf16, AVX-512), so that filling up to it is faster than not.
_LENGTH_STEP = 32
_SHORT = 64  # where attention costs too little for that to matter
# The products of each other number of rows are compiled and kept, some megabytes each: memory
# would grow with every batch. So few numbers of rows are used; the last ones count for nothing.
_ROW_STEP = 64

_MODELS = {"BertModel", "RobertaModel", "XLMRobertaModel"}


@dataclass(frozen=True)
class Group:
    """Texts that follow each other and go through attention together.

    Long ones go alone, as they lie: their keys run on into the rows after them, which the mask
    takes away again. Short ones go together, moved into a grid.

    first, rows: which of the batch's rows are theirs. grid: texts x keys of each. mask: [texts, 1,
    1, keys], 0 or -inf, or None when every key is a token. to_grid: int64 [texts * keys], the
    row of the group for each place, any row on places of padding; back: int64 [rows], the place of
    each row, any place for rows that count for nothing; both None when nothing is moved.
    """

    first: int
    rows: int
    grid: tuple[int, int]
    mask: Tensor | None = None
    to_grid: Tensor | None = None
    back: Tensor | None = None


def padded_rows(lengths: list[int]) -> int:
    """How many rows a batch of texts with so many tokens is computed with."""
    tokens = sum(lengths)
    if tokens <= _SHORT:
        return tokens
    keys = _whole_steps(lengths[-1])
    return -(-(tokens - lengths[-1] + keys) // _ROW_STEP) * _ROW_STEP


def lay_out(lengths: list[int], dtype: torch.dtype) -> list[Group]:
    """The groups of a batch; lengths: tokens of each text, best in order."""
    groups: list[Group] = []
    first, start = 0, 0
    while start < len(lengths):
        end = start + 1
        while lengths[start] <= _SHORT and end < len(lengths) and lengths[end] <= _SHORT:
            end += 1
        taken = padded_rows(lengths) - first if end == len(lengths) else sum(lengths[start:end])
        make = _alone if end == start + 1 else _together
        groups.append(make(lengths[start:end], first, taken, dtype))
        first, start = first + taken, end
    return groups


def _whole_steps(length: int) -> int:
    return -(-length // _LENGTH_STEP) * _LENGTH_STEP


def _alone(lengths: list[int], first: int, rows: int, dtype: torch.dtype) -> Group:
    (length,) = lengths
    keys = length if rows == length <= _SHORT else _whole_steps(length)
    if keys == length:
        return Group(first, rows, (1, keys))
    mask = torch.zeros(1, 1, 1, keys, dtype=dtype)
    mask[..., length:] = float("-inf")
    return Group(first, rows, (1, keys), mask)


def _together(lengths: list[int], first: int, rows: int, dtype: torch.dtype) -> Group:
    texts, keys = len(lengths), _whole_steps(max(lengths))
    real = torch.arange(keys) < torch.tensor(lengths)[:, None]
    places = real.flatten().nonzero().squeeze(1)
    to_grid = torch.zeros(texts * keys, dtype=torch.long)
    to_grid[places] = torch.arange(len(places))
    back = functional.pad(places, (0, rows - len(places)))
    mask = torch.zeros(texts, 1, 1, keys, dtype=dtype)
    mask.masked_fill_(~real[:, None, None, :], float("-inf"))
    return Group(first, rows, (texts, keys), mask, to_grid, back)


def can_replace(model: Any) -> bool:
    """Whether a model's encoder is one of those that UnpaddedEncoder computes."""
    return type(model).__name__ in _MODELS and model.config.hidden_act == "gelu"


class UnpaddedEncoder(torch.nn.Module):
    """Takes the place of BertEncoder and XLMRobertaEncoder, from whose weights it is made."""

    def __init__(self, encoder: Any, dtype: torch.dtype) -> None:
        """Take over the layers of `encoder` one by one, so that none is held twice."""
        super().__init__()
        linear = _PackedLinear if dtype is torch.bfloat16 else _Linear
        self._layers = torch.nn.ModuleList()
        while len(encoder.layer):
            self._layers.append(_Layer(encoder.layer[0], linear))
            del encoder.layer[0]

    def forward(
        self, hidden_states: Tensor, attention_mask: Tensor | None = None, **_unused: Any
    ) -> BaseModelOutputWithPastAndCrossAttentions:
        """hidden_states: [texts, length, hidden]; attention_mask: bool [texts, 1, 1 or length,
        length], or None when every place is a token. Texts are padded at their end."""
        texts, length, hidden = hidden_states.shape
        rows, real, lengths = hidden_states.reshape(-1, hidden), None, [length] * texts
        if attention_mask is not None:
            is_token = attention_mask[:, 0, -1]
            lengths = is_token.sum(-1).tolist()
            real = is_token.flatten().nonzero().squeeze(1)
            rows = rows.index_select(0, real)
        tokens = len(rows)
        rows = functional.pad(rows, (0, 0, 0, padded_rows(lengths) - tokens))
        groups = lay_out(lengths, hidden_states.dtype)
        for layer in self._layers:
            rows = layer(rows, groups)
        rows = rows[:tokens]
        if real is not None:
            rows = rows.new_zeros(texts * length, hidden).index_copy_(0, real, rows)
        return BaseModelOutputWithPastAndCrossAttentions(
            last_hidden_state=rows.view(texts, length, hidden)
        )


class _Layer(torch.nn.Module):
    """One layer on rows of tokens: self-attention, then the feed-forward part (post-norm)."""

    def __init__(self, layer: Any, linear: "type[_Linear]") -> None:
        super().__init__()
        attention = layer.attention.self
        self._heads = attention.num_attention_heads
        parts = [attention.query, attention.key, attention.value]
        self._qkv = linear(
            torch.cat([part.weight.detach() for part in parts]),
            torch.cat([part.bias.detach() for part in parts]),
        )
        self._joined = linear.of(layer.attention.output.dense)
        self._attention_norm = layer.attention.output.LayerNorm
        self._wide = linear.of(layer.intermediate.dense)
        self._narrow = linear.of(layer.output.dense)
        self._output_norm = layer.output.LayerNorm

    def forward(self, rows: Tensor, groups: list[Group]) -> Tensor:
        """rows: [tokens, hidden], before and after."""
        qkv = self._qkv(rows)
        joined = [self._attend(qkv, group) for group in groups]
        mixed = self._joined.plus(joined[0] if len(joined) == 1 else torch.cat(joined), rows)
        rows = self._attention_norm(mixed)
        found: Tensor = self._output_norm(self._narrow.plus(self._wide.gelu(rows), rows))
        return found

    def _attend(self, qkv: Tensor, group: Group) -> Tensor:
        texts, keys = group.grid
        query = rows = qkv[group.first : group.first + group.rows]
        if group.to_grid is not None:
            query = rows = rows.index_select(0, group.to_grid)
        elif len(rows) != keys:
            rows = qkv[group.first : group.first + keys]
        found = functional.scaled_dot_product_attention(
            self._split(query, texts)[:, :, 0].transpose(1, 2),
            self._split(rows, texts)[:, :, 1].transpose(1, 2),
            self._split(rows, texts)[:, :, 2].transpose(1, 2),
            group.mask,
        )
        joined = found.transpose(1, 2).reshape(len(query), -1)
        return joined if group.back is None else joined.index_select(0, group.back)

    def _split(self, qkv: Tensor, texts: int) -> Tensor:
        """[texts * length, 3 * hidden] as [texts, length, 3, heads, head size]."""
        return qkv.view(texts, len(qkv) // texts, 3, self._heads, -1)


class _Linear(torch.nn.Module):
    """A linear layer; weight: [out, in]."""

    def __init__(self, weight: Tensor, bias: Tensor) -> None:
        super().__init__()
        self._weight, self._bias = weight, bias

    @classmethod
    def of(cls, linear: torch.nn.Linear) -> "_Linear":
        """The same product as an ordinary layer's."""
        return cls(linear.weight.detach(), linear.bias.detach())

    def forward(self, values: Tensor) -> Tensor:
        return functional.linear(values, self._weight, self._bias)

    def gelu(self, values: Tensor) -> Tensor:
        """The product through GELU (the exact one)."""
        return functional.gelu(self.forward(values))

    def plus(self, values: Tensor, residual: Tensor) -> Tensor:
        """The product plus `residual`."""
        return self.forward(values).add_(residual)


class _PackedLinear(_Linear):
    """A linear layer in bfloat16 whose weight lies as the processor wants it.

    The ordinary one rearranges its weight in every call, which for a query's few tokens takes as
    long as the product itself. GELU and the residual are applied to the product in float32 before
    it is rounded.
    """

    def __init__(self, weight: Tensor, bias: Tensor) -> None:
        super().__init__(torch.ops.mkldnn._reorder_linear_weight(weight, None), bias)

    def forward(self, values: Tensor) -> Tensor:
        return _pointwise(values, self._weight, self._bias, "none", [], "")

    def gelu(self, values: Tensor) -> Tensor:
        return _pointwise(values, self._weight, self._bias, "gelu", [], "none")

    def plus(self, values: Tensor, residual: Tensor) -> Tensor:
        result: Tensor = torch.ops.mkldnn._linear_pointwise.binary(
            values, residual, self._weight, self._bias, "add"
        )
        return result


def _pointwise(*arguments: Any) -> Tensor:
    result: Tensor = torch.ops.mkldnn._linear_pointwise(*arguments)
    return result
