"""The engine process: answers calls, and indexes in the steps between them."""

import contextlib
import logging
import multiprocessing
import os
import signal
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from multiprocessing.connection import Connection
from typing import Any

from app.diagnostics import SearchTiming, diagnose
from app.engine import Engine
from app.errors import UserError
from app.log import set_up_log
from app.models import choose_model, list_models, remove_model
from app.offline import check_offline
from app.pages import with_boxes
from app.paths import DataDirs
from app.process.first_hits import FirstHits
from app.process.inbox import Inbox
from app.process.jobs import Jobs
from app.process.model_jobs import ModelJobs, Start
from app.process.protocol import UNASKED, Call, EngineFault, Reply
from app.process.search_calls import search_calls
from app.process.upkeep import Upkeep
from app.resilience import hurried

_log = logging.getLogger(__name__)
_PROGRESS_INTERVAL = 0.1  # seconds
_LAST_WISHES = {"remove_folder", "pause_folder", "set_patterns", "clear_cache", "use_model"} | {
    "mark",
    "save_search",
    "rename_saved",
    "remove_saved",
    "look_at_saved",
    "remember_search",
    "clear_history",
}
_TIMINGS = 50  # searches whose timings are kept


def serve(connection: Connection, dirs: DataDirs) -> None:
    """Run until the other end closes the connection. The target of the engine process."""
    with contextlib.suppress(ValueError):
        # Ctrl-C goes to the whole group; the window decides when the engine ends.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        set_up_log(dirs, "engine")
        engine = Engine(dirs)
    except Exception as error:
        connection.send(Reply(0, "error", _as_user_error(error)))
        return
    server = _Server(connection, engine)
    # Of the threads the one that looks up first hits must not wait long for the one that indexes.
    sys.setswitchinterval(0.0002)
    with contextlib.suppress(OSError, AttributeError):
        # The window comes first. Linux steps back with this thread and those that it will make,
        # which leaves out the receiving one and that of the first hits.
        os.nice(5)
    try:
        server.run()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        server.finish()  # the window is gone: finished files are committed, its last wishes not yet
    finally:
        server.close()
        engine.close()


