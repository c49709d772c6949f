"""Attachments and files in archives are documents of their own, below their container."""

import io
import os
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from indexing import run_index
from reportlab.pdfgen.canvas import Canvas

from app.engine import Engine
from app.errors import Reason, UnreadableFile
from app.search.model import Query

pytestmark = pytest.mark.model


def pdf(text: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(400, 200))
    canvas.drawString(40, 120, text)
    canvas.save()
    return buffer.getvalue()


def mail(folder: Path, bill: bytes) -> Path:
    """A mail with a bill, and an archive with a note and a film."""
    message = EmailMessage()
    message["Subject"], message["From"] = "Papers", "Ann <ann@example.org>"
    message.set_content("Hello Bob, the papers are attached.")
    message.add_attachment(bill, maintype="application", subtype="pdf", filename="bill.pdf")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("notes/garden.txt", "The apple tree wants pruning in February.")
        archive.writestr("../../escape.mp4", "moving pictures")
    message.add_attachment(
        packed.getvalue(), maintype="application", subtype="zip", filename="more.zip"
    )
    folder.mkdir(exist_ok=True)
    file = folder / "papers.eml"
    file.write_bytes(message.as_bytes())
    return file


def found(engine: Engine, text: str, **filters: object) -> list[str]:
    return [hit.path for hit in engine.find(Query(text, limit=3, **filters)).hits]  # type: ignore[arg-type]


def test_members_come_stay_and_go_with_their_container(engine: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "mails"
    file = mail(folder, pdf("Invoice 4711 for plumbing"))
    bill, note = (
        f"{file}{os.sep}bill.pdf",
        os.sep.join((str(file), "more.zip", "notes", "garden.txt")),
    )
    report = run_index(engine, folder)
    assert (report.indexed, report.failed) == (4, 1)
    film = os.sep.join((str(file), "more.zip", "escape.mp4"))
    assert [(p.path, p.reason) for p in report.failures] == [(film, Reason.UNSUPPORTED)]
    assert found(engine, "plumbing invoice", types=("pdf",)) == [bill]
    assert found(engine, "pruning the apple tree")[0] == note
    assert found(engine, "pruning", folder=os.path.dirname(note)) == [note]

    hit = engine.find(Query("plumbing invoice 4711", limit=1)).hits[0]
    assert (hit.path, hit.file, str(hit.place)) == (bill, str(file), "page 1")
    assert engine.page_image(hit, 200).read_bytes().startswith(b"\x89PNG")

    again = run_index(engine, folder)
    assert (again.indexed, again.unchanged, again.embedded) == (0, 4, 0)
    os.utime(file, (1, 1))
    touched = run_index(engine, folder)
    assert (touched.unchanged, touched.embedded) == (4, 0)
    assert note in found(engine, "pruning", before=2.0)

    moved = file.rename(folder / "renamed.eml")
    renamed = run_index(engine, folder)
    assert (renamed.indexed, renamed.removed, renamed.embedded) == (4, 5, 0)
    assert found(engine, "plumbing invoice", types=("pdf",)) == [f"{moved}{os.sep}bill.pdf"]

    moved.unlink()
    assert run_index(engine, folder).removed == 5
    assert engine.totals().documents == engine.totals().passages == engine.stored_passages() == 0


def test_a_container_that_changes_loses_what_it_lost(engine: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "zips"
    folder.mkdir()
    file = folder / "a.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("tea.txt", "Green tea wants water of eighty degrees.")
        archive.writestr("bill.pdf", pdf("Invoice 12 for tiles"))
    run_index(engine, folder)
    hit = engine.find(Query("invoice for tiles", limit=1)).hits[0]
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("tea.txt", "Black tea wants boiling water.")
        archive.writestr("other.pdf", pdf("Something else"))
    with pytest.raises(UnreadableFile):
        engine.page_image(hit, 120)
    run_index(engine, folder)
    assert engine.totals().documents == 3  # the archive and its files
    assert engine.find(Query("water for tea", limit=3)).hits[0].text.startswith("Black tea")
    file.write_bytes(b"PK\x03\x04 cut off")
    report = run_index(engine, folder)
    assert [problem.path for problem in report.failures] == [str(file)]
    assert engine.totals().passages == 0
