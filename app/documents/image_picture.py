"""Pictures of picture files: the right way up, the page of a TIFF that is asked for."""

import warnings
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from app.documents import formats
from app.errors import Reason, UnreadableFile


def open_picture(path: Path, page: int, width: int) -> Any:
    """A page of a picture file as Pillow's image, `width` pixels wide, on white.

    page: from 1. Raises UnreadableFile.
    """
    if formats.type_of(path.name) == "heic":
        from app.documents.image import can_open_heic

        can_open_heic()
    try:
        with warnings.catch_warnings(), Image.open(path) as image:
            warnings.simplefilter("ignore")  # strange metadata does no harm
            if image.format == "TIFF":
                image.seek(page - 1)
            elif image.format == "JPEG":
                image.draft(
                    "RGB", (2 * width, 2 * width)
                )  # decodes large photos several times faster
            return _scaled(_on_white(ImageOps.exif_transpose(image)), width)
    except FileNotFoundError:
        raise UnreadableFile(Reason.GONE, "the file is not there any more") from None
    except Image.DecompressionBombError:
        raise UnreadableFile(Reason.TOO_LARGE, "it has too many pixels to be opened") from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        raise UnreadableFile(Reason.CORRUPT, "the picture is damaged") from None


def _on_white(image: Any) -> Any:
    """Without transparency, in colours that PNG knows."""
    if image.mode.startswith(("I;16", "I", "F")):  # deep greys, which conversion would clip
        low, high = image.getextrema()
        image = image.point(lambda value: (value - low) * (255 / ((high - low) or 1))).convert("L")
    if not image.has_transparency_data:
        return image.convert("RGB")
    white = Image.new("RGBA", image.size, "white")
    white.alpha_composite(image.convert("RGBA"))
    return white.convert("RGB")


def _scaled(image: Any, width: int) -> Any:
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
