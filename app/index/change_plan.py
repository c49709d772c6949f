"""What a change of the model will cost, measured before it starts."""

import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field, replace

from app.embedding.model import Embeddings
from app.embedding.service import BGEM3Service
from app.index.next_index import IndexModel, NextIndex, Outstanding
from app.index.passages import embedded_text
from app.index.progress import Progress

_SAMPLE = 48  # passages
_ROUND = 8  # between two looks at the clock
_SECONDS = 8.0  # enough to know
_OVERHEAD = 1.5  # of the store over the bare vectors
_SPARE_BYTES = 2**29


@dataclass(frozen=True)
class ChangePlan:
    """What happens when the library changes to another model.

    outstanding: what is to be embedded, nothing when the library is of that model already;
    finished: passages that an interrupted change has done already. seconds: about how long it
    takes; passages_per_second: measured with this library's own passages. disk_bytes: about what
    the new index takes, while the old one (old_bytes) is kept until the end; free_bytes: what the
    disk has now. vector_bytes: of the bare vectors; growth: new vectors to old ones, None when
    the old model is gone.
    """

    model: IndexModel
    old_model: str
    outstanding: Outstanding = field(default_factory=Outstanding)
    finished: int = 0
    seconds: float = 0.0
    passages_per_second: float = 0.0
    vector_bytes: int = 0
    growth: float | None = None
    disk_bytes: int = 0
    old_bytes: int = 0
    free_bytes: int = 0

    def on_disk(self, old_bytes: int, free_bytes: int) -> "ChangePlan":
        """The plan with sizes on disk, from that of the old index where it can be compared."""
        needed = self.vector_bytes * _OVERHEAD if self.growth is None else old_bytes * self.growth
        return replace(self, disk_bytes=int(needed), old_bytes=old_bytes, free_bytes=free_bytes)

    @property
    def fits(self) -> bool:
        """Whether the disk has room for both indexes, and some to spare."""
        return self.disk_bytes + _SPARE_BYTES < self.free_bytes


@dataclass(frozen=True)
class Measured:
    """A sample that was embedded. rows, terms: token vectors and sparse terms of a passage."""

    passages: int
    characters: int
    seconds: float
    rows: float
    terms: float

    def bytes_each(self, dim: int, multi_dim: int) -> float:
        """Bytes of a passage's vectors as the store keeps them: float32, 4 bits a multi axis."""
        return 4 * dim + 8 * self.terms + self.rows * multi_dim / 2


def measure(
    next_index: NextIndex, service: BGEM3Service
) -> Generator[Progress, None, Measured | None]:
    """Load the model and really embed a sample; None when there is nothing to embed.

    service: of the new model, without a cache. Raises ModelError.
    """
    yield Progress("changing")
    service.load()
    sample = next_index.sample(_SAMPLE)
    if not sample:
        return None
    texts = [embedded_text(p.title, p.heading, p.text, service.tokens) for p in sample]
    list(service.encode_passages(texts[:1]))  # the first one warms up what later ones find warm
    seconds = 0.0
    characters = 0
    found: list[Embeddings] = []
    for start in range(0, len(texts), _ROUND):
        part = texts[start : start + _ROUND]
        yield Progress("changing", passages=start, passages_total=len(texts))
        at = time.perf_counter()
        for _, embeddings in service.encode_passages(part):
            found += embeddings
        seconds += time.perf_counter() - at
        characters += sum(map(len, part))
        if seconds > _SECONDS:
            break
    rows, terms = _means(found)
    return Measured(len(found), characters, seconds, rows, terms)


def seconds_for(outstanding: Outstanding, measured: Measured) -> float:
    """How long the outstanding passages take at the measured rate."""
    return outstanding.characters * measured.seconds / max(1, measured.characters)


def _means(embeddings: Sequence[Embeddings]) -> tuple[float, float]:
    rows = sum(len(each.multi) for each in embeddings)
    terms = sum(len(each.terms) for each in embeddings)
    return rows / len(embeddings), terms / len(embeddings)
