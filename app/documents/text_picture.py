"""Text drawn as a clean page, by Qt without a display; text_document.py lays it out.

Runs in a reader process. Nothing is loaded from anywhere: what is drawn is text.
"""

import os
import sys
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QPainter,
    QPen,
    QTextBlock,
    QTextDocument,
)

from app.documents.excerpt import Excerpt, elements
from app.documents.picture import NOTE, Box, note
from app.documents.text_document import LINE, Placed, Sheet, sheet_for, text_document

_EDGE = 26  # pixels of a page's edge where it was cut
_MOST_PIXELS = 8_000  # of a picture's height


def draw_text(excerpt: Excerpt, width: int) -> bytes:
    """A PNG picture of the text around a passage on a page, `width` pixels wide.

    Where the passage stands on it is written into it; see picture.py.
    """
    _application()
    drawn = list(elements(excerpt))
    sheet = sheet_for(excerpt, drawn)
    document, placed = text_document(excerpt, drawn, sheet)
    lines = list(_all_lines(document))
    marked = [box for part in placed for box in _marked(document, part, excerpt)]
    top, bottom = _window(document, sheet, lines, marked)
    cut_above = excerpt.before or top > 0
    cut_below = excerpt.after or bottom < document.size().height() - 1
    height = max(float(sheet.least), bottom - top + 2 * sheet.margin)
    image = _painted(document, sheet, (top, bottom), height, width, (cut_above, cut_below))
    boxes = tuple(
        _fraction(box, sheet, top, height) for box in marked if top <= box.center().y() <= bottom
    )
    image.setText(NOTE, note(boxes, is_part=cut_above or cut_below))
    return _png(image)


@cache
def _application() -> QGuiApplication:
    """Qt's application of this process; fonts cannot be had without one."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if sys.platform == "win32":  # drawing into memory, Qt does not look where Windows has them
        fonts = os.path.join(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")
        os.environ.setdefault("QT_QPA_FONTDIR", fonts)
    existing = QGuiApplication.instance()
    return existing if isinstance(existing, QGuiApplication) else QGuiApplication(["pictures"])


def _all_lines(document: QTextDocument) -> Iterator[tuple[float, float]]:
    """Top and bottom of every line."""
    block = document.begin()
    while block.isValid():
        corner = document.documentLayout().blockBoundingRect(block).topLeft()
        layout = block.layout()
        for number in range(layout.lineCount()):
            rect = layout.lineAt(number).rect()
            yield corner.y() + rect.top(), corner.y() + rect.bottom()
        block = block.next()


def _marked(document: QTextDocument, part: Placed, excerpt: Excerpt) -> Iterator[QRectF]:
    """Where the lines of the passage stand that are in a piece of text."""
    first, last = part.at(excerpt.start), part.at(excerpt.end)
    if first >= last:
        return
    block: QTextBlock = document.findBlock(first)
    corner = document.documentLayout().blockBoundingRect(block).topLeft()
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        begin = block.position() + line.textStart()
        start, end = max(first, begin), min(last, begin + line.textLength())
        if start >= end:
            continue
        runs = line.glyphRuns(start - block.position(), end - start)
        area = QRectF()
        for run in runs:
            area = area.united(run.boundingRect())
        if area.isEmpty():
            continue
        box = QRectF(area.left(), line.y(), area.width(), line.height())
        yield box.translated(corner)


def _window(
    document: QTextDocument,
    sheet: Sheet,
    lines: list[tuple[float, float]],
    marked: list[QRectF],
) -> tuple[float, float]:
    """Top and bottom of what is shown: all of it, or a page with the passage, whole lines."""
    whole = document.size().height()
    room = float(sheet.height - 2 * sheet.margin)
    if whole <= room * 1.25 or not marked:
        return 0.0, min(whole, room * 1.25)
    first = min(box.top() for box in marked)
    last = max(box.bottom() for box in marked)
    wanted = min(max(0.0, first - room / 4), max(0.0, whole - room))
    if wanted > 0:
        wanted = min((top for top, _ in lines if top >= wanted and top <= first), default=first)
    limit = min(_MOST_PIXELS, max(wanted + room, last))
    bottom = max((bottom for _, bottom in lines if bottom <= limit + 0.5), default=limit)
    return wanted, bottom if limit < whole else whole


def _painted(
    document: QTextDocument,
    sheet: Sheet,
    window: tuple[float, float],
    height: float,
    width: int,
    cut: tuple[bool, bool],
) -> QImage:
    scale = width / sheet.width
    image = QImage(width, max(1, round(height * scale)), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    for is_cut, y in zip(cut, (_EDGE, height - _EDGE), strict=True):
        if is_cut:
            painter.setPen(QPen(QColor(LINE), 2, Qt.PenStyle.DotLine))
            painter.drawLine(sheet.margin, round(y), sheet.width - sheet.margin, round(y))
    top, bottom = window
    painter.translate(sheet.margin, sheet.margin - top)
    area = QRectF(0, top, sheet.width - 2 * sheet.margin + 1, bottom - top + 1)
    painter.setClipRect(area)
    document.drawContents(painter, area)
    painter.end()
    return image


def _fraction(box: QRectF, sheet: Sheet, top: float, height: float) -> Box:
    left, upper = box.left() + sheet.margin, box.top() + sheet.margin - top
    corners = (
        left / sheet.width,
        upper / height,
        (left + box.width()) / sheet.width,
        (upper + box.height()) / height,
    )
    x0, y0, x1, y1 = (round(min(1.0, max(0.0, value)), 5) for value in corners)
    return x0, y0, x1, y1


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 80)  # type: ignore[call-overload]  # its stubs want bytes
    buffer.close()
    return bytes(data.data())
