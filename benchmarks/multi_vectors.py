"""How small token vectors can get: bytes of a passage against nDCG@10, relative to uncompressed.

EVAL is a folder with docs/ and queries*.jsonl in the form benchmarks/quality.py describes; several
may be given. Everything is encoded once; each candidate is then a transformation of the same
vectors. Baseline: every token vector, with all its axes, in float16. The turbo stores are computed
here as TurboQuant describes them (a rotation, then Lloyd-Max levels); `qdrant` at the end compares
with the store itself: how far its MaxSim is from that, and how long it takes for 100 passages.
"""

import json
import tempfile
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from compression import (
    Vectors,
    dropped,
    int8,
    kmeans,
    projected,
    quantised,
    to_count,
    to_share,
    words_only,
)
from judging import Judge, TrainTexts, full_width_service, load_judges
from report import arguments, say, show, stopwatch

from app.embedding.axes import Axes
from app.embedding.model import Embeddings
from app.paths import compact_model_dir
from app.store.base import Places, Point
from app.store.edge import EdgeStore

TOKENS = 400  # of the passage whose bytes are told
FUSED_LOSS = 0.003  # of the default, at most


@dataclass(frozen=True)
class Candidate:
    """A way to store token vectors.

    bits: of a component; overhead: further bytes of a vector; share, count: how many vectors a
    passage of TOKENS tokens keeps. punctuation: whether it has vectors too.
    """

    axes: int
    bits: float = 16
    overhead: int = 0
    share: float = 1.0
    count: int | None = None
    steps: tuple[Callable[[Vectors], Vectors], ...] = ()
    keep_idf: float = 1.0
    punctuation: bool = False

    def kilobytes(self, telling: float) -> float:
        """Of a passage of TOKENS tokens, of which this share is not punctuation."""
        tokens = TOKENS if self.punctuation else TOKENS * telling
        vectors = min(self.count or TOKENS, tokens * self.share * self.keep_idf)
        return vectors * (self.axes * self.bits / 8 + self.overhead) / 1000


def turbo(axes: int, bits: int) -> Callable[[Vectors], Vectors]:
    """TurboQuant with so many bits a component."""
    return partial(quantised, bits=bits, axes=axes)


def candidates(width: int, own: int, *, quick: bool) -> dict[str, Candidate]:
    """By name; own: the axes that the model folder would be stored with."""
    found = {"uncompressed": Candidate(width, punctuation=True)}
    wide = {width, own} if quick else {width, 256, own, 128, 96}
    for axes in sorted((n for n in wide if n <= width), reverse=True):
        found[f"{axes} float16"] = Candidate(axes)
        found[f"{axes} uint8"] = Candidate(axes, 8, 4, steps=(int8,))
        for bits in (8, 4, 1):
            name = f"{axes} turbo{bits}" if bits > 1 else f"{axes} 1 bit"
            found[name] = Candidate(axes, bits, 4, steps=(turbo(axes, bits),))
    for axes in sorted({own} if quick else {own, min(256, width), 128}, reverse=True):
        for factor in (1.5, 2, 3, 4):
            steps = (partial(to_share, factor=factor), turbo(axes, 4))
            found[f"{axes} turbo4, pooled x{factor:g}"] = Candidate(
                axes, 4, 4, 1 / factor, steps=steps
            )
    four = turbo(own, 4)
    for count in (64, 32, 16):
        steps = (partial(to_count, count=count), four)
        found[f"{own} turbo4, {count} vectors"] = Candidate(own, 4, 4, count=count, steps=steps)
    found[f"{own} turbo4, k-means x2"] = Candidate(own, 4, 4, 0.5, steps=(kmeans, four))
    for keep in (0.75, 0.5):
        name = f"{own} turbo4, {keep:.0%} with most IDF"
        found[name] = Candidate(own, 4, 4, keep_idf=keep, steps=(four,))
    found[f"{own} turbo4, 75% with most IDF, pooled x2"] = Candidate(
        own, 4, 4, 0.5, steps=(partial(to_share, factor=2), four), keep_idf=0.75
    )
    return found


