"""The field to type a search into, with completion of the query language."""

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.search.completion import Completion, Vocabulary, complete
from app.ui.tints import faded

_INSERT_ROLE = Qt.ItemDataRole.UserRole
_FEWEST_LETTERS = 2  # of a field's name before it is offered: most words are just words
_MOST_SHOWN = 200
_OF_POPUP = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab)


class _Rows(QStyledItemDelegate):
    """What is inserted on the left, what it does dimmed on the right."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index) + QSize(0, 10)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        help_ = index.data(Qt.ItemDataRole.ToolTipRole)
        if not help_:
            return
        role = QPalette.ColorRole.Text
        if option.state & QStyle.StateFlag.State_Selected:
            role = QPalette.ColorRole.HighlightedText
        taken = option.fontMetrics.horizontalAdvance(str(index.data())) + 32
        area: QRect = option.rect.adjusted(taken, 0, -10, 0)
        words = option.fontMetrics.elidedText(help_, Qt.TextElideMode.ElideRight, area.width())
        painter.save()
        painter.setPen(faded(option.palette.color(role), 0.65))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags, words)
        painter.restore()


class SearchField(QLineEdit):
    """A line edit that offers operators, fields and their values, and hands Down to the results."""

    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vocabulary = Vocabulary((), (), ())
        self.setPlaceholderText(self.tr("What are you looking for?"))
        self.setAccessibleName(self.tr("Search"))
        self.setClearButtonEnabled(True)
        self.setMinimumHeight(36)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.setFont(font)
        self._rows = QStandardItemModel(self)
        self.completion = QCompleter(self._rows, self)
        self.completion.setWidget(self)
        self.completion.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completion.setMaxVisibleItems(12)
        self.popup = QListView()
        self.completion.setPopup(self.popup)
        self.popup.setAccessibleName(self.tr("Completions"))
        self.popup.setItemDelegate(_Rows(self.popup))
        self.completion.activated[QModelIndex].connect(self._insert)  # type: ignore[index]
        self.textEdited.connect(self._offer_while_typing)

    @Slot()
    def _offer_while_typing(self) -> None:
        begun = self._word().lstrip("+-")
        if ":" in begun or len(begun) >= _FEWEST_LETTERS:
            self._show(self._completions())
        else:
            self.popup.hide()

    @Slot()
    def offer(self) -> None:
        """Offer what could come next, at an empty place every operator."""
        self.setFocus()
        self._show(self._completions())

    def _before(self) -> str:
        return self.text()[: self.cursorPosition()]

    def _word(self) -> str:
        """The word that is being typed, "" between two words."""
        before = self._before()
        return "" if not before or before[-1].isspace() else before.rsplit(maxsplit=1)[-1]

    def _completions(self) -> list[Completion]:
        before = self._before()
        # Nothing to offer for what is there already.
        return [c for c in complete(before, self.vocabulary) if not before.endswith(c.insert)]

    def _show(self, completions: list[Completion]) -> None:
        self._rows.clear()
        for completion in completions[:_MOST_SHOWN]:
            item = QStandardItem(completion.insert)
            item.setData(completion.insert, _INSERT_ROLE)
            if completion.help is not None:
                item.setToolTip(completion.help.render(QCoreApplication.translate))
            self._rows.appendRow(item)
        if not completions:
            self.popup.hide()
            return
        area = self.cursorRect()
        area.translate(-self.fontMetrics().horizontalAdvance(self._word()), 2)
        area.setWidth(min(420, self.width()))
        self.completion.complete(area)

    @Slot(QModelIndex)
    def _insert(self, index: QModelIndex) -> None:
        insert = index.data(_INSERT_ROLE)
        before, after = self._before(), self.text()[self.cursorPosition() :]
        kept = before[: len(before) - len(self._word())]
        goes_on = insert.endswith(":") or insert in ("-", "+", "*", '"…"')
        place = len(kept) + len(insert)
        if insert == "*":
            kept, place = kept.rstrip(), len(kept.rstrip()) + 1
        if insert == '"…"':
            insert, place = '""', len(kept) + 1
        text = f"{kept}{insert}{'' if goes_on or after.startswith(' ') else ' '}{after}"
        self.setText(text)
        self.setCursorPosition(place if goes_on else place + 1)
        self.textEdited.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.popup.isVisible() and event.key() in _OF_POPUP:
            event.ignore()  # the popup takes it
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)
