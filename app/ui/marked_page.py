"""A page's picture with passages marked on it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPalette,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsScene, QGraphicsView, QWidget

from app.search.why import Heat
from app.ui.tints import faded, heat, marker

Boxes = Sequence[tuple[float, float, float, float]]
_SCENE_WIDTH = 1000.0  # whatever the picture's: a sharper one does not move anything
_STEP = 1.2
_SMALLEST, _LARGEST = 0.4, 8.0
_LEAST_HEAT = 0.35  # share of the range of cosines below which a word is left white


def mark(picture: QPixmap, boxes: Boxes, palette: QPalette) -> QPixmap:
    """The picture with the boxes painted over it like a text marker."""
    return painted(picture, [(boxes, marker(palette))])


def painted(picture: QPixmap, layers: Sequence[tuple[Boxes, QColor]]) -> QPixmap:
    """The picture with boxes in colours painted over it so that print shows through."""
    result = QPixmap(picture)
    painter = QPainter(result)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    width, height = picture.width(), picture.height()
    for boxes, color in layers:
        for x0, y0, x1, y1 in boxes:
            area = QRectF(x0 * width, y0 * height, (x1 - x0) * width, (y1 - y0) * height)
            painter.fillRect(area, color)
    painter.end()
    return result


def heat_layers(words: Sequence[Heat]) -> list[tuple[Boxes, QColor]]:
    """The words of a passage, the nearer to the query the redder; relative to each other."""
    values = [word.similarity for word in words]
    low, high = min(values, default=0.0), max(values, default=0.0)
    span = (high - low) or 1.0
    layers: list[tuple[Boxes, QColor]] = []
    for word in words:
        share = (word.similarity - low) / span
        if share > _LEAST_HEAT and word.boxes:
            layers.append((word.boxes, heat((share - _LEAST_HEAT) / (1 - _LEAST_HEAT))))
    return layers


class MarkedPage(QGraphicsView):
    """Fits the width; zooms by keys and Ctrl+wheel; leafs on at its ends.

    zoomed: the picture could be sharper, with the pixels it would take. left: PageDown at the
    lower end (1) or PageUp at the upper one (-1).
    """

    zoomed = Signal(int)
    left = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAccessibleName(self.tr("Picture of the page"))
        self._picture = QPixmap()
        self._layers: list[tuple[Boxes, QColor]] = []
        self._item: QGraphicsPixmapItem | None = None
        self.zoom = 1.0
        self.marks = 0

    def show_page(
        self,
        picture: QPixmap,
        current: Boxes,
        others: Boxes = (),
        hot: Sequence[Heat] = (),
        *,
        stay: bool = False,
    ) -> None:
        """Show a page. current: boxes of the passage that is looked at; others: of the others;
        hot: words to show by heat instead; stay: leave the view where it is."""
        self._picture = picture
        self.marks = len(current)
        self.paint_marks(current, others, hot)
        self._fit()
        if not stay:
            self.show_box(current)

    def paint_marks(self, current: Boxes, others: Boxes = (), hot: Sequence[Heat] = ()) -> None:
        """Mark the page anew."""
        if self._picture.isNull():
            return
        color = marker(self.palette())
        self._layers = [(current, color), (others, faded(color, 0.2))]
        if layers := heat_layers(hot):
            self._layers = layers
        scene = self.scene()
        scene.clear()
        self._item = scene.addPixmap(painted(self._picture, self._layers))
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        scale = _SCENE_WIDTH / self._picture.width()
        self._item.setScale(scale)
        scene.setSceneRect(QRectF(0, 0, _SCENE_WIDTH, self._picture.height() * scale))
        self.marks = len(current)

    def show_box(self, boxes: Boxes) -> None:
        """Bring the first of the boxes into the upper half; the top of the page without any."""
        area = self.sceneRect()
        top = min((box[1] for box in boxes), default=0.0) * area.height()
        shown = self.viewport().height() / max(self.transform().m22(), 1e-6)
        self.centerOn(QPointF(area.width() / 2, max(0.0, top - shown * 0.2) + shown / 2))

    def zoom_by(self, steps: float) -> None:
        """Larger or, below 0, smaller."""
        self._set_zoom(self.zoom * _STEP**steps)

    def fit(self) -> None:
        """As wide as there is room."""
        self._set_zoom(1.0)

    def _set_zoom(self, zoom: float) -> None:
        self.zoom = min(_LARGEST, max(_SMALLEST, zoom))
        self._fit()

    def _fit(self) -> None:
        if self._picture.isNull():
            return
        scale = (self.viewport().width() - 2) / _SCENE_WIDTH * self.zoom
        self.resetTransform()
        self.scale(scale, scale)
        pixels = round(_SCENE_WIDTH * scale * self.devicePixelRatioF())
        if pixels > self._picture.width():
            self.zoomed.emit(pixels)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_PageDown and bar.value() >= bar.maximum():
            self.left.emit(1)
        elif event.key() == Qt.Key.Key_PageUp and bar.value() <= bar.minimum():
            self.left.emit(-1)
        else:
            super().keyPressEvent(event)
