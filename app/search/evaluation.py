"""How well queries are answered: nDCG, recall and MRR of each mode, and weights that do better.

A query's right answers are keys with grades: a file's name, or "name#page" for a page of it, as
relevance files have them; in marks the whole path stands for the name.
"""

import json
import math
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePath

import numpy as np
from numpy.typing import NDArray

from app.embedding.folder import ChannelWeights
from app.errors import UsageError
from app.index.mark_table import Mark
from app.search.model import MODES, Hit, Query, SearchResult

DEPTH = 10  # places of a list that count
LISTED = 50  # passages asked for: several may be of one file
FEWEST = 20  # questions from which on weights can be suggested
_STEP = 10  # weights are tried in tenths of their sum
_SAMPLES = 2000  # of the bootstrap
_SEED = 20
_TOGETHER = 8  # questions: other work waits as long as it takes to embed so many
Values = NDArray[np.float64]
Batch = Callable[[Sequence[Query]], Iterator[SearchResult]]


@dataclass(frozen=True)
class Question:
    """A query and its right answers: key -> grade, 0 for one known to be wrong.

    by_path: keys have whole paths; by_page: they name pages, too.
    """

    text: str
    relevant: Mapping[str, int]
    by_path: bool = False
    by_page: bool = False


@dataclass(frozen=True)
class Figure:
    """A mean over the queries with its 95 % bootstrap interval."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class Suggestion:
    """Weights that did better than those in use.

    gain: of nDCG@10, each half of the queries with weights chosen on the other half.
    """

    weights: ChannelWeights
    gain: Figure


@dataclass(frozen=True)
class Evaluation:
    """modes: mode -> "ndcg10", "recall10", "mrr10"; suggestion: None where nothing is sure."""

    queries: int
    modes: Mapping[str, Mapping[str, Figure]]
    suggestion: Suggestion | None


def read_questions(file: Path) -> list[Question]:
    """The questions of a JSONL file, {"query": text, "relevant": {key: grade}} a line.

    Raises UsageError.
    """
    try:
        lines = file.read_text("utf-8").splitlines()
    except UnicodeDecodeError:
        raise UsageError(f"{file} is not a text file.", "Give a file of JSON lines.") from None
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}.") from None
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            relevant = {str(key): int(grade) for key, grade in entry["relevant"].items()}
            by_page = any("#" in key for key in relevant)
            found.append(Question(str(entry["query"]), relevant, by_page=by_page))
        except (ValueError, KeyError, TypeError, AttributeError):
            raise UsageError(
                f'Line {number} of {file} is not {{"query": …, "relevant": {{name: grade}}}}.',
                "Correct that line.",
            ) from None
    return found


def marked_questions(marks: Sequence[Mark]) -> list[Question]:
    """The questions that marks stand for: what is not marked counts as wrong.

    A page counts by itself when every mark of its query is of a page.
    """
    found = []
    for text, group in groupby(marks, key=lambda mark: mark.query):
        own = list(group)
        paged = all(mark.page for mark in own)
        relevant: dict[str, int] = {}
        for mark in own:
            key = f"{mark.path}#{mark.page}" if paged else mark.path
            relevant[key] = max(relevant.get(key, 0), int(mark.is_right))
        found.append(Question(text, relevant, by_path=True, by_page=paged))
    return found


def evaluate(search: Batch, questions: Sequence[Question]) -> Evaluation:
    """All of evaluation_steps at once."""
    steps = evaluation_steps(search, questions)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            evaluation: Evaluation = end.value
            return evaluation


def evaluation_steps(
    search: Batch, questions: Sequence[Question]
) -> Generator[tuple[int, int], None, Evaluation]:
    """Ask every question in every mode; yields how many of how many searches are done.

    search: the last results, in the order of the queries. Raises UsageError without questions, and
    what search does.
    """
    asked = [question for question in questions if any(question.relevant.values())]
    if not asked:
        raise UsageError("There is no question with a right answer.", "Add some, or mark hits.")
    modes: dict[str, dict[str, Figure]] = {}
    suggestion = None
    for mode in MODES:
        queries = [Query(question.text, mode=mode, limit=LISTED) for question in asked]
        results: list[SearchResult] = []
        for start in range(0, len(queries), _TOGETHER):
            for result in search(queries[start : start + _TOGETHER]):
                results.append(result)
                yield len(modes) * len(asked) + len(results), len(MODES) * len(asked)
        scores = np.array([_measures(r.hits, q) for r, q in zip(results, asked, strict=True)])
        names = ("ndcg10", "recall10", "mrr10")
        modes[mode] = {name: bootstrap(scores[:, i]) for i, name in enumerate(names)}
        if mode == "smart":
            suggestion = suggest(results, asked)
    return Evaluation(len(asked), modes, suggestion)


def bootstrap(values: Values) -> Figure:
    """The mean of float64 [queries] with its 95 % interval (percentiles, fixed seed)."""
    chance = np.random.default_rng(_SEED)
    picks = chance.integers(0, len(values), (_SAMPLES, len(values)))
    low, high = np.percentile(values[picks].mean(axis=1), [2.5, 97.5])
    return Figure(float(values.mean()), float(low), float(high))


def ndcg(keys: Sequence[str], relevant: Mapping[str, int]) -> float:
    """nDCG@10 (Järvelin & Kekäläinen 2002, gains 2^grade - 1) of distinct keys, best first."""
    ideal = _dcg(sorted(relevant.values(), reverse=True)[:DEPTH])
    return _dcg([relevant.get(key, 0) for key in keys[:DEPTH]]) / ideal if ideal else 0.0


def keys_of(hits: Sequence[Hit], question: Question) -> list[str]:
    """What the hits are compared by; later hits of the same key gain nothing and are left out."""
    return list(dict.fromkeys(_key(hit, question) for hit in hits))


def suggest(results: Sequence[SearchResult], questions: Sequence[Question]) -> Suggestion | None:
    """Weights that rank the passages found better than their own; None unless it is sure.

    Each half of the questions is measured with weights chosen on the other, so that luck in
    choosing is no gain; the paired bootstrap interval has to lie above zero.
    """
    if len(results) < FEWEST:
        return None
    tried = [
        ChannelWeights(a / _STEP, b / _STEP, (_STEP - a - b) / _STEP)
        for a in range(_STEP + 1)
        for b in range(_STEP + 1 - a)
    ]
    pairs = list(zip(results, questions, strict=True))
    scores = np.array([[_reranked(r, q, weights) for r, q in pairs] for weights in tried])
    now = np.array([ndcg(keys_of(r.hits, q), q.relevant) for r, q in pairs])
    half = np.random.default_rng(_SEED).permutation(len(pairs)) % 2 == 0
    gains = np.empty(len(pairs))
    for measured in (half, ~half):
        best = int(scores[:, ~measured].mean(axis=1).argmax())
        gains[measured] = scores[best, measured] - now[measured]
    gain = bootstrap(gains)
    if gain.low <= 0:
        return None
    return Suggestion(tried[int(scores.mean(axis=1).argmax())], gain)


def _reranked(result: SearchResult, question: Question, weights: ChannelWeights) -> float:
    def score(hit: Hit) -> float:
        own = hit.channels
        return weights.dense * own.dense + weights.sparse * own.sparse + weights.multi * own.multi

    return ndcg(keys_of(sorted(result.hits, key=score, reverse=True), question), question.relevant)


def _measures(hits: Sequence[Hit], question: Question) -> tuple[float, float, float]:
    relevant = question.relevant
    keys = keys_of(hits, question)[:DEPTH]
    places = [place for place, key in enumerate(keys, 1) if relevant.get(key, 0) > 0]
    right = sum(grade > 0 for grade in relevant.values())
    return ndcg(keys, relevant), len(places) / right, 1 / places[0] if places else 0.0


def _key(hit: Hit, question: Question) -> str:
    name = hit.path if question.by_path else PurePath(hit.path.replace("\\", "/")).name
    return f"{name}#{hit.page}" if question.by_page else name


def _dcg(grades: Sequence[int]) -> float:
    return float(sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades)))
