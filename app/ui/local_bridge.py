"""The same calls and signals over an engine in this process; for pictures of the window."""

import itertools
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.process.protocol import Method

if TYPE_CHECKING:
    from app.engine import Engine


class LocalBridge(QObject):
    """Answers every call from the event loop; indexing and loading the model are not offered."""

    replied = Signal(int, object)
    known_so_far = Signal(int, object)
    failed = Signal(int, object)
    progressed = Signal(int, object)
    stopped = Signal(int)
    restarted = Signal(object)
    renewed = Signal()
    gave_up = Signal(object)

    def __init__(self, engine: "Engine") -> None:
        super().__init__()
        self.dirs = engine.dirs
        self._numbers = itertools.count(1)
        from app.diagnostics import diagnose  # heavy, and the window imports this module
        from app.models import list_models
        from app.process.search_calls import search_calls

        self._methods: dict[str, Callable[..., Any]] = {
            "search": engine.find,
            "explain": engine.explain,
            "neighbours": engine.neighbours,
            "vocabulary": engine.vocabulary,
            "page_image": engine.page_png,
            "page_picture": engine.page_picture,
            "page_text": engine.page_text,
            "document_view": engine.document_view,
            "status": engine.status,
            "problems": engine.problems,
            "models": lambda: list_models(engine),
            "cache_figures": engine.caches.statistics,
            "clear_cache": engine.caches.clear,
            "diagnostics": lambda: diagnose(engine, ()),
            "reload_settings": engine.reload_settings,
            "read_example": lambda **arguments: engine.example_files.start(**arguments).result(),
            **search_calls(engine),
            "mark": engine.mark,
            "marks": engine.marks,
        }

    def ask(self, method: Method, **arguments: Any) -> int:
        """Send a call; its number comes back with the answer."""
        number = next(self._numbers)
        if method in self._methods:
            QTimer.singleShot(0, self, partial(self._answer, number, method, arguments))
        return number

    def restart(self) -> None:
        """The engine of this process takes what it can of new settings."""
        self.ask("reload_settings")

    def close(self) -> None:
        """Nothing to end."""

    def _answer(self, number: int, method: str, arguments: dict[str, Any]) -> None:
        try:
            value = self._methods[method](**arguments)
        except UserError as error:
            self.failed.emit(number, error)
        else:
            self.replied.emit(number, value)
