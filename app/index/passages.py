"""Cutting pages into passages of whole sentences."""

import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from app.documents.model import Block, Document, Page
from app.documents.place import Place, place_of

# In tokens of the XLM-R vocabulary, which both models share. Together with title, headings and
# prefix a passage stays under the models' 512.
FULL = 256  # from here on a paragraph's end closes the passage
LARGEST = 400
CLOSED_BY_HEADING = 96  # a heading closes a passage of at least this size
OVERLAP = 64  # the last sentence is repeated when it is no longer than this
CONTEXT = 80  # title and headings together
_NAMESPACE = uuid.UUID("6f3c2f0e-8a55-4f0b-9a4c-3d1f2f6b7a10")
_SENTENCE_END = re.compile(
    r"""[.!?…]+["'”’»)\]]*(?=\s)   # Western: before white space
      | [。！？]+[」』”’)）]*        # Chinese and Japanese: anywhere
      | [؟۔।]+(?=\s|$)             # Arabic, Urdu, Hindi
      | \n(?=\s*(?:[-*•–]|\d+[.)])\s)  # before a list item""",
    re.VERBOSE,
)
# "Dr. ", "z. B. ", "Abs. 2": a full stop after a short word or number is no sentence's end.
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:\w{1,3}|\d+)\.$")


class TokenCounter(Protocol):
    """The part of the tokenizer that cutting needs."""

    def count(self, texts: Sequence[str]) -> list[int]:
        """Number of tokens of each text."""

    def offsets(self, text: str) -> list[tuple[int, int]]:
        """Start and end of each token in the text."""


@dataclass(frozen=True)
class Passage:
    """A piece of one page, perhaps with the end of its last sentence on the next one.

    id: UUIDv5 of document hash and ordinal; part: which of the document's pages, from 0; place:
    where that is for a person; start, end: in the page's text; heading: the headings above it,
    " › " between them; embedded: the text the model sees, with title and headings in front;
    language: ISO 639-1 code, "" when it cannot be told; tail: start and end, in the next page's
    text, of what the page's end cut off; `text` has it on a line of its own.
    """

    id: str
    part: int
    place: Place
    start: int
    end: int
    heading: str
    text: str
    embedded: str
    language: str = ""
    tail: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class _Sentence:
    start: int
    end: int
    tokens: int
    level: int  # of the heading it is, 0 for text
    opens_block: bool


