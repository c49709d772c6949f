"""Makes a folder of hostile files: `python tests/hostile/make.py FOLDER`."""

import os
import socket
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hostile import packages, pdfs, texts

_LONG_TEXT_BYTES = 200_000_000


def make(folder: Path) -> int:
    """Write all of them; returns how many entries there are, folders not counted."""
    folder.mkdir(parents=True)
    for module in (pdfs, packages, texts):
        for name, content in module.files():
            (folder / name).write_bytes(content)
    with (folder / "200 MB.txt").open("wb") as stream:
        line = b"The same sentence stands in this file again and again.\n" * 10_000
        for _ in range(_LONG_TEXT_BYTES // len(line) + 1):
            stream.write(line)
    with (folder / "ten gigabytes of nothing.txt").open("wb") as stream:
        stream.truncate(10**10)
    _make_names(folder / "names")
    if os.name == "posix":
        _make_special(folder / "special")
    return sum(
        1
        for _, folders, files in os.walk(folder)
        for _ in [*files, *(name for name in folders if name.startswith("link to"))]
    )


def _make_names(folder: Path) -> None:
    folder.mkdir()
    names = ["CON.txt", "e\u0301.txt", "\u00e9.txt", "smile \U0001f600.txt", "x" * 240 + ".txt"]
    if os.name == "posix":
        names += [
            "line\nbreak.txt",
            "tab\t.txt",
            " .txt",
            "-rf.txt",
            "\u202etxt.exe.txt",
            "a\\b.txt",
        ]
    for number, name in enumerate(names):
        (folder / name).write_text(f"A file with a strange name, number {number}.")
    (folder / "folder.pdf").mkdir()
    (folder / "folder.pdf" / "inside.txt").write_text("A folder that looks like a PDF.")
    deep = folder / "/".join(["d"] * 100)
    deep.mkdir(parents=True)
    (deep / "bottom.txt").write_text("A hundred folders down.")
    if os.name == "posix":
        Path(os.fsdecode(os.fsencode(folder) + b"/not \xff text.txt")).write_text("Bytes.")


def _make_special(folder: Path) -> None:
    folder.mkdir()
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "pipe.pdf")
    (folder / "itself.txt").symlink_to(folder / "itself.txt")
    (folder / "link to parent").symlink_to(folder.parent, target_is_directory=True)
    (folder / "link to endless.txt").symlink_to("/dev/zero")
    (folder / "nowhere.pdf").symlink_to(folder / "not there.pdf")
    locked = folder / "locked.txt"
    locked.write_text("Nobody may read this.")
    locked.chmod(0)
    listener = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(folder)  # the path of a socket has at most 108 bytes
    try:
        listener.bind("socket.txt")
    finally:
        os.chdir(here)
        listener.close()


if __name__ == "__main__":
    print(make(Path(sys.argv[1])), "files")
