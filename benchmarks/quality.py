"""How well a folder's documents are found: nDCG@10 of each mode, against dense vectors alone.

DOCS is a folder of documents, QUERIES a JSONL file with lines {"id", "query", "relevant": {name:
grade}}, name being a file's name.
"""

import tempfile
from pathlib import Path

from report import arguments, say, show

from app.engine import Engine
from app.paths import data_dirs
from app.search.evaluation import Question, keys_of, ndcg, read_questions
from app.search.model import MODES, Mode, Query

_QUICK = 300  # queries


def main() -> None:
    """Index, ask, score, print."""
    parser = arguments(__doc__.splitlines()[0])
    parser.add_argument("docs", type=Path)
    parser.add_argument("queries", type=Path)
    chosen = parser.parse_args()
    questions = read_questions(chosen.queries)
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


def score(engine: Engine, questions: list[Question], mode: Mode) -> float:
    """Mean nDCG@10 (Järvelin & Kekäläinen 2002, gains 2^grade - 1) of one mode."""
    say(f"{mode}: {len(questions)} queries ...")
    queries = [Query(question.text, mode=mode) for question in questions]
    results = engine.search_batch(queries)
    total = 0.0
    for question, result in zip(questions, results, strict=True):
        total += ndcg(keys_of(result.hits, question), question.relevant)
    return total / len(queries)


if __name__ == "__main__":
    main()
