"""How a page looks in the grid."""

from pathlib import PurePath

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.search.model import Hit
from app.ui.places import shown_place
from app.ui.results_delegate import paint_bar, paint_ground, paint_mark, paint_page
from app.ui.results_model import (
    HIT_ROLE,
    MARK_ROLE,
    STRENGTH_ROLE,
    THUMBNAIL_ROLE,
    ResultsModel,
)
from app.ui.results_text import Fonts, RowTexts
from app.ui.tints import dimmed

_PAGE = QSize(140, 188)
GRID_THUMBNAIL = 188  # pixels asked for
_MARGIN = 12
_SNIPPET_LINES = 9  # on a page without a picture


class PagesDelegate(QStyledItemDelegate):
    """The page with its marks, below it the name and where it stands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = RowTexts()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        text = 2 * option.fontMetrics.lineSpacing() + 14
        return QSize(_PAGE.width() + 2 * _MARGIN, _PAGE.height() + text + 2 * _MARGIN)

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
        if not hit.online:
            painter.setOpacity(0.65)
        frame = QRect(option.rect.topLeft(), _PAGE).translated(_MARGIN, _MARGIN)
        picture = index.data(THUMBNAIL_ROLE)
        fonts = Fonts.of(option.font, _SNIPPET_LINES)
        key = (model.generation, index.row(), option.font.key())
        row = self._texts.get(key, hit, "passages", _PAGE.width() - 20, fonts)
        paint_page(painter, frame, picture, "" if not hit.has_picture else hit.type, palette)
        if not hit.has_picture:
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            row.snippet.draw(painter, frame.topLeft().toPointF() + QPointF(10, 10))
        if (marked := index.data(MARK_ROLE)) is not None:
            paint_mark(painter, frame, marked, fonts, palette)
        metrics = QFontMetrics(fonts.name)
        band = QRect(frame.left(), frame.bottom() + 8, _PAGE.width(), metrics.lineSpacing())
        painter.setFont(fonts.name)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(band, Qt.AlignmentFlag.AlignLeading, _fitted(metrics, hit, band.width()))
        band.translate(0, metrics.lineSpacing())
        painter.setFont(fonts.small)
        painter.setPen(dimmed(palette))
        painter.drawText(band, Qt.AlignmentFlag.AlignLeading, shown_place(hit))
        if (strength := index.data(STRENGTH_ROLE)) > 0:
            backwards = option.direction == Qt.LayoutDirection.RightToLeft
            left = band.left() if backwards else band.right() - 40
            bar = QRect(left, band.center().y(), 40, 4)
            paint_bar(painter, bar, strength, palette)
        painter.restore()


def _fitted(metrics: QFontMetrics, hit: Hit, width: int) -> str:
    name = PurePath(hit.path).name
    return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, width)
