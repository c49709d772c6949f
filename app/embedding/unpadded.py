"""The layers of BERT and XLM-RoBERTa on the processor: no padding, products packed and fused.

Put in place of the transformer inside FlagEmbedding's model, whose embeddings are kept. Same
arithmetic as the library's layers, measured against them in tests/unit/test_encoder.py.
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
    """Whether a model is one of those that UnpaddedModel computes."""
    return type(model).__name__ in _MODELS and model.config.hidden_act == "gelu"


class UnpaddedModel(torch.nn.Module):
    """Takes the place of BertModel and XLMRobertaModel, from whose weights it is made."""

    def __init__(self, model: Any, dtype: torch.dtype) -> None:
        """Take over the layers of `model` one by one, so that none is held twice."""
        super().__init__()
        self._embeddings = model.embeddings
        linear = _PackedLinear if dtype is torch.bfloat16 else _Linear
        self._layers: list[_Layer] = []
        while len(model.encoder.layer):
            self._layers.append(_Layer(model.encoder.layer[0], linear))
            del model.encoder.layer[0]

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, **_unused: Any
    ) -> BaseModelOutputWithPastAndCrossAttentions:
        """input_ids: int64 [texts, length]; attention_mask: the same, 1 for a token and 0 for
        padding, of which each text has at most some at its end."""
        texts, length = input_ids.shape
        rows = self._embeddings(input_ids=input_ids).view(texts * length, -1)
        lengths = attention_mask.sum(-1).tolist()
        real = None
        if min(lengths) < length:
            real = attention_mask.flatten().nonzero().squeeze(1)
            rows = rows.index_select(0, real)
        tokens, hidden = rows.shape
        if filled := padded_rows(lengths) - tokens:
            rows = functional.pad(rows, (0, 0, 0, filled))
        groups = lay_out(lengths, rows.dtype)
        for layer in self._layers:
            rows = layer(rows, groups)
        rows = rows[:tokens]
        if real is not None:
            rows = rows.new_zeros(texts * length, hidden).index_copy_(0, real, rows)
        return BaseModelOutputWithPastAndCrossAttentions(
            last_hidden_state=rows.view(texts, length, hidden)
        )


# Of a query's time half is not arithmetic but Python and the calls of some hundred operations. So
# the layers are no modules, whose calls look for hooks, and call the operations themselves.


class _Layer:
    """One layer on rows of tokens: self-attention, then the feed-forward part (post-norm)."""

    def __init__(self, layer: Any, linear: "type[_Linear]") -> None:
        attention = layer.attention.self
        self._heads = attention.num_attention_heads
        parts = [attention.query, attention.key, attention.value]
        self._qkv = linear(
            torch.cat([part.weight.detach() for part in parts]),
            torch.cat([part.bias.detach() for part in parts]),
        )
        self._joined = linear.of(layer.attention.output.dense)
        self._attention_norm = _Norm(layer.attention.output.LayerNorm)
        self._wide = linear.of(layer.intermediate.dense)
        self._narrow = linear.of(layer.output.dense)
        self._output_norm = _Norm(layer.output.LayerNorm)

    def __call__(self, rows: Tensor, groups: list[Group]) -> Tensor:
        """rows: [tokens, hidden], before and after."""
        qkv = self._qkv(rows)
        joined = [self._attend(qkv, group) for group in groups]
        mixed = self._joined.plus(joined[0] if len(joined) == 1 else torch.cat(joined), rows)
        rows = self._attention_norm(mixed)
        return self._output_norm(self._narrow.plus(self._wide.gelu(rows), rows))

    def _attend(self, qkv: Tensor, group: Group) -> Tensor:
        texts, keys = group.grid
        rows = qkv[group.first : group.first + group.rows] if group.rows != len(qkv) else qkv
        if group.to_grid is not None:
            rows = rows.index_select(0, group.to_grid)
        query, key, value = self._split(rows, texts)
        if group.to_grid is None and len(rows) != keys:
            _, key, value = self._split(qkv[group.first : group.first + keys], texts)
        found = functional.scaled_dot_product_attention(query, key, value, group.mask)
        joined = found.transpose(1, 2).reshape(len(rows), -1)
        return joined if group.back is None else joined.index_select(0, group.back)

    def _split(self, qkv: Tensor, texts: int) -> tuple[Tensor, ...]:
        """[texts * length, 3 * hidden] as query, key and value [texts, heads, length, size]."""
        split = qkv.view(texts, len(qkv) // texts, 3, self._heads, -1)
        return split.permute(2, 0, 3, 1, 4).unbind()


class _Norm:
    """A layer norm over the last axis."""

    def __init__(self, norm: torch.nn.LayerNorm) -> None:
        self._rest = (norm.normalized_shape, norm.weight.detach(), norm.bias.detach(), norm.eps)

    def __call__(self, values: Tensor) -> Tensor:
        return torch.layer_norm(values, *self._rest)


class _Linear:
    """A linear layer; weight: [out, in]."""

    def __init__(self, weight: Tensor, bias: Tensor) -> None:
        self._weight, self._bias = weight, bias

    @classmethod
    def of(cls, linear: torch.nn.Linear) -> "_Linear":
        """The same product as an ordinary layer's."""
        return cls(linear.weight.detach(), linear.bias.detach())

    def __call__(self, values: Tensor) -> Tensor:
        return functional.linear(values, self._weight, self._bias)

    def gelu(self, values: Tensor) -> Tensor:
        """The product through GELU (the exact one)."""
        return functional.gelu(self(values))

    def plus(self, values: Tensor, residual: Tensor) -> Tensor:
        """The product plus `residual`."""
        return self(values).add_(residual)


class _PackedLinear(_Linear):
    """A linear layer in bfloat16 whose weight lies as the processor wants it.

    The ordinary one rearranges its weight in every call, which for a query's few tokens takes as
    long as the product itself. GELU and the residual are applied to the product in float32 before
    it is rounded.
    """

    def __init__(self, weight: Tensor, bias: Tensor) -> None:
        super().__init__(torch.ops.mkldnn._reorder_linear_weight(weight, None), bias)
        operation = torch.ops.mkldnn._linear_pointwise
        self._pointwise, self._binary = operation.default, operation.binary

    def __call__(self, values: Tensor) -> Tensor:
        product: Tensor = self._pointwise(values, self._weight, self._bias, "none", [], "")
        return product

    def gelu(self, values: Tensor) -> Tensor:
        product: Tensor = self._pointwise(values, self._weight, self._bias, "gelu", [], "none")
        return product

    def plus(self, values: Tensor, residual: Tensor) -> Tensor:
        product: Tensor = self._binary(values, residual, self._weight, self._bias, "add")
        return product
