"""A second start hands over and ends; with real processes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from app.desktop.links import OpenRequest, parse_link, parse_start
from app.desktop.single_instance import SingleInstance
from app.errors import UsageError

ROOT = Path(__file__).resolve().parents[2]
_OWNER = """
import sys, time
from pathlib import Path
from app.desktop.single_instance import SingleInstance
instance = SingleInstance(Path(sys.argv[1]))
print(instance.claim(), flush=True)
time.sleep(60)
"""


def start(data: Path, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "app", *arguments, "--data-dir", str(data)]
    return subprocess.Popen(command, cwd=ROOT, text=True)


def test_a_second_start_hands_over_and_ends(qtbot: QtBot, tmp_path: Path) -> None:
    data = tmp_path / "data"
    first = SingleInstance(data)
    assert first.claim()
    first.listen()
    for arguments, expected in (
        (
            ("open", "genericrag://search?q=rent%20deposit&mode=words"),
            ((), "rent deposit", "words"),
        ),
        ((str(ROOT / "resources"),), ((str(ROOT / "resources"),), "", "")),
        ((), ((), "", "")),
    ):
        with qtbot.waitSignal(first.received, timeout=20_000) as received:
            second = start(data, *(arguments or ("window",)))
        assert received.args == [OpenRequest(*expected)]
        assert second.wait(20) == 0
    first.close()


def test_a_running_program_answers(tmp_path: Path) -> None:
    first = start(tmp_path, "window")
    try:
        assert start(tmp_path, "open", "genericrag://search?q=rent").wait(180) == 0
        assert first.poll() is None
        assert start(tmp_path, "open", "genericrag://nonsense").wait(180) == 2
    finally:
        first.terminate()
        first.wait(30)


def test_one_that_was_killed_is_not_in_the_way(tmp_path: Path) -> None:
    data = tmp_path / "data"
    command = [sys.executable, "-c", _OWNER, str(data)]
    owner = subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE)
    assert owner.stdout is not None
    assert owner.stdout.readline() == "True\n"
    other = SingleInstance(data)
    assert not other.claim()
    os.kill(owner.pid, signal.SIGKILL)
    owner.wait()
    owner.stdout.close()
    assert other.claim()
    other.close()


def test_nonsense_on_the_socket_is_ignored(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    first.listen()
    told = []
    first.received.connect(told.append)
    for line in (
        b"nonsense\n",
        b'{"folders": 3, "query": "", "mode": "", "problem": ""}\n',
        b"[" * 150_000,
    ):
        socket = QLocalSocket()
        socket.connectToServer(first._name)
        assert socket.waitForConnected(2000)
        socket.write(line)
        qtbot.waitUntil(
            lambda socket=socket: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState
        )
    assert told == []
    first.close()


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("genericrag://", "nothing that is known"),
        ("genericrag://delete?q=all", "nothing that is known"),
        ("genericrag://search", "nothing to search for"),
        ("genericrag://search?q=", "nothing to search for"),
        ("genericrag://search?q=a&folder=/etc", "folder, which is not known"),
        ("genericrag://search?q=a&mode=fast", "no mode fast"),
        ("genericrag://search?q=%ff", "cannot be understood"),
        ("genericrag://search?q=" + "a" * 5000, "longer than"),
        ("genericrag://[", "cannot be understood"),
    ],
)
def test_a_malformed_link_gets_a_sentence(link: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        parse_link(link)


def test_links_and_folders_are_told_apart(tmp_path: Path) -> None:
    assert parse_link("genericrag://search?q=K%C3%BCche+1%0A2").query == "Küche 1 2"
    assert parse_link("genericrag://open") == OpenRequest()
    assert parse_start([str(tmp_path)]).folders == (str(tmp_path),)
    with pytest.raises(UsageError, match="There is no folder"):
        parse_start([str(tmp_path / "missing")])
    with pytest.raises(UsageError, match="stands alone"):
        parse_start(["genericrag://open", str(tmp_path)])
    with pytest.raises(ValueError, match="not a request"):
        OpenRequest.from_json('{"query": "a"}')
