"""The window's end of the engine process: start it, call it, hear from it."""

import contextlib
import itertools
import multiprocessing
import queue
import threading
from multiprocessing.connection import Connection, wait
from typing import Any

from app.paths import DataDirs
from app.process.entry import run_engine
from app.process.protocol import Call, EngineFault, Method, Reply

_QUIT_SECONDS = 10.0  # a step of indexing under way may take this long to end


class EngineClient:
    """Owns the engine process. `call` may be used from any thread, `receive` from one."""

    def __init__(self, dirs: DataDirs) -> None:
        self._dirs = dirs
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()
        self._starting = threading.Lock()  # held while a process is being made
        self._waiting: set[int] = set()
        self._unsent: list[Call] = []  # made while no engine runs, or one that ends
        self._connection: Connection | None = None
        self._process: Any = None
        self._wake_reader, self._wake_writer = multiprocessing.Pipe(duplex=False)
        self._closing = False
        self._restarting = False  # the engine was asked to end
        # All that is sent goes through here: an engine that loads its model reads nothing for
        # seconds, and whoever fills the pipe meanwhile would stand still.
        self._outbox: queue.SimpleQueue[tuple[Connection, Call] | None] = queue.SimpleQueue()
        self._sender = threading.Thread(target=self._send, name="calls", daemon=True)
        self._sender.start()

    def start(self) -> None:
        """Start the engine process, or start it again after it died; not after `close`."""
        with self._starting:
            if self._closing:
                return
            context = multiprocessing.get_context("spawn")
            ours, theirs = context.Pipe()
            process = context.Process(target=run_engine, args=(theirs, self._dirs), name="engine")
            process.start()
            theirs.close()
            with self._lock:
                self._connection, self._process = ours, process
                for call in self._unsent:
                    self._waiting.add(call.number)
                    self._outbox.put((ours, call))
                self._unsent.clear()

    def _send(self) -> None:
        while (item := self._outbox.get()) is not None:
            connection, call = item
            # An engine that died meanwhile: `receive` reports every call that waits.
            with contextlib.suppress(OSError, TypeError):
                connection.send(call)

    @property
    def pid(self) -> int | None:
        """Process id of the engine, for diagnostics."""
        return self._process.pid if self._process else None

    def call(self, method: Method, **arguments: Any) -> int:
        """Send a call; returns its number. The reply comes from `receive`."""
        number = next(self._numbers)
        with self._lock:
            call = Call(number, method, arguments)
            if self._connection is None or self._restarting:
                # An engine that was asked to end reads nothing more: a folder that is removed or
                # paused just then would be back with the next one.
                self._unsent.append(call)
            else:
                self._waiting.add(number)
                self._outbox.put((self._connection, call))
        return number

    def restart(self) -> None:
        """Let the engine end and be started again, so that all settings take effect.

        What waits is answered by "stopped"; then `receive` returns Reply(0, "restart", None), and
        the caller has to `start` it. What is asked meanwhile waits for the new engine.
        """
        with self._lock:
            if self._connection is None or self._restarting:
                return  # none runs or it ends, and the next one reads the settings anyway
            self._restarting = True
            self._outbox.put((self._connection, Call(next(self._numbers), "quit", {})))

    def receive(self) -> Reply | None:
        """The next reply, waiting for it; None once `close` was called.

        When the engine died, every waiting call is answered by an "error" (EngineFault), ending
        with Reply(0, "error", …); after that the caller may `start` it again.
        """
        while not self._closing:
            if self._connection is None:
                wait([self._wake_reader])
                continue
            ready = wait([self._connection, self._wake_reader])
            if self._wake_reader in ready:
                break
            try:
                reply: Reply = self._connection.recv()
            except (EOFError, OSError):
                return self._report_death()
            if reply.kind not in ("progress", "partial"):
                with self._lock:
                    self._waiting.discard(reply.number)
            return reply
        return None

    def _report_death(self) -> Reply:
        with self._lock:
            if self._waiting:
                number = self._waiting.pop()
                if self._restarting:
                    return Reply(number, "stopped", None)
                return Reply(number, "error", _death(None))
            process, self._process = self._process, None
            self._connection = None
            asked, self._restarting = self._restarting, False
        process.join(_QUIT_SECONDS)
        if asked:
            return Reply(0, "restart", None)
        return Reply(0, "error", _death(process.exitcode))

    def close(self) -> None:
        """End the engine process; finished work is kept. `receive` returns None from now on."""
        with self._starting:  # or an engine started meanwhile would never end
            self._closing = True
        self._outbox.put(None)
        self._sender.join(_QUIT_SECONDS)  # the last calls may be to change something
        self._wake_writer.send(None)
        with self._lock:
            connection, process = self._connection, self._process
        if connection is not None:
            connection.close()
        if process is not None:
            process.join(_QUIT_SECONDS)
            if process.is_alive():
                process.kill()
                process.join()


def _death(exit_code: int | None) -> EngineFault:
    detail = "" if exit_code is None else f" (exit code {exit_code})"
    return EngineFault(
        f"The engine stopped unexpectedly{detail}.", "It is started again by itself."
    )
