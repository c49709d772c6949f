"""The same calls and signals over an engine in this process; for pictures of the window."""

import itertools
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.engine import Engine
from app.errors import UserError
from app.process.protocol import Method


class LocalBridge(QObject):
    """Answers every call from the event loop; indexing and loading the model are not offered."""

    replied = Signal(int, object)
    known_so_far = Signal(int, object)
    failed = Signal(int, object)
    progressed = Signal(int, object)
    stopped = Signal(int)
    restarted = Signal(object)
    gave_up = Signal(object)

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._numbers = itertools.count(1)
        self._methods: dict[str, Callable[..., Any]] = {
            "search": engine.find,
            "explain": engine.explain,
            "neighbours": engine.neighbours,
            "vocabulary": engine.vocabulary,
            "page_image": engine.page_png,
            "page_text": engine.page_text,
            "status": engine.status,
            "problems": engine.problems,
            "mark": engine.mark,
        }

    def ask(self, method: Method, **arguments: Any) -> int:
        """Send a call; its number comes back with the answer."""
        number = next(self._numbers)
        if method in self._methods:
            QTimer.singleShot(0, self, partial(self._answer, number, method, arguments))
        return number

    def close(self) -> None:
        """Nothing to end."""

    def _answer(self, number: int, method: str, arguments: dict[str, Any]) -> None:
        try:
            value = self._methods[method](**arguments)
        except UserError as error:
            self.failed.emit(number, error)
        else:
            self.replied.emit(number, value)
