"""A page's own text together with what was recognised in its picture."""

from dataclasses import replace

import numpy as np

from app.documents.model import Block, Page, Words

_KEPT = 0.5  # share of a page's own words that recognition has to find to take their place


def joined(own: Page, recognised: Page) -> Page:
    """A page with what was recognised in its picture; nothing that it has itself is lost.

    A scanner's advert is on the picture, too, so that recognition finds it again in its place.
    """
    words = own.text.split()
    if not words:
        return recognised
    if not recognised.text.strip():
        return own
    found = set(recognised.text.split())
    if own.kind == "page" and sum(word in found for word in words) >= _KEPT * len(words):
        return recognised
    shift = len(own.text) + 2
    blocks = (Block(b.start + shift, b.end + shift, b.level) for b in recognised.blocks)
    return replace(
        own,
        text=f"{own.text}\n\n{recognised.text}",
        blocks=(*own.blocks, *blocks),
        words=_appended(own.words, recognised.words, shift),
    )


def _appended(first: Words, second: Words, shift: int) -> Words:
    return Words(
        np.concatenate([first.spans, second.spans + np.int32(shift)]),
        np.concatenate([first.boxes, second.boxes]),
    )
