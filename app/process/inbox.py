"""The calls that wait for the engine, without those that nobody waits for any more."""

import contextlib
from collections import deque
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from app.process.protocol import Call

_MOST_REMEMBERED = 1000  # drops of what had been answered already


class Inbox:
    """Calls in their order; "drop" is not one of them but done at once."""

    def __init__(
        self,
        connection: Connection,
        reply: Callable[[Call, Any, Any], None],
        drop_elsewhere: Callable[[int], None],
    ) -> None:
        """reply: answers a call; drop_elsewhere: gets numbers of calls that do not wait here."""
        self._connection = connection
        self._reply = reply
        self._drop_elsewhere = drop_elsewhere
        self._calls: deque[Call] = deque()
        self._dropped: dict[int, None] = {}

    def __bool__(self) -> bool:
        """Whether a call waits."""
        return bool(self._calls)

    def next(self) -> Call:
        """The call that has waited longest."""
        return self._calls.popleft()

    def take(self) -> None:
        """Take in all that has come; raises EOFError when the other end is closed."""
        while self._connection.poll():
            call: Call = self._connection.recv()
            if call.method == "drop":
                self._drop(call.arguments["number"])
                self._reply(call, "result", None)
            else:
                self._calls.append(call)

    def left(self) -> list[Call]:
        """What was asked and is not answered when the other end is closed."""
        with contextlib.suppress(EOFError, OSError):
            while self._connection.poll():
                self._calls.append(self._connection.recv())
        return list(self._calls)

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
