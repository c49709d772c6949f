"""The offline check: proof that the program's work opens no connection."""

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import QT_TRANSLATE_NOOP
from app.ui.dimmed import make_heading
from app.ui.requests import Requests, Watcher

WORK = {
    "load": QT_TRANSLATE_NOOP("OfflinePage", "Loaded the model"),
    "index": QT_TRANSLATE_NOOP("OfflinePage", "Indexed the sample documents"),
    "search": QT_TRANSLATE_NOOP("OfflinePage", "Searched them"),
    "draw": QT_TRANSLATE_NOOP("OfflinePage", "Drew a page"),
}


class OfflinePage(QWidget):
    """A button to start, what was done, and the verdict."""

    def __init__(self, requests: Requests) -> None:
        super().__init__()
        self._requests = requests
        self._job: int | None = None
        self.report: Any = None
        what = QLabel(
            self.tr(
                "Loads the model, indexes the sample documents, searches and draws a page in a"
                " process of its own, in which every attempt to reach a network is refused and"
                " written down; the connections that the system lists for it are watched, too."
                " Where the system allows it, the process has no network at all. Your library is"
                " not touched."
            )
        )
        what.setWordWrap(True)
        self.start_button = QPushButton(self.tr("&Start the check"))
        self.start_button.setAccessibleName(self.tr("Start the check"))
        self.start_button.setAutoDefault(False)
        self.start_button.clicked.connect(self.start)
        self.stop_button = QPushButton(self.tr("S&top"))
        self.stop_button.setAccessibleName(self.tr("Stop the check"))
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self.stop)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setRange(0, len(WORK))
        self.bar.setTextVisible(False)
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.verdict.setAccessibleName(self.tr("Outcome of the check"))
        make_heading(self.verdict, 1.1)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What was done and attempted"))
        row = QHBoxLayout()
        row.addWidget(self.start_button)
        row.addWidget(self.stop_button)
        row.addWidget(self.bar, 1)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(what)
        layout.addLayout(row)
        layout.addWidget(self.verdict)
        layout.addWidget(self.list, 1)
        self._show_running(False)

    def start(self) -> None:
        """Begin the check."""
        self.list.clear()
        self.verdict.clear()
        self.bar.setValue(0)
        watcher = Watcher(self._show_step, self._show_report, self._fail, self._on_stopped)
        self._job = self._requests.watch("check_offline", watcher)
        self._show_running(True)

    def stop(self) -> None:
        """End the check before it is done."""
        if self._job is not None:
            self._requests.ask("stop_job", number=self._job)

    def _show_running(self, running: bool) -> None:
        self.start_button.setEnabled(not running)
        self.stop_button.setVisible(running)
        self.bar.setVisible(running)

    def _show_step(self, step: Any) -> None:
        text = QCoreApplication.translate("OfflinePage", WORK[step.work])
        self.list.addItem(f"✓ {text} · {step.seconds:.1f} s")
        self.bar.setValue(self.list.count())

    def _show_report(self, report: Any) -> None:
        self._end()
        self.report = report
        self.list.clear()  # progress may come too seldom to tell every step
        for step in report.steps:
            self._show_step(step)
        for attempt in report.attempts:
            self.list.addItem(self.tr("✗ Attempted and refused: {0}").format(attempt))
        for connection in report.connections:
            self.list.addItem(self.tr("✗ Connection: {0}").format(connection))
        if report.walled:
            self.list.addItem(self.tr("✓ The system had taken every network away from it"))
        if report.error:
            self.verdict.setText(self.tr("The check failed: {0}").format(report.error))
        elif report.ok:
            self.verdict.setText(self.tr("No connection was opened or attempted."))
        else:
            self.verdict.setText(self.tr("Something reached for a network; see below."))

    def _fail(self, error: Exception) -> None:
        self._end()
        self.verdict.setText(str(error))

    def _on_stopped(self) -> None:
        self._end()
        self.verdict.setText(self.tr("Stopped."))

    def _end(self) -> None:
        self._job = None
        self._show_running(False)
