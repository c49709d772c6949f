"""The benchmarks run and print what the README quotes."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def run(name: str, *arguments: str) -> dict[str, dict[str, object]]:
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / f"{name}.py", "--quick", "--json", *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, dict[str, object]] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_first_path(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(f"The pump {number} leaks. " * 60)
    figures = run("first_path", "--folder", str(tmp_path))
    assert figures["embedding"]["passages"] == 4
    assert figures["indexing"]["files"] == 4
    assert figures["indexing"]["again_embedded"] == figures["indexing"]["from_cache_embedded"] == 0
    assert set(figures["search"]) == {"smart", "meaning", "words", "precise"}


def test_quality(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "tea.txt").write_text("Green tea wants water of eighty degrees.")
    (docs / "bike.txt").write_text("The bicycle chain needs oil twice a year.")
    queries = tmp_path / "queries.jsonl"
    lines = [
        {"id": "1", "query": "how hot must the water be", "relevant": {"tea.txt": 1}},
        {"id": "2", "query": "nothing is relevant to me", "relevant": {"gone.txt": 1}},
    ]
    queries.write_text("\n".join(json.dumps(line) for line in lines))
    assert run("quality", str(docs), str(queries))["ndcg10"]["meaning"] == 0.5


def test_multi_vectors(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    for number in range(4):
        lines = [f"Shelf {number}{shelf} holds jar {shelf * 7 + number}." for shelf in range(40)]
        (docs / f"{number}.txt").write_text(" ".join(lines))
    line = {"id": "1", "query": "Which jar is on shelf 27?", "relevant": {"2.txt": 1}}
    (tmp_path / "queries.jsonl").write_text(json.dumps(line))
    figures = run("multi_vectors", str(tmp_path), "--fit", "passages", "--only", "16 vectors")
    rows = figures["candidates"]
    assert set(rows) == {"uncompressed", "160 turbo4, pooled x2", "160 turbo4, 16 vectors"}
    sizes = [rows[name]["kilobytes"] for name in rows]  # type: ignore[index]
    assert sizes[0] == 307.2 and sizes == sorted(sizes, reverse=True)
    assert figures["qdrant"]["score_off"] < 0.02  # type: ignore[operator]


def test_scale() -> None:
    figures: dict[str, Any] = run("scale", "--sizes", "200")["n200"]
    assert set(figures["engines"]) == {"edge", "local"}
    for name, found in figures["engines"].items():
        assert found["recall10"] == found["filtered_recall10"] == 1.0, name
        assert found["written_recall10"] > 0.9
        assert found["three_phase_ms"]["p95"] >= found["three_phase_ms"]["p50"] > 0
        assert found["disk_bytes_per_passage"] > 120 * 160 / 2
    assert figures["rss_mb"] == figures["engines"]["edge"]["rss_mb"]


def test_reading() -> None:
    figures = run("reading", "--format", "md", "--format", "pptx")
    for kind in ("md", "pptx"):
        assert figures[kind]["pages_per_s"] > 0 and "overhead" in figures[kind]  # type: ignore[operator]
