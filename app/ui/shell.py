"""What outlives a window: the engine, the settings, the tray icon, who asks for what."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from app.desktop.links import OpenRequest
from app.desktop.single_instance import SingleInstance
from app.errors import UserError
from app.paths import DataDirs
from app.ui.appearance import Appearance
from app.ui.crash_dialog import CrashReporter
from app.ui.engine_bridge import EngineBridge
from app.ui.icon import program_icon
from app.ui.main_window import MainWindow
from app.ui.session import Session
from app.ui.settings_store import SettingsStore
from app.ui.tray import Tray

_REBUILD_MS = 300  # after the last change, so that a number can be turned up step by step


class Shell(QObject):
    """Opens the window, makes it anew in another language, and ends the program."""

    def __init__(self, application: QApplication, dirs: DataDirs, instance: SingleInstance) -> None:
        super().__init__()
        self.application = application
        self.reporter = CrashReporter(self)
        self.store = SettingsStore(dirs.settings)
        self.appearance = Appearance(application)
        self.appearance.apply(self.store.values)
        application.setWindowIcon(program_icon())
        self.bridge = EngineBridge(dirs, start=False)
        self.session = Session(dirs.data)
        self.tray: Tray | None = None
        self.window: MainWindow | None = None
        self._is_quitting = False
        self._used = ""  # the setting that was changed last
        self._rebuilding = QTimer(self)
        self._rebuilding.setSingleShot(True)
        self._rebuilding.setInterval(_REBUILD_MS)
        self._rebuilding.timeout.connect(self._rebuild)
        self.store.changed.connect(self._on_setting)
        instance.received.connect(self.receive)

    def open_window(self, request: OpenRequest) -> MainWindow:
        """Show the window as it was left, with what this start asks for."""
        window = self._make_window([Path(folder) for folder in request.folders])
        self.session.restore(window)
        if request.query:
            window.search_for(request.query, request.mode)
        if request.problem:
            window.show_error(UserError(request.problem))
        window.show()
        window.view.focus_field()
        self._follow_tray()
        # After the window is there: starting a process takes a moment.
        QTimer.singleShot(0, self.bridge.start)
        return window

    def _make_window(self, folders: list[Path]) -> MainWindow:
        window = MainWindow(self.bridge, folders, self.store)
        window.quit_wanted.connect(self.quit)
        window.closing.connect(self._on_closing)
        self.window = window
        return window

    @Slot(object)
    def receive(self, request: OpenRequest) -> None:
        """Another start of the program asks for this."""
        window = self._raised()
        if request.folders:
            window.add_folders([Path(folder) for folder in request.folders])
        if request.query:
            window.search_for(request.query, request.mode)
        if request.problem:
            window.show_error(UserError(request.problem))

    def _raised(self) -> MainWindow:
        assert self.window is not None
        window = self.window
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()
        return window

    @Slot(str, str)
    def _on_setting(self, name: str, _applies: str) -> None:
        if not name.startswith("appearance."):
            return
        if self.appearance.apply(self.store.values):
            self._used = name
            self._rebuilding.start()
        self._follow_tray()

    @Slot()
    def _rebuild(self) -> None:
        """The same window again, in the language and text size of now."""
        old = self.window
        if old is None:
            return
        self.session.save(old)
        settings = old.dialogs.settings
        is_open = settings is not None and settings.isVisible()
        window = self._make_window([])
        self.session.restore(window)
        window.show()
        old.hand_over_to(window)
        if settings and is_open:
            window.dialogs.show_settings(settings.page)
            if window.dialogs.settings:
                window.dialogs.settings.setGeometry(settings.geometry())
                window.dialogs.settings.focus_on(self._used)
        if self.tray:
            self.tray.hide()
            self.tray = None
        self._follow_tray()

    def _follow_tray(self) -> None:
        wanted = self.store["appearance.tray"] and Tray.isSystemTrayAvailable()
        self.application.setQuitOnLastWindowClosed(not wanted)
        if wanted and self.tray is None:
            self.tray = Tray(self)
            self.tray.show_wanted.connect(self._raised)
            self.tray.quit_wanted.connect(self.quit)
            self.tray.show()
        elif not wanted and self.tray is not None:
            self.tray.hide()
            self.tray = None

    @Slot(object)
    def _on_closing(self, event: QCloseEvent) -> None:
        assert self.window is not None
        self.session.save(self.window)
        if self.tray is not None and not self._is_quitting:
            self.window.hide()
            event.ignore()

    @Slot()
    def quit(self) -> None:
        """End the program; what was finished is kept."""
        self._is_quitting = True
        if self.window is not None:
            self.window.close()
        self.application.quit()
