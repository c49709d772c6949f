"""Text as a document of Qt's: headings as headings, tables as tables.

Of what is put in, it is known where each character went.
"""

import re
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
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

from app.documents.excerpt import CODE, Element, Excerpt

_FAMILIES = ("Segoe UI", "Helvetica Neue", "Noto Sans", "Open Sans", "Liberation Sans")
_INK, _PALE, LINE, _SHADE = "#1f2328", "#656d76", "#d0d7de", "#f3f5f8"
_SIZES = {1: 26, 2: 21, 3: 17, 4: 15, 5: 14, 6: 14}  # pixels, of headings
_TEXT, _SMALL = 14, 13
_LINE_SEPARATOR = "\u2028"
# The end of a long line whose sentence goes on: there for an editor, not for a reader.
_SOFT_BREAK = re.compile(r"(?<=[^\n]{60})(?<![;{},(])\n(?=[a-zß-öø-ÿ])")


@dataclass(frozen=True)
class Sheet:
    """A page to draw on, in pixels before scaling. height: a page's; least: of a short text."""

    width: int
    margin: int
    height: int
    least: int
    text: int = _TEXT


@dataclass(frozen=True)
class Placed:
    """Text put into the document: from where in the excerpt, to where in UTF-16 units."""

    start: int
    text: str
    position: int

    def at(self, place: int) -> int:
        """Position in the document of a place in the excerpt."""
        part = self.text[: max(0, min(len(self.text), place - self.start))]
        return self.position + _units(part)


def sheet_for(excerpt: Excerpt, drawn: list[Element]) -> Sheet:
    if excerpt.kind == "slide":
        return Sheet(960, 64, 540, 540, 21)
    columns = max((len(row) for e in drawn for row in e.rows), default=0)
    if excerpt.kind == "sheet" or excerpt.type in ("csv", "tsv"):
        return Sheet(max(800, min(2400, columns * 120)), 28, 1000, 400, _SMALL)
    return Sheet(max(800, min(2000, columns * 100)), 48, 1130, 400)


def text_document(
    excerpt: Excerpt, drawn: list[Element], sheet: Sheet
) -> tuple[QTextDocument, list[Placed]]:
    """The elements laid out to the sheet's width, and where the text of each went."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setUndoRedoEnabled(False)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setDefaultFont(_font(sheet.text))
    placed = _Writer(document, excerpt, sheet).write(drawn)
    document.setTextWidth(sheet.width - 2 * sheet.margin)
    return document, placed


class _Writer:
    """Fills a document and notes where every piece of text went."""

    def __init__(self, document: QTextDocument, excerpt: Excerpt, sheet: Sheet) -> None:
        self._cursor = QTextCursor(document)
        self._excerpt = excerpt
        self._sheet = sheet
        self._placed: list[Placed] = []
        self._is_empty = True
        self._headings = 0

    def write(self, drawn: list[Element]) -> list[Placed]:
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
        form.setBorderBrush(QColor(LINE))
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
        self._placed.append(Placed(start, text, self._cursor.position()))
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
