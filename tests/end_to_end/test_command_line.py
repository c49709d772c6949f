"""The command line as a user runs it: other processes, exit codes, JSON, kill -9."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas
from variant import make_variant

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
    assert [phase["name"] for phase in found["phases"]] == ["candidates", "rescoring"]
    hit = found["hits"][0]
    assert (Path(hit["path"]).name, hit["page"]) == ("guide.pdf", 2)
    assert Path(hit["page_image"]).read_bytes().startswith(b"\x89PNG")
    ((x0, y0, x1, y1),) = hit["boxes"]
    assert 0.1 < x0 < 0.15 and 0.1 < y0 < y1 < 0.2 and 0.4 < x1 < 0.8
    pages = _run(
        tmp_path / "d", "search", 'sundial "older than" type:pdf', "--pages", "--explain", "--json"
    )
    found = json.loads(pages.stdout)
    assert [hit["page"] for hit in found["hits"]] == [2] and found["preset"] == "exact"
    assert "with exactly “older than” · only files of type pdf" in found["understood"]
    why = found["hits"][0]["why"]
    assert sum(part["points"] for part in why["parts"]) == pytest.approx(why["score"])
    assert {"sundial"} <= {term["word"] for term in why["terms"]}
    told = _run(tmp_path / "d", "search", "sundial -tower", "--explain", "--group").stdout
    assert "without the word “tower”" in told and "shared words: sundial" in told
    problems = json.loads(_run(tmp_path / "d", "problems", "--json", code=1).stdout)
    assert [Path(problem["path"]).name for problem in problems] == ["bad.pdf"]
    batch = tmp_path / "queries.jsonl"
    batch.write_text('{"id": "b", "query": "sundial"}\n{"id": "a", "query": "Kürbis"}\n', "utf-8")
    lines = _run(tmp_path / "d", "search", "--batch", batch, "--limit", "1", "--json").stdout
    answers = [json.loads(line) for line in lines.splitlines()]
    assert [answer["id"] for answer in answers] == ["b", "a"]
    assert Path(answers[1]["hits"][0]["path"]).name == "Suppe.txt"
    status = json.loads(_run(tmp_path / "d", "status", "--json").stdout)
    assert status["files"] == {
        "seen": 7,
        "inside_others": 0,
        "searchable": 6,
        "waiting": 0,
        "problems": 1,
        "excluded": 0,
    }
    assert status["model_server"] is None
    assert set(status["resilience"]) == {"model", "catalogue", "caches"}
    assert status["resilience"]["model"]["state"] == "closed"
    doctor = _run(tmp_path / "d", "doctor").stdout
    assert doctor.count("ok  ") == 11
    assert "model: breaker closed" in doctor and "device: " in doctor
    caches = json.loads(_run(tmp_path / "d", "cache", "--json").stdout)
    assert caches["embeddings"]["entries"] == caches["embeddings"]["misses"] == 7
    assert caches["queries"]["entries"] >= 3
    pages = caches["pages"]["entries"]
    assert pages >= 1
    assert _run(tmp_path / "d", "cache", "clear", "pages").stdout == f"{pages} pages forgotten.\n"
    cleared = json.loads(_run(tmp_path / "d", "cache", "clear", "--json").stdout)["cleared"]
    assert cleared["embeddings"] == 7 and cleared["pages"] == 0
    assert "embeddings  0 entries" in _run(tmp_path / "d", "cache").stdout


def test_a_model_server_that_is_down_is_a_sentence(tmp_path: Path, library: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "settings.toml").write_text(
        f'[model]\nserver_url = "{url}"\n[resilience]\nretry_delay = 0\n'
    )
    status = json.loads(_run(tmp_path / "d", "status", "--json").stdout)
    assert (status["model_server"], status["model"]) == (url, "")
    assert status["resilience"]["model server"]["failures"] == 2
    done = _run(tmp_path / "d", "index", library, code=3)
    assert done.stderr.startswith(f"genericrag: The model server {url} cannot be reached")
    assert "the same command goes on from there" in done.stderr
    batch = tmp_path / "queries.jsonl"
    batch.write_text('{"id": "a", "query": "sundial"}\n', "utf-8")
    done = _run(tmp_path / "d", "search", "--batch", batch, "--json")
    answer = json.loads(done.stdout)
    assert answer["hits"] == [] and "by their words" in answer["note"] and url in answer["cause"]
    assert "by their words" in done.stderr


def test_a_model_is_not_served_to_the_network_without_a_key(tmp_path: Path) -> None:
    done = _run(tmp_path / "d", "serve-model", "--host", "0.0.0.0", "--port", "0", code=2)
    assert "--api-key" in done.stderr
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = _run(tmp_path / "d", "serve-model", "--port", str(port), code=2)
    assert "Choose another --port" in done.stderr


def test_folders_of_the_library(tmp_path: Path, library: Path) -> None:
    data = tmp_path / "d"
    assert "No folder" in _run(data, "index", code=2).stderr
    _run(data, "index", library, "--exclude", "*.md", "--exclude", "notes/")
    status = json.loads(_run(data, "status", "--json").stdout)
    assert (status["files"]["searchable"], status["files"]["excluded"]) == (3, 2)
    _run(data, "pause", library)
    assert "paused" in _run(data, "status").stdout
    _run(data, "resume", library)
    report = json.loads(_run(data, "index", "--retry", "--json").stdout)
    assert (report["files"]["unchanged"], report["offline"]) == (3, [])
    assert "files are untouched" in _run(data, "remove", library).stdout
    assert json.loads(_run(data, "status", "--json").stdout)["files"]["seen"] == 0
    assert (library / "lease.txt").exists()


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
    assert outcomes[0][0][0]["searchable"] == outcomes[0][0][0]["seen"] == 200


def test_the_self_test_uses_every_part(tmp_path: Path) -> None:
    done = _run(tmp_path / "d", "self-test", "--json")
    seconds = json.loads(done.stdout)["seconds"]
    assert len(seconds) == 7 and all(taken > 0 for taken in seconds.values())
    assert not (tmp_path / "d").exists()  # the user's library is left alone


def test_models_from_list_to_change(tmp_path: Path, library: Path) -> None:
    data = tmp_path / "d"
    _run(data, "index", library)
    assert "compact" in _run(data, "model", "list").stdout
    arrived = _run(data, "model", "import", make_variant(tmp_path / "Variant"), "--json")
    assert json.loads(arrived.stdout)["name"] == "Variant"
    assert "whole" in _run(data, "model", "verify", "Variant").stdout
    plan = _run(data, "model", "use", "Variant").stdout
    assert "5 passages of 5 files" in plan and "Nothing was changed" in plan
    changed = json.loads(_run(data, "model", "use", "Variant", "--yes", "--json").stdout)
    assert (changed["changed"], changed["outstanding"]["passages"]) == (True, 5)
    models = json.loads(_run(data, "model", "list", "--json").stdout)
    assert [(m["name"], m["chosen"], m["indexed"]) for m in models] == [
        ("compact", False, False),
        ("Variant", True, True),
    ]
    found = json.loads(_run(data, "search", "pumpkin soup", "--json").stdout)
    assert Path(found["hits"][0]["path"]).name == "Suppe.txt" and not found["note"]
    assert "in use" in _run(data, "model", "remove", "Variant", code=2).stderr
    assert "cannot be removed" in _run(data, "model", "remove", "compact", code=2).stderr
    weights = data / "models" / "Variant" / "sparse_linear.pt"
    weights.write_bytes(weights.read_bytes()[:-1])
    assert "sparse_linear.pt: it has" in _run(data, "model", "verify", "Variant", code=1).stdout
    assert "no model" in _run(data, "model", "use", "nothing", code=2).stderr