def main() -> None:
    """Encode, try every candidate, print."""
    parser = arguments(__doc__.splitlines()[0])
    parser.add_argument("eval", type=Path, nargs="+", metavar="EVAL")
    parser.add_argument("--model", type=Path, default=compact_model_dir(), help="a model folder")
    parser.add_argument("--join", type=int, default=0, metavar="TOKENS", help="longer passages")
    parser.add_argument("--fit", choices=("words", "passages", "both"), help="the axes on these")
    parser.add_argument("--only", nargs="*", default=[""], help="candidates with such a name")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        service, own = full_width_service(chosen.model, Path(temporary))
        step = 4 if chosen.quick else 1
        judges = load_judges(service, chosen.eval, every=step, join=chosen.join)
        # A model that projects itself was fitted on words alone; others are as the program does.
        fit = chosen.fit or ("words" if own.colbert_dim > 0 else "both")
        axes = TrainTexts(service).fit(judges, fit)
    width = judges[0].queries.shape[1]
    telling = float(np.mean([judge.telling for judge in judges]))
    figures: dict[str, dict[str, float]] = {}
    base: list[tuple[float, float]] = []
    default = f"{own.multi_dim} turbo4, pooled x2"
    for name, candidate in candidates(width, own.multi_dim, quick=chosen.quick).items():
        wanted = any(part in name for part in chosen.only)
        if not wanted and name not in ("uncompressed", default):
            continue
        scores = [judged(judge, candidate, axes.mean, axes.directions) for judge in judges]
        base = base or scores
        row = {"kilobytes": candidate.kilobytes(telling)}
        for judge, (multi, fused) in zip(judges, scores, strict=True):
            row |= {f"{judge.name} multi": multi, f"{judge.name} fused": fused}
        row["multi_ratio"] = mean_ratio([score[0] for score in scores], [b[0] for b in base])
        row["fused_ratio"] = mean_ratio([score[1] for score in scores], [b[1] for b in base])
        figures[name] = row
        say(f"{name}: {row['kilobytes']:.1f} KB, {row['fused_ratio']:.4f} fused")
    print(table(figures))
    small = {
        "default": default,
        "default_kilobytes": figures[default]["kilobytes"],
        "default_fused_ratio": figures[default]["fused_ratio"],
        "default_holds": figures[default]["fused_ratio"] >= 1 - FUSED_LOSS,
        "passages": sum(len(judge.passages) for judge in judges),
        "fitted_on": fit,
        "qdrant": against_qdrant(judges[0], axes, own.multi_dim),
    }
    show(small, as_json=False)
    if chosen.json:
        print(json.dumps({**small, "candidates": figures}))


def judged(
    judge: Judge, candidate: Candidate, mean: Vectors, directions: Vectors
) -> tuple[float, float]:
    """nDCG@10 of the multi channel alone and of all three."""
    project = partial(projected, mean=mean, directions=directions[: candidate.axes])
    passages = []
    for vectors, idf in zip(judge.passages, judge.idf, strict=True):
        found = project(vectors if candidate.punctuation else words_only(vectors, idf))
        if candidate.keep_idf < 1:
            found = dropped(found, idf[idf >= 0], candidate.keep_idf)
        for change in candidate.steps:
            found = change(found)
        passages.append(found)
    return judge.ndcg(project(judge.queries), passages)


def against_qdrant(judge: Judge, axes: Axes, kept: int, rounds: int = 20) -> dict[str, float]:
    """The store's own MaxSim, a query token, against ours on the default's vectors, and its time
    for 100 passages with all vectors and with the default's."""
    axes = Axes(axes.mean, axes.directions[:kept])
    whole = [
        axes.project(words_only(vectors, idf))
        for vectors, idf in zip(judge.passages[:100], judge.idf, strict=False)
    ]
    half = [to_share(vectors, 2) for vectors in whole]
    queries = np.split(axes.project(judge.queries), judge.starts[1:])[:rounds]
    off, seconds = [], {}
    for name, passages in (("all", whole), ("default", half)):
        with tempfile.TemporaryDirectory() as temporary:
            store = EdgeStore(Path(temporary), 1, kept)
            ids = [str(uuid.UUID(int=number)) for number in range(len(passages))]
            store.upsert(
                [Point(id_, "d", _embeddings(v)) for id_, v in zip(ids, passages, strict=True)],
                {"d": Places((), (), (), "txt")},
            )
            store.flush()
            taken = []
            for query in queries:
                with stopwatch() as watch:
                    scores = store.score({"multi": query.astype(np.float16)}, ids)["multi"]
                taken.append(watch())
                for id_, vectors in zip(ids, passages, strict=True):
                    exact = (query @ quantised(vectors, 4, kept).T).max(1).mean()
                    off.append(abs(scores[id_] / len(query) - exact))
            seconds[name] = float(np.median(taken))
            store.close()
    return {
        "score_off": float(np.mean(off)),
        "all_ms": 1000 * seconds["all"],
        "default_ms": 1000 * seconds["default"],
    }


def _embeddings(multi: Vectors) -> Embeddings:
    terms, weights = np.array([1], np.uint32), np.ones(1, np.float32)
    return Embeddings(np.ones(1, np.float32), terms, weights, multi.astype(np.float16))


def mean_ratio(values: Sequence[float], base: Sequence[float]) -> float:
    """Of the means."""
    return sum(values) / sum(base)


def table(figures: dict[str, dict[str, float]]) -> str:
    """The frontier in Markdown, as RESULTS.md shows it."""
    columns = list(next(iter(figures.values())))
    lines = [f"| stored as | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    for name, row in figures.items():
        cells = [f"{row[c]:.1f}" if c == "kilobytes" else f"{row[c]:.4f}" for c in columns]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
