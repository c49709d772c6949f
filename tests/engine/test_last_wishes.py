"""What the window asks for in its last moment."""

import subprocess
import sys
import time
from pathlib import Path

import psutil

from app.engine import Engine
from app.paths import DataDirs
from app.process.client import EngineClient


def test_a_folder_removed_by_a_window_that_closes_is_removed(dirs: DataDirs, library: Path) -> None:
    with_folder = Engine(dirs)
    for _ in with_folder.index([library]):
        pass
    with_folder.close()
    client = EngineClient(dirs)
    client.start()
    # Answers wait that nobody reads, as when a window closes in the middle of its work.
    for method in ("status", "problems", "vocabulary", "status"):
        client.call(method)
    client.call("remove_folder", path=library)
    client.close()
    engine = Engine(dirs)
    assert engine.status().folders == ()
    engine.close()


def test_an_engine_in_the_middle_of_indexing_ends_when_its_window_is_no_more(
    dirs: DataDirs, tmp_path: Path
) -> None:
    for number in range(400):
        (tmp_path / f"{number}.txt").write_text(f"The {number}th note is about bread and salt.")
    window = subprocess.Popen([sys.executable, "-c", _WINDOW, str(dirs.data), str(tmp_path)])
    family = psutil.Process(window.pid)
    deadline = time.monotonic() + 120
    # The engine and, below it, a reader: the files are being read.
    while not any(child.children() for child in family.children()):
        assert time.monotonic() < deadline and window.poll() is None
        time.sleep(0.05)
    left = family.children(recursive=True)
    window.kill()
    window.wait()
    _, alive = psutil.wait_procs(left, timeout=30)
    assert not alive


_WINDOW = """
import sys, time
from pathlib import Path
from app.paths import data_dirs
from app.process.client import EngineClient
if __name__ == "__main__":
    client = EngineClient(data_dirs(Path(sys.argv[1])))
    client.start()
    client.call("index", roots=[Path(sys.argv[2])])
    while client.receive():
        pass
"""
