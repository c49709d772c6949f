"""Which roots can be reached now, without waiting for a drive that does not answer."""

import threading
from collections.abc import Sequence

from app.index.changes import is_reachable
from app.index.records import Root

_WAIT = 0.3  # seconds; a network drive that went away can take minutes to say so


def reachable(roots: Sequence[Root]) -> dict[str, bool]:
    """By path. A root whose drive does not answer in time counts as not reachable."""
    found: dict[str, bool] = {}

    def look() -> None:
        for root in roots:
            found[root.path] = is_reachable(root)

    thread = threading.Thread(target=look, name="reach", daemon=True)
    thread.start()
    thread.join(_WAIT)
    return {root.path: found.get(root.path, False) for root in roots}
