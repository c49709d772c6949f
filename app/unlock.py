"""Locked files: the password is kept in memory for this session, the text is indexed."""

from collections.abc import Iterator
from concurrent.futures import TimeoutError
from contextlib import closing
from pathlib import Path

from app.documents import passwords
from app.documents.locked import WRONG
from app.documents.read import check_password
from app.errors import Reason, StillLocked, UnreadableFile, UsageError
from app.index.catalogue import Catalogue
from app.index.indexer import Indexer
from app.index.progress import Progress
from app.reading.pool import make_readers
from app.settings import Settings

_STEP = 0.05  # seconds after which the caller gets to do something else


def unlock(
    catalogue: Catalogue, indexer: Indexer, settings: Settings, document: Path, password: str
) -> Iterator[Progress]:
    """Read a file of the library, or a document inside one, with its password.

    Until the process ends its pages can be drawn, too; what was indexed stays. Raises StillLocked
    for a wrong password, and UsageError for a document that is not in the library.
    """
    path = str(document)
    problem = next((p for p in catalogue.files.problems(path) if p.path == path), None)
    is_locked = problem is not None and problem.reason == Reason.PASSWORD
    file, locator = catalogue.lookup.containers([path]).get(path, (path, ""))
    is_known = problem is not None or bool(catalogue.files.documents_of(path))
    if not is_known:
        raise UsageError(f"{document} is not in the library.", "Index its folder first.")
    if not password:
        raise UsageError("The password is empty.")
    before = passwords.of(Path(file))
    passwords.learn(Path(file), password)
    try:
        yield from _checked(settings, Path(file), locator)
    except UnreadableFile as error:
        passwords.learn(Path(file), before) if before else passwords.forget(Path(file))
        if error.reason != Reason.PASSWORD:
            raise
        raise StillLocked(
            f"{document} cannot be unlocked: {error.message}.",
            "Enter it again, or index a copy without a password.",
            is_wrong=error.message == WRONG,
        ) from None
    if is_locked or _has_locked_members(catalogue, path):
        yield from indexer.read_again(Path(file))


def _has_locked_members(catalogue: Catalogue, path: str) -> bool:
    return any(p.reason == Reason.PASSWORD for p in catalogue.files.problems(path))


def _checked(settings: Settings, file: Path, locator: str) -> Iterator[Progress]:
    """Try the password in a reader process; raises UnreadableFile."""
    with closing(make_readers(settings)) as pool:
        future = pool.submit(lambda child: child.call(check_password, file, locator))
        while True:
            yield Progress("reading", 1, current=str(file))
            try:
                future.result(_STEP)
                return
            except TimeoutError:
                continue
