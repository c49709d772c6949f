"""The window: assembles the search, the library, the menus and the status line."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDockWidget,
    QFileDialog,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import ModelError, StoreError, UserError
from app.paths import sample_library_dir
from app.process.protocol import EngineFault
from app.ui.actions import Actions
from app.ui.dialogs import Dialogs
from app.ui.dropping import Dropping
from app.ui.engine_bridge import EngineBridge
from app.ui.indexing import Indexing
from app.ui.keep_actions import KEEP_ACTIONS
from app.ui.keeping import Keeping
from app.ui.library_panel import LibraryPanel
from app.ui.local_bridge import LocalBridge
from app.ui.marking import Marking
from app.ui.models_page import ModelsPage
from app.ui.requests import Requests
from app.ui.search_actions import SEARCH_ACTIONS
from app.ui.search_view import SearchView
from app.ui.settings_changes import SettingsChanges
from app.ui.settings_store import SettingsStore
from app.ui.shell_actions import SHELL_ACTIONS
from app.ui.status_area import StatusArea
from app.ui.welcome_page import WelcomePage


class MainWindow(QMainWindow):
    """Indexes `folders` and those already known as soon as the engine is there.

    store: the settings, when others look after them, too.
    """

    quit_wanted = Signal()
    closing = Signal(object)  # QCloseEvent, before anything ends; ignored, the window stays

    def __init__(
        self,
        bridge: EngineBridge | LocalBridge,
        folders: list[Path],
        store: SettingsStore | None = None,
    ) -> None:
        super().__init__()
        self._folders = folders
        self._requests = Requests(bridge, self)
        self._owns_engine = True
        self.store = store or SettingsStore(self._requests.dirs.settings)
        self.view = SearchView(self._requests)
        self.status = StatusArea()
        self.library = LibraryPanel(self._requests)
        self.welcome = WelcomePage()
        self.models = ModelsPage(self._requests, self)
        self.models.hide()
        self.indexing = Indexing(self._requests, self.library, self.status, self)
        self.keeping = Keeping(self._requests, self.view, self.library, self)
        self.marking = Marking(self._requests, self.view, self.store, self)
        self.commands = Actions(self)
        self.dialogs = Dialogs(self.store, self._requests, self.models, self.commands, self)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.welcome)
        self.dropping = Dropping(self, self.view.field, self.status.message)
        self.changes = SettingsChanges(self.store, self._requests, self)
        self._lay_out()
        self._make_actions()
        self._connect()
        is_new = not self._requests.dirs.catalogue.exists()
        self._show_welcome(is_new and not folders)
        self.status.message.setText(self.tr("Loading the model…"))
        if self.store.problem:
            self.show_error(self.store.problem)
        self._start()

    def _lay_out(self) -> None:
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(central)
        self.dock = QDockWidget(self.tr("Library"), self)
        self.dock.setObjectName("library")
        self.dock.setWidget(self.library)
        self.dock.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetClosable
            | QDockWidget.DockWidgetFeature.DockWidgetMovable
        )
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.dock)
        self.resizeDocks([self.dock], [270], Qt.Orientation.Horizontal)
        self.setWindowTitle("GenericRAG")
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize()))

    def _make_actions(self) -> None:
        self.commands.add_all(SEARCH_ACTIONS, self.view.handlers())
        self.commands.add_all(KEEP_ACTIONS, self.keeping.handlers() | self.marking.handlers())
        self.view.use(self.commands)
        self.keeping.use(self.commands)
        self.commands.add_all(
            SHELL_ACTIONS,
            {
                "add_folder": self.choose_folder,
                "settings": self.dialogs.show_settings,
                "close": self.close,
                "quit": self.quit_wanted.emit,
                "library_panel": lambda: self.dock.setVisible(not self.dock.isVisible()),
                "full_screen": self._toggle_full_screen,
                "go_to_library": self._go_to_library,
                "rescan": self.indexing.again,
                "pause_indexing": self.indexing.pause_or_resume,
                "stop_indexing": self.indexing.stop,
                "problems": self.dialogs.show_problems,
                "folder_pause": self.library.pause_or_resume,
                "folder_rescan": self.library.rescan,
                "folder_patterns": self.library.edit_patterns,
                "folder_open": self.library.open_folder,
                "folder_remove": self.library.remove,
                "undo_remove": self.library.undo,
                "models": lambda: self.dialogs.show_settings("model"),
                "keys": self.dialogs.show_keys,
                "diagnostics": self.dialogs.show_diagnostics,
                "offline_check": lambda: self.dialogs.show_diagnostics("offline"),
                "about": self.dialogs.show_about,
            },
        )
        self._open_settings_file = QAction(self.tr("Open the settings file"), self)
        self._open_settings_file.triggered.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.store.file)))
        )
        self.commands.make_menus()
        self.library.use_actions(self.commands)
        self.dock.visibilityChanged.connect(
            lambda _: self.commands["library_panel"].setChecked(not self.dock.isHidden())
        )

    def _connect(self) -> None:
        requests, library, models = self._requests, self.library, self.models
        requests.failed.connect(self.show_error)
        requests.restarted.connect(self._on_restart)
        requests.renewed.connect(self._on_renewed)
        indexing, keeping = self.indexing, self.keeping
        indexing.begun.connect(lambda: self._show_welcome(False))
        indexing.library_changed.connect(self.view.search_again)
        indexing.library_changed.connect(keeping.panel.refresh)
        self.dropping.dropped.connect(self.add_folders)
        self.dropping.example.connect(self.keeping.like.to_file)
        keeping.failed.connect(self.show_error)
        keeping.told.connect(self.status.message.setText)
        self.marking.told.connect(self.status.message.setText)
        keeping.panel_wanted.connect(self.dock.show)
        self.changes.search_changed.connect(self.view.search_again)
        self.changes.library_changed.connect(indexing.again)
        self.changes.is_busy = lambda: self.models.job is not None
        self.store.failed.connect(self.show_error)
        models.changing.connect(indexing.again)
        models.changing.connect(self.store.refresh)
        models.told.connect(self.status.show_job)
        models.told.connect(self.welcome.say)
        library.add_wanted.connect(self.choose_folder)
        library.problems_wanted.connect(self.dialogs.show_problems)
        library.changed.connect(self.view.search_again)
        library.changed.connect(keeping.panel.refresh)
        library.seen.connect(self._on_status)
        self.welcome.folder_wanted.connect(self.choose_folder)
        self.welcome.sample_wanted.connect(lambda: self.add_folders([sample_library_dir()]))
        self.welcome.download_wanted.connect(lambda: models.ask_to_download(use_it=True))
        self.welcome.model_folder_wanted.connect(lambda: models.choose_folder(use_it=True))
        self.status.problems_button.clicked.connect(self.dialogs.show_problems)
        self.dialogs.retry_wanted.connect(indexing.retry)
        unlocking = self.dialogs.unlocking
        unlocking.progressed.connect(indexing.on_reading)
        unlocking.ended.connect(indexing.on_unlocked)
        unlocking.opened.connect(self.view.preview.draw_again)
        unlocking.told.connect(self.view.preview.note.say)
        self.view.preview.password_wanted.connect(self.dialogs.ask_for_password)
        self.status.job_button.clicked.connect(lambda: self.dialogs.show_settings("model"))

    # Folders

    def choose_folder(self) -> None:
        """Let the user pick a folder and index it."""
        if folder := QFileDialog.getExistingDirectory(self, self.tr("Add a folder")):
            self.add_folders([Path(folder)])

    def add_folders(self, folders: list[Path]) -> None:
        """Index folders, each with what is below it; none: all that are known."""
        self.indexing.add(folders)

    def _go_to_library(self) -> None:
        self.dock.show()
        self.library.list.setFocus()

    # What the engine tells

    def _start(self) -> None:
        self._requests.ask("status", self._on_first_status)
        self._requests.ask("vocabulary", self.view.know)
        self._requests.ask("warm_up", self._on_ready)
        self.keeping.start()
        self.marking.start()

    def _on_ready(self, _: None) -> None:
        if not self.indexing.is_under_way:
            self.status.show_idle(self.tr("Ready."))

    def _on_first_status(self, status: Any) -> None:
        self.library.show_status(status)
        known = [Path(f.path) for f in status.folders if f.online and not f.paused]
        if self.indexing.is_under_way:
            return  # taken over from the window before
        if self._folders:
            self.add_folders(list(dict.fromkeys([*self._folders, *known])))
        elif known:
            self.add_folders([])
        self._folders = []

    def _on_status(self, status: Any) -> None:
        has_folders = bool(self._folders or status.folders)
        self._show_welcome(not has_folders and not self.indexing.is_under_way)
        self.view.empty.know_waiting(status.totals.files_waiting)
        self.status.show_problems(status.totals.files_failed)
        self.status.show_server(status.model_server)
        self.status.show_offline([f.path for f in status.folders if not f.online])

    def _show_welcome(self, wanted: bool) -> None:
        """The welcome instead of a search that has nothing to search in."""
        is_shown = self.stack.currentWidget() is self.welcome
        if wanted == is_shown:
            return
        self.stack.setCurrentWidget(self.welcome if wanted else self.view)
        self.dock.setVisible(not wanted)
        if not wanted:
            self.view.focus_field()

    @Slot(object)
    def _on_restart(self, error: UserError) -> None:
        self.show_error(error)
        self._on_renewed()

    @Slot()
    def _on_renewed(self) -> None:
        self._start()
        self.view.search_again()

    @Slot(object)
    def show_error(self, error: UserError) -> None:
        """What went wrong, with the way to where it can be set right."""
        self.status.show_error(error)
        if isinstance(error, ModelError):
            self.status.offer(self.commands["models"])
        elif isinstance(error, (StoreError, EngineFault)):
            self.status.offer(self.commands["diagnostics"])
        elif self.store.problem and str(error) == str(self.store.problem):
            self.status.offer(self._open_settings_file)

    # The rest

    def search_for(self, query: str, mode: str = "") -> None:
        """Search as if somebody had typed it; mode: "" for as it is."""
        if mode and (row := self.view.mode.findData(mode)) >= 0:
            self.view.mode.setCurrentIndex(row)
        self.view.field.setText(query)
        self.view.search()

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def hand_over_to(self, other: "MainWindow") -> None:
        """Close without ending the engine: another window goes on with what this one waits for."""
        self.indexing.hand_over_to(other.indexing)
        self.dialogs.unlocking.hand_over_to(other.dialogs.unlocking)
        if self.models.job:
            other.models.take_over(self.models.job)
        self.library.carry_out_removal()
        self._owns_engine = False
        self._requests.detach()
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._owns_engine:
            event.accept()
            self.closing.emit(event)
            if not event.isAccepted():
                return
            self.library.carry_out_removal()
            self._requests.close()
        super().closeEvent(event)
