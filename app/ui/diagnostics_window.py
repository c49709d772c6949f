"""How the program fares: timings, caches, guards, disk, versions, log, and the offline check."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import QT_TRANSLATE_NOOP
from app.ui.diagnostics_report import report
from app.ui.offline_page import OfflinePage
from app.ui.requests import Requests
from app.ui.sizes import in_bytes
from app.ui.storage_page import CACHES

_LOG_BYTES = 200_000  # of the log's end
PHASES = {
    "words": QT_TRANSLATE_NOOP("Diagnostics", "words"),
    "candidates": QT_TRANSLATE_NOOP("Diagnostics", "candidates"),
    "rescoring": QT_TRANSLATE_NOOP("Diagnostics", "exact scores"),
}
STATES = {
    "closed": QT_TRANSLATE_NOOP("Diagnostics", "in order"),
    "open": QT_TRANSLATE_NOOP("Diagnostics", "left alone for a while"),
    "half_open": QT_TRANSLATE_NOOP("Diagnostics", "on trial"),
}


class DiagnosticsWindow(QDialog):
    """Figures only; a report with names has to be asked for."""

    def __init__(self, requests: Requests, parent: QWidget) -> None:
        super().__init__(parent)
        self._requests = requests
        self._found: Any = None
        self.setWindowTitle(self.tr("Diagnostics"))
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Parts of the diagnostics"))
        self.overview = self._table(self.tr("Overview"), ("", ""))
        self.searches = self._table(
            self.tr("Last searches"),
            (self.tr("Mode"), self.tr("Total"), self.tr("Encoding"), self.tr("Phases")),
        )
        self.guards = self._table(
            self.tr("Retries and breakers"),
            (
                self.tr("Part"),
                self.tr("State"),
                self.tr("Attempts"),
                self.tr("Retries"),
                self.tr("Failures"),
                self.tr("Refused"),
            ),
        )
        self.caches = self._table(
            self.tr("Caches"),
            (self.tr("Cache"), self.tr("Entries"), self.tr("Size"), self.tr("Hit rate")),
        )
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.log.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.log.setAccessibleName(self.tr("Log"))
        self.tabs.addTab(self.log, self.tr("Log"))
        self.offline = OfflinePage(requests)
        self.tabs.addTab(self.offline, self.tr("Offline check"))
        self._lay_out()
        self.resize(820, 520)

    def _table(self, title: str, columns: Sequence[str]) -> QTableWidget:
        table = QTableWidget(0, len(columns))
        table.setAccessibleName(title)
        table.setHorizontalHeaderLabels(list(columns))
        table.horizontalHeader().setVisible(any(columns))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        self.tabs.addTab(table, title)
        return table

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.copy_button = buttons.addButton(self.tr("&Copy report"), role)
        self.copy_button.setAccessibleName(self.tr("Copy report"))
        self.copy_button.setEnabled(False)
        self.refresh_button = buttons.addButton(self.tr("&Refresh"), role)
        self.refresh_button.setAccessibleName(self.tr("Refresh"))
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAccessibleName(self.tr("Close"))
        for button in (close, self.copy_button, self.refresh_button):
            button.setAutoDefault(False)
        self.copy_button.clicked.connect(self.copy)
        self.refresh_button.clicked.connect(self.refresh)
        buttons.rejected.connect(self.reject)
        self.names = QCheckBox(
            self.tr("The report names my &folders, and files that stand in the log")
        )
        self.names.setAccessibleName(self.names.text().replace("&", ""))
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.names)
        layout.addWidget(buttons)

    def show_tab(self, name: str = "") -> None:
        """Open the window; name: "offline" for the offline check."""
        if name == "offline":
            self.tabs.setCurrentWidget(self.offline)
        self.refresh()
        self.show()
        self.raise_()
        self.activateWindow()

    def refresh(self) -> None:
        """Look again."""
        self._requests.ask("diagnostics", self._show)
        self.log.setPlainText(_end_of(self._requests.dirs.log))
        bar = self.log.verticalScrollBar()
        bar.setValue(bar.maximum())

    def copy(self) -> None:
        """Put the report on the clipboard."""
        if self._found is not None:
            text = report(self._found, self.log.toPlainText(), with_names=self.names.isChecked())
            QGuiApplication.clipboard().setText(text)

    def _show(self, found: Any) -> None:
        self._found = found
        self.copy_button.setEnabled(True)
        translate = QCoreApplication.translate
        _fill(self.overview, self._overview(found))
        _fill(
            self.searches,
            [
                (
                    timing.mode,
                    _ms(timing.total),
                    _ms(timing.encode),
                    ", ".join(
                        f"{translate('Diagnostics', PHASES[name])} {_ms(seconds)} ({count})"
                        for name, seconds, count in timing.phases
                    ),
                )
                for timing in reversed(found.timings)
            ],
        )
        _fill(
            self.guards,
            [
                (
                    guard.name,
                    translate("Diagnostics", STATES[guard.state]),
                    *map(str, (guard.attempts, guard.retries, guard.failures, guard.refused)),
                )
                for guard in found.status.guards
            ],
        )
        _fill(
            self.caches,
            [
                (
                    translate("StoragePage", CACHES[cache.kind]),
                    str(cache.entries),
                    in_bytes(cache.bytes),
                    f"{cache.hit_rate:.0%}",
                )
                for cache in found.caches
            ],
        )

    def _overview(self, found: Any) -> list[tuple[str, str]]:
        status, totals = found.status, found.status.totals
        return [
            *found.versions,
            (self.tr("Files searchable"), str(totals.files_indexed)),
            (self.tr("Files waiting"), str(totals.files_waiting)),
            (self.tr("Files with problems"), str(totals.files_failed)),
            (self.tr("Entries left out by rule"), str(totals.entries_excluded)),
            (self.tr("Pages"), str(totals.pages)),
            (self.tr("Passages"), str(totals.passages)),
            (self.tr("Model"), status.model),
            (self.tr("Device"), status.device or self.tr("the model is not in memory")),
            (self.tr("Vector store"), status.store),
            (self.tr("Vectors on disk"), in_bytes(status.vectors_bytes)),
            (self.tr("Catalogue on disk"), in_bytes(status.catalogue_bytes)),
            (self.tr("Caches on disk"), in_bytes(status.cache_bytes)),
            (self.tr("Free on this disk"), in_bytes(found.free_bytes)),
            (self.tr("Memory of the engine"), in_bytes(found.memory_bytes)),
        ]


def _fill(table: QTableWidget, rows: Sequence[Sequence[str]]) -> None:
    table.setRowCount(len(rows))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.setItem(row, column, QTableWidgetItem(text))


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms"


def _end_of(log: Path) -> str:
    try:
        with log.open("rb") as file:
            file.seek(0, 2)
            file.seek(max(0, file.tell() - _LOG_BYTES))
            return file.read().decode("utf-8", "replace")
    except OSError:
        return ""
