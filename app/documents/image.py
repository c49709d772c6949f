"""Pictures: checked and counted; recognise.py reads their text, later."""

import importlib
import warnings

from PIL import Image, UnidentifiedImageError

from app.documents.formats import type_of
from app.documents.model import Document, Page
from app.documents.source import Source
from app.errors import Reason, UnreadableFile

_SMALLEST = 40  # pixels; icons in mails and archives have no words in them
_HEIF_CODECS = ("pi_heif", "pillow_heif")  # either is used when it is installed


def read_image(source: Source) -> Document:
    """A page without text for each picture in the file. Raises UnreadableFile."""
    kind = type_of(source.name)
    if kind == "heic" and not can_open_heic():
        raise UnreadableFile(Reason.UNSUPPORTED, "no decoder for HEIC pictures is installed")
    try:
        with (
            warnings.catch_warnings(),
            source.open() as stream,
            Image.open(stream) as image,
        ):
            warnings.simplefilter("ignore")  # strange metadata does no harm
            pictures = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
            image.load()
            pictured = min(image.size) >= _SMALLEST
    except UnidentifiedImageError:
        raise UnreadableFile(Reason.CORRUPT, "it does not look like a picture inside") from None
    except Image.DecompressionBombError:
        raise UnreadableFile(Reason.TOO_LARGE, "it has too many pixels to be opened") from None
    except (OSError, SyntaxError, ValueError, EOFError):  # all of them mean a broken file
        raise UnreadableFile(Reason.CORRUPT, "the picture is damaged") from None
    pages = tuple(
        Page(number, "", (), kind="page", pictured=pictured) for number in range(1, pictures + 1)
    )
    return Document(kind, "", pages)


def can_open_heic() -> bool:
    """Whether a decoder for HEIC pictures is installed, which Pillow then uses."""
    for name in _HEIF_CODECS:
        try:
            importlib.import_module(name).register_heif_opener()
        except ImportError:
            continue
        return True
    return False
