"""Archives and mails from strangers: names, depth, size, damage, encryption."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from app.documents.containers import safe_name
from app.documents.model import Document, Member
from app.documents.read import read, unpacked
from app.errors import Reason, UnreadableFile


def packed(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def read_zip(folder: Path, entries: dict[str, bytes]) -> dict[str, Member]:
    file = folder / "a.zip"
    file.write_bytes(packed(entries))
    return {member.name: member for member in read(file).members}


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("C:\\Users\\a.txt", "C_/Users/a.txt"),
        ("/absolute.txt", "absolute.txt"),
        ("a/./b//c.txt", "a/b/c.txt"),
        ("..", "unnamed"),
        ("line\nbreak\x00.txt", "line break.txt"),
        ("x" * 300 + ".pdf", "x" * 115 + "….pdf"),
    ],
)
def test_names_never_climb_out(raw: str, safe: str) -> None:
    assert safe_name(raw) == safe


def test_hidden_files_of_an_archive_are_left_out_and_others_listed(tmp_path: Path) -> None:
    found = read_zip(
        tmp_path,
        {
            "a.txt": b"text",
            "__MACOSX/._a.txt": b"fork",
            ".git/config": b"x",
            "film.mp4": b"x",
            "blank.txt": b" ",
            "none.txt": b"",
        },
    )
    reasons = {name: member.reason for name, member in found.items()}
    assert reasons == {
        "a.txt": None,
        "film.mp4": Reason.UNSUPPORTED,
        "blank.txt": Reason.EMPTY,
        "none.txt": Reason.EMPTY,
    }


def test_archives_nest_two_deep(tmp_path: Path) -> None:
    innermost = packed({"deep.txt": b"deep"})
    inner = packed({"third.zip": innermost, "b.txt": b"second"})
    found = read_zip(tmp_path, {"inner.zip": inner})
    document = found["inner.zip"].document
    assert document
    inside = {member.name: member for member in document.members}
    assert inside["b.txt"].document and inside["third.zip"].reason is Reason.TOO_DEEP


def test_a_bomb_is_refused_and_its_neighbour_read(tmp_path: Path) -> None:
    found = read_zip(tmp_path, {"bomb.txt": bytes(5 * 2**20), "good.txt": b"good"})
    assert found["bomb.txt"].reason is Reason.TOO_LARGE and found["good.txt"].document


def test_a_damaged_member_does_not_cost_the_others(tmp_path: Path) -> None:
    data = packed({"a.txt": b"first text", "b.txt": b"second text"}, zipfile.ZIP_STORED)
    (tmp_path / "a.zip").write_bytes(data.replace(b"first text", b"other text"))
    first, second = read(tmp_path / "a.zip").members
    assert first.reason is Reason.CORRUPT and second.document


def test_names_that_recur_are_told_apart(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Twice"
    mail.set_content("Two files of one name.")
    for text in ("one", "two"):
        mail.add_attachment(text.encode(), maintype="text", subtype="plain", filename="a.txt")
    file = tmp_path / "twice.eml"
    file.write_bytes(mail.as_bytes())
    members = read(file).members
    assert [member.name for member in members] == ["a.txt", "a (2).txt"]
    with unpacked(file, str(members[1].locator), members[1].digest) as path:
        assert path.read_bytes().strip() == b"two"
    with (
        pytest.raises(UnreadableFile) as error,
        unpacked(file, str(members[0].locator), members[1].digest),
    ):
        pass
    assert error.value.reason is Reason.GONE


def test_a_forwarded_mail_and_its_attachment_are_members(tmp_path: Path) -> None:
    inner = EmailMessage()
    inner["Subject"] = "Offer for the roof"
    inner.set_content("See the attachment.")
    inner.add_attachment(b"Tiles, 4 m2", maintype="text", subtype="plain", filename="offer.txt")
    outer = EmailMessage()
    outer["Subject"] = "Fwd"
    outer.set_content("Please have a look.")
    outer.add_attachment(inner)
    (tmp_path / "f.eml").write_bytes(outer.as_bytes())
    (member,) = read(tmp_path / "f.eml").members
    assert member.name == "Offer for the roof.eml" and isinstance(member.document, Document)
    assert [deeper.name for deeper in member.document.members] == ["offer.txt"]


def test_pictures_that_a_mail_shows_are_part_of_it(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Logo"
    mail.set_content("x")
    mail.add_alternative('<p>A long enough greeting <img src="cid:logo"></p>', subtype="html")
    html = mail.get_payload(1)
    assert isinstance(html, EmailMessage)
    html.add_related(b"\x89PNG", "image", "png", cid="<logo>")
    (tmp_path / "m.eml").write_bytes(mail.as_bytes())
    assert read(tmp_path / "m.eml").members == ()
