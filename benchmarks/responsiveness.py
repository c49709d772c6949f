"""How quick the window is: its start, typing, scrolling, its event loop while the engine indexes.

50,000 files are added; the window is watched during a minute and a half of their indexing, which
is then broken off. Goals: shown within 1 s of starting Python; event loop late by 50 ms at most for
99 of 100 beats and never by more than 200 ms; first hits 100 ms after the last key; 16 ms a frame;
400 MB.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from report import ROOT, arguments, say, show
from while_indexing import write_files

PARTS = Path(__file__).with_name("responsiveness_parts.py")


def main() -> None:
    """Measure and print."""
    chosen = arguments(__doc__.splitlines()[0]).parse_args()
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        say("No display: drawn into memory.")
    with tempfile.TemporaryDirectory() as temporary:
        data, folder = Path(temporary) / "data", Path(temporary) / "files"
        say("Indexing the sample library ...")
        sample = str(ROOT / "resources" / "sample-library")
        command = [sys.executable, "-m", "app", "--data-dir", str(data), "index", sample]
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        say("Starting the window ...")
        starts = [start(data) for _ in range(3 if chosen.quick else 5)]
        number, seconds = (300, 15) if chosen.quick else (50_000, 90)
        say(f"Writing {number} files ...")
        write_files(folder, number, sentences=12)
        say(f"Typing while they are indexed, for {seconds} s; then scrolling ...")
        done = part("work", str(data), str(folder), str(seconds), within=seconds + 240)
        figures = summary(json.loads(done.splitlines()[-1]))
    shown = [seconds for seconds, _ in starts]
    window = {"median": statistics.median(shown), "max": max(shown)}
    window["typed_median"] = statistics.median(seconds for _, seconds in starts)
    show({"window_s": window, **figures}, as_json=chosen.json)


def start(data: Path) -> tuple[float, float]:
    """Seconds from starting Python until the window is painted, and until it has taken keys."""
    started = time.perf_counter()
    command = [sys.executable, str(PARTS), "start", str(data)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        times = {line.strip(): time.perf_counter() - started for line in process.stdout}
    if process.returncode or times.keys() < {"shown", "typed"}:
        raise SystemExit(f"the window did not start: {times}")
    return times["shown"], times["typed"]


def part(*command: str, within: float) -> str:
    """What a part prints; it is ended when it takes longer than so many seconds."""
    try:
        done = subprocess.run(
            [sys.executable, str(PARTS), *command],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            timeout=within,
        )
    except subprocess.TimeoutExpired:
        raise SystemExit(f"the window did not end within {within:.0f} s") from None
    if done.returncode or not done.stdout.strip():
        raise SystemExit(f"the window failed ({done.returncode})")
    return done.stdout


def summary(measured: dict[str, Any]) -> dict[str, Any]:
    """The figures asked for, times in milliseconds."""
    delays, hits, frames, cells = (
        [1000 * seconds for seconds in sorted(measured[name])]
        for name in ("delays", "first_hits", "list", "grid")
    )
    return {
        "indexing_s": measured["seconds"],
        "files_indexed": measured["files_indexed"],
        "event_loop_ms": {"p99": at(delays, 0.99), "max": delays[-1], "beats": len(delays)},
        "first_hits_ms": {"p50": at(hits, 0.5), "p95": at(hits, 0.95), "searches": len(hits)},
        "scroll_ms": {"p50": at(frames, 0.5), "p95": at(frames, 0.95)},
        "scroll_grid_ms": {"p50": at(cells, 0.5), "p95": at(cells, 0.95)},
        "window_rss_mb": measured["rss_mb"],
    }


def at(ordered: list[float], share: float) -> float:
    """The value below which a share of the ordered ones lies."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


if __name__ == "__main__":
    main()
