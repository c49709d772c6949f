"""A row that goes on in the next line when it is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items side by side, wrapped like words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Returns the height that is needed; items are laid out from the reading side."""
        parent = self.parentWidget()
        backwards = parent is not None and parent.isRightToLeft()
        left, top, tallest = 0, 0, 0
        for item in self._items:
            size = item.sizeHint()
            width = min(size.width(), max(rect.width(), 1))
            if left and left + width > rect.width():
                left, top, tallest = 0, top + tallest + self.spacing(), 0
            if move:
                start = rect.width() - left - width if backwards else left
                place = rect.topLeft() + QPoint(start, top)
                item.setGeometry(QRect(place, QSize(width, size.height())))
            left += width + self.spacing()
            tallest = max(tallest, size.height())
        return top + tallest
