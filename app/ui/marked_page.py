"""A page's picture with the passage marked on it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

Boxes = tuple[tuple[float, float, float, float], ...]


def mark(picture: QPixmap, boxes: Boxes, palette: QPalette) -> QPixmap:
    """The picture with the boxes painted over it like a text marker."""
    marked = QPixmap(picture)
    painter = QPainter(marked)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for x0, y0, x1, y1 in boxes:
        width, height = picture.width(), picture.height()
        area = QRectF(x0 * width, y0 * height, (x1 - x0) * width, (y1 - y0) * height)
        painter.fillRect(area, marker_color(palette))
    painter.end()
    return marked


def marker_color(palette: QPalette) -> QColor:
    """The highlight colour, light enough that print stays legible through it."""
    color = palette.color(QPalette.ColorRole.Highlight)
    return QColor.fromHslF(max(color.hslHueF(), 0.0), min(1.0, color.hslSaturationF()), 0.8)


class MarkedPage(QGraphicsView):
    """Fits the width; Ctrl+wheel zooms; starts at the first mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setAccessibleName(self.tr("Picture of the page"))
        self._zoom = 1.0
        self.marks = 0

    def show_page(self, picture: QPixmap, boxes: Boxes) -> None:
        """Show a page with its marks."""
        self.scene().clear()
        self.scene().addPixmap(mark(picture, boxes, self.palette()))
        self.scene().setSceneRect(QRectF(picture.rect()))
        self.marks = len(boxes)
        self._zoom = 1.0
        self._fit()
        if boxes:
            top = min(box[1] for box in boxes) * picture.height()
            self.centerOn(picture.width() / 2, top)

    def _fit(self) -> None:
        width = self.sceneRect().width()
        if width > 0:
            scale = self.viewport().width() / width * self._zoom
            self.resetTransform()
            self.scale(scale, scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = 1.15 if event.angleDelta().y() > 0 else 1 / 1.15
            self._zoom = min(8.0, max(0.5, self._zoom * step))
            self._fit()
        else:
            super().wheelEvent(event)
