"""Downloading a model file by file: resumed after a cut, checked before it counts."""

import hashlib
import http.client
import os
import re
import shutil
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from tenacity import Retrying, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_base, wait_exponential_jitter

from app.embedding.files import BLOCK, FileFact, check_size, wanted_files, write_record
from app.embedding.hub import Hub, HubFile, PassingFault, Revision, reason_of
from app.embedding.progress import ModelProgress, Pace
from app.errors import ModelError

TRIES = 6  # in a row without a single new byte
SPARE_BYTES = 500 * 2**20  # left free on the disk
_CHUNK = 2**18
_T = TypeVar("_T")
_Steps = Generator[ModelProgress, None, _T]


class Download:
    """Brings the files of a repository into a folder; closing the generator keeps what came.

    A file in work is NAME.IDENTITY.part, so that pieces of two versions never meet.
    """

    def __init__(
        self,
        hub: Hub,
        folder: Path,
        *,
        sleep: Callable[[float], object] = time.sleep,
        wait: wait_base | None = None,
    ) -> None:
        """sleep: waits between two tries, may return early; wait: how long that is."""
        self._hub = hub
        self._folder = folder
        self._sleep = sleep
        self._wait = wait or wait_exponential_jitter(initial=1, max=30)
        self._done = 0  # bytes of the files finished
        self._total = 0
        self._pace = Pace(0)
        self._starts: Counter[str] = Counter()  # connections that began a file anew
        self.unchecked: list[str] = []  # files the hub told no hash of: only their size is checked

    def run(self) -> Iterator[ModelProgress]:
        """All files; raises ModelError for what no further try would change."""
        yield ModelProgress("asking")
        try:
            revision = yield from self._retried(self._ask)
            names = wanted_files(revision.files, f"{self._hub.endpoint}/{self._hub.repository}")
            files = [revision.files[name] for name in names]
            for file in files:
                check_size(file.name, file.size)
            self._prepare(files, revision.commit)
            facts = {}
            for file in files:
                sha256 = yield from self._bring(file, revision.commit)
                facts[file.name] = FileFact(file.size, sha256)
                self._done += file.size
        except PassingFault as fault:
            raise ModelError(
                f"The download from {self._hub.endpoint} failed {TRIES} times: {fault}.",
                "Check the connection and start it again; it goes on where it stopped.",
            ) from None
        except OSError as error:
            raise ModelError(
                f"{self._folder} cannot be written: {error.strerror}.",
                "Check the free space on that disk and start the download again.",
            ) from error
        source = f"{self._hub.endpoint}/{self._hub.repository} at {revision.commit}"
        write_record(self._folder, source, facts)

    def _ask(self) -> _Steps[Revision]:
        yield from ()
        return self._hub.revision()

    def _prepare(self, files: Sequence[HubFile], commit: str) -> None:
        """Drop pieces of other versions and see whether the rest fits on the disk."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self.unchecked = [file.name for file in files if not file.sha256 and not file.sha1]
        ours = {file.name for file in files} | {
            name for file in files for name in (_part(file, commit), f"{_part(file, commit)}.etag")
        }
        for found in self._folder.iterdir():
            if found.name not in ours:
                found.unlink()
        self._total = sum(file.size for file in files)
        self._pace = Pace(self._total)
        there = sum(file.stat().st_size for file in self._folder.iterdir())
        needed = max(0, self._total - there) + SPARE_BYTES
        free = shutil.disk_usage(self._folder).free
        if free < needed:
            raise ModelError(
                f"The model needs {needed // 2**20} MB on the disk of {self._folder},"
                f" which has {free // 2**20} MB free.",
                "Free some space and start the download again.",
            )

    def _bring(self, file: HubFile, commit: str) -> _Steps[str]:
        """One file, whole and checked; returns its SHA-256."""
        finished = self._folder / file.name
        part = self._folder / _part(file, commit)
        if finished.is_file():  # checked by an earlier start, but a disk may have lost it since
            finished.replace(part)
        for last in (False, True):
            while _size(part) < file.size:
                yield from self._retried(lambda: self._continue(file, commit, part))
            sha256, sha1 = yield from self._hash(file, part)
            if _size(part) == file.size and file.sha256 in ("", sha256) and file.sha1 in ("", sha1):
                part.replace(finished)
                _etag_file(part).unlink(missing_ok=True)
                return sha256
            # A piece may have been damaged while it lay on the disk: once more from the start.
            part.unlink()
            if last:
                break
        raise ModelError(
            f"{file.name} arrived damaged twice: it is not what {self._hub.endpoint} lists.",
            "Try again later, or check the setting model.endpoint and your proxy.",
        )

    def _continue(self, file: HubFile, commit: str, part: Path) -> _Steps[None]:
        """One connection. Returns when it ended with new bytes; PassingFault when without."""
        have = _size(part)
        etag = _etag_file(part).read_text("utf-8") if have and _etag_file(part).is_file() else ""
        headers = {}
        if have and (etag or file.sha256 or file.sha1):
            headers["Range"] = f"bytes={have}-"
            if etag:
                headers["If-Range"] = etag
        with self._hub.open(self._hub.url(commit, file.name), headers) as answer:
            start = _start_of(answer, have)
            if start is None:
                part.unlink()
                raise PassingFault(f"the server answers {answer.status} to a part of the file")
            self._count_start(file, start)
            got = start
            fault = PassingFault("the connection was cut")
            with part.open("r+b" if start else "wb") as stream:
                stream.truncate(start)
                stream.seek(start)
                _keep_etag(part, answer.headers.get("ETag"))
                while got < file.size:
                    try:
                        data = answer.read1(_CHUNK)
                    except (OSError, http.client.HTTPException) as error:
                        fault = PassingFault(reason_of(error))
                        break
                    if not data:
                        break
                    stream.write(data[: file.size - got])
                    got = min(got + len(data), file.size)
                    yield self._step("downloading", file, got)
                stream.flush()
                os.fsync(stream.fileno())
        if got == start:
            raise fault

    def _count_start(self, file: HubFile, start: int) -> None:
        """A server that cannot go on in the middle, on a line that is cut, would never end."""
        if start == 0:
            self._starts[file.name] += 1
        if self._starts[file.name] > TRIES:
            raise ModelError(
                f"{file.name} had to be started {TRIES} times and never came through.",
                "Try a better connection, or import the model from a folder or archive.",
            )

    def _hash(self, file: HubFile, part: Path) -> _Steps[tuple[str, str]]:
        """SHA-256 of the content, and git's SHA-1 of it."""
        sha256 = hashlib.sha256()
        sha1 = hashlib.sha1(f"blob {_size(part)}\0".encode(), usedforsecurity=False)
        with part.open("rb") as stream:
            while block := stream.read(BLOCK):
                sha256.update(block)
                if file.sha1:
                    sha1.update(block)
                yield self._step("checking", file, stream.tell())
        return sha256.hexdigest(), sha1.hexdigest()

    def _step(self, stage: Any, file: HubFile, got: int) -> ModelProgress:
        done = self._done + got
        left = self._pace.at(done) if stage == "downloading" else None
        return ModelProgress(stage, file.name, done, self._total, left)

    def _retried(self, steps: Callable[[], _Steps[_T]]) -> _Steps[_T]:
        """The steps' outcome; after a PassingFault they are started again, TRIES times in all."""
        pauses: list[float] = []
        reason = ""
        for attempt in Retrying(
            retry=retry_if_exception_type(PassingFault),
            stop=stop_after_attempt(TRIES),
            wait=self._wait,
            sleep=pauses.append,  # done below, where progress can be told
            reraise=True,
        ):
            if pauses:
                seconds = pauses.pop()
                yield ModelProgress("waiting", "", self._done, self._total, seconds, reason)
                self._sleep(seconds)
            with attempt:
                try:
                    return (yield from steps())
                except PassingFault as fault:
                    reason = str(fault)
                    raise
        raise AssertionError("tenacity ended without an outcome")


def _part(file: HubFile, commit: str) -> str:
    return f"{file.name}.{(file.sha256 or file.sha1 or commit)[:12]}.part"


def _etag_file(part: Path) -> Path:
    return part.with_name(f"{part.name}.etag")


def _keep_etag(part: Path, etag: str | None) -> None:
    """Keep what names this version of the file; a weak one may not be used with ranges."""
    if etag and not etag.startswith("W/"):
        _etag_file(part).write_text(etag, "utf-8")
    else:
        _etag_file(part).unlink(missing_ok=True)


def _size(file: Path) -> int:
    return file.stat().st_size if file.is_file() else 0


def _start_of(answer: Any, have: int) -> int | None:
    """Where in the file the answer begins: 0 for all of it, None for something unasked."""
    if answer.status == 206:
        found = re.match(r"bytes (\d+)-", answer.headers.get("Content-Range", ""))
        return int(found[1]) if found and int(found[1]) <= have else None
    return 0 if answer.status == 200 else None
