"""Text recognition of pictures: RapidOCR's models, in whatever way up the page lies."""

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from rapidocr import RapidOCR

from app.documents.beat import beat
from app.documents.layout import PlacedWord, paragraphs
from app.documents.model import Page, Words
from app.documents.reading_order import reading_order
from app.documents.text_tools import clean

_LONGEST_SIDE = 2600  # pixels: A4 at 220 dpi; more costs time and finds no more
_SURE = 0.9  # mean confidence of a page that lies the right way up; upside down it is below 0.8
_TALL = 1.5  # height by width of the box of a word that runs up the page
# The models take a capital I for an l where no word of a Latin language begins with l.
_WRONG_L = re.compile(r"\bl(?=hr|hn|nn|mm|mp|[mn]\b|n[a-zäöüß])")
# They miss the space behind a full stop or comma where it is narrow.
_NO_SPACE = re.compile(
    r"(?<=[^\W\d_]{2}[.!?])(?=[A-ZÀ-Þ][^\W\d_])|(?<=[^\W\d_]{2}[,;:])(?=[^\W\d_]{2})"
)


@dataclass(frozen=True)
class Line:
    """A recognised line: its text, how sure the model is (0 to 1), and its pieces.

    box, pieces' boxes: x0, y0, x1, y1 in pixels; pieces: words, or characters where a script has
    no spaces.
    """

    text: str
    sureness: float
    box: tuple[float, float, float, float]
    pieces: tuple[tuple[str, tuple[float, float, float, float]], ...]


def recognise(
    picture: Image.Image, number: int | None, engine: str = "rapidocr", languages: str = ""
) -> Page:
    """The text of a picture with a box for each word, as fractions of the picture as given.

    A page on its side or upside down is turned until it can be read. A picture without text is
    a page without text. engine: "rapidocr", whose models know Latin, Chinese, Japanese and digits,
    or "tesseract" with its own codes of languages, "+" between. Raises UnreadableFile (UNSUPPORTED)
    when that is not installed.
    """
    if engine == "tesseract":
        from app.documents import tesseract

        read: Callable[[Image.Image], list[Line]] = partial(
            tesseract.read_lines, languages=languages
        )
    else:
        read = _lines
    picture = picture.convert("RGB")
    scale = _LONGEST_SIDE / max(picture.size)
    if scale < 1:
        picture = picture.resize((round(picture.width * scale), round(picture.height * scale)))
    turned, lines = 0, read(picture)
    if lines and not _reads_well(lines):
        others = (1, 3) if _runs_upwards(lines) else (2,)
        tries = [(turned, lines), *((turn, read(_turn(picture, turn))) for turn in others)]
        # A page that runs upwards gives the same words either way; only their order differs.
        turned, lines = max(tries, key=lambda entry: _merit(entry[1]))
    page = _page(lines, number, *_turn(picture, turned).size)
    return Page(page.number, page.text, page.blocks, _turned_back(page.words, turned))


def _turn(picture: Image.Image, quarters: int) -> Image.Image:
    """Turned to the left by so many quarters."""
    methods = (
        None,
        Image.Transpose.ROTATE_90,
        Image.Transpose.ROTATE_180,
        Image.Transpose.ROTATE_270,
    )
    method = methods[quarters]
    return picture if method is None else picture.transpose(method)


def _turned_back(words: Words, quarters: int) -> Words:
    """Boxes on the picture as given, from those on the picture turned to the left."""
    boxes = words.boxes
    for _ in range(quarters):
        x0, y0, x1, y1 = boxes.T
        boxes = np.stack([1 - y1, x0, 1 - y0, x1], axis=1)
    return Words(words.spans, boxes.astype(np.float32))


def _reads_well(lines: list[Line]) -> bool:
    letters = sum(len(line.text) for line in lines)
    sureness = sum(line.sureness * len(line.text) for line in lines) / max(1, letters)
    return sureness >= _SURE and not _runs_upwards(lines)


