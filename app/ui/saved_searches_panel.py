"""The saved searches, each with how many documents are new in it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHeaderView,
    QInputDialog,
    QLabel,
    QStackedLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.errors import UserError
from app.process.protocol import Method
from app.search.kept import SavedSearch
from app.search.model import Query
from app.ui.requests import Requests, Watcher
from app.ui.search_history import named

_SEARCH = Qt.ItemDataRole.UserRole


class SavedSearchesPanel(QWidget):
    """Counts one search after the other, so that the user's own searches come between.

    Call `refresh` at the start and whenever the library has changed.
    """

    chosen = Signal(object)  # Query: search for that
    failed = Signal(object)  # UserError: a name that is taken, say

    def __init__(self, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self._counting = 0  # number of the question that counts, 0 for none
        self._to_count: list[str] = []
        self.list = QTreeWidget()
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setAccessibleName(self.tr("Saved searches"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        self.none = QLabel(self.tr("Searches that you save stand here, with what is new in them."))
        self.none.setWordWrap(True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.none)
        self._stack.addWidget(self.list)

    @Slot()
    def refresh(self) -> None:
        """Ask the engine for the searches and what is new in them."""
        self._requests.ask("saved_searches", self._show)

    def save(self, query: Query) -> QInputDialog:
        """Let the user name a search and keep it; returns the open dialog."""
        dialog = self._ask_name(self.tr("Save this search"), named(query))
        dialog.textValueSelected.connect(
            lambda name: self._change("save_search", name=name, query=query)
        )
        return dialog

    def rename(self) -> QInputDialog | None:
        """Let the user name the current search otherwise; None when there is none."""
        if (name := self.current()) is None:
            return None
        dialog = self._ask_name(self.tr("Rename the saved search"), name)
        dialog.textValueSelected.connect(
            lambda new: self._change("rename_saved", name=name, new=new)
        )
        return dialog

    @Slot()
    def remove(self) -> None:
        """Forget the current search."""
        if (name := self.current()) is not None:
            self._change("remove_saved", name=name)

    def current(self) -> str | None:
        """The name of the current search."""
        item = self.list.currentItem()
        return item.text(0) if item else None

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus()
        first = self.list.topLevelItem(0)
        if self.list.currentItem() is None and first is not None:
            self.list.setCurrentItem(first)

    def _ask_name(self, title: str, name: str) -> QInputDialog:
        dialog = QInputDialog(self.window())
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name:"))
        dialog.setTextValue(name)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _change(self, method: Method, **arguments: object) -> None:
        watcher = Watcher(_ignore, lambda _: self.refresh(), self.failed.emit, self.refresh)
        self._requests.watch(method, watcher, **arguments)

    def _open(self, item: QTreeWidgetItem) -> None:
        search: SavedSearch = item.data(0, _SEARCH)
        self.chosen.emit(search.query)
        self._show_new(item, 0)
        self._requests.ask("look_at_saved", name=search.name)

    def _show(self, found: list[SavedSearch]) -> None:
        before = self.current()
        self.list.clear()
        for search in found:
            item = QTreeWidgetItem([search.name, ""])
            item.setData(0, _SEARCH, search)
            item.setToolTip(0, named(search.query))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
            self.list.addTopLevelItem(item)
            self._show_new(item, search.new or 0)
            if search.name == before:
                self.list.setCurrentItem(item)
        self._stack.setCurrentWidget(self.list if found else self.none)
        self._requests.drop(self._counting)
        self._to_count = [search.name for search in found if search.new is None]
        self._count_next()

    def _count_next(self) -> None:
        self._counting = 0
        if not self._to_count:
            return
        name = self._to_count.pop(0)

        def done(new: int) -> None:
            if item := self._item(name):
                self._show_new(item, new)
            self._count_next()

        def failed(error: UserError) -> None:
            if item := self._item(name):
                item.setToolTip(1, str(error))
            self._count_next()

        watcher = Watcher(_ignore, done, failed, self._count_next)
        self._counting = self._requests.watch("count_new", watcher, name=name)

    def _item(self, name: str) -> QTreeWidgetItem | None:
        found = self.list.findItems(name, Qt.MatchFlag.MatchExactly, 0)
        return found[0] if found else None

    def _show_new(self, item: QTreeWidgetItem, new: int) -> None:
        name = item.text(0)
        item.setText(1, self.locale().toString(new) if new else "")
        told = self.tr("%n new documents", "", new) if new else ""
        item.setToolTip(1, told)
        accessible = ", ".join(filter(None, (name, told)))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, accessible)
        font = item.font(0)
        font.setBold(bool(new))
        for column in (0, 1):
            item.setFont(column, font)


def _ignore(_: object) -> None:
    """Nothing of this takes long enough to be told on the way."""
