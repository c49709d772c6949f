"""Where a model is imported from: a folder, a zip or a tar archive. Nothing else is read."""

import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import IO

from app.errors import ModelError, UsageError

_MOST_MEMBERS = 10_000
# What reading a damaged member may raise besides OSError; an encrypted one is a RuntimeError.
DAMAGE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    ValueError,
    RuntimeError,
)


@dataclass(frozen=True)
class SourceFile:
    """A file of a source: its name without folders, its size in bytes and how to open it."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]


@contextmanager
def open_source(path: Path) -> Iterator[dict[str, SourceFile]]:
    """The files beside the config.json in a folder or archive, by name; open inside the block.

    Raises UsageError when there is nothing to import, ModelError for an archive that is damaged
    or tries to reach out of itself: links, absolute paths and ".." are refused.
    """
    with ExitStack() as stack:
        if path.is_dir():
            yield _from_folder(path)
        elif not path.is_file():
            raise UsageError(f"{path} does not exist.", "Check the path.")
        elif tarfile.is_tarfile(path):  # first: a tar that ends with a torch file passes for a zip
            yield _from_tar(path, stack)
        elif zipfile.is_zipfile(path):
            yield _from_zip(path, stack)
        else:
            raise UsageError(
                f"{path} is neither a folder nor a zip or tar archive.",
                "Give a model's folder, or such an archive of it.",
            )


def _from_folder(path: Path) -> dict[str, SourceFile]:
    return {
        file.name: SourceFile(file.name, file.stat().st_size, partial(_open, file))
        for file in path.iterdir()
        if file.is_file()  # also links: the hub's own cache consists of them
    }


def _open(file: Path) -> IO[bytes]:
    return file.open("rb")


def _from_zip(path: Path, stack: ExitStack) -> dict[str, SourceFile]:
    try:
        archive = stack.enter_context(zipfile.ZipFile(path))
    except (zipfile.BadZipFile, OSError) as error:
        raise _damaged(path, error) from None
    members: dict[str, SourceFile] = {}
    for info in archive.infolist():
        kind = info.external_attr >> 28
        if kind not in (0, 0o10, 0o04):
            raise _refused(path, info.filename, "is a link or device")
        if info.flag_bits & 1:
            raise _refused(path, info.filename, "is locked with a password")
        if not info.is_dir():
            members[info.filename] = SourceFile(
                info.filename, info.file_size, partial(archive.open, info)
            )
    return _beside_config(path, members)


def _from_tar(path: Path, stack: ExitStack) -> dict[str, SourceFile]:
    members: dict[str, SourceFile] = {}
    try:
        archive = stack.enter_context(tarfile.open(path))  # noqa: SIM115  # it is in a context
        for info in archive:
            if not info.isfile() and not info.isdir():
                raise _refused(path, info.name, "is a link or device")
            if info.isfile():
                members[info.name] = SourceFile(
                    info.name, info.size, partial(_member, archive, info)
                )
            if len(members) > _MOST_MEMBERS:
                break
    except (*DAMAGE, OSError) as error:
        raise _damaged(path, error) from None
    return _beside_config(path, members)


def _member(archive: tarfile.TarFile, info: tarfile.TarInfo) -> IO[bytes]:
    stream = archive.extractfile(info)
    if stream is None:
        raise OSError(f"{info.name} is not a file")
    return stream


def _beside_config(path: Path, members: dict[str, SourceFile]) -> dict[str, SourceFile]:
    """The members in the one folder that holds config.json, by their last name."""
    if len(members) > _MOST_MEMBERS:
        raise _refused(path, f"with more than {_MOST_MEMBERS} files", "is no model")
    for name in members:
        parts = (*PurePosixPath(name).parts, *PureWindowsPath(name).parts)
        if ".." in parts or name.startswith(("/", "\\")) or PureWindowsPath(name).drive:
            raise _refused(path, name, "points out of the archive")
    homes = {PurePosixPath(n).parent for n in members if PurePosixPath(n).name == "config.json"}
    if not homes:
        raise ModelError(f"{path} holds no config.json.", "Give an archive of a model's folder.")
    # The outermost: inner ones belong to parts such as an ONNX copy.
    home = min(homes, key=lambda folder: (len(folder.parts), str(folder)))
    return {
        PurePosixPath(name).name: SourceFile(PurePosixPath(name).name, file.size, file.open)
        for name, file in members.items()
        if PurePosixPath(name).parent == home
    }


def _damaged(path: Path, error: Exception) -> ModelError:
    return ModelError(f"The archive {path} is damaged: {error}.", "Get it again.")


def _refused(path: Path, member: str, why: str) -> ModelError:
    return ModelError(
        f"The archive {path} is refused: {member} {why}.",
        "Give an archive that holds plain files only.",
    )
