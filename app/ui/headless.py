"""Using the window where there may be no display, and waiting in its event loop."""

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

_TICK_MS = 50  # so that a wait ends even when no event comes


def draw_without_display() -> None:
    """Without a display, let Qt draw into memory; call it before the application is made."""
    headless = not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if sys.platform.startswith("linux") and headless:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        # It says with every window that it "does not support propagateSizeHints()".
        os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")


def wait_until(application: QApplication, condition: Callable[[], bool], deadline_ms: int) -> bool:
    """Handle events until the condition holds; False when the deadline passes first."""
    clock = QElapsedTimer()
    clock.start()
    ticks = QTimer()
    ticks.start(_TICK_MS)
    while not condition():
        if clock.elapsed() > deadline_ms:
            return False
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return True
