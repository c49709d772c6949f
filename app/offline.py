"""Proof that the program opens no connection: its work, done where none can be opened."""

import ctypes
import multiprocessing
import os
import socket
import sys
import tempfile
import time
import traceback
from collections.abc import Generator
from contextlib import closing, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Literal

import psutil

from app.errors import UserError

Work = Literal["load", "index", "search", "draw"]
_LOOK_SECONDS = 0.05  # between two looks at the connections that the system knows
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # of Linux's unshare(2)
_WIDTH = 800
# Python reports these before it does them; what has no address stays on this computer.
_WATCHED = {
    "socket.connect",
    "socket.bind",
    "socket.sendto",
    "socket.sendmsg",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
    "socket.getnameinfo",
}


@dataclass(frozen=True)
class OfflineStep:
    """A part of the work that was done; stage: always "checking"."""

    work: Work
    seconds: float
    stage: str = "checking"


@dataclass(frozen=True)
class OfflineReport:
    """What was done and what was attempted meanwhile.

    attempts: calls that would have reached for a network, each refused, with the place in the
    program; connections: those that the operating system listed for the process or its readers;
    walled: whether the system had taken every network away from them. error: why the work could
    not be done to its end, or "".
    """

    steps: tuple[OfflineStep, ...]
    attempts: tuple[str, ...]
    connections: tuple[str, ...]
    walled: bool
    error: str = ""

    @property
    def ok(self) -> bool:
        """Whether all the work was done and nothing reached for a network."""
        return not (self.attempts or self.connections or self.error)


class _Refused(OSError):
    """What a call gets that reaches for a network."""


def check_offline(library: Path | None = None) -> Generator[OfflineStep, None, OfflineReport]:
    """Load the compact model, index, search and draw the sample library in a watched process.

    library: another folder, with a PDF file that the sample searches find. Everything happens in a
    folder of its own. Closing the generator ends the process.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        process = context.Process(
            target=_run, args=(theirs, library, Path(folder)), name="offline check"
        )
        process.start()
        theirs.close()
        try:
            return (yield from _watch(ours, psutil.Process(process.pid)))
        finally:
            _end(process)
            ours.close()


def _watch(connection: Connection, process: psutil.Process) -> Generator[Any, None, OfflineReport]:
    steps: list[OfflineStep] = []
    seen: dict[str, None] = {}
    while True:
        while not connection.poll(_LOOK_SECONDS):
            seen |= dict.fromkeys(_connections(process))
        try:
            told = connection.recv()
        except EOFError:
            text = "The process of the check ended too early."
            return OfflineReport(tuple(steps), (), tuple(seen), False, text)
        if isinstance(told, OfflineStep):
            steps.append(told)
            yield told
        else:
            attempts, walled, error = told
            return OfflineReport(tuple(steps), attempts, tuple(seen), walled, error)


def _connections(process: psutil.Process) -> list[str]:
    """What the system lists for the process and those below it."""
    found = []
    with suppress(psutil.Error):
        for each in (process, *process.children(recursive=True)):
            with suppress(psutil.Error):
                for entry in each.net_connections("inet"):
                    where = ":".join(map(str, entry.raddr)) or ":".join(map(str, entry.laddr))
                    found.append(f"{each.name()}: {where or entry.status}")
    return found


def _end(process: Any) -> None:
    with suppress(psutil.Error):
        for child in psutil.Process(process.pid).children(recursive=True):
            with suppress(psutil.Error):
                child.kill()
    process.kill()
    process.join()


# In the watched process


def _run(connection: Connection, library: Path | None, folder: Path) -> None:
    attempts: dict[str, None] = {}
    walled = _take_network_away()
    sys.addaudithook(lambda event, arguments: _audit(event, arguments, attempts))
    error = ""
    try:
        _work(connection, library, folder)
    except UserError as problem:
        error = str(problem)
    except Exception as problem:
        error = "".join(traceback.format_exception_only(problem)).strip()
    with suppress(OSError):  # who asked has ended meanwhile
        connection.send((tuple(attempts), walled, error))


def _audit(event: str, arguments: tuple[Any, ...], attempts: dict[str, None]) -> None:
    """Refuse what reaches for a network; sockets within this computer have a file's name."""
    if event == "socket.__new__":
        if arguments[1] not in (socket.AF_INET, socket.AF_INET6):
            return
        told = "socket"
    elif event in _WATCHED:
        if arguments and getattr(arguments[0], "family", None) == getattr(socket, "AF_UNIX", -1):
            return
        address = arguments[-1] if event.split(".")[1] in ("connect", "bind") else arguments[0]
        told = f"{event.removeprefix('socket.')} {address}"
    else:
        return
    place = next(
        (
            f"{frame.filename}:{frame.lineno}"
            for frame in reversed(traceback.extract_stack())
            if Path(frame.filename).name not in ("socket.py", "offline.py")
        ),
        "",
    )
    attempts[f"{told} ({place})"] = None
    raise _Refused("The offline check lets nothing out.")


def _take_network_away() -> bool:
    """On Linux, where it is allowed, move this process to a network that has nothing in it."""
    if sys.platform != "linux":
        return False
    user, group = os.getuid(), os.getgid()
    unshare = ctypes.CDLL(None, use_errno=True).unshare
    if unshare(_NEW_NETWORK) == 0:
        return True
    if unshare(_NEW_USER | _NEW_NETWORK) != 0:
        return False
    with suppress(OSError):  # else the user has no name in there, which matters little
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    return True


def _work(connection: Connection, library: Path | None, folder: Path) -> None:
    from app.engine import Engine
    from app.paths import data_dirs, sample_library_dir
    from app.sample import QUERIES
    from app.search.model import Query
    from app.settings import load_settings

    began = time.perf_counter()

    def done(work: Work) -> None:
        nonlocal began
        now = time.perf_counter()
        connection.send(OfflineStep(work, now - began))
        began = now

    dirs = data_dirs(folder)
    # The environment left out: a model server that the user named would be asked, as it should.
    with closing(Engine(dirs, load_settings(dirs.settings, {}))) as engine:
        engine.warm_up()
        done("load")
        for _ in engine.index([library or sample_library_dir()]):
            pass
        done("index")
        hits = [hit for text in QUERIES for hit in engine.find(Query(text)).hits]
        done("search")
        engine.page_image(next(hit for hit in hits if hit.has_picture), _WIDTH)
        done("draw")
