"""Letting the engine take settings that were changed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.ui.requests import Requests
from app.ui.settings_store import SettingsStore

_RESTART_MS = 1500  # after the last change of a setting that the engine reads when it starts
_ON_FILES = ("folders.exclude", "ocr.enabled", "model.folder")


class SettingsChanges(QObject):
    """Tells the engine at once, or starts it anew when nobody has changed anything for a while.

    is_busy: whether the engine does something that must not be cut off.
    """

    search_changed = Signal()  # the same search finds something else now
    library_changed = Signal()  # the library has to be gone through again

    def __init__(self, store: SettingsStore, requests: Requests, parent: QObject) -> None:
        super().__init__(parent)
        self._requests = requests
        self.is_busy: Callable[[], bool] = lambda: False
        self._restart = QTimer(self)
        self._restart.setSingleShot(True)
        self._restart.setInterval(_RESTART_MS)
        self._restart.timeout.connect(self._restart_engine)
        store.changed.connect(self._on_changed)

    @Slot(str, str)
    def _on_changed(self, name: str, applies: str) -> None:
        if applies == "restart" and name != "model.folder":  # it changes with the next index
            self._restart.start()
        elif applies:
            self._requests.ask("reload_settings")
        if name.startswith("search."):
            self.search_changed.emit()
        elif name in _ON_FILES:
            self.library_changed.emit()

    @Slot()
    def _restart_engine(self) -> None:
        if self.is_busy():
            self._restart.start()
        else:
            self._requests.restart_engine()
