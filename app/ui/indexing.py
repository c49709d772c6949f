"""Indexing as the window asks for it: beginning, pausing, stopping, and what is told of it."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from app.ui.library_panel import LibraryPanel
from app.ui.requests import Requests
from app.ui.status_area import StatusArea


class Indexing(QObject):
    """Shows its progress in the status line and the library panel."""

    begun = Signal()  # for folders that were named
    library_changed = Signal()  # something else can be found now

    def __init__(
        self, requests: Requests, library: LibraryPanel, status: StatusArea, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._requests = requests
        self._library = library
        self._status = status
        requests.progressed.connect(status.show_progress)
        requests.progressed.connect(library.note_progress)
        requests.stopped.connect(self._on_stopped)
        requests.updated.connect(self.on_indexed)
        library.index_wanted.connect(self.add)
        status.pause_button.clicked.connect(self.pause_or_resume)
        status.stop_button.clicked.connect(self.stop)

    @Slot(object)
    def add(self, folders: list[Path]) -> None:
        """Index folders, each with what is below it; none: all that are known."""
        if folders:
            self.begun.emit()
            self._library.announce(folders)
        self._requests.ask("index", self.on_indexed, roots=folders)
        self._library.refresh()

    @Slot()
    def again(self) -> None:
        """Look for changes in all folders."""
        self.add([])

    @Slot()
    def retry(self) -> None:
        """Read the files with problems again, too."""
        self._requests.ask("index", self.on_indexed, roots=[], retry=True)

    @Slot()
    def pause_or_resume(self) -> None:
        """Let it wait, or go on."""
        self._requests.ask("resume_indexing" if self._status.is_paused else "pause_indexing")

    @Slot()
    def stop(self) -> None:
        """End it; what is finished is kept."""
        self._requests.ask("stop_indexing")

    @property
    def is_under_way(self) -> bool:
        """Whether an answer is still to come."""
        return self._requests.is_waiting_for("index")

    def hand_over_to(self, other: "Indexing") -> None:
        """Another window goes on waiting for what this one waits for."""
        for number in self._requests.numbers_of("index"):
            other._requests.take_over(number, "index", receiver=other.on_indexed)

    @Slot(object)
    def on_indexed(self, report: Any) -> None:
        """It ended."""
        self._show_end(report.indexed)
        if report.indexed or report.removed or report.offline:
            self.library_changed.emit()

    @Slot(object)
    def on_reading(self, step: Any) -> None:
        """Something else that reads files goes on."""
        self._status.show_progress(step)
        self._library.note_progress(step)

    @Slot(int)
    def on_unlocked(self, indexed: int) -> None:
        """A password was tried on locked files; indexed: how many documents that brought."""
        if self.is_under_way:
            self._library.refresh()
        else:
            self._show_end(indexed)
        if indexed:
            self.library_changed.emit()

    def _show_end(self, indexed: int) -> None:
        done = self.tr("%n files were indexed.", "", indexed)
        self._status.show_idle(done if indexed else self.tr("Ready."))
        self._library.note_end()

    @Slot()
    def _on_stopped(self) -> None:
        self._status.show_idle(self.tr("Stopped. What was finished is searchable."))
        self._library.note_end()
