"""Passages and questions encoded once, and nDCG@10 of any way to compare their token vectors."""

import json
import math
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from report import say

from app.documents.read import read
from app.embedding.axes import Axes, fit_axes
from app.embedding.folder import MANIFEST, ChannelWeights, ModelFolder, open_model_folder
from app.embedding.model import Embeddings
from app.embedding.service import AXES_WORD_TEXTS, SPECIAL_IDS, BGEM3Service
from app.embedding.word_texts import word_texts
from app.index.passages import cut

Vectors = NDArray[np.float32]
EVERY_VECTOR = 8192


def full_width_service(path: Path, temporary: Path) -> tuple[BGEM3Service, ModelFolder]:
    """A service that gives token vectors before any projection, and the folder as it is.

    Where the folder's own head projects, it is replaced by one that does nothing.
    """
    import torch

    own = open_model_folder(path)
    if own.colbert_dim > 0:
        for file in path.iterdir():
            if file.name not in ("colbert_linear.pt", MANIFEST):
                _link(file, temporary / file.name)
        manifest = json.loads((path / MANIFEST).read_text("utf-8"))
        manifest["colbert_dim"] = own.dim
        (temporary / MANIFEST).write_text(json.dumps(manifest), "utf-8")
        head = {"weight": torch.eye(own.dim), "bias": torch.zeros(own.dim)}
        torch.save(head, temporary / "colbert_linear.pt")
        path = temporary
    folder = open_model_folder(path, EVERY_VECTOR)
    # All axes, and nothing fitted.
    return BGEM3Service(replace(folder, multi_dim=folder.dim)), own


def _link(file: Path, target: Path) -> None:
    try:
        target.symlink_to(file.resolve())
    except OSError:  # Windows without the right to make links
        shutil.copy(file, target)


@dataclass(frozen=True)
class Judge:
    """One set of questions on one set of passages.

    queries: float32 [tokens of all, width], starts: where each begins; passages: token vectors;
    idf: float32 [tokens] a passage, -1 for what says nothing; documents: the number of each
    passage's document; relevant: grade by document number, a question; other: float32
    [questions, passages], what the dense
    and sparse channels add to the fused score; telling: share of the tokens that say something.
    """

    name: str
    queries: Vectors
    starts: NDArray[np.intp]
    passages: list[Vectors]
    idf: list[Vectors]
    documents: NDArray[np.intp]
    relevant: list[dict[int, int]]
    other: Vectors
    weights: ChannelWeights
    telling: float

    def ndcg(self, queries: Vectors, passages: Sequence[Vectors]) -> tuple[float, float]:
        """Mean nDCG@10 of MaxSim alone, and of all three channels together."""
        lengths = np.diff([*self.starts, len(queries)])
        multi = np.empty((len(self.starts), len(passages)), np.float32)
        for place, vectors in enumerate(passages):
            best = (queries @ vectors.T).max(1)
            multi[:, place] = np.add.reduceat(best, self.starts) / lengths
        return self._mean(multi), self._mean(self.weights.multi * multi + self.other)

    def _mean(self, scores: Vectors) -> float:
        total = 0.0
        for row, relevant in zip(scores, self.relevant, strict=True):
            order = np.argsort(-row, kind="stable")[:100]
            found = list(dict.fromkeys(self.documents[order].tolist()))[:10]
            best = _dcg(sorted(relevant.values(), reverse=True)[:10])
            total += _dcg([relevant.get(number, 0) for number in found]) / (best or 1.0)
        return total / len(self.relevant)


