"""What the user can see of the library's folders, and say about them."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.errors import UsageError
from app.index.catalogue import Catalogue
from app.index.reach import reachable
from app.index.records import Root
from app.search.model import Hit
from app.status import FolderStatus


class Folders:
    """The roots of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def status(self) -> tuple[FolderStatus, ...]:
        """Every folder with its counts, oldest first."""
        roots = self._catalogue.roots.all()
        online = reachable(roots)
        found = []
        for root in roots:
            searchable, problems, waiting = self._catalogue.files.counts_under(root.path)
            found.append(
                FolderStatus(
                    root.path,
                    searchable,
                    problems,
                    waiting,
                    root.excluded,
                    online[root.path],
                    root.paused,
                    root.include,
                    root.exclude,
                )
            )
        return tuple(found)

    def active(self) -> list[Path]:
        """The folders and files that the user asked for, without those that are paused."""
        return [Path(root.path) for root in self._catalogue.roots.all() if not root.paused]

    def offline(self) -> tuple[str, ...]:
        """Paths of the folders that cannot be reached now."""
        return tuple(
            path for path, online in reachable(self._catalogue.roots.all()).items() if not online
        )

    def mark_offline(self, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """The hits, each with the place of a copy that can be reached first, if there is one."""
        offline = self.offline() if hits else ()
        return tuple(self._marked(hit, offline) for hit in hits) if offline else tuple(hits)

    def _marked(self, hit: Hit, offline: Sequence[str]) -> Hit:
        def is_away(path: str) -> bool:
            return any(
                path == root or path.startswith(root.rstrip(os.sep) + os.sep) for root in offline
            )

        # Stable: else as they were.
        path, *others = sorted((hit.path, *hit.also_at), key=is_away)
        file, locator = self._catalogue.lookup.containers([path]).get(path, (path, ""))
        return replace(
            hit,
            path=path,
            also_at=tuple(others),
            file=file,
            locator=locator,
            online=not is_away(path),
        )

    def set_paused(self, path: Path, paused: bool) -> None:
        """Leave a folder as it is, or keep it up to date again; raises UsageError."""
        self._catalogue.roots.set_paused(self._known(path).path, paused)

    def set_patterns(
        self, path: Path, include: Sequence[str] | None, exclude: Sequence[str] | None
    ) -> None:
        """Which entries are taken and left out, as in .gitignore; None keeps what was said.

        The folder need not be in the library yet; the next run of indexing applies it.
        """
        name = str(path.expanduser().absolute())
        root = self._catalogue.roots.get(name) or Root(name)
        self._catalogue.roots.add(name)
        self._catalogue.roots.set_patterns(
            name,
            root.include if include is None else include,
            root.exclude if exclude is None else exclude,
        )

    def remove(self, path: Path) -> int:
        """Forget a folder; returns how many of its files were in the library; raises UsageError."""
        before = self._catalogue.totals().files_seen
        self._catalogue.roots.remove(self._known(path).path)
        return before - self._catalogue.totals().files_seen

    def _known(self, path: Path) -> Root:
        name = str(path.expanduser().absolute())
        root = self._catalogue.roots.get(name)
        if root is None:
            known = ", ".join(root.path for root in self._catalogue.roots.all()) or "none"
            raise UsageError(f"{name} is not a folder of the library.", f"These are: {known}.")
        return root
