"""How well a folder's documents are found: nDCG@10 of each mode, against dense vectors alone.

DOCS is a folder of documents, QUERIES a JSONL file with lines {"id", "query", "relevant": {name:
grade}}, name being a file's name.
"""

import json
import math
import tempfile
from pathlib import Path

from report import arguments, say, show

from app.engine import Engine
from app.paths import data_dirs
from app.search.model import MODES, Hit, Query

_QUICK = 300  # queries


def main() -> None:
    """Index, ask, score, print."""
    parser = arguments(__doc__.splitlines()[0])
    parser.add_argument("docs", type=Path)
    parser.add_argument("queries", type=Path)
    chosen = parser.parse_args()
    questions = [json.loads(line) for line in chosen.queries.read_text("utf-8").splitlines()]
    if chosen.quick:
        questions = questions[:: max(1, len(questions) // _QUICK)]
    with tempfile.TemporaryDirectory() as temporary:
        engine = Engine(data_dirs(Path(temporary)))
        for step in engine.index([chosen.docs]):
            if step.report:
                say(f"{step.report.indexed} files, {step.report.passages} passages")
        figures = {mode: score(engine, questions, mode) for mode in MODES}
        engine.close()
    base = figures["meaning"]
    show(
        {
            "queries": len(questions),
            "ndcg10": figures,
            "ratio_to_meaning": {mode: value / base for mode, value in figures.items()},
        },
        as_json=chosen.json,
    )


def score(engine: Engine, questions: list[dict[str, object]], mode: str) -> float:
    """Mean nDCG@10 (Järvelin & Kekäläinen 2002, gains 2^grade - 1) of one mode."""
    say(f"{mode}: {len(questions)} queries ...")
    queries = [Query(str(question["query"]), mode=mode) for question in questions]  # type: ignore[arg-type]
    results = engine.search_batch(queries)
    pairs = zip(questions, results, strict=True)
    return sum(ndcg(result.hits, question["relevant"]) for question, result in pairs) / len(queries)  # type: ignore[arg-type]


def ndcg(hits: tuple[Hit, ...], relevant: dict[str, int]) -> float:
    """nDCG@10 over files: later hits of the same file gain nothing."""
    names = list(dict.fromkeys(Path(hit.path).name for hit in hits))[:10]
    best = sorted(relevant.values(), reverse=True)[:10]
    return _dcg([relevant.get(name, 0) for name in names]) / (_dcg(best) or 1.0)


def _dcg(grades: list[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


if __name__ == "__main__":
    main()
