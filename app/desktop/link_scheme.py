"""Telling the desktop that genericrag:// links belong to this program; only when asked to.

Linux: a .desktop file in the user's own applications folder. Windows: keys of the current user.
macOS learns it from the bundle's Info.plist (installer.spec).
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from app.desktop.links import SCHEME
from app.errors import UserError

_DESKTOP_FILE = "genericrag-links.desktop"
_KEY = rf"Software\Classes\{SCHEME}"
_SECONDS = 20  # for the desktop's own tools


def program() -> list[str]:
    """The command that starts this very program."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "app"]


def register() -> str:
    """Let links open this program; returns where that was written. Raises UserError."""
    try:
        if sys.platform == "win32":
            return _register_windows()
        if sys.platform == "darwin":
            raise UserError(
                "macOS knows the links of installed programs by itself.",
                "Put the program into the Applications folder and open it once.",
            )
        return _register_linux()
    except OSError as error:
        raise UserError(f"The links could not be registered: {error}.") from None


def unregister() -> bool:
    """Take it back; returns whether there was anything. Raises UserError."""
    try:
        if sys.platform == "win32":
            return _unregister_windows()
        file = _applications() / _DESKTOP_FILE
        existed = file.exists()
        file.unlink(missing_ok=True)
        if existed:
            _call("update-desktop-database", str(file.parent))
        return existed
    except OSError as error:
        raise UserError(f"The links could not be taken back: {error}.") from None


def desktop_entry(command: list[str], folder: str) -> str:
    """The .desktop file of a command that is run in a folder, "" for any."""
    words = " ".join(_quoted(word) for word in command)
    path = f"Path={_escaped(folder)}\n" if folder else ""
    return (
        "[Desktop Entry]\nType=Application\nName=GenericRAG\nTerminal=false\nNoDisplay=true\n"
        f"Exec={words} open %u\n{path}MimeType=x-scheme-handler/{SCHEME};\n"
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\")


def _quoted(word: str) -> str:
    """As an argument of Exec: its own quoting first, then that of every string value."""
    for char in '\\"`$':
        word = word.replace(char, f"\\{char}")
    return _escaped(f'"{word}"').replace("%", "%%")


def _applications() -> Path:
    data = os.environ.get("XDG_DATA_HOME", "")
    home = Path(data) if os.path.isabs(data) else Path.home() / ".local" / "share"
    return home / "applications"


def _register_linux() -> str:
    command = program()
    # From a checkout the package is found from its own folder.
    folder = str(Path(__file__).parents[2]) if "-m" in command else ""
    file = _applications() / _DESKTOP_FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(desktop_entry(command, folder), "utf-8")
    _call("update-desktop-database", str(file.parent))
    _call("xdg-mime", "default", _DESKTOP_FILE, f"x-scheme-handler/{SCHEME}")
    return str(file)


def _call(name: str, *arguments: str) -> None:
    """Run a tool of the desktop, where there is one: most read the file without it, too."""
    if found := shutil.which(name):
        try:
            subprocess.run([found, *arguments], check=False, timeout=_SECONDS, capture_output=True)
        except subprocess.TimeoutExpired:
            return


if sys.platform == "win32":
    import winreg

    def _register_windows() -> str:
        command = subprocess.list2cmdline([*program(), "open", "%1"])
        for path, name, value in (
            (_KEY, "", "URL:GenericRAG"),
            (_KEY, "URL Protocol", ""),
            (rf"{_KEY}\shell\open\command", "", command),
        ):
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, path) as key:
                winreg.SetValueEx(key, name, 0, winreg.REG_SZ, value)
        return rf"HKEY_CURRENT_USER\{_KEY}"

    def _unregister_windows() -> bool:
        existed = False
        for below in (r"\shell\open\command", r"\shell\open", r"\shell", ""):
            try:
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, _KEY + below)
                existed = True
            except FileNotFoundError:
                continue
        return existed
