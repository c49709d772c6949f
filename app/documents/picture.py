"""A page's picture and where a passage stands on it, which travels inside the PNG file."""

import json
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

Box = tuple[float, float, float, float]
NOTE = "passage"  # the keyword of the text chunk
_SIGNATURE = 8  # bytes


@dataclass(frozen=True)
class Picture:
    """A page drawn.

    png: the file's bytes; boxes: lines of the passage on it, x0, y0, x1, y1 as fractions; is_part:
    whether only the part of a long page around the passage is shown.
    """

    png: bytes
    boxes: tuple[Box, ...]
    is_part: bool = False


def note(boxes: tuple[Box, ...], *, is_part: bool) -> str:
    """What is written into a picture drawn for one passage."""
    return json.dumps({"boxes": boxes, "is_part": is_part})


def noted(png: bytes) -> Picture | None:
    """The picture with what `note` wrote into it; None when there is nothing."""
    try:
        for text in _notes(png):
            found = json.loads(text)
            boxes = tuple((a, b, c, d) for a, b, c, d in found["boxes"])
            return Picture(png, boxes, bool(found["is_part"]))
    except (ValueError, KeyError, TypeError, struct.error, zlib.error):
        pass  # a picture made by another program
    return None


def _notes(png: bytes) -> Iterator[bytes]:
    """The texts under our keyword: chunks are length, kind, content and check sum."""
    place = _SIGNATURE
    while place + 8 <= len(png):
        length, kind = struct.unpack_from(">I4s", png, place)
        content = png[place + 8 : place + 8 + length]
        place += length + 12
        if kind not in (b"tEXt", b"zTXt"):
            continue
        keyword, _, text = content.partition(b"\0")
        if keyword == NOTE.encode():
            yield text if kind == b"tEXt" else zlib.decompress(text[1:])
