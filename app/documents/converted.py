"""A passage of an Office file on the pages of the PDF that was made of it."""

import io
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

from PIL.PngImagePlugin import PngInfo

from app.documents.marks import line_boxes
from app.documents.model import Page, Words
from app.documents.pdf import draw_with_pdfium, read_pdf
from app.documents.picture import NOTE, note
from app.documents.source import Source

_TOKEN = re.compile(r"\w+")
_ENOUGH = 0.6  # share of a passage's words that have to stand on the page in their order
_SHORTEST_RUN = 2  # words in a row; a single one may stand there by chance


def draw_converted(
    pdf: bytes, text: str, slide: int | None, share: float, width: int
) -> bytes | None:
    """A PNG picture of the page with a passage, its place written into it (see picture.py).

    text: the passage; slide: the one that it is on, from 1; share: how far into the document it is,
    0 to 1, without slides. Both only decide between pages that have it alike. None when no page
    has the passage. Raises UnreadableFile for a bad PDF.
    """
    source = Source("converted.pdf", content=pdf)
    pages = read_pdf(source).pages
    wanted = [token for token, _ in _tokens(text)]
    expected = slide - 1 if slide else share * (len(pages) - 1)
    found = _best(pages, wanted, expected)
    if found is None:
        return None
    image = draw_with_pdfium(source, found.page + 1, width)
    info = PngInfo()
    info.add_text(NOTE, note(found.boxes, is_part=False))
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=2, pnginfo=info)
    return buffer.getvalue()


@dataclass(frozen=True)
class _Found:
    page: int  # from 0
    boxes: tuple[tuple[float, float, float, float], ...]


def _tokens(text: str) -> list[tuple[str, int]]:
    """Words without punctuation, in one form, and where each begins."""
    return [
        (unicodedata.normalize("NFKC", match[0]).casefold(), match.start())
        for match in _TOKEN.finditer(text)
    ]


def _best(pages: tuple[Page, ...], wanted: list[str], expected: float) -> _Found | None:
    if not wanted:
        return None
    there = Counter(wanted)
    tokens = [_tokens(page.text) for page in pages]
    # A page with too few of the words, in whatever order, need not be looked at in order.
    common = [(there & Counter(token for token, _ in each)).total() for each in tokens]
    order = sorted(range(len(pages)), key=lambda n: (-common[n], abs(n - expected)))
    best, most = None, _ENOUGH * len(wanted)
    for number in order:
        if common[number] < most or (best is not None and common[number] <= most):
            break
        starts = _matching(wanted, tokens[number])
        if len(starts) >= most and (best is None or len(starts) > most):
            best, most = (number, starts), float(len(starts))
    if best is None:
        return None
    number, starts = best
    return _Found(number, _boxes(pages[number].words, starts))


def _matching(wanted: list[str], tokens: list[tuple[str, int]]) -> list[int]:
    """Where the words of a passage begin that a page has in the same order."""
    matcher = SequenceMatcher(None, wanted, [token for token, _ in tokens], autojunk=False)
    shortest = min(_SHORTEST_RUN, len(wanted))
    return [
        tokens[place][1]
        for run in matcher.get_matching_blocks()
        if run.size >= shortest
        for place in range(run.b, run.b + run.size)
    ]


def _boxes(words: Words, starts: list[int]) -> tuple[tuple[float, float, float, float], ...]:
    rows = [
        row
        for row, (start, end) in enumerate(words.spans.tolist())
        if any(start <= place < end for place in starts)
    ]
    marked = Words(words.spans[rows], words.boxes[rows])
    return line_boxes(marked, 0, int(words.spans.max(initial=0)))
