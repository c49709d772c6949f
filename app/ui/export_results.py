"""Results into a file that the user chooses."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.search.model import SearchResult
from app.ui.requests import Requests


class ExportResults(QObject):
    """Asks for the file without blocking the window; the engine writes it."""

    done = Signal(int, str)  # hits written, path of the file

    def __init__(self, requests: Requests, window: QWidget) -> None:
        super().__init__(window)
        self._requests = requests
        self._window = window

    def start(self, result: SearchResult) -> QFileDialog:
        """Let the user choose a file for these results; returns the open dialog."""
        dialog = QFileDialog(self._window, self.tr("Export results"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        suffixes = {
            self.tr("Table for spreadsheets (*.csv)"): "csv",
            self.tr("Markdown with page references (*.md)"): "md",
            self.tr("Citations as in BibTeX (*.bib)"): "bib",
            self.tr("JSON (*.json)"): "json",
        }
        dialog.setNameFilters(list(suffixes))
        dialog.setDefaultSuffix("csv")
        dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(suffixes[name]))
        # The dialog has asked before a file is replaced.
        dialog.fileSelected.connect(lambda file: self.write(result, Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def write(self, result: SearchResult, file: Path) -> None:
        """Write the results; what is there already is replaced."""
        self._requests.ask(
            "export",
            lambda count: self.done.emit(count, str(file)),
            result=result,
            file=file,
            overwrite=True,
        )
