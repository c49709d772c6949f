"""The settings: pages at the left, what can be set at the right; every change holds at once."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.settings_table import TABLE
from app.ui.actions import Actions
from app.ui.dimmed import make_heading
from app.ui.key_list import KeyList
from app.ui.models_page import ModelsPage
from app.ui.privacy_page import PrivacyPage
from app.ui.requests import Requests
from app.ui.setting_editor import SettingEditor
from app.ui.settings_pages import PAGES, Page
from app.ui.settings_store import SettingsStore
from app.ui.storage_page import StoragePage

_SETTINGS = {setting.name: setting for setting in TABLE}
_WIDTH = 620  # of a page's text, so that lines stay readable


class SettingsDialog(QDialog):
    """Made once and kept, so that a download goes on while it is closed."""

    def __init__(
        self,
        store: SettingsStore,
        requests: Requests,
        models: ModelsPage,
        commands: Actions,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self.setWindowTitle(self.tr("Settings"))
        self.editors: dict[str, SettingEditor] = {}
        self.models = models
        self.storage = StoragePage(requests)
        self._extra: dict[str, Callable[[], QWidget]] = {
            "model": lambda: self.models,
            "storage": lambda: self.storage,
            "keys": lambda: KeyList(commands),
            "privacy": lambda: PrivacyPage(requests.dirs, store),
        }
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages of the settings"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.stack = QStackedWidget()
        for page in PAGES:
            item = QListWidgetItem(QCoreApplication.translate("Settings", page.title))
            item.setSizeHint(QSize(0, 2 * self.list.fontMetrics().height()))
            self.list.addItem(item)
            self.stack.addWidget(self._make_page(page))
        widths = (self.list.fontMetrics().horizontalAdvance(item.text()) for item in self._items())
        self.list.setFixedWidth(max(widths) + 40)
        self.list.currentRowChanged.connect(self._on_page)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setAccessibleName(self.tr("Messages"))
        self.message.hide()
        self._lay_out()
        store.failed.connect(self._tell)
        store.changed.connect(self._on_changed)
        self.list.setCurrentRow(0)
        self.resize(940, 660)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAccessibleName(self.tr("Close"))
        for button in (close, *self.findChildren(QPushButton)):
            button.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.list)
        row.addWidget(self.stack, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(row, 1)
        layout.addWidget(self.message)
        layout.addWidget(buttons)

    def _make_page(self, page: Page) -> QScrollArea:
        content = QWidget()
        content.setMaximumWidth(_WIDTH + 60)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(20, 12, 20, 12)
        title = QLabel(QCoreApplication.translate("Settings", page.title))
        make_heading(title, 1.5)
        layout.addWidget(title)
        layout.addSpacing(6)
        extra = self._extra.get(page.name)
        if extra:
            layout.addWidget(extra(), 1)
        for section in page.sections:
            if section.title:
                heading = QLabel(QCoreApplication.translate("Settings", section.title))
                make_heading(heading, 1.1)
                layout.addSpacing(10)
                layout.addWidget(heading)
            for name in section.names:
                editor = SettingEditor(_SETTINGS[name], self._store)
                self.editors[name] = editor
                layout.addWidget(editor)
        if not extra:
            layout.addStretch(1)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return PAGES[self.stack.currentIndex()].name

    def show_page(self, name: str = "") -> None:
        """Open the dialog, on a page when one is named."""
        names = [page.name for page in PAGES]
        if name:
            self.list.setCurrentRow(names.index(name))
        self.message.hide()
        self._refresh()
        self.show()
        self.raise_()
        self.activateWindow()

    def focus_on(self, name: str) -> None:
        """Put the keyboard where a setting is changed."""
        if name in self.editors:
            self.editors[name].control.setFocus()

    def _on_page(self, row: int) -> None:
        self.stack.setCurrentIndex(row)
        self._refresh()

    def _refresh(self) -> None:
        match self.page:
            case "model":
                self.models.show_models()
            case "storage":
                self.storage.refresh()

    def _tell(self, error: Exception) -> None:
        self.message.setText(str(error))
        self.message.show()

    def _on_changed(self, name: str, _applies: str) -> None:
        self.message.hide()
        if name in self.editors:
            self.editors[name].show_value()
