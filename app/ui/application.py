"""Starting the program with its window, or handing over to the one that runs."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.desktop.links import OpenRequest
from app.desktop.single_instance import SingleInstance
from app.log import set_up_log
from app.paths import DataDirs, data_dirs
from app.ui.appearance import Appearance
from app.ui.settings_store import SettingsStore
from app.ui.shell import Shell


def make_application(store: SettingsStore | None = None) -> QApplication:
    """The application object with the user's language and colours, for windows without a shell."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = _bare_application()
    store = store or SettingsStore(data_dirs().settings)
    Appearance(application).apply(store.values)
    return application


def _bare_application() -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("GenericRAG")
    application.setDesktopFileName("genericrag")
    return application


def run_window(dirs: DataDirs, folders: list[Path], request: OpenRequest | None = None) -> int:
    """Show the window until it is closed; `folders` are indexed besides those already known.

    When a window over the same data folder is open, that one gets the request. Raises UserError.
    """
    request = request or OpenRequest()
    named = (*request.folders, *(str(folder) for folder in folders))
    request = OpenRequest(named, request.query, request.mode, request.problem)
    instance = SingleInstance(dirs.data)
    if not instance.claim():
        instance.hand_over(request)
        return 0
    set_up_log(dirs, "window")
    application = _bare_application()
    instance.listen()
    shell = Shell(application, dirs, instance)
    shell.reporter.install()
    # Not later: what listens has to go before the event loop does.
    shell.application.aboutToQuit.connect(instance.close)
    shell.open_window(request)
    return int(shell.application.exec())
