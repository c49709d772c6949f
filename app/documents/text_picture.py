"""Text drawn as a clean page, by Qt without a display; the one module below the window with Qt.

Runs in a reader process. Nothing is loaded from anywhere: what is drawn is text.
"""

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPainter,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableFormat,
)

from app.documents.excerpt import CODE, Element, Excerpt, elements
from app.documents.picture import NOTE, Box, note

_FAMILIES = ("Segoe UI", "Helvetica Neue", "Noto Sans", "Open Sans", "Liberation Sans")
_INK, _PALE, _LINE, _SHADE = "#1f2328", "#656d76", "#d0d7de", "#f3f5f8"
_SIZES = {1: 26, 2: 21, 3: 17, 4: 15, 5: 14, 6: 14}  # pixels, of headings
_TEXT, _SMALL = 14, 13
_LINE_SEPARATOR = "\u2028"
# The end of a long line whose sentence goes on: there for an editor, not for a reader.
_SOFT_BREAK = re.compile(r"(?<=[^\n]{60})(?<![;{},(])\n(?=[a-zß-öø-ÿ])")
_EDGE = 26  # pixels of a page's edge where it was cut
_MOST_PIXELS = 8_000  # of a picture's height


@dataclass(frozen=True)
class _Sheet:
    """A page to draw on, in pixels before scaling. height: a page's; least: of a short text."""

    width: int
    margin: int
    height: int
    least: int
    text: int = _TEXT


@dataclass(frozen=True)
class _Placed:
    """Text put into the document: from where in the excerpt, to where in UTF-16 units."""

    start: int
    text: str
    position: int

    def at(self, place: int) -> int:
        """Position in the document of a place in the excerpt."""
        part = self.text[: max(0, min(len(self.text), place - self.start))]
        return self.position + _units(part)


def draw_text(excerpt: Excerpt, width: int) -> bytes:
    """A PNG picture of the text around a passage on a page, `width` pixels wide.

    Where the passage stands on it is written into it; see picture.py.
    """
    _application()
    drawn = list(elements(excerpt))
    sheet = _sheet(excerpt, drawn)
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setUndoRedoEnabled(False)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setDefaultFont(_font(sheet.text))
    placed = _Writer(document, excerpt, sheet).write(drawn)
    document.setTextWidth(sheet.width - 2 * sheet.margin)
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


def _sheet(excerpt: Excerpt, drawn: list[Element]) -> _Sheet:
    if excerpt.kind == "slide":
        return _Sheet(960, 64, 540, 540, 21)
    columns = max((len(row) for e in drawn for row in e.rows), default=0)
    if excerpt.kind == "sheet" or excerpt.type in ("csv", "tsv"):
        return _Sheet(max(800, min(2400, columns * 120)), 28, 1000, 400, _SMALL)
    return _Sheet(max(800, min(2000, columns * 100)), 48, 1130, 400)


def _font(size: float, *, fixed: bool = False) -> QFont:
    """The first of the known families that exists; for letters it lacks Qt finds others."""
    if fixed:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    else:
        known = _families()
        font = QFont(next((family for family in _FAMILIES if family in known), "Sans Serif"))
    font.setPixelSize(round(size))
    return font


@cache
def _families() -> frozenset[str]:
    return frozenset(QFontDatabase.families())


