"""The calls that wait for the engine, without those that nobody waits for any more."""

import threading
from collections import deque
from collections.abc import Callable
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from typing import Any

from app.process.protocol import Call

_MOST_REMEMBERED = 1000  # drops of what had been answered already
_LAST_WORDS = 5.0  # seconds in which what was sent before the other end closed is read


class Inbox:
    """Calls in their order; "drop" is not one of them but done at once.

    A thread of its own receives them, so that they are seen while the engine is busy.
    """

    def __init__(
        self,
        connection: Connection,
        reply: Callable[[Call, Any, Any], None],
        drop_elsewhere: Callable[[int], None],
        noticed: Callable[[Call | None], None],
    ) -> None:
        """reply: answers a call; drop_elsewhere: gets numbers of calls that do not wait here.

        noticed: is told of each call, and of the end by None, in the receiving thread.
        """
        self._connection = connection
        self._reply = reply
        self._drop_elsewhere = drop_elsewhere
        self._noticed = noticed
        self._received: SimpleQueue[Call | None] = SimpleQueue()
        self._calls: deque[Call] = deque()
        self._dropped: dict[int, None] = {}
        self._receiver = threading.Thread(target=self._receive, name="inbox", daemon=True)
        self._receiver.start()

    def __bool__(self) -> bool:
        """Whether a call waits."""
        return bool(self._calls)

    def next(self) -> Call:
        """The call that has waited longest."""
        return self._calls.popleft()

    def take(self) -> None:
        """Take in all that has come; raises EOFError when the other end is closed."""
        while not self._received.empty():
            call = self._received.get()
            if call is None:
                raise EOFError
            if call.method == "drop":
                self._drop(call.arguments["number"])
                self._reply(call, "result", None)
            else:
                self._calls.append(call)

    def left(self) -> list[Call]:
        """What was asked and is not answered when the other end is closed."""
        self._receiver.join(_LAST_WORDS)
        try:
            while call := self._received.get_nowait():
                self._calls.append(call)
        except Empty:
            pass
        return list(self._calls)

    def _receive(self) -> None:
        try:
            while True:
                call: Call = self._connection.recv()
                self._received.put(call)
                self._noticed(call)
        except (EOFError, OSError):
            self._received.put(None)
            self._noticed(None)

    def _drop(self, number: int) -> None:
        for waiting in [call for call in self._calls if call.number == number]:
            self._calls.remove(waiting)
            self._reply(waiting, "stopped", None)
            return
        self._drop_elsewhere(number)
        self._dropped[number] = None
        while len(self._dropped) > _MOST_REMEMBERED:
            del self._dropped[next(iter(self._dropped))]

    def is_dropped(self, call: Call) -> bool:
        """Whether nobody waits any more for the call that is being answered."""
        self.take()
        return call.number in self._dropped
