"""Sources to PDF with reportlab."""

import re
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)
from source import Source

_MARGIN = 22 * mm
_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=14, spaceAfter=7)
_ITEM = ParagraphStyle("item", _BODY, leftIndent=12, bulletIndent=2, spaceAfter=3)
_CELL = ParagraphStyle("cell", _BODY, fontSize=8.5, leading=11, spaceAfter=0)
_SIZES = {1: 19, 2: 13.5, 3: 12}


def make_pdf(source: Source, file: Path, columns: int = 1) -> None:
    """Write a PDF; with two columns, the text before the second heading spans the page."""
    width, height = A4
    inner, top = width - 2 * _MARGIN, 0.0 if columns == 1 else 62 * mm
    full = Frame(_MARGIN, _MARGIN, inner, height - 2 * _MARGIN, id="full")
    gap = 7 * mm
    half = (inner - gap) / 2

    def pair(tall: float) -> list[Frame]:
        size = height - 2 * _MARGIN - tall
        return [
            Frame(_MARGIN + i * (half + gap), _MARGIN, half, size, leftPadding=0, rightPadding=0)
            for i in range(2)
        ]

    head = Frame(_MARGIN, height - _MARGIN - top, inner, top, leftPadding=0, rightPadding=0)
    first = [full] if columns == 1 else [head, *pair(top)]
    later = [full] if columns == 1 else pair(0)
    document = BaseDocTemplate(
        str(file),
        pagesize=A4,
        title=source.about.get("title", ""),
        author=source.about.get("author", ""),
        invariant=1,
        lang=source.about.get("lang", "en"),
    )

    def decorate(canvas: Any, _document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.setFillColor(colors.grey)
        canvas.drawString(_MARGIN, height - 13 * mm, source.about.get("header", ""))
        canvas.drawRightString(width - _MARGIN, 12 * mm, str(canvas.getPageNumber()))

    document.addPageTemplates(
        [
            PageTemplate("first", first, onPageEnd=decorate),
            PageTemplate("later", later, onPageEnd=decorate),
        ]
    )
    document.build([NextPageTemplate("later"), *_flow(source, half if columns == 2 else inner)])


def _flow(source: Source, width: float) -> list[Any]:
    flow: list[Any] = []
    for piece in source.pieces:
        if piece.kind == "heading":
            size = _SIZES.get(piece.level, 11)
            style = ParagraphStyle(
                f"h{piece.level}", fontName="Helvetica-Bold", fontSize=size, leading=size * 1.25,
                spaceBefore=9, spaceAfter=6, keepWithNext=1,
            )  # fmt: skip
            flow.append(Paragraph(_markup(piece.text), style))
        elif piece.kind == "item":
            flow.append(Paragraph(_markup(piece.text), _ITEM, bulletText="•"))
        elif piece.kind == "table":
            rows = [[Paragraph(_markup(cell), _CELL) for cell in row] for row in piece.rows]
            table = Table(rows, colWidths=[width / len(rows[0])] * len(rows[0]), hAlign="LEFT")
            table.setStyle([("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.lightgrey)])
            flow += [table, Spacer(1, 8)]
        elif piece.kind == "page break":
            flow.append(PageBreak())
        else:
            flow.append(Paragraph(_markup(piece.text).replace("\n", "<br/>"), _BODY))
    return flow


def _markup(text: str) -> str:
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text))
