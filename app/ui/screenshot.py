"""A picture of the window with results, also where there is no display."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop

from app.engine import Engine
from app.errors import UsageError
from app.ui.application import make_application
from app.ui.local_bridge import LocalBridge
from app.ui.main_window import MainWindow

_DEADLINE_MS = 20_000


def draw_window(engine: Engine, query: str, file: Path) -> None:
    """Show a search's results in the window and save its picture as PNG.

    Raises UsageError when the file cannot be written.
    """
    headless = not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if sys.platform.startswith("linux") and headless:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        # It says with every window that it "does not support propagateSizeHints()".
        os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")
    application = make_application()
    window = MainWindow(LocalBridge(engine), [])
    window.status.show_idle("")
    window.show()
    window.view.field.setText(query)
    window.view.search()
    clock = QElapsedTimer()
    clock.start()
    while not window.view.is_settled() and clock.elapsed() < _DEADLINE_MS:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    application.processEvents()
    saved = window.grab().save(str(file), "PNG")
    window.close()
    if not saved:
        raise UsageError(f"The picture {file} cannot be written.", "Choose another place.")
