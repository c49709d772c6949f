"""Locked files and the passwords that are told for a session."""

import io
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from indexing import run_index
from locked_files import locked_pdf
from msoffcrypto.format.ooxml import OOXMLFile

from app.documents import passwords
from app.engine import Engine
from app.errors import Reason, UnreadableFile, UsageError
from app.index.progress import IndexReport
from app.paths import DataDirs
from app.process.client import EngineClient
from app.process.protocol import Method, Reply
from app.search.model import Query

pytestmark = pytest.mark.model
ROOT = Path(__file__).resolve().parents[2]


def locked_zip(name: str, content: bytes, password: str) -> bytes:
    """An archive locked as the format's first version has it; zipfile only reads such."""
    keys = [0x12345678, 0x23456789, 0x34567890]

    def crc(byte: int, value: int) -> int:
        return zlib.crc32(bytes([byte]), value ^ 0xFFFFFFFF) ^ 0xFFFFFFFF

    def turn(byte: int) -> None:
        keys[0] = crc(byte, keys[0])
        keys[1] = ((keys[1] + (keys[0] & 255)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = crc(keys[1] >> 24, keys[2])

    def hidden(data: bytes) -> bytes:
        out = bytearray()
        for byte in data:
            mask = (keys[2] & 0xFFFF) | 2
            out.append(byte ^ ((mask * (mask ^ 1) >> 8) & 255))
            turn(byte)
        return bytes(out)

    for byte in password.encode():
        turn(byte)
    check = zlib.crc32(content)
    body = hidden(bytes(11) + bytes([check >> 24]) + content)
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w") as archive:
        archive.writestr(name, body)
    # The same archive, but for the mark that it is locked and what it says of its content.
    data = bytearray(plain.getvalue())
    for start, flags, sums in ((0, 6, 14), (data.index(b"PK\1\2"), 8, 16)):
        data[start + flags] |= 1
        data[start + sums : start + sums + 4] = check.to_bytes(4, "little")
        data[start + sums + 8 : start + sums + 12] = len(content).to_bytes(4, "little")
    return bytes(data)


def locked_office(text: str, password: str) -> bytes:
    plain, locked = io.BytesIO(), io.BytesIO()
    document = docx.Document()
    document.add_paragraph(text)
    document.save(plain)
    OOXMLFile(plain).encrypt(password, locked)
    return locked.getvalue()


def unlock(engine: Engine, file: Path, password: str) -> IndexReport | None:
    report = None
    for step in engine.unlock(file, password):
        report = step.report or report
    return report


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """A folder with a locked PDF, Word file and archive, and an archive with a locked PDF in it."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "diary.pdf").write_bytes(locked_pdf("The heron stands in the reeds.", "grün"))
    (folder / "letter.docx").write_bytes(locked_office("The curlew calls at dusk.", "mudflat"))
    note = b"The otter swims upstream."
    (folder / "notes.zip").write_bytes(locked_zip("otter.txt", note, "brook"))
    with zipfile.ZipFile(folder / "mixed.zip", "w") as packed:
        packed.writestr("free.txt", "The toad sits under a stone.")
        packed.writestr("inner.pdf", locked_pdf("The badger sleeps by day.", "sett"))
    yield folder
    passwords.replace({})


def test_the_password_opens_it_for_the_session(dirs: DataDirs, locked: Path) -> None:
    engine = Engine(dirs)
    run_index(engine, locked)
    names = ("diary.pdf", "letter.docx", "mixed.zip/inner.pdf", "notes.zip")
    assert [(p.path, p.reason) for p in engine.problems()] == [
        (str(locked / name), Reason.PASSWORD) for name in names
    ]
    for name in names:
        with pytest.raises(UsageError, match="the password is wrong"):
            unlock(engine, locked / name, "guess")
    assert passwords.known() == {} and len(engine.problems()) == 4
    with pytest.raises(UsageError, match="not in the library"):
        unlock(engine, locked / "other.pdf", "guess")

    for name, password, word in zip(
        names,
        ("grün", "mudflat", "sett", "brook"),
        ("heron", "curlew", "badger", "otter"),
        strict=True,
    ):
        report = unlock(engine, locked / name, password)
        assert report is not None and (report.failed, report.indexed) in (
            (0, 1),
            (0, 2),
            (0, 3),
            (0, 4),
        )
        assert word in engine.find(Query(word)).hits[0].text
    assert engine.problems() == [] and engine.stored_passages() == engine.totals().passages
    for word in ("heron", "curlew", "badger"):
        assert engine.page_image(engine.find(Query(word)).hits[0], 300).exists()
    assert [root for root in engine.folders.active()] == [locked]
    engine.close()

    passwords.replace({})  # as in another session
    engine = Engine(dirs)
    assert run_index(engine, locked).indexed == 0
    hit = engine.find(Query("heron")).hits[0]
    assert "heron" in hit.text
    with pytest.raises(UnreadableFile) as refused:
        engine.page_image(hit, 310)
    assert refused.value.reason == Reason.PASSWORD and "unlock" in refused.value.hint
    engine.close()


def answer(client: EngineClient, method: Method, **arguments: Any) -> Reply:
    number = client.call(method, **arguments)
    while reply := client.receive():
        if reply.number == number and reply.kind in ("result", "error"):
            return reply
    raise AssertionError("the engine process ended")


def test_the_call_and_the_command_read_it(dirs: DataDirs, locked: Path) -> None:
    client = EngineClient(dirs)
    client.start()
    file = locked / "diary.pdf"
    assert answer(client, "index", roots=[file]).value.failed == 1
    refused = answer(client, "unlock", document=file, password="guess")
    assert refused.kind == "error" and "the password is wrong" in str(refused.value)
    client.close()

    def run(password: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "app", "--data-dir", dirs.data, "unlock"]
        return subprocess.run(
            [*map(str, command), str(locked / "diary.pdf")],
            input=f"{password}\n",
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=180,
        )

    wrong = run("guess")
    assert wrong.returncode == 2 and "the password is wrong" in wrong.stderr
    done = run("grün")
    assert done.returncode == 0 and "1 files indexed" in done.stdout
    secret = "grün".encode()
    for kept in dirs.data.rglob("*"):
        assert not kept.is_file() or secret not in kept.read_bytes()
