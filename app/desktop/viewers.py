"""Opening a document at a page in the viewers that can do it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from app.desktop.opener import open_file

# Gives the path of a program by its name or a well-known place, or None.
FindProgram = Callable[[str], str | None]

# Program -> its arguments, {page} from 1 and {path} put in; the preferred ones first.
_LINUX: Mapping[str, tuple[str, ...]] = {
    "okular": ("--page", "{page}", "{path}"),
    "evince": ("--page-index={page}", "{path}"),
    "papers": ("--page-index={page}", "{path}"),
    "atril": ("--page-index={page}", "{path}"),
    "xreader": ("--page-index={page}", "{path}"),
    "qpdfview": ("--unique", "{path}#{page}"),
    "zathura": ("--page={page}", "{path}"),
    "mupdf": ("{path}", "{page}"),
    "xpdf": ("{path}", "{page}"),
}
_WINDOWS: Mapping[str, tuple[str, ...]] = {
    "SumatraPDF": ("-reuse-instance", "-page", "{page}", "{path}"),
    "Acrobat": ("/A", "page={page}", "{path}"),
    "AcroRd32": ("/A", "page={page}", "{path}"),
    "FoxitPDFReader": ("/A", "page={page}", "{path}"),
    "msedge": ("{uri}#page={page}",),
}
# Preview has no way to be told a page; Skim has.
_MACOS: Mapping[str, tuple[str, ...]] = {"Skim": ("-a", "Skim", "skim://{plain}#page={page}")}
_PLACES_ON_WINDOWS = {
    "SumatraPDF": ("SumatraPDF/SumatraPDF.exe",),
    "Acrobat": ("Adobe/Acrobat DC/Acrobat/Acrobat.exe",),
    "AcroRd32": ("Adobe/Acrobat Reader DC/Reader/AcroRd32.exe",),
    "FoxitPDFReader": ("Foxit Software/Foxit PDF Reader/FoxitPDFReader.exe",),
    "msedge": ("Microsoft/Edge/Application/msedge.exe",),
}


def command_at_page(
    path: str, page: int, platform: str, find: FindProgram, preferred: str = ""
) -> list[str] | None:
    """The command that opens a PDF at a page; None when no viewer is there that can.

    page: from 1; platform: as sys.platform; preferred: the program the user opens PDFs with.
    """
    viewers = _WINDOWS if platform == "win32" else _MACOS if platform == "darwin" else _LINUX
    names = sorted(viewers, key=lambda name: name.casefold() != preferred.casefold())
    for name in names:
        program = find(name)
        if program is None:
            continue
        values = {"path": path, "page": page, "uri": "", "plain": ""}
        if platform == "win32":
            values["uri"] = "file:///" + quote(path.replace("\\", "/"), safe="/:")
        elif platform == "darwin":
            program, values["plain"] = "open", Path(path).as_uri().removeprefix("file://")
        return [program, *(part.format(**values) for part in viewers[name])]
    return None


def open_at_page(path: str, page: int | None) -> bool:
    """Open a file at a page if its viewer can, else as a double-click would; False when neither."""
    command = None
    if page is not None and Path(path).suffix.lower() == ".pdf":
        command = command_at_page(path, page, sys.platform, find_program, default_viewer())
    if command is None:
        return open_file(path)
    try:
        subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
    except OSError:
        return open_file(path)
    return True


def find_program(name: str) -> str | None:
    """A program on the search path or where its installer puts it."""
    if sys.platform == "darwin":
        application = Path("/Applications") / f"{name}.app"
        return str(application) if application.is_dir() else None
    if found := shutil.which(name):
        return found
    if sys.platform == "win32":
        for variable in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"):
            for place in _PLACES_ON_WINDOWS.get(name, ()):
                file = Path(os.environ.get(variable, "")) / place
                if os.environ.get(variable) and file.is_file():
                    return str(file)
    return None


@lru_cache(maxsize=1)
def default_viewer() -> str:
    """The name of the program that opens PDFs here, "" where it cannot be told."""
    if not sys.platform.startswith("linux") or shutil.which("xdg-mime") is None:
        return ""
    try:
        told = subprocess.run(
            ["xdg-mime", "query", "default", "application/pdf"],
            capture_output=True,
            text=True,
            timeout=1,
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""
    # "org.kde.okular.desktop", "okularApplication_pdf.desktop", "org.gnome.Evince.desktop"
    told = told.strip().casefold()
    return next((name for name in _LINUX if name in told), "")
