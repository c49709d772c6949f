"""The offline check: it finds nothing where nothing is, and something where something is."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from app.offline import OfflineReport, check_offline

ROOT = Path(__file__).resolve().parents[2]
_REACHES = """
import json, socket, sys
from app.offline import _audit
attempts = {}
sys.addaudithook(lambda event, arguments: _audit(event, arguments, attempts))
inner = socket.socketpair()
inner[0].sendall(b"fine")
for reach in (
    lambda: socket.create_connection(("192.0.2.1", 80), timeout=1),
    lambda: socket.getaddrinfo("example.invalid", 80),
    lambda: socket.socket(socket.AF_INET6),
    lambda: __import__("urllib.request").request.urlopen("http://192.0.2.1", timeout=1),
):
    try:
        reach()
    except OSError as error:
        assert "lets nothing out" in str(error), error
    else:
        raise SystemExit("something was let out")
print(json.dumps(list(attempts)))
"""


@pytest.mark.model
@pytest.mark.slow
def test_loading_indexing_searching_and_drawing_open_no_connection(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "lease.pdf"))
    canvas.drawString(
        72, 700, "The tenant pays a rent deposit of three months. E-07 Kaffeemaschine"
    )
    canvas.save()
    steps = check_offline(tmp_path)
    works = []
    report: OfflineReport | None = None
    while report is None:
        try:
            works.append(next(steps).work)
        except StopIteration as end:
            report = end.value
    assert report.error == "" and report.attempts == () and report.connections == ()
    assert report.ok and works == ["load", "index", "search", "draw"]


def test_what_reaches_for_a_network_is_refused_and_told() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _REACHES], cwd=ROOT, capture_output=True, text=True, timeout=180
    )
    assert run.returncode == 0, run.stderr
    attempts = json.loads(run.stdout)
    assert any("192.0.2.1" in attempt or "socket" in attempt for attempt in attempts)
    assert any("getaddrinfo example.invalid" in attempt for attempt in attempts)
