"""The engine process keeps the library up to date by itself."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from app.engine import Engine
from app.index.progress import IndexReport
from app.paths import DataDirs
from app.process.client import EngineClient
from app.process.protocol import UNASKED, Method, Reply
from app.process.upkeep import Upkeep
from app.search.model import Query


@pytest.fixture
def client(dirs: DataDirs) -> Iterator[EngineClient]:
    client = EngineClient(dirs)
    client.start()
    yield client
    client.close()


def next_result(client: EngineClient, number: int) -> Reply:
    while (reply := client.receive()) is not None:
        if reply.number == number and reply.kind not in ("progress", "partial"):
            return reply
    raise AssertionError("the engine process ended")


def answer(client: EngineClient, method: Method, **arguments: Any) -> Any:
    reply = next_result(client, client.call(method, **arguments))
    assert reply.kind == "result", reply.value
    return reply.value


def test_new_files_are_found_without_being_asked(client: EngineClient, library: Path) -> None:
    answer(client, "index", roots=[library])
    (library / "notes" / "boat.txt").write_text("The boat lies at the northern pier.")
    report = next_result(client, UNASKED).value
    assert isinstance(report, IndexReport)
    assert (report.indexed, report.unchanged) == (1, 5)
    hits = answer(client, "search", query=Query("where is the boat", limit=1)).hits
    assert Path(hits[0].path).name == "boat.txt"


@pytest.mark.skipif(sys.platform == "win32", reason="poppler's place is taken by a shell script")
def test_a_page_that_hangs_does_not_hold_up_searches(
    dirs: DataDirs, library: Path, tmp_path: Path
) -> None:
    canvas = Canvas(str(library / "guide.pdf"))
    canvas.drawString(72, 700, "The sundial in the courtyard is older than the house.")
    canvas.save()
    poppler = tmp_path / "poppler"
    poppler.mkdir()
    os.mkfifo(tmp_path / "never")
    hangs = f'[ "$1" = -v ] && echo pdftoppm version 24.2 >&2 || exec cat {tmp_path}/never'
    for name, does in (("pdftoppm", hangs), ("pdfinfo", "echo Pages: 1")):
        (poppler / name).write_text(f"#!/bin/sh\n{does}\n")
        (poppler / name).chmod(0o755)
    dirs.data.mkdir()
    dirs.settings.write_text(f'[pages]\npdftoppm_folder = "{poppler}"\nseconds_per_page = 30\n')
    client = EngineClient(dirs)
    client.start()
    try:
        answer(client, "index", roots=[library])
        hit = answer(client, "search", query=Query("sundial", limit=1)).hits[0]
        picture = client.call("page_image", hit=hit, width=100)
        search = client.call("search", query=Query("lease"))
        replies = [client.receive() for _ in range(2)]
        while replies[-1] and replies[-1].number == search:  # its lists, one better than the other
            replies.append(client.receive())
        *lists, second = replies
        assert all(reply and reply.number == search for reply in lists)
        assert lists[-1] and lists[-1].kind == "result"
        assert second and second.number == picture
        assert second.value.startswith(b"\x89PNG")  # drawn by pdfium in the end
    finally:
        client.close()


def test_pausing_holds_the_work_and_resuming_goes_on(client: EngineClient, library: Path) -> None:
    answer(client, "pause_indexing")
    number = client.call("index", roots=[library])
    while (reply := client.receive()) is not None and reply.value.stage != "paused":
        pass
    assert reply and (reply.number, reply.value.pause) == (number, "asked")
    status = answer(client, "status")  # calls are answered meanwhile
    assert status.totals.files_indexed == 0
    answer(client, "resume_indexing")
    assert next_result(client, number).value.indexed == 5


class Clock:
    """Time that a test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_scans_wait_for_quiet_but_not_for_ever(engine: Engine, library: Path) -> None:
    engine.folders.set_patterns(library, None, None)
    clock = Clock()
    upkeep = Upkeep(engine, lambda: None, clock)
    try:
        assert upkeep.due() == []
        upkeep.note(str(library))
        assert (upkeep.due(), upkeep.seconds()) == ([], 2.0)
        clock.now = 2.0
        assert upkeep.due() == [library]
        for clock.now in range(3, 40):  # something changes every second
            upkeep.note(str(library))
            if upkeep.due():
                break
        assert clock.now == 33
        upkeep.rest(5.0)
        upkeep.note(str(library))
        clock.now = 80
        assert upkeep.due() == []
        clock.now = 83
        assert upkeep.due() == [library]
        engine.folders.set_paused(library, True)
        upkeep.note(str(library))
        clock.now = 90
        assert upkeep.due() == []
        clock.now = 16 * 60
        assert upkeep.due() == []
        engine.folders.set_paused(library, False)
        clock.now = 32 * 60
        assert upkeep.due() == [library]  # the look through everything
    finally:
        upkeep.close()
