"""Files locked with a password, made for tests."""

import io

from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas


def locked_pdf(text: str, password: str) -> bytes:
    """A PDF of one line of text."""
    plain, locked = io.BytesIO(), io.BytesIO()
    canvas = Canvas(plain)
    canvas.drawString(80, 700, text)
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(plain))
    writer.encrypt(password, algorithm="RC4-128")
    writer.write(locked)
    return locked.getvalue()
