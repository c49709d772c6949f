"""Small line icons in the colours of the theme; drawn, so that they are sharp at every scale."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPalette, QPen, QPixmap

_GRID = 24  # units of a side
_SIZES = (16, 20, 24, 32, 48, 64)
_WIDTH = 1.7  # of a line


def make_icon(name: str, palette: QPalette) -> QIcon:
    """One of "folder", "pause", "play", "rescan", "filter", "remove", in the text's colour."""
    icon = QIcon()
    groups = QPalette.ColorGroup
    role = QPalette.ColorRole.WindowText
    for mode, color in (
        (QIcon.Mode.Normal, palette.color(groups.Active, role)),
        (QIcon.Mode.Disabled, palette.color(groups.Disabled, role)),
        (QIcon.Mode.Selected, palette.color(QPalette.ColorRole.HighlightedText)),
    ):
        for size in _SIZES:
            icon.addPixmap(_draw(_SHAPES[name], color, size), mode)
    return icon


def _draw(shape: Callable[[QPainterPath], None], color: QColor, size: int) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / _GRID, size / _GRID)
    pen = QPen(color, _WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    path = QPainterPath()
    shape(path)
    painter.drawPath(path)
    painter.end()
    return picture


def _line(path: QPainterPath, *points: tuple[float, float], closed: bool = False) -> None:
    path.moveTo(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    if closed:
        path.closeSubpath()


def _folder(path: QPainterPath) -> None:
    _line(path, (3, 18.5), (3, 5.5), (9, 5.5), (11, 8), (21, 8), (21, 18.5), closed=True)
    _line(path, (3, 11), (21, 11))


def _pause(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(6, 5, 4, 14), 1, 1)
    path.addRoundedRect(QRectF(14, 5, 4, 14), 1, 1)


def _play(path: QPainterPath) -> None:
    _line(path, (7, 5), (19, 12), (7, 19), closed=True)


def _rescan(path: QPainterPath) -> None:
    circle = QRectF(4.5, 4.5, 15, 15)
    path.arcMoveTo(circle, 40)
    path.arcTo(circle, 40, 290)
    _line(path, (18.5, 3.5), (18.2, 7.6), (14.1, 7.2))


def _filter(path: QPainterPath) -> None:
    _line(path, (4, 7), (20, 7))
    _line(path, (7, 12), (17, 12))
    _line(path, (10, 17), (14, 17))


def _remove(path: QPainterPath) -> None:
    _line(path, (4, 7), (20, 7))
    _line(path, (9, 7), (9, 4), (15, 4), (15, 7))
    _line(path, (6, 7), (7, 20), (17, 20), (18, 7))
    _line(path, (10, 11), (10.3, 16))
    _line(path, (14, 11), (13.7, 16))


_SHAPES: dict[str, Callable[[QPainterPath], None]] = {
    "folder": _folder,
    "pause": _pause,
    "play": _play,
    "rescan": _rescan,
    "filter": _filter,
    "remove": _remove,
}
