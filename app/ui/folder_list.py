"""The folders of the library, two lines each: name, and what is known of it."""

from PySide6.QtCore import (
    QFileInfo,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.status import FolderStatus
from app.ui.icons import make_icon

_STATUS = Qt.ItemDataRole.UserRole
_LINE = Qt.ItemDataRole.UserRole + 1
_MARGIN = 6
_Index = QModelIndex | QPersistentModelIndex


class FolderList(QListWidget):
    """One item a folder; the one that is chosen stays chosen when the figures change."""

    delete_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Folders of the library"))
        self.setItemDelegate(_TwoLines(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_folders(self, folders: tuple[FolderStatus, ...]) -> None:
        """Show these folders."""
        before = self.chosen()
        if [self._at(row).path for row in range(self.count())] != [f.path for f in folders]:
            self.clear()
            for _ in folders:
                self.addItem(QListWidgetItem())
        for row, folder in enumerate(folders):
            item = self.item(row)
            name = QFileInfo(folder.path).fileName() or folder.path
            state = self._state(folder)
            item.setText(name)
            item.setData(_STATUS, folder)
            item.setData(_LINE, state)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {state}")
            item.setToolTip(folder.path)
            if before and folder.path == before.path:
                self.setCurrentRow(row)
        if self.currentRow() < 0 and folders:
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def chosen(self) -> FolderStatus | None:
        """The folder that is chosen."""
        return self._at(self.currentRow()) if self.currentRow() >= 0 else None

    def _state(self, folder: FolderStatus) -> str:
        """Such as "1,234 files searchable · 3 with problems · paused"."""
        parts = []
        if not folder.online:
            parts.append(self.tr("cannot be reached now"))
        if folder.paused:
            parts.append(self.tr("paused"))
        if not (folder.searchable or folder.waiting or folder.problems):
            return " · ".join([*parts, self.tr("no files yet")])
        parts.append(self.tr("%n files searchable", "", folder.searchable))
        if folder.waiting:
            parts.append(self.tr("%n waiting", "", folder.waiting))
        if folder.problems:
            parts.append(self.tr("%n with problems", "", folder.problems))
        return " · ".join(parts)

    def _at(self, row: int) -> FolderStatus:
        folder: FolderStatus = self.item(row).data(_STATUS)
        return folder


class _TwoLines(QStyledItemDelegate):
    """Draws the name above and the state below it, smaller and dimmed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        metrics = option.fontMetrics
        return QSize(120, 2 * metrics.height() + 2 * _MARGIN + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        name, option.text = option.text, ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        roles = QPalette.ColorRole
        folder: FolderStatus = index.data(_STATUS)
        is_away = not folder.online or folder.paused
        first = roles.HighlightedText if selected else roles.Text
        second = roles.HighlightedText if selected else roles.PlaceholderText
        area = option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        side = option.fontMetrics.height() + 4
        mode = QIcon.Mode.Selected if selected else QIcon.Mode.Normal
        icon = make_icon("folder", option.palette)
        icon.paint(painter, area.x(), area.y(), side, side, Qt.AlignmentFlag.AlignCenter, mode)
        area.setLeft(area.left() + side + _MARGIN)
        painter.save()
        for top, text, role, font in (
            (area.top(), name, second if is_away else first, _weighted(option.font)),
            (area.top() + option.fontMetrics.height() + 2, index.data(_LINE), second, option.font),
        ):
            painter.setFont(font)
            painter.setPen(option.palette.color(role))
            metrics = QFontMetrics(font)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(QPoint(area.left(), top + metrics.ascent()), shown)
        painter.restore()


def _weighted(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
