"""How a hit looks in the list."""

from html import escape
from pathlib import Path

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextDocument
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.search.model import Hit
from app.ui.places import shown_place
from app.ui.results_model import HIT_ROLE, THUMBNAIL_ROLE

_MARGIN = 8
_THUMBNAIL = QSize(64, 84)
_SNIPPET_LINES = 3


class ResultsDelegate(QStyledItemDelegate):
    """Page on the left; name, place and snippet with the matching words in bold on the right."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line = option.fontMetrics.lineSpacing()
        text = (2 + _SNIPPET_LINES) * line + 4
        return QSize(320, max(_THUMBNAIL.height(), text) + 2 * _MARGIN)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit: Hit = index.data(HIT_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        if selected:
            painter.fillRect(option.rect, palette.brush(QPalette.ColorRole.Highlight))
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        color = palette.color(role)
        area = option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.save()
        painter.setFont(option.font)
        self._paint_page(painter, area, index.data(THUMBNAIL_ROLE), hit.type, color)
        self._paint_text(painter, area, hit, option.font, color)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(color)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_page(
        self, painter: QPainter, area: QRect, picture: object, kind: str, color: QColor
    ) -> None:
        """The page; the type of the file in a frame while there is no page, or never."""
        frame = QRect(area.topLeft(), _THUMBNAIL)
        color = QColor(color)
        color.setAlphaF(0.4)
        painter.setPen(color)
        if picture is not None:
            size = picture.deviceIndependentSize().toSize()  # type: ignore[attr-defined]
            frame.setSize(size.scaled(_THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio))
            painter.drawPixmap(frame, picture)  # type: ignore[call-overload]
        else:
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, kind.upper())
        painter.drawRect(frame)

    def _paint_text(
        self, painter: QPainter, area: QRect, hit: Hit, font: QFont, color: QColor
    ) -> None:
        text = area.adjusted(_THUMBNAIL.width() + _MARGIN, 0, 0, 0)
        bold = QFont(font)
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        painter.setPen(color)
        painter.setFont(bold)
        name = metrics.elidedText(Path(hit.path).name, Qt.TextElideMode.ElideMiddle, text.width())
        painter.drawText(text.left(), text.top() + metrics.ascent(), name)
        dimmed = QColor(color)
        dimmed.setAlphaF(0.7)
        painter.setPen(dimmed)
        painter.setFont(font)
        plain = QFontMetrics(font)
        place = plain.elidedText(self._place(hit), Qt.TextElideMode.ElideMiddle, text.width())
        painter.drawText(text.left(), text.top() + metrics.lineSpacing() + plain.ascent(), place)
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(f"body {{ color: {color.name()}; }}")
        document.setHtml(f"<body>{_with_bold(hit)}</body>")
        document.setTextWidth(text.width())
        top = metrics.lineSpacing() + plain.lineSpacing() + 4
        painter.translate(text.left(), text.top() + top)
        document.drawContents(
            painter, QRectF(0, 0, text.width(), _SNIPPET_LINES * plain.lineSpacing())
        )

    def _place(self, hit: Hit) -> str:
        parts = [] if hit.online else [self.tr("cannot be reached now")]
        place = shown_place(hit)
        parts += [place[:1].upper() + place[1:]] if place else []
        parts += [hit.heading] if hit.heading else []
        return " · ".join([*parts, str(Path(hit.path).parent)])


def _with_bold(hit: Hit) -> str:
    parts, place = [], 0
    for start, end in hit.matches:
        parts.append(escape(hit.snippet[place:start]))
        parts.append(f"<b>{escape(hit.snippet[start:end])}</b>")
        place = end
    return "".join([*parts, escape(hit.snippet[place:])])
