"""Hostile files, indexed by the program as a user runs it: no crash, no hang, none forgotten."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hostile.make import make

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "shared" / "corpus"
_SETTINGS = "[reading]\nseconds_per_file = {seconds}\nmemory_mb = 500\nmax_text_mb = 5\n"
# Reasons are a matter of the readers and may change; these must come from the isolation.
_ISOLATED = {
    "200 MB.txt": {"memory", "too_much_text", "timed_out"},
    "content bomb.pdf": {"memory", "timed_out", "no_text"},
    "ten gigabytes of nothing.txt": {"too_large"},
    "bomb.docx": {"too_large", "memory", "timed_out"},
}


def run(data: Path, *arguments: str | Path, codes: tuple[int, ...], seconds: float) -> Any:
    """Run a command; returns its JSON. Fails when it takes longer or says anything else."""
    command = [sys.executable, "-m", "app", "--data-dir", data, *arguments, "--json"]
    done = subprocess.run(
        list(map(str, command)), cwd=ROOT, capture_output=True, text=True, timeout=seconds
    )
    assert done.returncode in codes, done.stderr
    assert "Traceback" not in done.stderr
    return json.loads(done.stdout)


def index(data: Path, folder: Path, patience: int, seconds: float) -> dict[str, str]:
    """Index the folder; returns the reason of each file that is not searchable."""
    data.mkdir()
    (data / "settings.toml").write_text(_SETTINGS.format(seconds=patience))
    report = run(data, "index", folder, codes=(0, 1), seconds=seconds)
    status = run(data, "status", codes=(0,), seconds=60)
    files = status["files"]
    assert files["waiting"] == 0
    assert files["seen"] == files["searchable"] + files["problems"] + files["excluded"]
    assert files["excluded"] == report["files"]["excluded"]
    again = run(data, "index", folder, codes=(0, 1), seconds=seconds / 2)
    assert again["files"]["indexed"] == 0 and again["embedded"] == 0
    assert all(failure["detail"] and failure["hint"] for failure in report["failures"])
    return {failure["path"]: failure["reason"] for failure in report["failures"]} | {
        "": str(files["seen"] - files["inside_others"])
    }


@pytest.mark.slow
def test_every_hostile_file_is_in_the_ledger(tmp_path: Path) -> None:
    folder = tmp_path / "hostile"
    entries = make(folder)
    assert entries >= 80
    reasons = index(tmp_path / "data", folder, patience=5, seconds=900)
    assert int(reasons.pop("")) == entries
    by_name = {Path(path).name: reason for path, reason in reasons.items()}
    for name, allowed in _ISOLATED.items():
        assert by_name[name] in allowed
    found = run(tmp_path / "data", "search", "hundred folders down", codes=(0,), seconds=120)
    assert found["hits"][0]["path"].endswith("bottom.txt")
    assert not (tmp_path / "slipped.txt").exists() and not Path("/tmp/slipped.txt").exists()
    stolen = run(tmp_path / "data", "search", "root:x:0:0", codes=(0,), seconds=120)
    assert all("root:x:0:0" not in hit["snippet"] for hit in stolen["hits"])


@pytest.mark.slow
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real-world files is not there")
@pytest.mark.skipif(not os.environ.get("GENERICRAG_CORPUS"), reason="an hour; ask for it")
def test_the_corpus(tmp_path: Path) -> None:
    entries = sum(len(files) for _, _, files in os.walk(CORPUS))
    reasons = index(tmp_path / "data", CORPUS, patience=60, seconds=7200)
    assert int(reasons.pop("")) == entries
    assert "crashed" not in reasons.values()
