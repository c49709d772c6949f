"""Office files as PDF, by LibreOffice where it is installed: the pages as their author sees them.

It gets a copy of the file, a profile of its own and no way to load anything from elsewhere.
"""

import contextlib
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from app.documents.beat import beat

CONVERTED = frozenset(
    ("docx", "doc", "odt", "rtf", "pptx", "ppt", "odp", "xlsx", "xls", "xlsb", "ods")
)
_NAMES = ("soffice", "libreoffice")
_LARGEST = 100 * 2**20  # bytes of a PDF worth keeping
_LOOK_INTERVAL = 0.1  # seconds
_log = logging.getLogger(__name__)
_ITEM = '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">{}</item>'
_PROPERTY = '<prop oor:name="{}" oor:op="fuse"><value>{}</value></prop>'
# Neither macros nor anything that a document links to.
_SECURITY = {
    "DisableMacrosExecution": "true",
    "MacroSecurityLevel": "3",
    "BlockUntrustedRefererLinks": "true",
    "DisableActiveContent": "true",
}


def find(chosen: str = "") -> str | None:
    """LibreOffice's program, None when there is none. chosen: its file or folder, else looked for
    on the search path and where the systems have it."""
    if chosen:
        return next((p for p in _in_folder(Path(chosen)) if _is_program(p)), None)
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    return next((str(p) for p in _usual_places() if _is_program(p)), None)


def _in_folder(place: Path) -> Iterator[str]:
    yield str(place)
    for name in (*_NAMES, "soffice.exe", "program/soffice", "program/soffice.exe"):
        yield str(place / name)


def _is_program(path: str | Path) -> bool:
    return os.path.isfile(path) and os.access(path, os.X_OK)


def _usual_places() -> Iterator[Path]:
    if sys.platform == "win32":
        for variable in ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432"):
            if folder := os.environ.get(variable):
                yield Path(folder, "LibreOffice", "program", "soffice.exe")
    elif sys.platform == "darwin":
        for root in (Path("/"), Path.home()):
            yield root / "Applications/LibreOffice.app/Contents/MacOS/soffice"
    else:
        yield Path("/usr/lib/libreoffice/program/soffice")
        yield Path("/snap/bin/libreoffice")
        with contextlib.suppress(OSError):
            yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def to_pdf(file: Path, kind: str, program: str, seconds: float) -> bytes | None:
    """The file as a PDF; None when LibreOffice fails or takes longer than `seconds`.

    kind: the file's format; raises OSError only when the file itself cannot be copied.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        # A copy: it would leave a lock file beside the original.
        copy = folder / f"document.{kind}"
        shutil.copyfile(file, copy)
        _make_profile(folder / "profile")
        command = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nodefault", "--nologo", "--nolockcheck"),
            *("--convert-to", "pdf", "--outdir", str(folder), str(copy)),
        ]
        try:
            if not _run(command, seconds):
                _log.info("%s: LibreOffice has no end after %.0f seconds", file, seconds)
                return None
            pdf = folder / "document.pdf"
            if pdf.stat().st_size > _LARGEST:
                return None
            data = pdf.read_bytes()
        except OSError as error:
            _log.info("%s: LibreOffice makes no PDF of it (%s)", file, error)
            return None
        return data if data.startswith(b"%PDF") else None


def _make_profile(folder: Path) -> None:
    user = folder / "user"
    user.mkdir(parents=True)
    items = "".join(_ITEM.format(_PROPERTY.format(*each)) for each in _SECURITY.items())
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">' + items + "</oor:items>\n",
        encoding="utf-8",
    )


def _run(command: list[str], seconds: float) -> bool:
    """Whether it ended in time; else it is ended with all that it started."""
    is_windows = sys.platform == "win32"
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=not is_windows,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    deadline = time.monotonic() + seconds
    try:
        while time.monotonic() < deadline:
            beat()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_LOOK_INTERVAL)
                return True
        return False
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Kill what is left of the program's family: it starts its real work as another process."""
    family = []
    with contextlib.suppress(psutil.Error):
        family = psutil.Process(process.pid).children(recursive=True)
    if process.poll() is None:
        process.kill()
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.killpg(process.pid, 9)  # also those whose parent is gone
    for member in family:
        with contextlib.suppress(psutil.Error):
            member.kill()
    process.wait()