class _Server:
    """One call at a time; the first job advances by one step whenever no call is waiting.

    The engine is used by one thread and needs no locks; a search waits for one step at most. Only
    what touches nothing but model folders, and the first hits of a search that has to wait, run in
    other threads; pages are drawn in another process.
    """

    def __init__(self, connection: Connection, engine: Engine) -> None:
        self._connection = connection
        self._engine = engine
        self._wake, self._waker = multiprocessing.Pipe(duplex=False)
        self._waking = threading.Lock()
        self._upkeep = Upkeep(engine, self._wake_up)
        self._jobs = Jobs(engine, self._upkeep, self._report)
        self._model_jobs = ModelJobs(self._report)
        self._sending = threading.Lock()
        self._last_progress: dict[int, float] = {}  # by call
        self._last_use = time.monotonic()  # of the model
        self._timings: deque[SearchTiming] = deque(maxlen=_TIMINGS)
        self._pending: list[tuple[Call, Future[Any]]] = []  # answers that a reader is at
        self._first_hits = FirstHits(engine.dirs.catalogue, lambda: engine.settings, self._reply)
        self._is_waiting = False
        self._inbox = Inbox(connection, self._reply, self._drop_pending, self._notice)
        self._search_calls = search_calls(engine)

    def run(self) -> None:
        """Answer until the connection is closed (EOFError) or the call to quit comes."""
        while True:
            seconds = 0.0 if self._inbox else self._seconds_to_act()
            self._is_waiting = True
            is_woken = self._wake.poll(seconds)
            self._is_waiting = False
            if is_woken:
                self._wake.recv()
                self._inbox.take()
                self._send_ready()
            elif self._inbox:
                call = self._inbox.next()
                if call.method == "quit":
                    return
                self._answer(call)
            elif self._jobs:
                if self._jobs.advance():
                    self._last_use = time.monotonic()
            elif due := self._upkeep.due():
                self._jobs.add(Call(UNASKED, "index", {"roots": due}))
            elif self._seconds_to_unload() == 0:
                self._engine.unload_model()
                self._tidy()

    def _tidy(self) -> None:
        try:
            self._engine.tidy()
        except UserError as error:  # a full disk, say; the next index run will tell the user
            _log.warning("the vector store could not be tidied: %s", error)

    def finish(self) -> None:
        """Carry out what the window still asked to change before it went."""
        for call in self._inbox.left():
            if call.method in _LAST_WISHES:
                try:
                    self._call(call)
                except Exception:
                    _log.exception("%s, asked for at the end, failed", call.method)

    def close(self) -> None:
        """End what is under way and stop watching the folders."""
        self._first_hits.close()
        self._jobs.close()
        self._upkeep.close()

    def _notice(self, call: Call | None) -> None:
        """A call has come, or the end; called in the receiving thread."""
        if call is not None and call.method == "search" and not self._is_waiting:
            self._first_hits.ask(call)
        self._wake_up()

    def _wake_up(self) -> None:
        """Make `run` look again; called in any thread."""
        with self._waking, contextlib.suppress(OSError):
            self._waker.send(None)

    def _seconds_to_act(self) -> float | None:
        """How long nothing has to be done unless a call comes; None for ever."""
        if self._jobs:
            return self._jobs.seconds_to_wait()
        times = (self._seconds_to_unload(), self._upkeep.seconds())
        return min((seconds for seconds in times if seconds is not None), default=None)

    def _seconds_to_unload(self) -> float | None:
        """How long the model may still lie idle in memory; None for as long as it likes."""
        allowed = 60 * self._engine.settings["model.idle_minutes"]
        if not allowed or not self._engine.is_model_loaded:
            return None
        return float(max(0.0, self._last_use + allowed - time.monotonic()))

    def _drop_pending(self, number: int) -> None:
        """Leave off what no reader has begun; a page being drawn will be in the cache."""
        for entry in [entry for entry in self._pending if entry[0].number == number]:
            if entry[1].cancel():
                self._pending.remove(entry)
                self._reply(entry[0], "stopped", None)

    def _answer(self, call: Call) -> None:
        if call.method == "index":
            self._jobs.add(call)
        elif call.method in ("plan_model", "unlock", "evaluate"):
            self._jobs.add(call, first=True)  # somebody waits for it; indexing can
        elif call.method in ("page_image", "page_picture"):
            self._start(call, self._engine.pictures.start)
        elif call.method == "read_example":
            self._start(call, self._engine.example_files.start)
        elif call.method == "search":
            self._search(call)
        elif start := self._model_job(call):
            self._model_jobs.start(call, start)
        else:
            try:
                value = self._call(call)
            except Exception as error:
                self._report(call, "error", error)
            else:
                self._reply(call, "result", value)

    def _start(self, call: Call, begin: Callable[..., Future[Any]]) -> None:
        """A reader may take until its deadline; searches go on meanwhile."""
        try:
            future = begin(**call.arguments)
        except Exception as error:
            self._report(call, "error", error)
            return
        self._pending.append((call, future))
        future.add_done_callback(lambda _: self._wake_up())

    def _send_ready(self) -> None:
        """Answer with what the readers have ready."""
        for call, future in [entry for entry in self._pending if entry[1].done()]:
            self._pending.remove((call, future))
            try:
                value = future.result()
                if call.method == "page_picture":
                    value = with_boxes(call.arguments["hit"], value)
            except Exception as error:
                self._report(call, "error", error)
            else:
                self._reply(call, "result", value)

    def _call(self, call: Call) -> Any:
        match call.method:
            case "explain":
                self._last_use = time.monotonic()
                return self._engine.explain(call.arguments["result"], call.arguments["hit"])
            case "neighbours":
                return self._engine.neighbours(call.arguments["hit"])
            case "vocabulary":
                return self._engine.vocabulary()
            case "mark":
                return self._engine.mark(**call.arguments)
            case "marks":
                return self._engine.marks()
            case "page_text":
                return self._engine.page_text(call.arguments["hit"])
            case "document_view":
                return self._engine.document_view(**call.arguments)
            case "status":
                return self._engine.status()
            case "problems":
                return self._engine.problems()
            case "warm_up":
                self._last_use = time.monotonic()
                return self._engine.warm_up()
            case "pause_indexing":
                return self._jobs.pause()
            case "resume_indexing":
                return self._jobs.resume()
            case "stop_indexing":
                return self._jobs.stop_all()
            case "models":
                return list_models(self._engine)
            case "use_model":
                self._jobs.stop_all()
                return choose_model(self._engine, call.arguments["name"])
            case "remove_model":
                return remove_model(self._engine, call.arguments["name"])
            case "remove_folder" | "pause_folder" | "set_patterns":
                return self._change_folder(call)
            case "cache_figures":
                return self._engine.caches.statistics()
            case "clear_cache":
                return self._engine.caches.clear(call.arguments["kind"])
            case "diagnostics":
                return diagnose(self._engine, tuple(self._timings))
            case "reload_settings":
                return self._engine.reload_settings()
            case "stop_job":
                number = call.arguments["number"]
                return None if self._model_jobs.stop(number) else self._jobs.stop(number)
            case _ if answer := self._search_calls.get(call.method):
                return answer(**call.arguments)
            case _:
                raise AssertionError(f"unknown call {call.method}")

    def _change_folder(self, call: Call) -> Any:
        """Indexing under way starts over first, so that it does not bring back what goes."""
        arguments = call.arguments
        match call.method:
            case "remove_folder":
                self._jobs.begin_again(without=arguments["path"])
                count = self._engine.remove(arguments["path"])
                self._upkeep.follow()
                return count
            case "pause_folder":
                self._jobs.begin_again(without=arguments["path"] if arguments["paused"] else None)
                self._engine.folders.set_paused(arguments["path"], arguments["paused"])
            case _:
                self._jobs.begin_again()
                self._engine.folders.set_patterns(**arguments)
        self._upkeep.follow()
        return None

    def _search(self, call: Call) -> None:
        """Send each list as soon as it is there; the last one is the result.

        Between two lists it is seen whether anybody still wants them.
        """
        self._last_use = time.monotonic()
        is_begun = self._first_hits.begin(call)
        try:
            with hurried():
                for result in self._engine.search(call.arguments["query"]):
                    if result.is_last:
                        self._timings.append(SearchTiming.of(result))
                    if result.is_last or not is_begun:
                        self._reply(call, "result" if result.is_last else "partial", result)
                    is_begun = False
                    if not result.is_last and self._inbox.is_dropped(call):
                        self._reply(call, "stopped", None)
                        break
        except (BrokenPipeError, ConnectionResetError):
            raise  # the window is gone, which is no failure of the search
        except Exception as error:
            self._report(call, "error", error)

    def _model_job(self, call: Call) -> Start | None:
        """The work of a call that runs in a thread; None for all others."""
        models = self._engine.models
        arguments = call.arguments
        match call.method:
            case "import_model":
                return lambda _: models.import_model(arguments["source"])
            case "download_model":
                endpoint = self._engine.settings["model.endpoint"]
                return lambda sleep: models.download(endpoint, sleep=sleep)
            case "verify_model":
                return lambda _: models.verify(arguments["name"])
            case "check_offline":
                return lambda _: check_offline()
            case _:
                return None

    def _report(self, call: Call, kind: Any, value: Any) -> None:
        """Reply to a job's call, from any thread; progress no more often than can be seen."""
        if kind == "progress" and getattr(value, "stage", "") != "paused":
            now = time.monotonic()
            if now - self._last_progress.get(call.number, 0.0) < _PROGRESS_INTERVAL:
                return
            self._last_progress[call.number] = now
        elif kind != "progress":
            self._last_progress.pop(call.number, None)
        self._reply(call, kind, _as_user_error(value) if kind in ("error", "notice") else value)

    def _reply(self, call: Call, kind: Any, value: Any) -> None:
        with self._sending:
            self._connection.send(Reply(call.number, kind, value))


def _as_user_error(error: Exception) -> UserError:
    if isinstance(error, UserError):
        return error
    _log.error("unexpected error", exc_info=error)
    return EngineFault(
        f"Something went wrong in the engine: {type(error).__name__}: {error}",
        "Please report it with the details.",
        "".join(traceback.format_exception(error)),
    )
