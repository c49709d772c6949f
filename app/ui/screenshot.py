"""A picture of the window with results, also where there is no display."""

from pathlib import Path

from app.engine import Engine
from app.errors import UsageError
from app.ui.application import make_application
from app.ui.headless import draw_without_display, wait_until
from app.ui.local_bridge import LocalBridge
from app.ui.main_window import MainWindow

_DEADLINE_MS = 20_000


def draw_window(engine: Engine, query: str, file: Path) -> None:
    """Show a search's results in the window and save its picture as PNG.

    Raises UsageError when the file cannot be written.
    """
    draw_without_display()
    application = make_application()
    window = MainWindow(LocalBridge(engine), [])
    window.status.show_idle("")
    window.show()
    window.view.field.setText(query)
    window.view.search()
    wait_until(application, window.view.is_settled, _DEADLINE_MS)
    application.processEvents()
    saved = window.grab().save(str(file), "PNG")
    window.close()
    if not saved:
        raise UsageError(f"The picture {file} cannot be written.", "Choose another place.")
