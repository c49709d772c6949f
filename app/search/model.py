"""What a search is asked and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from app.documents.formats import IMAGES
from app.documents.place import Place
from app.embedding.folder import ChannelWeights
from app.errors import QT_TRANSLATE_NOOP
from app.index.where import Condition, Where
from app.search.like import Like
from app.search.query import Parsed, parse

Mode = Literal["smart", "meaning", "words", "precise"]
MODES: tuple[Mode, ...] = get_args(Mode)
# What a row of the results is: a passage; a document, by its best passage; or a page, likewise.
View = Literal["passages", "documents", "pages"]
VIEWS: tuple[View, ...] = get_args(View)

SHORTENED = QT_TRANSLATE_NOOP(
    "Note", "The query is longer than the model can take; only its beginning was searched."
)
WORDS_ONLY = QT_TRANSLATE_NOOP(
    "Note", "The model cannot run, so these passages were found by their words alone."
)
LOOSENED = QT_TRANSLATE_NOOP(
    "Note", "No passage has these very words, so passages that come close are shown."
)
LISTED = QT_TRANSLATE_NOOP(
    "Note", "There is nothing to look for but conditions, so all that meets them is listed."
)
SAMPLED = QT_TRANSLATE_NOOP(
    "Note", "The example is long; passages from all over it were compared, not every one."
)


@dataclass(frozen=True)
class Query:
    """A search request.

    text: in the query language (query.py). folder: only below it, "" for everywhere; types: short
    names such as "pdf", empty for all; after, before: modification time in seconds since the
    epoch, after inclusive; all of them besides what the text says. offset: how many rows of the
    list to leave out; the list goes on without gap or repetition. preset: a name of presets.py,
    "auto" for the one that suits. fold: near-duplicates become part of the best of them.
    loose: what would have to stand literally is only looked for. like: results are like these
    examples; the text may then be empty, or only conditions.
    """

    text: str
    mode: Mode = "smart"
    limit: int = 10
    folder: str = ""
    types: tuple[str, ...] = ()
    after: float | None = None
    before: float | None = None
    offset: int = 0
    view: View = "passages"
    preset: str = "auto"
    fold: bool = True
    loose: bool = False
    like: Like | None = None

    @cached_property
    def parsed(self) -> Parsed:
        """What the text was understood as."""
        parsed = parse(self.text)
        return parsed.loosened() if self.loose else parsed

    @cached_property
    def where(self) -> Where:
        """All conditions on passages and files, those of the text included."""
        conditions = list(self.parsed.where)
        if self.folder:
            conditions.append(Condition("folder", (self.folder,)))
        if self.types:
            conditions.append(Condition("type", self.types))
        if self.after is not None:
            conditions.append(Condition("after", (self.after,)))
        if self.before is not None:
            conditions.append(Condition("before", (self.before,)))
        return tuple(conditions)


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
class Behind:
    """Another passage that stands behind a hit.

    snippet: its best sentences, of the best of those behind a document in the last list; else "".
    """

    path: str
    page: int | None
    passage: str
    score: float
    snippet: str = ""


@dataclass(frozen=True)
class Hit:
    """A passage found.

    path: the first copy; also_at: the others; file: the file on the disk that the first is, or is
    in; locator: the way to it there, "" for the file itself. page: of pages and slides, from 1, or
    None; part: which page of the document, from 0; place: where it is for a person. score: the
    weighted sum of the channels. snippet: its best sentences; matches: where query words stand in
    the snippet.
    boxes: lines of the passage on its page, x0, y0, x1, y1 as fractions, empty without pages.
    tail_boxes: those on the next page, of a passage that goes on there; empty for all others.
    online: whether the folder it is in can be reached now. language: ISO 639-1 code or "".
    modified: of the first copy, seconds since the epoch. others: further passages found in the
    same document or page, where those are what is listed. near_duplicates: passages elsewhere with
    all but the same words.
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
    language: str = ""
    modified: float = 0.0
    tail_boxes: tuple[tuple[float, float, float, float], ...] = ()
    others: tuple[Behind, ...] = ()
    near_duplicates: tuple[Behind, ...] = ()

    @property
    def row(self) -> tuple[str, int]:
        """What tells it from the others of a list: a passage may be listed with both its pages."""
        return self.passage, self.part

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages it stands on, one or two, from 1; empty without pages."""
        if self.page is None:
            return ()
        return (self.page, self.page + 1) if self.place.kind == "pages" else (self.page,)

    @property
    def has_picture(self) -> bool:
        """Whether its page can be drawn: as it is, or its text on a clean page."""
        return not self.is_page_picture or self.page is not None

    @property
    def is_page_picture(self) -> bool:
        """Whether the file shows its own pages, so that `boxes` hold for their pictures."""
        return self.type == "pdf" or self.type in IMAGES


@dataclass(frozen=True)
class Seconds:
    """How long each phase took."""

    encode: float
    dense: float
    sparse: float
    multi: float
    total: float


@dataclass(frozen=True)
class Phase:
    """One phase of a search: how long it took, and how many passages it went over.

    name: "words" (the word index), "candidates" (dense and sparse vectors), "rescoring" (token
    vectors and weighted sum).
    """

    name: Literal["words", "candidates", "rescoring"]
    seconds: float
    candidates: int


# What can be counted: field -> values with the number of documents, most first.
Facets = Mapping[str, tuple[tuple[str, int], ...]]


@dataclass(frozen=True)
class SearchResult:
    """Hits, best first, and how they came about.

    phases: those that are done; is_last: whether a better list follows. more: whether the list
    goes on behind the last hit. preset: what the weights are called. facets: counts of the
    documents with a passage among the candidates, by "type", "folder", "language", "year" and
    "changed" (within the last week, month, year).
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
    phases: tuple[Phase, ...] = ()
    is_last: bool = True
    more: bool = False
    preset: str = ""
    facets: Facets = field(default_factory=dict)