def _dcg(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def load_judges(
    service: BGEM3Service, folders: Sequence[Path], *, every: int, join: int
) -> list[Judge]:
    """A judge for each file of questions. every: use only each so manieth question. join: put
    documents together until a passage has so many tokens."""
    judges = []
    for folder in folders:
        files = sorted((folder / "docs").iterdir())
        texts, names = _passages(service, files, join)
        say(f"{folder.name}: {len(texts)} passages ...")
        ordered = _encoded(service, texts)
        for questions in sorted(folder.glob("queries*.jsonl")):
            lines = [json.loads(line) for line in questions.read_text("utf-8").splitlines()]
            name = f"{folder.name} {questions.stem.removeprefix('queries').strip('-')}".strip()
            judges.append(_judge(service, name, lines[::every], texts, names, ordered))
    return judges


def _encoded(service: BGEM3Service, texts: list[str]) -> list[Embeddings]:
    """The passages with every token vector, that of punctuation too."""
    folder = service.folder
    service.folder = replace(folder, multi_skip_punctuation=False)
    passages: dict[int, Embeddings] = {}
    for positions, found in service.encode_passages(texts):
        passages |= dict(zip(positions, found, strict=True))
    service.folder = folder
    return [passages[position] for position in range(len(texts))]


def _passages(
    service: BGEM3Service, files: Sequence[Path], join: int
) -> tuple[list[str], list[dict[str, int]]]:
    """Texts, and by text the names of the documents it holds with the number of their document."""
    cuts = [cut(read(file), file.name, service.tokens) for file in files]
    texts: list[str] = []
    names: list[dict[str, int]] = []
    if not join:
        for number, (file, passages) in enumerate(zip(files, cuts, strict=True)):
            texts += [passage.embedded for passage in passages]
            names += [{file.name: number}] * len(passages)
        return texts, names
    for file, passages in zip(files, cuts, strict=True):
        for passage in passages:
            fits = texts and sum(service.tokens.count([texts[-1], passage.embedded])) <= join
            if not fits:
                texts.append("")
                names.append({})
            texts[-1] = f"{texts[-1]}\n{passage.embedded}".strip()
            names[-1][file.name] = len(texts) - 1
    return texts, names


def _judge(
    service: BGEM3Service,
    name: str,
    lines: list[dict[str, Any]],
    texts: list[str],
    names: list[dict[str, int]],
    passages: list[Embeddings],
) -> Judge:
    queries = service.encode_queries([line["query"] for line in lines])
    number_of: dict[str, int] = {}
    for held in names:
        number_of |= held
    weights = service.folder.weights
    dense = np.stack([q.dense for q in queries]) @ np.stack([p.dense for p in passages]).T
    counts = Counter(term for p in passages for term in p.terms.tolist())
    rarity = {
        term: math.log(1 + (len(passages) - n + 0.5) / (n + 0.5)) for term, n in counts.items()
    }
    sparse = _sparse(queries, passages, rarity if _needs_idf(service) else None)
    idf = _rarities(service, texts, rarity)
    return Judge(
        name=name,
        queries=np.concatenate([q.multi for q in queries]).astype(np.float32),
        starts=np.cumsum([0, *(len(q.multi) for q in queries[:-1])]),
        passages=[p.multi.astype(np.float32) for p in passages],
        idf=idf,
        documents=np.array([next(iter(held.values())) for held in names]),
        relevant=[
            {number_of[n]: grade for n, grade in line["relevant"].items() if n in number_of}
            for line in lines
        ],
        other=(weights.dense * dense + weights.sparse * sparse).astype(np.float32),
        weights=weights,
        telling=float(np.mean(np.concatenate(idf) >= 0)),
    )


def _needs_idf(service: BGEM3Service) -> bool:
    return service.folder.sparse == "term_frequency"


def _sparse(
    queries: Sequence[Embeddings], passages: Sequence[Embeddings], idf: dict[int, float] | None
) -> Vectors:
    """The sparse channel's scores as the search computes them."""
    weights = [dict(zip(p.terms.tolist(), p.weights.tolist(), strict=True)) for p in passages]
    found = np.zeros((len(queries), len(passages)), np.float32)
    rarest = math.log(1 + (len(passages) + 0.5) / 0.5)
    for row, query in enumerate(queries):
        terms = dict(zip(query.terms.tolist(), query.weights.tolist(), strict=True))
        scale = 1.0
        if idf is not None:
            terms = {term: weight * idf.get(term, rarest) for term, weight in terms.items()}
            scale = sum(terms.values()) or 1.0
        for place, passage in enumerate(weights):
            shared = terms.keys() & passage.keys()
            found[row, place] = sum(terms[term] * passage[term] for term in shared) / scale
    return found


def _rarities(service: BGEM3Service, texts: list[str], rarity: dict[int, float]) -> list[Vectors]:
    """float32 [tokens] a text: the IDF, or -1 for punctuation where the model drops it."""
    sequences, skip = service.tokens.encode(texts, service.folder.passage_prefix)
    found = []
    for ids in sequences:
        content = np.asarray(ids[1 + skip :])
        idf = np.array([rarity.get(term, 0.0) for term in content.tolist()], np.float32)
        if service.folder.multi_skip_punctuation:
            idf[~service.tokens.is_word[content] | np.isin(content, SPECIAL_IDS)] = -1
        found.append(idf)
    return found


class TrainTexts:
    """What axes can be fitted on."""

    def __init__(self, service: BGEM3Service) -> None:
        self._service = service

    def fit(self, judges: Sequence[Judge], on: str) -> Axes:
        """All axes, the most telling first; on: words, passages or both."""
        samples: list[Vectors] = []
        if on != "passages":
            words = word_texts(self._service.tokens.pieces, AXES_WORD_TEXTS)
            for _, found in self._service.encode_passages(words):
                samples += [embeddings.multi.astype(np.float32) for embeddings in found]
        if on != "words":
            # As many as the program takes, from the first set alone: the others are news to it.
            first = judges[0].passages
            samples += first[:: max(1, len(first) // 64)][:64]
        return fit_axes(samples, judges[0].queries.shape[1])
