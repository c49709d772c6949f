"""The window: assembles the search, the folders' button and the status line."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QMainWindow, QPushButton, QVBoxLayout, QWidget

from app.errors import UserError
from app.index.records import Problem
from app.ui.actions import Actions
from app.ui.engine_bridge import EngineBridge
from app.ui.local_bridge import LocalBridge
from app.ui.models_dialog import ModelsDialog
from app.ui.problems_dialog import ProblemsDialog
from app.ui.requests import Requests
from app.ui.search_actions import SEARCH_ACTIONS
from app.ui.search_view import SearchView
from app.ui.status_area import StatusArea


class MainWindow(QMainWindow):
    """Indexes `folders` and those already known as soon as the engine is there."""

    def __init__(self, bridge: EngineBridge | LocalBridge, folders: list[Path]) -> None:
        super().__init__()
        self._folders = folders
        self._requests = Requests(bridge, self)
        self.view = SearchView(self._requests)
        self.status = StatusArea()
        self.models = ModelsDialog(self._requests, self)
        self.folder_button = QPushButton(self.tr("&Add folder…"))
        self.folder_button.setAccessibleName(self.tr("Add a folder to search in"))
        self.folder_button.setShortcut(QKeySequence.StandardKey.Open)
        self.view.bar.addWidget(self.folder_button)
        self.models_button = QPushButton(self.tr("&Models…"))
        self.models_button.setAccessibleName(self.tr("Choose, download or import a model"))
        self.models_button.setShortcut(QKeySequence("Ctrl+M"))
        self.view.bar.addWidget(self.models_button)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(central)
        self.setWindowTitle("GenericRAG")
        self.resize(1280, 800)
        self._connect()
        self.status.message.setText(self.tr("Loading the model…"))
        self._start()

    def _connect(self) -> None:
        self._requests.failed.connect(self.status.show_error)
        self._requests.progressed.connect(self.status.show_progress)
        self._requests.stopped.connect(self._on_stopped)
        self._requests.restarted.connect(self._on_restart)
        self._requests.updated.connect(self._on_indexed)
        self.folder_button.clicked.connect(self.choose_folder)
        self.models_button.clicked.connect(self.models.show_models)
        self.models.changing.connect(self._index_again)
        self.view.empty.button.clicked.connect(self.choose_folder)
        self.status.pause_button.clicked.connect(self._pause_or_resume)
        self.status.stop_button.clicked.connect(self._stop_indexing)
        self.status.problems_button.clicked.connect(self.show_problems)
        self.actions_ = Actions(self)
        self.actions_.add_all(SEARCH_ACTIONS, self.view.handlers())
        self.view.use(self.actions_)

    def choose_folder(self) -> None:
        """Let the user pick a folder and index it."""
        if folder := QFileDialog.getExistingDirectory(self, self.tr("Add a folder")):
            self.view.empty.welcome(has_folders=True)
            self.add_folders([Path(folder)])

    def add_folders(self, folders: list[Path]) -> None:
        """Index folders, each with what is below it."""
        self._requests.ask("index", self._on_indexed, roots=folders)

    def show_problems(self) -> None:
        """List the files that are not searchable."""
        self._requests.ask("problems", self._show_problems)

    def _show_problems(self, problems: list[Problem]) -> None:
        dialog = ProblemsDialog(problems, self)
        dialog.asked_again.connect(self._retry)
        dialog.open()

    @Slot()
    def _retry(self) -> None:
        self._requests.ask("index", self._on_indexed, roots=[], retry=True)

    @Slot()
    def _index_again(self) -> None:
        self.add_folders([])

    def _start(self) -> None:
        self._requests.ask("status", self._on_first_status)
        self._requests.ask("vocabulary", self.view.know)
        self._requests.ask("warm_up", self._on_ready)

    def _on_ready(self, _: None) -> None:
        if not self._requests.is_waiting_for("index"):
            self.status.show_idle(self.tr("Ready."))

    def _on_first_status(self, status: Any) -> None:
        reachable = [Path(folder.path) for folder in status.folders if folder.online]
        self.view.empty.welcome(has_folders=bool(self._folders or status.folders))
        self.status.show_problems(status.totals.files_failed)
        self.status.show_server(status.model_server)
        self.status.show_offline([f.path for f in status.folders if not f.online])
        if folders := list(dict.fromkeys([*self._folders, *reachable])):
            self.add_folders(folders)

    @Slot(object)
    def _on_indexed(self, report: Any) -> None:
        done = self.tr("%n files were indexed.", "", report.indexed)
        self.status.show_idle(done if report.indexed else self.tr("Ready."))
        self._requests.ask(
            "status", lambda status: self.status.show_problems(status.totals.files_failed)
        )
        self.status.show_offline(report.offline)
        if report.indexed or report.removed or report.offline:
            self.view.search_again()

    @Slot()
    def _pause_or_resume(self) -> None:
        self._requests.ask("resume_indexing" if self.status.is_paused else "pause_indexing")

    @Slot()
    def _stop_indexing(self) -> None:
        self._requests.ask("stop_indexing")

    @Slot()
    def _on_stopped(self) -> None:
        self.status.show_idle(self.tr("Stopped. What was finished is searchable."))

    @Slot(object)
    def _on_restart(self, error: UserError) -> None:
        self.status.show_error(error)
        self._start()
        self.view.search_again()

    def closeEvent(self, event: Any) -> None:
        self._requests.close()
        super().closeEvent(event)
