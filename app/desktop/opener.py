"""Opening a document in its own program and showing it in the file manager."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_file(path: str) -> bool:
    """Open a file as a double-click would; False when the desktop cannot."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def show_in_folder(path: str) -> bool:
    """Show a file selected in its folder; where the desktop cannot select, just the folder."""
    if sys.platform == "win32":
        subprocess.Popen(["explorer", "/select,", path])
        return True
    if sys.platform == "darwin":
        subprocess.Popen(["open", "-R", path])
        return True
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent)))
