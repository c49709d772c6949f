"""The program's icon, drawn: a page under a magnifying glass."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QLinearGradient, QPainter, QPen, QPixmap

_SIZES = (16, 24, 32, 48, 64, 128, 256)


def program_icon() -> QIcon:
    """In the sizes that desktops ask for."""
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(draw_icon(size))
    return icon


def draw_icon(size: int) -> QPixmap:
    """The icon as a square of `size` pixels; everything is in hundredths of it."""
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 100, size / 100)
    ground = QLinearGradient(0, 0, 0, 100)
    ground.setColorAt(0, QColor("#3f86ee"))
    ground.setColorAt(1, QColor("#1b58bd"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(2, 2, 96, 96), 22, 22)
    painter.setBrush(QColor("#ffffff"))
    painter.drawRoundedRect(QRectF(22, 16, 46, 62), 5, 5)
    painter.setBrush(QColor("#ffd54a"))
    painter.drawRect(QRectF(30, 38, 30, 9))
    pen = QPen(QColor("#a9b8cf"), 5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for line in (QLineF(31, 29, 58, 29), QLineF(31, 57, 52, 57)):
        painter.drawLine(line)
    painter.setBrush(QColor(255, 255, 255, 90))
    painter.setPen(QPen(QColor("#10294f"), 8))
    painter.drawEllipse(QPointF(62, 60), 17, 17)
    handle = QPen(QColor("#10294f"), 11)
    handle.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(handle)
    painter.drawLine(QLineF(76, 74, 86, 84))
    painter.end()
    return picture
