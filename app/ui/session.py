"""What a window remembers from one start to the next: its places, not its contents."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QSplitter

from app.ui.main_window import MainWindow

_FILE = "window.ini"


class Session:
    """Geometry, docks, splitters, the last search; in an ini file of the data folder."""

    def __init__(self, data: Path) -> None:
        self._settings = QSettings(str(data / _FILE), QSettings.Format.IniFormat)

    def save(self, window: MainWindow) -> None:
        """Keep how a window is."""
        values = self._settings
        values.setValue("geometry", window.saveGeometry())
        values.setValue("state", window.saveState())
        for number, splitter in enumerate(_splitters(window)):
            values.setValue(f"splitter{number}", splitter.saveState())
        values.setValue("query", window.view.field.text())
        values.setValue("mode", window.view.mode.currentIndex())
        values.sync()

    def restore(self, window: MainWindow) -> None:
        """Bring a window to how the last one was; without a search in the field, its search."""
        values = self._settings
        if isinstance(geometry := values.value("geometry"), QByteArray):
            window.restoreGeometry(geometry)
        if isinstance(state := values.value("state"), QByteArray):
            window.restoreState(state)
        for number, splitter in enumerate(_splitters(window)):
            if isinstance(kept := values.value(f"splitter{number}"), QByteArray):
                splitter.restoreState(kept)
        mode = str(values.value("mode", ""))
        if mode.isdigit() and int(mode) < window.view.mode.count():
            window.view.mode.setCurrentIndex(int(mode))
        query = str(values.value("query", ""))
        if query and not window.view.field.text():
            window.search_for(query)


def _splitters(window: MainWindow) -> list[QSplitter]:
    return window.view.findChildren(QSplitter)
