"""Trying a password on locked files, one after the other, and saying how it went."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import StillLocked, UnreadableFile, UsageError, UserError
from app.index.progress import Progress
from app.ui.requests import Requests, Watcher

if TYPE_CHECKING:
    from app.index.progress import IndexReport


@dataclass
class _Round:
    """One password and the files it is tried on; number: of the call under way."""

    password: str = field(repr=False)
    files: Sequence[str]
    tried: int = 0
    opened: int = 0
    indexed: int = 0
    sentence: str = ""  # how the last file went
    trouble: str = ""  # the first failure for which the password is not to blame
    number: int = 0


class Unlocking(QObject):
    """One round at a time; it goes on when the dialog that began it is closed."""

    told = Signal(str)  # one sentence: how far it is, or how it ended
    progressed = Signal(object)  # Progress
    opened = Signal(str)  # path of a file that the password opens
    ended = Signal(int)  # how many documents were read

    def __init__(self, requests: Requests, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self._round: _Round | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether a password is being tried."""
        return self._round is not None

    @Slot(list, str)
    def begin(self, files: Sequence[str], password: str) -> None:
        """Try a password on files, by path; nothing while another round is under way."""
        if self._round is None and files:
            self._round = _Round(password, tuple(files))
            self._try_next(self._round)

    def hand_over_to(self, other: "Unlocking") -> None:
        """Another window over the same engine goes on with the round."""
        if self._round is not None:
            other._round, self._round = self._round, None
            watcher = other._watcher(other._round)
            other._requests.take_over(other._round.number, "unlock", watcher)

    def _try_next(self, current: _Round) -> None:
        if current.tried == len(current.files):
            self._end(self._outcome(current))
            return
        path = current.files[current.tried]
        current.number = self._requests.watch(
            "unlock", self._watcher(current), document=Path(path), password=current.password
        )
        self.told.emit(self._where(current))

    def _watcher(self, current: _Round) -> Watcher:
        return Watcher(
            self._show_step,
            lambda report: self._on_opened(current, report),
            lambda error: self._on_failed(current, error),
            lambda: self._end(self.tr("Stopped.")),
        )

    def _where(self, current: _Round) -> str:
        if len(current.files) == 1:
            return self.tr("Trying the password on {0}…").format(_name(current))
        words = self.tr("Trying the password on file {0} of {1}…")
        return words.format(current.tried + 1, len(current.files))

    def _show_step(self, step: Progress) -> None:
        self.progressed.emit(step)
        if step.stage == "paused":
            self.told.emit(self.tr("It waits until indexing goes on."))
        elif self._round is not None:
            self.told.emit(self._where(self._round))

    def _on_opened(self, current: _Round, report: "IndexReport | None") -> None:
        current.opened += 1
        path = current.files[current.tried]
        if report is not None:
            current.indexed += report.indexed
        current.sentence = self.tr("{0} is searchable now.").format(_name(current))
        if report is not None and path in {problem.path for problem in report.failures}:
            words = self.tr("The password opens {0}, but it is not searchable; the list says why.")
            current.sentence = words.format(_name(current))
            current.trouble = current.trouble or current.sentence
        self.opened.emit(path)
        current.tried += 1
        self._try_next(current)

    def _on_failed(self, current: _Round, error: UserError) -> None:
        if not isinstance(error, (UsageError, UnreadableFile)):
            self._end(str(error))  # the store or the engine: the next file would fare no better
            return
        if isinstance(error, StillLocked) and error.is_wrong:
            current.sentence = self.tr("The password of {0} is wrong.").format(_name(current))
        else:
            current.sentence = str(error)
            if isinstance(error, StillLocked):
                words = self.tr("No password opens {0} here; index a copy without a lock.")
                current.sentence = words.format(_name(current))
            current.trouble = current.trouble or current.sentence
        current.tried += 1
        self._try_next(current)

    def _outcome(self, current: _Round) -> str:
        if len(current.files) == 1:
            return current.sentence
        if current.opened:
            words = self.tr("The password opens {0} of {1} locked files.")
            told = words.format(current.opened, len(current.files))
        else:
            told = self.tr("The password opens none of {0} locked files.").format(
                len(current.files)
            )
        return f"{told} {current.trouble}".strip()

    def _end(self, sentence: str) -> None:
        indexed = self._round.indexed if self._round else 0
        self._round = None
        self.ended.emit(indexed)
        self.told.emit(sentence)


def _name(current: _Round) -> str:
    return Path(current.files[current.tried]).name
