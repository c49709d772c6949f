"""From marked hits to figures and weights, on the command line."""

import json
import tomllib
from pathlib import Path

import pytest
from indexing import run_index

from app.cli.main import main
from app.engine import Engine
from app.paths import DataDirs
from app.search.model import Query

ASKED = {
    "how long is the notice": "lease.txt",
    "Wie lange kocht die Suppe": "Suppe.txt",
    "bicycle chain": "bike.txt",
}


def test_marks_and_files_are_measured_alike(
    engine: Engine,
    dirs: DataDirs,
    library: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    run_index(engine, library)
    for text, name in ASKED.items():
        for hit in engine.find(Query(text)).hits:
            engine.mark(text, hit, Path(hit.path).name == name)
    assert len(engine.marks()) == 15 and sum(mark.is_right for mark in engine.marks()) == 3
    engine.close()
    file = tmp_path / "queries.jsonl"
    lines = [{"query": text, "relevant": {name: 1}} for text, name in ASKED.items()]
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    data = ["--data-dir", str(tmp_path / "data")]

    def run(*arguments: str) -> dict[str, object]:
        assert main([*data, "evaluate", *arguments, "--json"]) == 0
        found: dict[str, object] = json.loads(capsys.readouterr().out)
        return found

    marked, read = run("--marks", "--apply"), run(str(file))
    assert marked["modes"] == read["modes"] and marked["queries"] == 3
    assert marked["modes"]["smart"]["ndcg10"] == {"mean": 1.0, "low": 1.0, "high": 1.0}  # type: ignore[index]
    # Three questions prove nothing: no weights are suggested, and none are written.
    assert marked["suggestion"] is None and not marked["applied"]
    assert not dirs.settings.exists() or "alpha" not in tomllib.loads(dirs.settings.read_text())
    assert main([*data, "evaluate"]) == 2
    assert "either FILE.jsonl or --marks" in capsys.readouterr().err
