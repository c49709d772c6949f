"""The text of a page, to select and copy, with the passages found marked."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.ui.tints import faded, marker

Span = tuple[int, int]


class PageText(QPlainTextEdit):
    """Read only; the passage that is looked at is in view. extra: what else its menu offers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(16)
        self.setAccessibleName(self.tr("Text of the document"))
        self._text = ""
        self.extra: list[QAction] = []

    def show_text(self, text: str, current: Span, others: Sequence[Span] = ()) -> None:
        """Show a text. current: the passage that is looked at, (0, 0) for none."""
        self._text = text
        self.setPlainText(text)
        self.mark(current, others)

    def mark(self, current: Span, others: Sequence[Span] = ()) -> None:
        """Mark passages anew and bring the current one into view."""
        color = marker(self.palette())
        spans = [(span, faded(color, 0.4)) for span in others if span != current]
        if current[1] > current[0]:
            spans.append((current, color))
        self.setExtraSelections([self._marked(span, color) for span, color in spans])
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units(current[0]))
        self.setTextCursor(cursor)
        self.centerCursor()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        menu.addSeparator()
        menu.addActions(self.extra)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _units(self, place: int) -> int:
        """Qt counts UTF-16 units, Python characters."""
        return len(self._text[:place].encode("utf-16-le", "surrogatepass")) // 2

    def _marked(self, span: Span, color: QColor) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units(span[0]))
        cursor.setPosition(self._units(span[1]), QTextCursor.MoveMode.KeepAnchor)
        style = QTextCharFormat()
        style.setBackground(color)
        if color.alphaF() == 1.0:
            style.setForeground(color.darker(1000))
        marked = QTextEdit.ExtraSelection()
        marked.cursor, marked.format = cursor, style
        return marked
