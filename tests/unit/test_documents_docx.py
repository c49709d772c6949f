"""Word documents, made by hand to hold what real ones hold."""

import zipfile
from pathlib import Path

import pytest

from app.documents.model import Document
from app.documents.read import read
from app.errors import Reason, UnreadableFile

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = (
    '<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="berschrift2"/></w:style>'
    '<w:style w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>'
)


def paragraph(text: str, style: str = "") -> str:
    chosen = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{chosen}<w:r><w:t>{text}</w:t></w:r></w:p>"


def part(content: str, root: str = "document", namespace: str = NAMESPACE) -> str:
    return f'<w:{root} xmlns:w="{namespace}">{content}</w:{root}>'


def parse(folder: Path, body: str, **parts: str) -> Document:
    file = folder / "a.docx"
    namespace = parts.pop("namespace", NAMESPACE)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", part(f"<w:body>{body}</w:body>", "document", namespace)
        )
        archive.writestr("word/styles.xml", part(STYLES, "styles"))
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", part(content, name))
    return read(file)


def lines(document: Document) -> list[str]:
    (page,) = document.pages
    return [page.text[block.start : block.end] for block in page.blocks]


def test_headings_by_style_in_any_language_of_word(tmp_path: Path) -> None:
    body = paragraph("Miete", "berschrift2") + paragraph("own", "Own") + paragraph("text", "A")
    document = parse(tmp_path, body)
    assert [block.level for block in document.pages[0].blocks] == [2, 2, 0]
    assert document.title == "Miete"


def test_tables_notes_comments_and_headers(tmp_path: Path) -> None:
    cell = "<w:tc>{}</w:tc>".format
    row = f"<w:tr>{cell(paragraph('rent'))}{cell(paragraph('865') + paragraph('euro'))}</w:tr>"
    document = parse(
        tmp_path,
        paragraph("body") + f"<w:tbl>{row}</w:tbl>",
        header1=paragraph("letterhead"),
        footnotes=f"<w:footnote>{paragraph('a note')}</w:footnote>",
        comments=f"<w:comment>{paragraph('a remark')}</w:comment>",
    )
    assert lines(document) == ["body", "rent | 865 euro", "letterhead", "a note", "a remark"]


def test_deleted_text_is_left_out_inserted_text_is_kept(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>The rent is </w:t></w:r>"
        "<w:del><w:r><w:delText>800</w:delText><w:t>800</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>865</w:t><w:tab/><w:t>euro</w:t></w:r></w:ins></w:p>"
    )
    assert lines(parse(tmp_path, body)) == ["The rent is 865\teuro"]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    other = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{paragraph('in the box')}</w:txbxContent>"
    body = (
        f'<w:p><w:r><w:t>around</w:t><m:AlternateContent xmlns:m="{other}">'
        f"<m:Choice>{box}</m:Choice><m:Fallback>{box}</m:Fallback></m:AlternateContent></w:r></w:p>"
    )
    assert lines(parse(tmp_path, body)) == ["around", "in the box"]


def test_strict_open_xml_is_read_too(tmp_path: Path) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert lines(parse(tmp_path, paragraph("strict"), namespace=strict)) == ["strict"]


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("do not read me")
    file = tmp_path / "a.docx"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
            + part(f"<w:body>{paragraph('seen &x;')}</w:body>"),
        )
    assert "do not read me" not in lines(read(file))[0]


def problem(file: Path) -> Reason:
    with pytest.raises(UnreadableFile) as caught:
        read(file)
    return caught.value.reason


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (20 * 2**20))
    assert problem(file) is Reason.TOO_LARGE


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04 cut off", Reason.CORRUPT),
        (b"plain text", Reason.CORRUPT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Reason.CORRUPT),
        (b"", Reason.EMPTY),
    ],
)
def test_what_is_no_word_document_says_so(tmp_path: Path, content: bytes, reason: Reason) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(content)
    assert problem(file) is reason


def test_a_zip_without_a_document_and_broken_xml_are_damaged(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("other.xml", "<a/>")
    assert problem(file) is Reason.CORRUPT
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w:document>")
    assert problem(file) is Reason.CORRUPT
