"""Office files and archives behind a password."""

import io
import zipfile
from pathlib import Path

import docx
import olefile
import openpyxl
import pptx
import pytest
import pyzipper
from msoffcrypto.format.ooxml import OOXMLFile

from app.documents.containers import Opened
from app.documents.read import read, read_source, reader_of
from app.documents.source import Source
from app.errors import Reason, UnreadableFile

PASSWORD = "Grünspecht 7"


def office_file(kind: str, word: str) -> io.BytesIO:
    data = io.BytesIO()
    if kind == "docx":
        text = docx.Document()
        text.add_paragraph(word)
        text.save(data)
    elif kind == "pptx":
        slides = pptx.Presentation()
        slide = slides.slides.add_slide(slides.slide_layouts[5])
        slide.shapes.title.text = word
        slides.save(data)
    else:
        book = openpyxl.Workbook()
        book.active.title = "Sheet1"
        book.active["B2"] = word
        book.save(data)
    data.seek(0)
    return data


def encrypted(kind: str, word: str, password: str = PASSWORD) -> bytes:
    locked = io.BytesIO()
    OOXMLFile(office_file(kind, word)).encrypt(password, locked)
    return locked.getvalue()


@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx"])
def test_office_files_open_with_their_password(kind: str) -> None:
    data = encrypted(kind, "heron")
    assert olefile.isOleFile(data) and b"heron" not in data
    for password, message in (("", "it is locked"), ("guess", "the password is wrong")):
        with pytest.raises(UnreadableFile, match=message) as refused:
            read_source(Source(f"a.{kind}", content=data, password=password))
        assert refused.value.reason == Reason.PASSWORD and "unlock" in refused.value.hint
    document = read_source(Source(f"a.{kind}", content=data, password=PASSWORD))
    assert document.type == kind and document.pages[0].text == "heron"
    # Its name may lie as that of any other file.
    document = read_source(Source("a.txt.doc", content=data, password=PASSWORD))
    assert document.type == kind


def test_workbooks_that_excel_opens_without_asking_are_read() -> None:
    data = encrypted("xlsx", "heron", "VelvetSweatshop")
    assert read_source(Source("a.xlsx", content=data)).pages[0].text == "heron"


def test_a_damaged_encrypted_file_is_one_clear_reason() -> None:
    whole = encrypted("docx", "heron")
    for cut in (len(whole) // 2, len(whole) - 600):
        with pytest.raises(UnreadableFile) as refused:
            read_source(Source("a.docx", content=whole[:cut], password=PASSWORD))
        assert refused.value.reason in (Reason.CORRUPT, Reason.PASSWORD)


def test_rights_management_is_not_asked_for_a_password() -> None:
    # A package without the stream that says how it is encrypted, as such files have it.
    data = encrypted("docx", "heron")
    old, new = (name.encode("utf-16-le") for name in ("EncryptionInfo", "EncryptionInf_"))
    hidden = data.replace(old, new)
    with pytest.raises(UnreadableFile, match="no password opens") as refused:
        read_source(Source("a.docx", content=hidden, password=PASSWORD))
    assert refused.value.reason == Reason.PASSWORD


def aes_zip(file: Path, bits: int = 256) -> None:
    with pyzipper.AESZipFile(file, "w", compression=pyzipper.ZIP_DEFLATED) as archive:
        archive.writestr("free.txt", "the toad sits here")
        archive.setpassword(PASSWORD.encode())
        archive.setencryption(pyzipper.WZ_AES, nbits=bits)
        archive.writestr("otter.txt", "the otter swims " * 50)
        archive.writestr("owl.docx", office_file("docx", "the owl calls").getvalue())


@pytest.mark.parametrize("bits", [128, 256])
def test_archives_locked_by_aes_open_with_their_password(tmp_path: Path, bits: int) -> None:
    file = tmp_path / "a.zip"
    aes_zip(file, bits)
    with zipfile.ZipFile(file) as archive:
        assert {info.compress_type for info in archive.infolist()} == {8, 99}

    def members(password: str) -> dict[str, str]:
        document = read_source(Source("a.zip", content=file.read_bytes(), password=password))
        return {
            m.name: m.document.pages[0].text if m.document else f"{m.reason}: {m.detail}"
            for m in document.members
        }

    assert members(PASSWORD) == {
        "free.txt": "the toad sits here",
        "otter.txt": ("the otter swims " * 50).strip(),
        "owl.docx": "the owl calls",
    }
    for password, detail in (("", "it is locked with a password"), ("no", "the password is wrong")):
        found = members(password)
        assert found.pop("free.txt") == "the toad sits here"
        assert set(found.values()) == {f"password: {detail}"}
    assert read(file).members[0].document is not None


def test_a_damaged_member_locked_by_aes_is_not_read_as_something_else(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    aes_zip(file)
    with zipfile.ZipFile(file) as archive:
        place = archive.getinfo("otter.txt").header_offset
    data = bytearray(file.read_bytes())
    data[place + 80] ^= 255
    found = reader_of("zip")(Source("a.zip", content=bytes(data), password=PASSWORD))
    assert isinstance(found, Opened)
    raw = next(m for m in found.members if m.name == "otter.txt")
    with pytest.raises(UnreadableFile):
        raw.load()
