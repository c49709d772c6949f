"""Text recognition by Tesseract, through tesserocr, where both are installed.

Slower than the models that come with the program, but it knows scripts that those do not.
"""

from typing import Any

from PIL import Image

from app.documents.beat import beat
from app.documents.ocr import Line
from app.documents.text_tools import clean
from app.errors import Reason, UnreadableFile


def read_lines(picture: Image.Image, languages: str) -> list[Line]:
    """The lines of a picture; languages: Tesseract's codes with "+" between.

    Raises UnreadableFile (UNSUPPORTED) when it, or one of the languages, is not installed.
    """
    beat()
    tesserocr = _library()
    path, installed = tesserocr.get_languages()
    if missing := [code for code in languages.split("+") if code not in installed]:
        detail = f"Tesseract has no data for {', '.join(missing)}; see ocr.languages"
        raise UnreadableFile(Reason.UNSUPPORTED, detail)
    with tesserocr.PyTessBaseAPI(path=path, lang=languages, psm=tesserocr.PSM.AUTO) as api:
        api.SetImage(picture)
        api.Recognize()
        iterator = api.GetIterator()
        found: list[list[Any]] = []
        if iterator is None:
            return []
        for word in tesserocr.iterate_level(iterator, tesserocr.RIL.WORD):
            if word.Empty(tesserocr.RIL.WORD):
                continue
            text = clean(word.GetUTF8Text(tesserocr.RIL.WORD)).strip()
            if not text:
                continue
            if not found or word.IsAtBeginningOf(tesserocr.RIL.TEXTLINE):
                found.append([])
            box = tuple(map(float, word.BoundingBox(tesserocr.RIL.WORD)))
            found[-1].append((text, box, word.Confidence(tesserocr.RIL.WORD) / 100))
    return [_line(words) for words in found]


def _line(words: list[Any]) -> Line:
    boxes = [box for _, box, _ in words]
    around = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    sureness = sum(sure for _, _, sure in words) / len(words)
    text = " ".join(text for text, _, _ in words)
    return Line(text, sureness, around, tuple((text, box) for text, box, _ in words))


def _library() -> Any:
    try:
        import tesserocr
    except ImportError:
        detail = "Tesseract is not installed; install tesserocr or set ocr.engine to rapidocr"
        raise UnreadableFile(Reason.UNSUPPORTED, detail) from None
    return tesserocr
