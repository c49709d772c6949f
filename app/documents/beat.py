"""A sign of life from a reader whose work is long: a page, a sheet, a member is done.

Without it a long document and one that hangs look the same from outside.
"""

from collections.abc import Callable


def _nobody() -> None:
    """Outside a reader process nobody listens."""


_listener: Callable[[], None] = _nobody


def beat() -> None:
    """Say that another part is done; costs next to nothing, so call it once a page."""
    _listener()


def listen(listener: Callable[[], None]) -> None:
    """Call `listener` at every beat from now on."""
    global _listener
    _listener = listener
