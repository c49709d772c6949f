"""The models on this machine: listed, chosen by name, imported, downloaded, checked, removed."""

import hashlib
import re
import shutil
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from app.embedding.archive import DAMAGE, SourceFile, open_source
from app.embedding.check import check_model
from app.embedding.download import SPARE_BYTES, Download
from app.embedding.files import (
    BLOCK,
    FileFact,
    check_size,
    file_hash,
    read_record,
    wanted_files,
    write_record,
)
from app.embedding.folder import open_model_folder
from app.embedding.hub import Hub
from app.embedding.progress import ModelProgress, Pace
from app.errors import ModelError, UsageError

COMPACT = "compact"  # the name of the model that comes with the program
BGE_M3 = "bge-m3"
BGE_M3_REPOSITORY = "BAAI/bge-m3"
TIMEOUT = 20.0  # seconds without a byte after which a connection is given up
_UNFINISHED = ".unfinished-"
_REMOVED = ".removed-"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}(?<!\.)")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")  # not file names on Windows


@dataclass(frozen=True)
class ModelInfo:
    """A model on this machine.

    name: by which it is chosen; title: what it calls itself; bytes: on disk; fingerprint: see
    ModelFolder, "" when it cannot be used, and then problem says why. bundled: it comes with the
    program. unfinished: a download that was stopped and can go on. unchecked: files of which only
    the size could be checked. chosen, indexed: it is the one of the settings, of the index.
    """

    name: str
    title: str
    path: str
    bytes: int
    fingerprint: str = ""
    problem: str = ""
    bundled: bool = False
    unfinished: bool = False
    chosen: bool = False
    indexed: bool = False
    unchecked: tuple[str, ...] = ()


@dataclass(frozen=True)
class VerifyReport:
    """The outcome of a check. damaged: file -> what is wrong with it; hashed: files whose content
    was compared with what was recorded, which is none for a folder that was not imported."""

    name: str
    damaged: dict[str, str]
    hashed: int


class ModelManager:
    """The folders below one directory, and the compact model."""

    def __init__(self, folder: Path, compact: Path) -> None:
        self._folder = folder
        self._compact = compact

    def resolve(self, chosen: str) -> Path:
        """The folder that a setting means: a model's name, a path, "" for the compact model."""
        if chosen in ("", COMPACT):
            return self._compact
        if _is_name(chosen) and (self._folder / chosen).is_dir():
            return self._folder / chosen
        if chosen == BGE_M3_REPOSITORY and not Path(chosen).is_dir():
            return self._folder / BGE_M3
        return Path(chosen).expanduser()

    def models(self) -> list[ModelInfo]:
        """Every model, the compact one first; broken and unfinished ones are in it too."""
        found = [_describe(COMPACT, self._compact)]
        if self._folder.is_dir():
            for path in sorted(self._folder.iterdir()):
                if path.name.startswith(_UNFINISHED):
                    name = path.name.removeprefix(_UNFINISHED)
                    size = _bytes_in(path)
                    found.append(ModelInfo(name, name, str(path), size, unfinished=True))
                elif path.is_dir() and not path.name.startswith("."):
                    found.append(_describe(path.name, path))
        return found

    def remove(self, name: str) -> None:
        """Delete a model or what there is of an unfinished download; raises UsageError."""
        if name == COMPACT:
            raise UsageError("The compact model comes with the program and cannot be removed.")
        paths = [self._folder / name, self._folder / f"{_UNFINISHED}{name}"]
        there = [path for path in paths if _is_name(name) and path.exists()]
        if not there:
            raise UsageError(f"There is no model {name}.", "See `genericrag model list`.")
        for path in there:
            if path.is_symlink():
                path.unlink()
                continue
            # First out of sight: half a folder must never look like a model.
            gone = path.with_name(f"{_REMOVED}{path.name}")
            shutil.rmtree(gone, ignore_errors=True)
            try:
                path.rename(gone)
            except OSError as error:
                raise ModelError(
                    f"{path} cannot be removed: {error.strerror}.", "Is it in use elsewhere?"
                ) from None
        for gone in self._folder.glob(f"{_REMOVED}*"):
            shutil.rmtree(gone, ignore_errors=True)

    def import_model(
        self, source: Path, name: str = ""
    ) -> Generator[ModelProgress, None, ModelInfo]:
        """Copy a model from a folder or archive; it counts once all of it was checked.

        Closing the generator leaves nothing. Raises UsageError and ModelError.
        """
        name = name or _name_of(source)
        target = self._free_place(name)
        # What is left when we are killed is listed as unfinished and can be removed.
        incoming = self._folder / f"{_UNFINISHED}import-{name}"
        shutil.rmtree(incoming, ignore_errors=True)
        try:
            with open_source(source) as there:
                files = [there[wanted] for wanted in wanted_files(there, str(source))]
                for file in files:
                    check_size(file.name, file.size)
                total = sum(file.size for file in files)
                self._check_disk(total)
                incoming.mkdir(parents=True)
                facts: dict[str, FileFact] = {}
                pace = Pace(total)
                done = 0
                for file in files:
                    for step in _copy(file, incoming / file.name):
                        if isinstance(step, FileFact):
                            facts[file.name] = step
                        else:
                            at = done + step
                            yield ModelProgress("copying", file.name, at, total, pace.at(at))
                    done += file.size
            yield ModelProgress("checking", "", total, total)
            check_model(incoming)
            write_record(incoming, str(source), facts)
            incoming.rename(target)
        except OSError as error:
            raise ModelError(
                f"{source} cannot be imported: {error}.", "Check the free space on the disk."
            ) from error
        finally:
            shutil.rmtree(incoming, ignore_errors=True)
        return _describe(name, target)

    def download(
        self,
        endpoint: str,
        *,
        timeout: float = TIMEOUT,
        sleep: Callable[[float], object] = time.sleep,
    ) -> Generator[ModelProgress, None, ModelInfo]:
        """Bring BGE-M3 from the hub; call it only when the user asked for just that.

        Closing the generator keeps what came; the next call goes on there. timeout: seconds
        without a byte. sleep: waits between two tries, may return early.
        """
        target = self._free_place(BGE_M3)
        incoming = self._folder / f"{_UNFINISHED}{BGE_M3}"
        download = Download(Hub(endpoint, BGE_M3_REPOSITORY, timeout), incoming, sleep=sleep)
        yield from download.run()
        check_model(incoming)
        incoming.rename(target)
        info = _describe(BGE_M3, target)
        return replace(info, unchecked=tuple(download.unchecked))

    def verify(self, name: str) -> Generator[ModelProgress, None, VerifyReport]:
        """Compare every file with what was recorded when it came, then look at its inside."""
        path = self.resolve(name)
        if not path.is_dir():
            raise UsageError(f"There is no model {name}.", "See `genericrag model list`.")
        record = read_record(path)
        total = sum(fact.size for fact in record.values())
        pace = Pace(total)
        done = 0
        damaged: dict[str, str] = {}
        for file, fact in record.items():
            if wrong := _wrong_size(path / file, fact):
                damaged[file] = wrong
                continue
            for step in file_hash(path / file):
                if isinstance(step, str):
                    if step != fact.sha256:
                        damaged[file] = "its content has changed"
                else:
                    at = done + step
                    yield ModelProgress("checking", file, at, total, pace.at(at))
            done += fact.size
        if not damaged:
            yield ModelProgress("checking", "", total, total)
            try:
                check_model(path)
            except ModelError as error:
                damaged[""] = error.message
        return VerifyReport(name, damaged, len(record))

    def _free_place(self, name: str) -> Path:
        if not _is_name(name):
            raise UsageError(
                f"{name!r} cannot be a model's name.",
                "Allowed are up to 64 letters, digits, dots, dashes and underscores.",
            )
        if name == COMPACT or (self._folder / name).exists():
            raise UsageError(
                f"There is already a model {name}.", "Remove it first or choose another name."
            )
        return self._folder / name

    def _check_disk(self, needed: int) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(self._folder).free
        if free < needed + SPARE_BYTES:
            raise ModelError(
                f"The model needs {(needed + SPARE_BYTES) // 2**20} MB on the disk of"
                f" {self._folder}, which has {free // 2**20} MB free.",
                "Free some space and try again.",
            )


