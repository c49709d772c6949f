"""Every key and what it does, from the table of actions."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.actions import GROUPS, Actions


class KeyList(QWidget):
    """A list that can be searched, by what an action is called or by its keys."""

    def __init__(self, commands: Actions) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find an action or a key"))
        self.field.setAccessibleName(self.tr("Find an action or a key"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._filter)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.tree.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.tree.setRootIsDecorated(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(False)
        self._fill(commands)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        layout.addWidget(self.tree, 1)

    def _fill(self, commands: Actions) -> None:
        for group, title in GROUPS.items():
            words = QCoreApplication.translate("Actions", title).replace("&", "")
            top = QTreeWidgetItem([words, ""])
            top.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = top.font(0)
            font.setBold(True)
            top.setFont(0, font)
            for spec, _ in commands:
                if spec.group == group:
                    native = QKeySequence.SequenceFormat.NativeText
                    keys = (QKeySequence(key).toString(native) for key in spec.keys)
                    name = spec.words.replace("&", "").rstrip("… ")
                    top.addChild(QTreeWidgetItem([name, "   ".join(keys)]))
            if top.childCount():
                self.tree.addTopLevelItem(top)
        self.tree.expandAll()

    def _filter(self, text: str) -> None:
        wanted = text.casefold().strip()
        for number in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(number)
            assert group is not None
            shown = 0
            for place in range(group.childCount()):
                item = group.child(place)
                assert item is not None
                fits = any(wanted in item.text(column).casefold() for column in (0, 1))
                item.setHidden(not fits)
                shown += fits
            group.setHidden(not shown)


class CheatSheet(QDialog):
    """The keys in a window of their own, for a quick look."""

    def __init__(self, commands: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.keys = KeyList(commands)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAccessibleName(self.tr("Close"))
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.keys, 1)
        layout.addWidget(buttons)
        self.resize(560, 680)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
