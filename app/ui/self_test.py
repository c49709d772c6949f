"""The window's part of the self-test: the real window over the real engine process."""

from app.paths import DataDirs
from app.ui.application import make_application
from app.ui.engine_bridge import EngineBridge
from app.ui.headless import draw_without_display, wait_until
from app.ui.main_window import MainWindow

_DEADLINE_MS = 120_000  # a cold disk reads the model for a while


def try_window(dirs: DataDirs, query: str) -> bool:
    """Open the window, search, see hits and a preview, close it; False when they do not come."""
    draw_without_display()
    application = make_application()
    window = MainWindow(EngineBridge(dirs), [])
    window.show()
    window.view.field.setText(query)
    window.view.search()
    try:
        return wait_until(
            application,
            lambda: window.view.is_settled() and window.view.results.rowCount() > 0,
            _DEADLINE_MS,
        )
    finally:
        window.close()
