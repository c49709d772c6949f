"""The library at the window's left: coverage, folders, what can be done with each."""

from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.index.progress import Progress
from app.status import FolderStatus, Status
from app.ui.actions import Actions
from app.ui.folder_list import FolderList
from app.ui.icons import make_icon
from app.ui.patterns_dialog import PatternsDialog
from app.ui.requests import Requests

_ICONS = {
    "folder_pause": "pause",
    "folder_rescan": "rescan",
    "folder_patterns": "filter",
    "folder_open": "folder",
    "folder_remove": "remove",
}
_UNDO_MS = 10_000  # how long a removal can be taken back
_LOOK_MS = 2_000  # between two looks at the figures while indexing


class LibraryPanel(QWidget):
    """Keeps its figures fresh while indexing goes on; a folder that is removed can be kept.

    A removal is carried out when its time for undoing has passed, so that nothing has to be
    indexed again when it is undone.
    """

    add_wanted = Signal()
    index_wanted = Signal(object)  # list[Path]
    problems_wanted = Signal()
    changed = Signal()  # folders left the library
    seen = Signal(object)  # Status

    def __init__(self, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self._folders: tuple[FolderStatus, ...] = ()
        self._removed: FolderStatus | None = None
        self._stage = ""
        self.coverage = QLabel()
        self.coverage.setWordWrap(True)
        self.coverage.setTextFormat(Qt.TextFormat.RichText)
        self.coverage.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.coverage.setAccessibleName(self.tr("What is searchable"))
        self.coverage.linkActivated.connect(lambda _: self.problems_wanted.emit())
        self.list = FolderList()
        self._actions: dict[str, QAction] = {}
        self.sections = QVBoxLayout()  # for saved searches, below the folders
        self._lay_out()
        self._undo_timer = QTimer(self)
        self._undo_timer.setSingleShot(True)
        self._undo_timer.setInterval(_UNDO_MS)
        self._undo_timer.timeout.connect(self.carry_out_removal)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self.refresh)
        self.list.currentRowChanged.connect(lambda _: self._enable())
        self.list.activated.connect(lambda _: self.open_folder())
        self.list.delete_pressed.connect(self.remove)

    def use_actions(self, commands: Actions) -> None:
        """Offer what can be done with the chosen folder, on buttons and on a right click."""
        self._actions = {name: commands[name] for name in _ICONS}
        self.list.addActions(list(self._actions.values()))
        for name, action in self._actions.items():
            if name == "folder_open":
                continue  # a double click does it
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(action.text().replace("&", "").rstrip("… "))
            self._row.addWidget(button)
        self._enable()

    def _show_icons(self) -> None:
        folder = self.list.chosen()
        for name, action in self._actions.items():
            icon = "play" if name == "folder_pause" and folder and folder.paused else _ICONS[name]
            action.setIcon(make_icon(icon, self.palette()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._show_icons()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.add_button = QPushButton(self.tr("Add folder…"))
        self.add_button.setAccessibleName(self.tr("Add a folder to search in"))
        self.add_button.clicked.connect(self.add_wanted)
        row = self._row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.add_button)
        row.addStretch(1)
        self.undo_bar = QFrame()
        self.undo_bar.setFrameShape(QFrame.Shape.StyledPanel)
        self.undo_text = QLabel()
        self.undo_text.setWordWrap(True)
        self.undo_text.setAccessibleName(self.tr("Messages"))
        self.undo_button = QPushButton(self.tr("Undo"))
        self.undo_button.setAccessibleName(self.tr("Keep the folder in the library"))
        self.undo_button.clicked.connect(self.undo)
        undo = QHBoxLayout(self.undo_bar)
        undo.setContentsMargins(8, 4, 4, 4)
        undo.addWidget(self.undo_text, 1)
        undo.addWidget(self.undo_button)
        self.undo_bar.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 4, 6)
        layout.addWidget(self.coverage)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.undo_bar)
        layout.addLayout(row)
        layout.addLayout(self.sections)

    # What is there

    def refresh(self) -> None:
        """Ask for the figures again."""
        if not self._requests.is_waiting_for("status"):
            self._requests.ask("status", self.show_status)

    def announce(self, folders: list[Path]) -> None:
        """Show folders that were added before the engine knows of them."""
        known = {folder.path for folder in self._folders}
        new = [str(path) for path in folders if str(path) not in known]
        if new:
            added = (FolderStatus(path, 0, 0, 0, 0, True, False, (), ()) for path in new)
            self._folders = (*self._folders, *added)
            self.list.show_folders(self._folders)
            self.coverage.setText(self.tr("Looking at what is there…"))

    def note_progress(self, step: Progress) -> None:
        """Indexing goes on: the figures change."""
        self._stage = step.stage
        if not self._look.isActive():
            self._look.start()

    def note_end(self) -> None:
        """Indexing ended."""
        self._stage = ""
        self.refresh()

    def show_status(self, status: Status) -> None:
        """Show what the engine knows."""
        gone = self._removed.path if self._removed else ""
        self._folders = tuple(folder for folder in status.folders if folder.path != gone)
        self.list.show_folders(self._folders)
        self._show_coverage(status)
        self._enable()
        self.seen.emit(status)

    def _show_coverage(self, status: Status) -> None:
        totals, count = status.totals, QLocale().toString
        if not self._folders:
            self.coverage.setText(self.tr("No folder is searched in yet."))
            return
        files = self.tr("<b>{0}</b> files searchable").format(count(totals.files_indexed))
        if totals.pages:
            files += ", " + self.tr("{0} pages").format(count(totals.pages))
        parts = [files]
        if totals.files_waiting:
            waiting = (
                self.tr("{0} waiting for text recognition")
                if self._stage == "recognising"
                else self.tr("{0} waiting to be read")
            )
            parts.append(waiting.format(count(totals.files_waiting)))
        if totals.files_failed:
            told = self.tr("{0} with problems").format(count(totals.files_failed))
            parts.append(f'<a href="problems">{told}</a>')
        self.coverage.setText(" · ".join(parts))

    def _enable(self) -> None:
        folder = self.list.chosen()
        for action in self._actions.values():
            action.setEnabled(folder is not None)
        if pause := self._actions.get("folder_pause"):
            is_paused = folder is not None and folder.paused
            text = self.tr("Res&ume this folder") if is_paused else self.tr("Pa&use this folder")
            pause.setText(text)
            self._show_icons()

    # What can be done with a folder

    def pause_or_resume(self) -> None:
        """Leave the chosen folder as it is, or keep it up to date again."""
        if not (folder := self.list.chosen()):
            return
        path, paused = Path(folder.path), not folder.paused
        self._requests.ask("pause_folder", path=path, paused=paused)
        if not paused:
            self.index_wanted.emit([path])
        self._requests.ask("status", self.show_status)

    def rescan(self) -> None:
        """Look for changes in the chosen folder."""
        if folder := self.list.chosen():
            self.index_wanted.emit([Path(folder.path)])

    def open_folder(self) -> None:
        """Show the chosen folder in the file manager."""
        if folder := self.list.chosen():
            QDesktopServices.openUrl(QUrl.fromLocalFile(folder.path))

    def edit_patterns(self) -> None:
        """Say which files of the chosen folder are taken and left out."""
        if folder := self.list.chosen():
            self.patterns = PatternsDialog(folder, self)
            self.patterns.decided.connect(self._set_patterns)
            self.patterns.open()

    def _set_patterns(self, path: str, include: list[str], exclude: list[str]) -> None:
        self._requests.ask("set_patterns", path=Path(path), include=include, exclude=exclude)
        self.index_wanted.emit([Path(path)])

    def remove(self) -> None:
        """Take the chosen folder off the library; it can be undone for ten seconds."""
        if not (folder := self.list.chosen()):
            return
        self.carry_out_removal()  # of the one before
        self._removed = folder
        self._folders = tuple(each for each in self._folders if each is not folder)
        self.list.show_folders(self._folders)
        self._enable()
        name = Path(folder.path).name or folder.path
        self.undo_text.setText(self.tr("“{0}” leaves the library. Its files stay.").format(name))
        self.undo_bar.show()
        self._undo_timer.start()

    def undo(self) -> None:
        """Keep the folder that was removed last."""
        if self._removed:
            self._removed = None
            self._undo_timer.stop()
            self.undo_bar.hide()
            self.refresh()

    def carry_out_removal(self) -> None:
        """Now it cannot be undone any more; also before the window closes."""
        if removed := self._removed:
            self._removed = None
            self._undo_timer.stop()
            self.undo_bar.hide()
            self._requests.ask("remove_folder", self._on_removed, path=Path(removed.path))

    def _on_removed(self, _count: int) -> None:
        self.changed.emit()
        self.refresh()