def _copy(file: SourceFile, target: Path) -> Iterator[int | FileFact]:
    """Copy a file: the bytes done after each block, its facts last. Never more than announced."""
    digest = hashlib.sha256()
    done = 0
    try:
        with file.open() as source, target.open("wb") as stream:
            while block := source.read(BLOCK):
                done += len(block)
                if done > file.size:
                    break
                digest.update(block)
                stream.write(block)
                yield done
    except DAMAGE as error:
        raise ModelError(f"{file.name} cannot be read: {error}.", "Get it again.") from None
    if done != file.size:
        raise ModelError(f"{file.name} has not the size the archive says.", "Get it again.")
    yield FileFact(done, digest.hexdigest())


def _wrong_size(file: Path, fact: FileFact) -> str:
    if not file.is_file():
        return "it is missing"
    size = file.stat().st_size
    return "" if size == fact.size else f"it has {size} bytes instead of {fact.size}"


def _describe(name: str, path: Path) -> ModelInfo:
    size = _bytes_in(path) if path.is_dir() else 0
    try:
        folder = open_model_folder(path)
    except ModelError as error:
        return ModelInfo(name, name, str(path), size, problem=str(error), bundled=name == COMPACT)
    title = folder.name if folder.name != path.name else name
    return ModelInfo(name, title, str(path), size, folder.fingerprint, bundled=name == COMPACT)


def _bytes_in(path: Path) -> int:
    return sum(file.stat().st_size for file in path.iterdir() if file.is_file())


def _is_name(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and not _RESERVED.fullmatch(name)


def _name_of(source: Path) -> str:
    """A name for what is imported: that of the folder or archive, or of the hub's cache entry."""
    parent = source.parent.parent.name
    if re.fullmatch("[0-9a-f]{40}", source.name) and parent.startswith("models--"):
        return parent.rsplit("--", 1)[-1]
    name = source.resolve().name
    for ending in (".zip", ".tar.gz", ".tgz", ".tar.xz", ".tar.bz2", ".tar"):
        name = name.removesuffix(ending)
    return re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip(".-")
