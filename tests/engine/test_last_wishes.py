"""What the window asks for in its last moment."""

from pathlib import Path

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
