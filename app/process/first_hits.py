"""The first hits of a search, by words, while the engine is at something else."""

import logging
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from app.errors import ModelUnavailable, UserError
from app.index.lookup import Lookup
from app.process.protocol import Call
from app.search.search import Parts, Search
from app.settings import Settings

_log = logging.getLogger(__name__)


class FirstHits:
    """A thread with its own view of the catalogue; it only reads, and needs no model.

    A step of indexing, or loading the model, takes longer than somebody who types wants to wait.
    The engine answers the same call as well, with all that follows the first list.
    """

    def __init__(
        self,
        catalogue: Path,
        settings: Callable[[], Settings],
        reply: Callable[[Call, Any, Any], None],
    ) -> None:
        self._catalogue = catalogue
        self._settings = settings
        self._reply = reply
        self._asked: SimpleQueue[Call | None] = SimpleQueue()
        self._turn = threading.Lock()
        self._sent = -1  # number of the call answered last
        self._begun = -1  # of the call that the engine has begun to answer
        self._thread = threading.Thread(target=self._run, name="first-hits", daemon=True)
        self._thread.start()

    def ask(self, call: Call) -> None:
        """Reply with a partial result, unless a later call or the engine comes before."""
        self._asked.put(call)

    def begin(self, call: Call) -> bool:
        """The engine answers this call now; whether its first list was sent already."""
        with self._turn:
            self._begun = call.number
            return self._sent == call.number

    def close(self) -> None:
        """End the thread."""
        self._asked.put(None)
        self._thread.join(5)

    def _run(self) -> None:
        while call := self._latest():
            try:
                self._answer(call)
            except UserError:
                pass  # the engine says it
            except OSError:
                return  # the window is gone
            except sqlite3.Error as error:
                _log.warning("the first hits could not be looked up: %s", error)

    def _latest(self) -> Call | None:
        call = self._asked.get()
        while call and not self._asked.empty():
            call = self._asked.get()
        return call

    def _answer(self, call: Call) -> None:
        opened = sqlite3.connect(f"{self._catalogue.as_uri()}?mode=ro", uri=True, timeout=1)
        with closing(opened) as db:
            search = Search(Lookup(db), self._settings(), _no_model)
            result = search.first(call.arguments["query"])
        with self._turn:
            if result is not None and self._begun != call.number:
                self._reply(call, "partial", result)
                self._sent = call.number


def _no_model() -> Parts:
    raise ModelUnavailable("The first hits need no model.")
