"""Measuring a library's searches by what its user marked, over an engine, in steps."""

from collections.abc import Generator

from app.engine import Engine
from app.index.progress import Progress
from app.search.evaluation import Evaluation, evaluation_steps, marked_questions


def evaluate_marks(engine: Engine) -> Generator[Progress, None, Evaluation]:
    """A step for each search; raises UsageError when nothing was marked as right."""
    steps = evaluation_steps(engine.search_batch, marked_questions(engine.marks()))
    while True:
        try:
            asked, to_ask = next(steps)
        except StopIteration as end:
            evaluation: Evaluation = end.value
            return evaluation
        yield Progress("evaluating", asked=asked, to_ask=to_ask)