class _Writer:
    """Fills a document and notes where every piece of text went."""

    def __init__(self, document: QTextDocument, excerpt: Excerpt, sheet: _Sheet) -> None:
        self._cursor = QTextCursor(document)
        self._excerpt = excerpt
        self._sheet = sheet
        self._placed: list[_Placed] = []
        self._is_empty = True
        self._headings = 0

    def write(self, drawn: list[Element]) -> list[_Placed]:
        """Put in all elements; returns where their texts are."""
        self._cursor.beginEditBlock()
        for element in drawn:
            if element.kind == "table":
                self._table(element)
            elif element.kind == "heading":
                self._heading(element)
            else:
                self._paragraph(element)
        self._cursor.endEditBlock()
        return self._placed

    def _open(self, form: QTextBlockFormat) -> None:
        if self._is_empty:
            form.setTopMargin(0)
            self._cursor.setBlockFormat(form)
        else:
            self._cursor.insertBlock(form)
        self._is_empty = False

    def _heading(self, element: Element) -> None:
        level = element.level
        if self._excerpt.kind == "slide":
            level = 1 if self._headings == 0 else max(level, 3)
        self._headings += 1
        form = QTextBlockFormat()
        form.setTopMargin(20)
        form.setBottomMargin(8)
        self._open(form)
        style = _style(_font(_SIZES[level] * self._sheet.text / _TEXT), _INK, bold=True)
        self._text(*element.span, style)

    def _paragraph(self, element: Element) -> None:
        form = QTextBlockFormat()
        form.setBottomMargin(10)
        form.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        style = _style(_font(self._sheet.text), _INK)
        if element.kind == "code":
            form.setLineHeight(115, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            style = _style(_font(_SMALL - 1, fixed=True), _INK)
        elif element.kind == "fields":
            form.setBackground(QColor(_SHADE))
            form.setBottomMargin(18)
            style = _style(_font(_SMALL), _PALE)
        self._open(form)
        self._text(*element.span, style)

    def _table(self, element: Element) -> None:
        columns = max(map(len, element.rows))
        form = QTextTableFormat()
        form.setBorder(1)
        form.setBorderBrush(QColor(_LINE))
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderCollapse(True)
        form.setCellPadding(6)
        form.setCellSpacing(0)
        form.setTopMargin(0 if self._is_empty else 4)
        form.setBottomMargin(14)
        if columns > 2:
            form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table: QTextTable = self._cursor.insertTable(len(element.rows), columns, form)
        self._is_empty = False
        for row, cells in enumerate(element.rows):
            is_header = element.has_header and row == 0
            style = _style(_font(_SMALL), _INK, bold=is_header)
            for column in range(columns):
                cell = table.cellAt(row, column)
                if is_header:
                    shade = cell.format().toTableCellFormat()
                    shade.setBackground(QColor(_SHADE))
                    cell.setFormat(shade)
                if column < len(cells):
                    self._cursor.setPosition(cell.firstCursorPosition().position())
                    self._text(*cells[column], style)
        self._cursor.setPosition(table.lastPosition() + 1)

    def _text(self, start: int, end: int, style: QTextCharFormat) -> None:
        text = self._excerpt.text[start:end]
        self._placed.append(_Placed(start, text, self._cursor.position()))
        # Whatever stands for a character takes as much room, so that positions stay right.
        shown = _SOFT_BREAK.sub(" ", text) if self._excerpt.type not in CODE else text
        shown = shown.replace("\n", _LINE_SEPARATOR).replace("\u2029", _LINE_SEPARATOR)
        self._cursor.insertText(shown, style)


def _style(font: QFont, color: str, *, bold: bool = False) -> QTextCharFormat:
    font.setBold(bold)
    style = QTextCharFormat()
    style.setFont(font)
    style.setForeground(QColor(color))
    return style


def _units(text: str) -> int:
    """Qt counts UTF-16 units, Python characters."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


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


def _marked(document: QTextDocument, part: _Placed, excerpt: Excerpt) -> Iterator[QRectF]:
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
    sheet: _Sheet,
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
    sheet: _Sheet,
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
            painter.setPen(QPen(QColor(_LINE), 2, Qt.PenStyle.DotLine))
            painter.drawLine(sheet.margin, round(y), sheet.width - sheet.margin, round(y))
    top, bottom = window
    painter.translate(sheet.margin, sheet.margin - top)
    area = QRectF(0, top, sheet.width - 2 * sheet.margin + 1, bottom - top + 1)
    painter.setClipRect(area)
    document.drawContents(painter, area)
    painter.end()
    return image


def _fraction(box: QRectF, sheet: _Sheet, top: float, height: float) -> Box:
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
