"""What a file is read as, and where its text is said to stand."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from documents import MAKERS, sections

from app.documents.formats import READERS, type_of
from app.documents.place import place_of
from app.documents.read import read, reader_of
from app.errors import Reason, UnreadableFile


def reason(file: Path) -> Reason:
    with pytest.raises(UnreadableFile) as error:
        read(file)
    assert error.value.message and error.value.hint
    return error.value.reason


def places(file: Path, text: str) -> list[str]:
    """The places of a text in a document."""
    found = []
    for page in read(file).pages:
        start = page.text.find(text)
        if start >= 0:
            found.append(str(place_of(page, start, start + len(text))))
    return found


def test_every_reader_is_there() -> None:
    for kind in READERS:
        assert callable(reader_of(kind))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("pptx", ["slide 2"]),
        ("odp", ["slide 2"]),
        ("xlsx", ["sheet Blatt 2 A12:C12"]),
        ("ods", ["sheet Blatt 2 A12:C12"]),
        ("epub", ["chapter 2"]),
        ("csv", ["line 28"]),
        ("txt", ["line 47"]),
    ],
)
def test_places(kind: str, expected: list[str], tmp_path: Path) -> None:
    file = tmp_path / f"a.{kind}"
    MAKERS[kind](file, sections(3))
    assert places(file, "Ware2x1") == expected


def test_lines_of_a_text_are_those_of_the_file(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md", "a.py", "a.org", "a.rst"):
        lines = ["first", "", "", "  second", "third", "", "fourth here", ""]
        (tmp_path / name).write_text("\n".join(lines), "utf-8")
        assert places(tmp_path / name, "fourth") == ["line 7"], name
        assert places(tmp_path / name, "third") == ["line 5"], name


@pytest.mark.parametrize("named", ["doc", "pdf", "xls", "docx"])
@pytest.mark.parametrize("kind", ["rtf", "html", "docx"])
def test_the_content_counts_more_than_the_ending(named: str, kind: str, tmp_path: Path) -> None:
    made = tmp_path / f"made.{kind}"
    MAKERS[kind](made, sections(1))
    lying = made.rename(tmp_path / f"lying.{named}")
    document = read(lying)
    assert document.type == kind and "Wärmepumpe" in document.pages[0].text


def test_files_without_an_ending_are_read_when_they_can_be_told(tmp_path: Path) -> None:
    for name, content, kind in (
        ("README", b"read me", "txt"),
        ("notes", "größer".encode(), "txt"),
        ("page", b"<!DOCTYPE html><p>text", "html"),
    ):
        (tmp_path / name).write_bytes(content)
        assert read(tmp_path / name).type == kind
    (tmp_path / "blob").write_bytes(bytes(range(256)))
    assert reason(tmp_path / "blob") is Reason.UNSUPPORTED
    assert (type_of("A.JPEG"), type_of("b.htm"), type_of("Makefile")) == ("jpg", "html", "make")


def test_one_cell_far_away_does_not_take_all_memory(tmp_path: Path) -> None:
    for cell in ("XFD1048576", "CV1048576"):
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet["A1"], sheet[cell] = "near", "far"
        book.save(tmp_path / "far.xlsx")
        assert reason(tmp_path / "far.xlsx") is Reason.TOO_LARGE


def write_zeros(file: Path) -> None:
    file.write_bytes(bytes(1000))


def write_deep_html(file: Path) -> None:
    file.write_text("<div>" * 200_000 + "x")


def write_cut_zip(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "text" * 1000)
    file.write_bytes(file.read_bytes()[:60])


def write_entities(file: Path) -> None:
    file.write_text('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>')


@pytest.mark.parametrize(
    ("name", "write", "expected"),
    [
        ("a.doc", write_zeros, Reason.CORRUPT),
        ("a.html", write_deep_html, Reason.CORRUPT),
        ("a.zip", write_cut_zip, Reason.CORRUPT),
        ("a.xml", write_entities, Reason.EMPTY),
        ("a.xyz", write_zeros, Reason.UNSUPPORTED),
        ("a.ppt", write_zeros, Reason.CORRUPT),
        ("a.msg", write_zeros, Reason.CORRUPT),
    ],
)
def test_hostile_files_end_in_a_reason(
    name: str, write: Callable[[Path], None], expected: Reason, tmp_path: Path
) -> None:
    write(tmp_path / name)
    assert reason(tmp_path / name) is expected


def test_thousands_of_attributes_take_no_time(tmp_path: Path) -> None:
    attributes = " ".join(f"a{number}=1" for number in range(60_000))
    (tmp_path / "a.html").write_text(f"<p {attributes}>found</p>")
    assert read(tmp_path / "a.html").pages[0].text == "found"
