"""What a search is asked and what it answers."""

from dataclasses import dataclass
from typing import Literal, get_args

from app.documents.place import Place
from app.embedding.folder import ChannelWeights
from app.errors import QT_TRANSLATE_NOOP

Mode = Literal["smart", "meaning", "words", "precise"]
MODES: tuple[Mode, ...] = get_args(Mode)


SHORTENED = QT_TRANSLATE_NOOP(
    "Note", "The query is longer than the model can take; only its beginning was searched."
)
WORDS_ONLY = QT_TRANSLATE_NOOP(
    "Note", "The model cannot run, so these passages were found by their words alone."
)


@dataclass(frozen=True)
class Query:
    """A search request.

    folder: only below it, "" for everywhere; types: short names such as "pdf", empty for all;
    after, before: modification time in seconds since the epoch, after inclusive.
    """

    text: str
    mode: Mode = "smart"
    limit: int = 10
    folder: str = ""
    types: tuple[str, ...] = ()
    after: float | None = None
    before: float | None = None


@dataclass(frozen=True)
class ChannelScores:
    """The scores of one passage, each on its own scale.

    dense: cosine; sparse: for a term-frequency model the matched part of the query's own term
    weight (1 when each term stands in the passage once, more when they recur), else the inner
    product of the learned weights; multi: mean over the
    query's tokens of the best cosine with a passage token (MaxSim).
    """

    dense: float
    sparse: float
    multi: float


@dataclass(frozen=True)
class Hit:
    """A passage found.

    path: the first copy; also_at: the others; file: the file on the disk that the first is, or is
    in; locator: the way to it there, "" for the file itself. page: of pages and slides, from 1, or
    None; part: which page of the document, from 0; place: where it is for a person. score: the
    weighted sum of the channels. snippet: its best sentences; matches: where query words stand in
    the snippet.
    boxes: lines of the passage on its page, x0, y0, x1, y1 as fractions, empty without pages.
    online: whether the folder it is in can be reached now.
    """

    path: str
    also_at: tuple[str, ...]
    type: str
    title: str
    heading: str
    page: int | None
    part: int
    place: Place
    file: str
    locator: str
    passage: str
    score: float
    channels: ChannelScores
    text: str
    snippet: str
    matches: tuple[tuple[int, int], ...]
    document: str
    start: int
    end: int
    boxes: tuple[tuple[float, float, float, float], ...]
    online: bool = True

    @property
    def has_picture(self) -> bool:
        """Whether its page can be drawn."""
        return self.type == "pdf" and self.page is not None


@dataclass(frozen=True)
class Seconds:
    """How long each phase took."""

    encode: float
    dense: float
    sparse: float
    multi: float
    total: float


@dataclass(frozen=True)
class SearchResult:
    """Hits, best first, and how they came about.

    weights: what the channels counted in this mode; candidates: how many passages were scored
    exactly; note: something the user should know about this search (one of the texts above), or
    ""; cause: why it is so, where that is not always the same.
    """

    query: Query
    hits: tuple[Hit, ...]
    weights: ChannelWeights
    candidates: int
    seconds: Seconds
    note: str = ""
    cause: str = ""
