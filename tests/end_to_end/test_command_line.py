"""The command line as a user runs it: other processes, exit codes, JSON, kill -9."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).resolve().parents[2]


def _command(data: Path, *arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "app", "--data-dir", str(data), *map(str, arguments)]


def _run(data: Path, *arguments: str | Path, code: int = 0) -> Any:
    done = subprocess.run(
        _command(data, *arguments), cwd=ROOT, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done


def test_from_a_pdf_to_a_marked_page(tmp_path: Path, library: Path) -> None:
    canvas = Canvas(str(library / "guide.pdf"))
    canvas.drawString(72, 700, "Welcome to the museum of clocks.")
    canvas.showPage()
    canvas.drawString(72, 700, "The sundial in the courtyard is older than the house.")
    canvas.save()
    (library / "bad.pdf").write_bytes(b"not a pdf")
    report = json.loads(_run(tmp_path / "d", "index", library, "--json", code=1).stdout)
    assert report["files"] == {
        "indexed": 6,
        "unchanged": 0,
        "failed": 1,
        "removed": 0,
        "excluded": 0,
    }
    assert report["failures"][0]["reason"] == "corrupt" and report["failures"][0]["hint"]
    found = json.loads(_run(tmp_path / "d", "search", "Sonnenuhr im Hof", "--json").stdout)
    assert set(found["seconds"]) == {"encode", "dense", "sparse", "multi", "total"}
    hit = found["hits"][0]
    assert (Path(hit["path"]).name, hit["page"]) == ("guide.pdf", 2)
    assert Path(hit["page_image"]).read_bytes().startswith(b"\x89PNG")
    ((x0, y0, x1, y1),) = hit["boxes"]
    assert 0.1 < x0 < 0.15 and 0.1 < y0 < y1 < 0.2 and 0.4 < x1 < 0.8
    problems = json.loads(_run(tmp_path / "d", "problems", "--json", code=1).stdout)
    assert [Path(problem["path"]).name for problem in problems] == ["bad.pdf"]
    batch = tmp_path / "queries.jsonl"
    batch.write_text('{"id": "b", "query": "sundial"}\n{"id": "a", "query": "Kürbis"}\n', "utf-8")
    lines = _run(tmp_path / "d", "search", "--batch", batch, "--limit", "1", "--json").stdout
    answers = [json.loads(line) for line in lines.splitlines()]
    assert [answer["id"] for answer in answers] == ["b", "a"]
    assert Path(answers[1]["hits"][0]["path"]).name == "Suppe.txt"
    status = json.loads(_run(tmp_path / "d", "status", "--json").stdout)
    assert status["files"] == {"searchable": 6, "problems": 1}
    assert _run(tmp_path / "d", "doctor").stdout.count("ok  ") == 8


def test_wrong_usage_is_a_sentence(tmp_path: Path) -> None:
    for arguments in (
        ["index", "/no/such/place"],
        ["search", " "],
        ["search", "a", "--after", "x"],
    ):
        done = _run(tmp_path / "d", *arguments, code=2)
        assert done.stderr.startswith("genericrag: ") and len(done.stderr.splitlines()) == 1


def test_killed_while_indexing_it_ends_as_if_nothing_had_happened(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    for number in range(200):
        text = f"Report {number}: the valve of boiler {number} was inspected by team {number % 7}. "
        (folder / f"{number:03}.txt").write_text(text * 8, "utf-8")
    data, calm = tmp_path / "killed", tmp_path / "calm"
    for _ in range(2):
        process = subprocess.Popen(_command(data, "index", folder), cwd=ROOT)
        store = data / "vectors"
        deadline = time.monotonic() + 120
        # The write-ahead log exists from the first point on: then it is in the middle.
        while not list(store.glob("*/segments")) and time.monotonic() < deadline:
            os.sched_yield()
        try:
            process.wait(timeout=4)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
    _run(data, "index", folder)
    _run(calm, "index", folder)
    outcomes = []
    for directory in (data, calm):
        status = json.loads(_run(directory, "status", "--json").stdout)
        hits = json.loads(_run(directory, "search", "boiler 42 valve", "--json").stdout)["hits"]
        outcomes.append(
            (
                [status[key] for key in ("files", "documents", "pages", "passages")],
                [(hit["path"], hit["score"]) for hit in hits],
            )
        )
    assert outcomes[0] == outcomes[1]
    assert outcomes[0][0][0] == {"searchable": 200, "problems": 0}


def test_the_self_test_uses_every_part(tmp_path: Path) -> None:
    done = _run(tmp_path / "d", "self-test", "--json")
    seconds = json.loads(done.stdout)["seconds"]
    assert len(seconds) == 5 and all(taken > 0 for taken in seconds.values())
    assert not (tmp_path / "d").exists()  # the user's library is left alone