def _runs_upwards(lines: list[Line]) -> bool:
    """Whether most of the text stands on its side."""
    long = [line for line in lines if len(line.text) > 2]
    tall = sum(
        len(line.text) for line in long if _height(line.box) > _TALL * (line.box[2] - line.box[0])
    )
    return tall * 2 > sum(len(line.text) for line in long)


def _height(box: tuple[float, float, float, float]) -> float:
    return box[3] - box[1]


def _merit(lines: list[Line]) -> float:
    """How much was read, and how surely; text on its side does not count."""
    if _runs_upwards(lines):
        return 0.0
    return sum(len(line.text) * max(0.0, line.sureness - 0.5) for line in lines)


@lru_cache(maxsize=1)
def _engine() -> Any:
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return RapidOCR(
        params={
            # The classifier of upside-down lines drops good ones: 2 to 4 % of the letters.
            "Global.use_cls": False,
            "Global.log_level": "error",
            "Global.return_word_box": True,
            "Global.max_side_len": _LONGEST_SIDE,
            # The window and the model come first.
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        }
    )


def _lines(picture: Image.Image) -> list[Line]:
    beat()
    found = _engine()(np.asarray(picture)[:, :, ::-1])
    if found.boxes is None or found.txts is None:
        return []
    lines = []
    for quad, text, sureness, pieces in zip(
        found.boxes, found.txts, found.scores, found.word_results, strict=True
    ):
        text = _NO_SPACE.sub(" ", _WRONG_L.sub("I", clean(text)))
        if text.strip():
            placed = tuple((piece, _around(corners)) for piece, _, corners in pieces)
            lines.append(Line(text, float(sureness), _around(quad), placed))
    return lines


def _around(quad: Any) -> tuple[float, float, float, float]:
    corners: NDArray[np.float64] = np.asarray(quad, np.float64)
    (x0, y0), (x1, y1) = corners.min(0), corners.max(0)
    return float(x0), float(y0), float(x1), float(y1)


def _page(lines: list[Line], number: int | None, width: int, height: int) -> Page:
    order = reading_order(np.array([line.box for line in lines], np.float64).reshape(-1, 4))
    words = [word for place in order for word in _placed_words(lines[place], width, height)]
    page = paragraphs(words, number or 0, height / width)
    return Page(number, page.text, page.blocks, page.words)


def _placed_words(line: Line, width: int, height: int) -> Iterator[PlacedWord]:
    """The words between the spaces of a line, each around the pieces that it is made of."""
    # Where every letter of the line stands: the models' pieces leave out the spaces.
    letters = [letter for piece, box in line.pieces for letter in _letters(piece, box)]
    tokens = line.text.split()
    if len(letters) != sum(map(len, tokens)):
        letters = _evenly(line, tokens)
    at = 0
    for place, token in enumerate(tokens):
        boxes = np.array(letters[at : at + len(token)])
        at += len(token)
        (x0, y0), (x1, y1) = boxes[:, :2].min(0), boxes[:, 2:].max(0)
        box = (x0 / width, y0 / height, x1 / width, y1 / height)
        clipped = tuple(min(1.0, max(0.0, float(side))) for side in box)
        yield PlacedWord(token, (clipped[0], clipped[1], clipped[2], clipped[3]), place == 0, False)


def _letters(
    piece: str, box: tuple[float, float, float, float]
) -> Iterator[tuple[float, float, float, float]]:
    """About where each letter of a piece stands: it may be two words without their space."""
    x0, y0, x1, y1 = box
    chars = [char for char in piece if not char.isspace()]
    step = (x1 - x0) / max(1, len(chars))
    for place in range(len(chars)):
        yield x0 + place * step, y0, x0 + (place + 1) * step, y1


def _evenly(line: Line, tokens: list[str]) -> list[tuple[float, float, float, float]]:
    """Letters spread evenly over the line, for when pieces and text do not match."""
    x0, y0, x1, y1 = line.box
    step = (x1 - x0) / max(1, len(" ".join(tokens)))
    places = [i for i, char in enumerate(" ".join(tokens)) if char != " "]
    return [(x0 + i * step, y0, x0 + (i + 1) * step, y1) for i in places]
