"""Calls about what a user keeps of searches: saved ones, the history, exports."""

from collections.abc import Callable, Mapping
from typing import Any

from app.engine import Engine
from app.search.export import export


def search_calls(engine: Engine) -> Mapping[str, Callable[..., Any]]:
    """By method, what answers it; see protocol.py for arguments and values."""
    saved, history = engine.saved, engine.history
    return {
        "saved_searches": saved.all,
        "count_new": saved.count_new,
        "save_search": saved.add,
        "rename_saved": saved.rename,
        "remove_saved": saved.remove,
        "look_at_saved": saved.look,
        "remember_search": history.remember,
        "search_history": history.all,
        "clear_history": history.clear,
        "export": export,
    }
