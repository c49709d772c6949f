"""The icon in the notification area, for those who want the program to stay there."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app.ui.icon import program_icon


class Tray(QSystemTrayIcon):
    """A click shows the window; its menu can end the program."""

    show_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(program_icon(), parent)
        self.setToolTip("GenericRAG")
        self._menu = QMenu()
        self._menu.addAction(self.tr("&Show the window"), self.show_wanted.emit)
        self._menu.addAction(self.tr("&Quit"), self.quit_wanted.emit)
        self.setContextMenu(self._menu)
        self.activated.connect(self._on_activated)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.show_wanted.emit()
