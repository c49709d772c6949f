"""Reader processes: whatever a job does, the answer is a value or a reason, in time."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
import reader_jobs as jobs

from app.errors import Reason, UnreadableFile
from app.reading.child import Child, Limits
from app.reading.jobs import content_hash, read_document
from app.reading.pool import ReaderPool

SECONDS = 1.0


@pytest.fixture
def child() -> Iterator[Child]:
    child = Child(Limits(seconds=SECONDS, memory_mb=300))
    yield child
    child.close()


def test_one_process_answers_many_jobs(child: Child) -> None:
    assert child.call(jobs.echo, "a") == "a"
    first = child.pid
    assert [child.call(jobs.echo, number) for number in range(50)] == list(range(50))
    assert child.pid == first


@pytest.mark.parametrize(
    ("job", "reason", "detail"),
    [
        (jobs.hang, Reason.TIMED_OUT, "seconds"),
        (jobs.crash, Reason.CRASHED, "SIGSEGV"),
        (jobs.leave, Reason.CRASHED, "exit code 7"),
        (jobs.hog, Reason.MEMORY, "memory"),
        (jobs.grab, Reason.MEMORY, "memory"),
        (jobs.panic, Reason.CORRUPT, "BaseException"),
    ],
)
def test_every_end_has_its_reason_and_the_next_job_runs(
    child: Child, job: object, reason: Reason, detail: str
) -> None:
    started = time.monotonic()
    with pytest.raises(UnreadableFile, match=detail) as caught:
        child.call(job, seconds=SECONDS if job is jobs.hang else 60)  # type: ignore[arg-type]
    assert caught.value.reason == reason
    assert job is not jobs.hang or time.monotonic() - started < SECONDS + 5
    assert child.call(jobs.echo, "alive") == "alive"


def test_a_sign_of_life_extends_the_deadline(child: Child) -> None:
    assert child.call(jobs.beat_for, 2.5 * SECONDS) == "done"


def test_pieces_come_one_by_one_and_waiting_for_them_takes_no_time_from_the_reader(
    child: Child,
) -> None:
    pieces = child.stream(jobs.pieces, 20, 2**20)
    assert len(next(pieces)) == 2**20
    waits = threading.Event()
    waits.wait(2 * SECONDS)  # longer than the reader may show no sign of life
    assert sum(len(piece) for piece in pieces) == 19 * 2**20


def test_pieces_that_nobody_takes_end_their_reader(child: Child) -> None:
    pieces = child.stream(jobs.pieces, 10, 2**20, seconds=60)
    next(pieces)
    pid = child.pid
    assert pid
    pieces.close()
    assert not psutil.pid_exists(pid)
    assert child.call(jobs.echo, "alive") == "alive"


def test_what_came_before_a_crash_is_there(child: Child) -> None:
    came = []
    with pytest.raises(UnreadableFile) as caught:
        for number in child.stream(jobs.pieces_then_crash, 3):
            came.append(number)
    assert (came, caught.value.reason) == ([0, 1, 2], Reason.CRASHED)


def test_what_a_reader_started_ends_with_it(child: Child, tmp_path: Path) -> None:
    pid_file = tmp_path / "pid"
    with pytest.raises(UnreadableFile):
        child.call(jobs.hang_with_a_grandchild, str(pid_file))
    grandchild = int(pid_file.read_text())
    assert not psutil.pid_exists(grandchild) or (
        psutil.Process(grandchild).status() == psutil.STATUS_ZOMBIE
    )


def test_a_reader_holds_neither_model_nor_store(child: Child, library: Path) -> None:
    for file in sorted(path for path in library.rglob("*") if path.is_file()):
        assert child.call(content_hash, file, "x", seconds=60)
        (document,) = child.stream(read_document, file, 1, seconds=60)
        assert document.pages
    held = child.call(jobs.modules)
    assert "app.documents.text" in held
    for name in ("torch", "transformers", "tokenizers", "qdrant_edge", "PySide6", "app.engine"):
        assert name not in held
    # Reading notes loads no library for PDF pages either.
    assert not held & {"pdf2image", "pypdfium2", "PIL"}


def test_a_file_with_too_much_text_is_listed(child: Child, tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text("word " * 300_000)
    with pytest.raises(UnreadableFile, match="million") as caught:
        list(child.stream(read_document, file, 1, seconds=60))
    assert caught.value.reason == Reason.TOO_MUCH_TEXT


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_no_reader_outlives_an_engine_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "engine.py"
    script.write_text(
        "import reader_jobs as jobs\n"
        "from app.reading.child import Child, Limits\n"
        "if __name__ == '__main__':\n"
        "    child = Child(Limits(seconds=600, memory_mb=300))\n"
        "    child.call(jobs.echo, 1)\n"
        "    print(child.pid, flush=True)\n"
        "    child.call(jobs.hang)\n"
    )
    root = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), str(root / "tests")])}
    engine = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, env=environment)
    assert engine.stdout
    with engine.stdout:
        reader = psutil.Process(int(engine.stdout.readline()))
    engine.kill()
    engine.wait()
    _, alive = psutil.wait_procs([reader], timeout=30)
    assert not alive


def test_closing_ends_readers_in_the_middle_of_a_file() -> None:
    pool = ReaderPool(Limits(seconds=60, memory_mb=300), processes=2)
    try:
        assert pool.submit(lambda child: child.call(jobs.echo, 1)).result() == 1
        stuck = [pool.submit(lambda child: child.call(jobs.hang)) for _ in range(4)]
        # Both are busy once the second one has started its process.
        while len(pool.pids()) < 2:
            assert not any(future.done() for future in stuck)
        pids = pool.pids()
        started = time.monotonic()
    finally:
        pool.close()
    assert time.monotonic() - started < 10
    assert all(future.done() for future in stuck)
    assert not any(psutil.pid_exists(pid) for pid in pids)
