"""How a hit looks in the list."""

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPixmap, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.search.model import Hit
from app.ui.results_model import (
    HIT_ROLE,
    MARK_ROLE,
    STRENGTH_ROLE,
    THUMBNAIL_ROLE,
    ResultsModel,
)
from app.ui.results_text import Fonts, RowText, RowTexts
from app.ui.tints import accent, dimmed, faded, line

_MARGIN = 12
_GAP = 14
_THUMBNAIL = QSize(66, 88)
LIST_THUMBNAIL = 132  # pixels asked for: pages are often wider than high
_SNIPPET_LINES = 3
_FURTHER_LINES = 3  # about further passages of a document
_BAR = QSize(44, 4)


class ResultsDelegate(QStyledItemDelegate):
    """Page on the left; name and day, place and strength, snippet with the matches marked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = RowTexts()
        self._fonts: tuple[str, Fonts] | None = None

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        model = index.model()
        lines = 2 + _SNIPPET_LINES
        if isinstance(model, ResultsModel) and model.view == "documents":
            lines += _FURTHER_LINES
        text = lines * option.fontMetrics.lineSpacing() + 8
        return QSize(320, max(_THUMBNAIL.height(), text) + 2 * _MARGIN)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        if not isinstance(model, ResultsModel):
            return
        hit: Hit = index.data(HIT_ROLE)
        palette = option.palette
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_ground(painter, option)
        area = option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        if not hit.online:
            painter.setOpacity(0.65)
        backwards = option.direction == Qt.LayoutDirection.RightToLeft
        frame = QRect(area.topLeft(), _THUMBNAIL)
        text = area.adjusted(_THUMBNAIL.width() + _GAP, 0, 0, 0)
        if backwards:
            frame.moveRight(area.right())
            text = area.adjusted(0, 0, -_THUMBNAIL.width() - _GAP, 0)
        paint_page(painter, frame, index.data(THUMBNAIL_ROLE), hit.type, palette)
        fonts = self._fonts_of(option)
        key = (model.generation, index.row(), text.width(), fonts.plain.key())
        row = self._texts.get(key, hit, model.view, text.width(), fonts)
        self._paint_text(painter, text, row, fonts, palette)
        if (marked := index.data(MARK_ROLE)) is not None:
            paint_mark(painter, frame, marked, fonts, palette)
        if (strength := index.data(STRENGTH_ROLE)) > 0:
            metrics = QFontMetrics(fonts.name)
            place = QRect(
                text.left() if backwards else text.right() - _BAR.width(),
                text.top() + metrics.lineSpacing() + 8,
                _BAR.width(),
                _BAR.height(),
            )
            paint_bar(painter, place, strength, palette)
        painter.restore()

    def _fonts_of(self, option: QStyleOptionViewItem) -> Fonts:
        key = option.font.key()
        if self._fonts is None or self._fonts[0] != key:
            self._fonts = (key, Fonts.of(option.font, _SNIPPET_LINES))
        return self._fonts[1]

    def _paint_text(
        self, painter: QPainter, area: QRect, row: RowText, fonts: Fonts, palette: QPalette
    ) -> None:
        names, plain = QFontMetrics(fonts.name), QFontMetrics(fonts.plain)
        bright, dim = palette.color(QPalette.ColorRole.Text), dimmed(palette)
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        band = QRect(area.left(), area.top(), area.width(), names.lineSpacing())
        painter.setFont(fonts.name)
        painter.setPen(bright)
        painter.drawText(band, leading, row.name)
        painter.setFont(fonts.small)
        painter.setPen(dim)
        painter.drawText(band, trailing, row.day)
        band.translate(0, names.lineSpacing() + 1)
        painter.drawText(band, leading, row.place)
        painter.setPen(bright)
        top = band.bottom() + 5
        row.snippet.draw(painter, QPointF(area.left(), top), _marked(row, palette))
        painter.setFont(fonts.small)
        painter.setPen(faded(palette.color(QPalette.ColorRole.Text), 0.85))
        band.moveTop(area.bottom() - len(row.more) * plain.lineSpacing())
        for words in row.more:
            painter.drawText(band, leading, words)
            band.translate(0, plain.lineSpacing())


def _marked(row: RowText, palette: QPalette) -> list[QTextLayout.FormatRange]:
    """The matches as a marker that lies below the letters."""
    ranges = []
    ground = faded(accent(palette), 0.22)
    for start, end in row.matches:
        found = QTextLayout.FormatRange()
        found.start, found.length = start, end - start
        style = QTextCharFormat()
        style.setBackground(ground)
        found.format = style
        ranges.append(found)
    return ranges


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The ground of a row: what is chosen stands out, without shouting over its text."""
    palette = option.palette
    area = option.rect.adjusted(4, 2, -4, -2)
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.setPen(Qt.PenStyle.NoPen)
    if selected or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(faded(accent(palette), 0.16 if selected else 0.06))
        painter.drawRoundedRect(area, 8, 8)
    if selected:
        edge = QRectF(area.left() + 1, area.top() + 10, 3, area.height() - 20)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            edge.moveRight(area.right() - 1)
        painter.setBrush(accent(palette))
        painter.drawRoundedRect(edge, 1.5, 1.5)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(faded(accent(palette), 0.7))
        painter.drawRoundedRect(area, 8, 8)


def paint_page(
    painter: QPainter, frame: QRect, picture: QPixmap | None, kind: str, palette: QPalette
) -> None:
    """The page; the type of the file on a sheet while there is no picture, or never."""
    area = QRectF(frame)
    if picture is not None:
        size = picture.deviceIndependentSize()
        size.scale(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(
            area.left() + (area.width() - size.width()) / 2,
            area.top(),
            size.width(),
            size.height(),
        )
        painter.drawPixmap(area, picture, QRectF(picture.rect()))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(palette.color(QPalette.ColorRole.Text), 0.05))
        painter.drawRoundedRect(area, 4, 4)
        painter.setPen(dimmed(palette))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), kind.upper())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(line(palette))
    radius = 1 if picture is not None else 4
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def paint_mark(
    painter: QPainter, frame: QRect, is_right: bool, fonts: Fonts, palette: QPalette
) -> None:
    """A tick or a cross in the page's corner: whether somebody marked the hit as right."""
    side = QFontMetrics(fonts.name).height() + 4
    badge = QRectF(frame.right() - side + 4, frame.bottom() - side + 4, side, side)
    painter.setPen(line(palette))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawEllipse(badge)
    painter.setFont(fonts.name)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, "✓" if is_right else "✗")


def paint_bar(painter: QPainter, area: QRect, strength: float, palette: QPalette) -> None:
    """How strong a hit is among those of its list."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(palette.color(QPalette.ColorRole.Text), 0.12))
    painter.drawRoundedRect(area, 2, 2)
    filled = QRectF(area)
    filled.setWidth(max(area.height(), area.width() * strength))
    painter.setBrush(faded(accent(palette), 0.85))
    painter.drawRoundedRect(filled, 2, 2)
