"""Reader processes at work beside the engine: tasks in, futures out."""

import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from app.reading.child import Child, Limits
from app.settings import Settings

T = TypeVar("T")


class ReaderPool:
    """A few reader processes, each driven by a thread that does nothing but wait for it."""

    def __init__(self, limits: Limits, processes: int, name: str = "reader") -> None:
        """processes: how many at most; each starts with its first task."""
        self._limits = limits
        self._children: list[Child] = []
        self._lock = threading.Lock()
        self._own = threading.local()
        self._closed = False
        self._threads = ThreadPoolExecutor(processes, thread_name_prefix=name)

    def submit(self, task: Callable[[Child], T]) -> "Future[T]":
        """Run a task as soon as a reader is free; it talks to its child as often as it likes."""
        return self._threads.submit(self._run, task)

    def close(self) -> None:
        """End every reader, also in the middle of a file; tasks not begun are cancelled."""
        with self._lock:
            self._closed = True
            children = list(self._children)
        self._threads.shutdown(wait=False, cancel_futures=True)
        for child in children:
            child.kill()
        self._threads.shutdown(wait=True)
        for child in children:
            child.close()

    def pids(self) -> list[int]:
        """Process ids of the readers that run, for diagnostics."""
        with self._lock:
            return [child.pid for child in self._children if child.pid is not None]

    def _run(self, task: Callable[[Child], T]) -> T:
        if not hasattr(self._own, "child"):
            child = Child(self._limits)
            with self._lock:
                if self._closed:
                    child.kill()
                self._children.append(child)
            self._own.child = child
        return task(self._own.child)


def make_readers(settings: Settings) -> ReaderPool:
    """The readers of one run of indexing, which has to close them.

    The model needs most of the machine, and one reader is faster than it with all but the slowest
    formats, so unless the settings say otherwise two are enough even for many processors.
    """
    limits = Limits(settings["reading.seconds_per_file"], settings["reading.memory_mb"])
    few = 1 if (os.cpu_count() or 1) <= 4 else 2
    return ReaderPool(limits, settings["reading.processes"] or few)


def make_recogniser(settings: Settings) -> ReaderPool:
    """The one reader that recognises text, a page at a time; its maker has to close it."""
    limits = Limits(settings["ocr.seconds_per_page"], settings["ocr.memory_mb"])
    return ReaderPool(limits, processes=1, name="recogniser")
