"""Starting the window."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.paths import DataDirs, resources_dir
from app.ui.engine_bridge import EngineBridge
from app.ui.main_window import MainWindow


def make_application() -> QApplication:
    """The application object, in the user's language when we speak it."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("GenericRAG")
    language = (os.environ.get("GENERICRAG_LANGUAGE") or QLocale.system().name())[:2]
    own = resources_dir() / "translations" / f"genericrag_{language}.qm"
    # Qt's own texts, such as those of standard buttons.
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for file in (qt / f"qtbase_{language}.qm", own):
        translator = QTranslator(application)
        if file.is_file() and translator.load(str(file)):
            application.installTranslator(translator)
    return application


def run_window(dirs: DataDirs, folders: list[Path]) -> int:
    """Show the window until it is closed; `folders` are indexed besides those already known."""
    application = make_application()
    bridge = EngineBridge(dirs)
    window = MainWindow(bridge, folders)
    window.show()
    window.view.focus_field()
    return int(application.exec())