def cut(document: Document, document_hash: str, tokens: TokenCounter) -> tuple[Passage, ...]:
    """All passages of a document in reading order; every word of the text is in at least one.

    A passage consists of whole sentences where a sentence fits, and repeats the last sentence of
    the passage before it. It crosses to the next page only for a sentence that the page's end cuts.
    """
    passages: list[Passage] = []
    headings: list[tuple[int, str]] = []
    sentences = [_sentences(page, tokens) for page in document.pages]
    for part, page in enumerate(document.pages):
        groups = list(_groups(sentences[part]))
        for number, group in enumerate(groups):
            if group[0].level:
                _enter(headings, group[0], page)
            path = [text for level, text in headings]
            if group[0].level:
                path = path[:-1]  # the passage itself starts with this heading
            for sentence in group[1:]:
                if sentence.level:
                    _enter(headings, sentence, page)
            heading = _shorten(" › ".join(path), CONTEXT // 2, tokens)
            start, end = group[0].start, group[-1].end
            text = page.text[start:end]
            place = place_of(page, start, end)
            tail = (0, 0)
            if number == len(groups) - 1 and part + 1 < len(document.pages):
                following = document.pages[part + 1]
                tail = _tail(page, group, following, sentences[part + 1])
                if tail[1]:
                    text += "\n" + following.text[slice(*tail)]
                    place = Place("pages", f"{page.number}–{following.number}")
            passages.append(
                Passage(
                    id=str(uuid.uuid5(_NAMESPACE, f"{document_hash}/{len(passages)}")),
                    part=part,
                    place=place,
                    start=start,
                    end=end,
                    heading=heading,
                    text=text,
                    embedded=embedded_text(document.title, heading, text, tokens),
                    tail=tail,
                )
            )
    return tuple(passages)


def cut_page(
    document: Document, document_hash: str, part: int, taken: Sequence[str], tokens: TokenCounter
) -> tuple[Passage, ...]:
    """The passages of one page, the only one of `document`, that comes after the others.

    part: which page of the whole document it is; taken: ids of its passages so far, which these
    get, as they take their place.
    """
    return tuple(
        replace(
            passage,
            part=part,
            id=taken[place]
            if place < len(taken)
            else str(uuid.uuid5(_NAMESPACE, f"{document_hash}/{part}/{place}")),
        )
        for place, passage in enumerate(cut(document, document_hash, tokens))
    )


def embedded_text(title: str, heading: str, text: str, tokens: TokenCounter) -> str:
    """What the model sees of a passage: title and headings on lines of their own before it.

    title: the document's, whole; heading: as the passage keeps it.
    """
    context = (_shorten(title, CONTEXT // 2, tokens), heading)
    return "\n".join([*(part for part in context if part and part not in text), text])


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, without the white space between them."""
    spans = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.group().startswith(".") and _ABBREVIATION.search(text[start : match.end()]):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _sentences(page: Page, tokens: TokenCounter) -> list[_Sentence]:
    spans: list[tuple[int, int, Block, bool]] = []
    for block in page.blocks:
        text = page.text[block.start : block.end]
        for number, (start, end) in enumerate(sentence_spans(text)):
            spans.append((block.start + start, block.start + end, block, number == 0))
    counts = tokens.count([page.text[start:end] for start, end, _, _ in spans])
    sentences = []
    for (start, end, block, opens), count in zip(spans, counts, strict=True):
        for part, (a, b, n) in enumerate(_fitting(page.text, start, end, count, tokens)):
            sentences.append(_Sentence(a, b, n, block.level, opens and part == 0))
    return sentences


def _tail(
    page: Page, group: Sequence[_Sentence], following: Page, continued: Sequence[_Sentence]
) -> tuple[int, int]:
    """Where on the next page the sentence ends that this page cuts; (0, 0) when it cuts none.

    Told by what stands in the text: no sentence's end before, a small letter behind.
    """
    if page.kind != "page" or following.kind != "page" or not continued:
        return 0, 0
    last, rest = group[-1], continued[0]
    if last.level or rest.level or not following.text[rest.start].islower():
        return 0, 0
    ending = page.text[last.start : last.end].rstrip("\"'”’»)]")
    is_cut = ending[-1:] not in (*".!?:;…。！？", "")
    fits = sum(sentence.tokens for sentence in group) + rest.tokens <= LARGEST
    return (rest.start, rest.end) if is_cut and fits else (0, 0)


def _fitting(
    text: str, start: int, end: int, count: int, tokens: TokenCounter
) -> Iterator[tuple[int, int, int]]:
    """The sentence itself, or its parts when it is longer than a passage may be."""
    if count <= LARGEST:
        yield start, end, count
        return
    offsets = tokens.offsets(text[start:end])
    begin = start
    for first in range(0, len(offsets), LARGEST - 8):  # counts differ a little at a cut
        last = min(first + LARGEST - 8, len(offsets)) - 1
        stop = end if last == len(offsets) - 1 else start + offsets[last][1]
        if stop > begin:
            yield begin, stop, last - first + 1
        begin = max(begin, stop)


def _groups(sentences: Sequence[_Sentence]) -> Iterator[list[_Sentence]]:
    current: list[_Sentence] = []
    size = 0
    for sentence in sentences:
        closed_by_heading = sentence.level > 0 and size >= CLOSED_BY_HEADING
        too_large = size + sentence.tokens > LARGEST
        if current and (too_large or closed_by_heading or (sentence.opens_block and size >= FULL)):
            yield current
            last = current[-1]
            keep = not sentence.level and not last.level and last.tokens <= OVERLAP
            keep = keep and last.tokens + sentence.tokens <= LARGEST and len(current) > 1
            current = [last] if keep else []
            size = last.tokens if keep else 0
        current.append(sentence)
        size += sentence.tokens
    if current:
        yield current


def _enter(headings: list[tuple[int, str]], sentence: _Sentence, page: Page) -> None:
    while headings and headings[-1][0] >= sentence.level:
        headings.pop()
    headings.append((sentence.level, " ".join(page.text[sentence.start : sentence.end].split())))


def _shorten(text: str, limit: int, tokens: TokenCounter) -> str:
    """The text, or its last words when it has more than `limit` tokens."""
    offsets = tokens.offsets(text) if text else []
    if len(offsets) <= limit:
        return text
    return text[offsets[-limit][0] :].strip()
