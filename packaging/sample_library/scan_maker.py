"""Pages that are pictures only: a scan with noise and tilt, and a photo of a page."""

import io
from pathlib import Path

import numpy as np
import pypdfium2
from pdf_maker import make_pdf
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from source import Source

_SEED = 14


def make_scan(source: Source, file: Path) -> None:
    """A PDF of one grey picture a page, 150 dpi, slightly turned and noisy."""
    canvas = Canvas(str(file), pagesize=A4, invariant=1)
    for page in _pictures(source, file, 150):
        turned = page.rotate(0.7, expand=False, fillcolor=245)
        noise = np.random.default_rng(_SEED).normal(0, 7, (turned.height, turned.width))
        noisy = np.clip(np.asarray(turned, float) + noise, 0, 255).astype(np.uint8)
        buffer = io.BytesIO()
        Image.fromarray(noisy).save(buffer, "JPEG", quality=55)
        buffer.seek(0)
        canvas.drawImage(ImageReader(buffer), 0, 0, *A4)
        canvas.showPage()
    canvas.save()


def make_photo(source: Source, file: Path) -> None:
    """A photo of the first page: seen at an angle, darker towards one corner."""
    page = _pictures(source, file.with_suffix(".tmp"), 130)[0].convert("RGB")
    width, height = page.size
    # The eight numbers of the perspective, small enough that all of the page stays in view.
    tilted = page.transform(
        (width, height),
        Image.Transform.PERSPECTIVE,
        (1.08, 0.05, -70, 0.03, 1.07, -60, 0.00004, 0.00003),
        Image.Resampling.BICUBIC,
        fillcolor=(96, 78, 60),
    )
    x, y = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    shade = (1.0 - 0.3 * x * y)[..., None]
    lit = Image.fromarray((np.asarray(tilted, float) * shade).astype(np.uint8))
    lit.filter(ImageFilter.GaussianBlur(0.6)).save(file, "JPEG", quality=70)


def _pictures(source: Source, beside: Path, dpi: int) -> list[Image.Image]:
    printed = beside.with_suffix(".print.pdf")
    make_pdf(source, printed)
    try:
        document = pypdfium2.PdfDocument(printed)
        pages = [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]
        document.close()
    finally:
        printed.unlink()
    return pages
