"""What benchmarks/responsiveness.py measures in the window's process, each part in one of its own.

`python responsiveness_parts.py start DATA` prints "shown" once the window has been painted and
"typed" once what was typed stands in the field; `... work DATA FOLDER SECONDS` prints one JSON
object. The window is the program's own, with its engine process beside it.
"""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMainWindow, QWidget
from report import ROOT

HEARTBEAT_MS = 5
KEY_MS = 60  # between two keys of somebody who types fast
READING_S = 1.0  # before the next query; while somebody types, indexing stands back
RESULTS = 5000
QUERIES = ("notice period", "cold water", "sample 4711", "invoice", "quarterly report of")


class Watcher(QObject):
    """Calls back once, after a main window was painted for the first time."""

    def __init__(self, application: QApplication, then: Callable[[QMainWindow], None]) -> None:
        super().__init__(application)
        self._then: Callable[[QMainWindow], None] | None = then
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._then and event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            window = watched.window()
            if isinstance(window, QMainWindow):
                then, self._then = self._then, None
                QTimer.singleShot(0, lambda: then(window))
        return False


def run(data: Path, then: Callable[[Any], None]) -> None:
    """The program as a user starts it; `then` gets the painted window."""
    application = QApplication(sys.argv[:1])
    Watcher(application, then)
    from app.paths import data_dirs
    from app.ui.application import run_window

    run_window(data_dirs(data), [])


def start(data: str) -> None:
    """The window, and typing at once."""

    def then(window: Any) -> None:
        print("shown", flush=True)
        QTest.keyClicks(window.view.field, "cold water")
        QApplication.processEvents()
        if window.view.field.text() == "cold water":
            print("typed", flush=True)
        window.quit_wanted.emit()

    run(Path(data), then)


class Work(QObject):
    """Types, and listens to the event loop's heart, while the engine indexes."""

    def __init__(self, window: Any, folder: Path, seconds: float) -> None:
        super().__init__(window)
        self._window, self._folder, self._seconds = window, folder, seconds
        self.delays: list[float] = []
        self.first_hits: list[float] = []
        self._typed = ""
        self._last_key = self._reading_until = 0.0
        self._result: Any = None
        self._ask = window._requests.ask
        window._requests.ask = self._asked
        self._heart = QTimer(self, interval=HEARTBEAT_MS)
        self._heart.timeout.connect(self._beat)
        self._keys = QTimer(self, interval=KEY_MS)
        self._keys.timeout.connect(self._type)
        self._pending: list[str] = []
        self._number = 0
        self._files = 0
        window._requests.progressed.connect(self._note_progress)
        self._wait = QTimer(self, interval=100)
        self._wait.timeout.connect(self._begin_when_ready)
        self._wait.start()

    def _asked(self, method: str, receiver: Any = None, early: Any = None, **named: Any) -> int:
        if method != "search":
            return int(self._ask(method, receiver, early, **named))

        def noting(inner: Any) -> Any:
            def call(result: Any) -> None:
                inner(result)
                if result.query.text == self._typed and result.hits and self._last_key:
                    self.first_hits.append(time.perf_counter() - self._last_key)
                    self._last_key = 0.0
                    self._reading_until = time.perf_counter() + READING_S
                    self._result = result

            return call

        early = noting(early) if early else None
        return int(self._ask(method, noting(receiver), early, **named))

    def _begin_when_ready(self) -> None:
        if self._window._requests.is_waiting_for("index", "warm_up"):
            return
        self._wait.stop()
        self._window.add_folders([self._folder])
        self._started = self._last_beat = time.perf_counter()
        self._heart.start()
        self._keys.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.delays.append(max(0.0, now - self._last_beat - HEARTBEAT_MS / 1000))
        self._last_beat = now
        late = now - self._started > self._seconds
        if late or not self._window._requests.is_waiting_for("index"):
            self._heart.stop()
            self._keys.stop()
            self._finish(now - self._started)

    def _note_progress(self, progress: Any) -> None:
        self._files = progress.files_done

    def _type(self) -> None:
        if not self._pending:
            now = time.perf_counter()
            if (self._last_key and now - self._last_key < 3) or now < self._reading_until:
                return  # the answer to the last one is still to come, or is being read
            self._number += 1
            self._typed = f"{QUERIES[self._number % len(QUERIES)]}"
            self._window.view.field.clear()
            self._pending, self._last_key = list(self._typed), 0.0
        key = self._pending.pop(0)
        if not self._pending:
            self._last_key = time.perf_counter()
        QTest.keyClicks(self._window.view.field, key)

    def _finish(self, seconds: float) -> None:
        import psutil

        views = self._window.view.views
        scrolled: dict[str, list[float]] = {"list": [], "grid": []}
        if self._result:
            fill(self._window, self._result)
            for name in scrolled:
                views.show_as_grid(name == "grid")
                QApplication.processEvents()
                scrolled[name] = scroll(views.shown)
        figures = {
            "seconds": seconds,
            "files_indexed": self._files,
            "delays": self.delays,
            "first_hits": self.first_hits,
            **scrolled,
            "rss_mb": psutil.Process().memory_info().rss / 2**20,
        }
        print(json.dumps(figures), flush=True)
        self._window._requests.ask("stop_indexing")
        QTimer.singleShot(100, self._window.quit_wanted.emit)


def fill(window: Any, result: Any) -> None:
    """Make the list one of RESULTS hits, as somebody sees it who went on and on."""
    hits = [
        replace(hit, passage=f"{hit.passage}-{number}")
        for number in range(RESULTS // len(result.hits) + 1)
        for hit in result.hits
    ][:RESULTS]
    window.view.results.show(replace(result, hits=tuple(hits)))


def scroll(rows: QListView) -> list[float]:
    """Seconds to draw each frame while a list is scrolled; one jump in thirty frames."""
    bar = rows.verticalScrollBar()
    frames = []
    for step in range(300):
        started = time.perf_counter()
        bar.setValue(step * 97 if step % 30 else bar.maximum() * step // 300)
        rows.viewport().repaint()
        frames.append(time.perf_counter() - started)
        QApplication.processEvents()  # Thumbnails come in between, as they do for a user.
    return frames


def work(data: str, folder: str, seconds: str) -> None:
    """A window at work."""
    kept = []
    run(Path(data), lambda window: kept.append(Work(window, Path(folder), float(seconds))))


if __name__ == "__main__":
    assert ROOT
    {"start": start, "work": work}[sys.argv[1]](*sys.argv[2:])
