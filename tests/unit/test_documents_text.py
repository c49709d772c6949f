"""Notes, Markdown and web pages: encodings, structure, what is left out."""

from pathlib import Path

import pytest

from app.documents.model import Document
from app.documents.read import read
from app.errors import Reason, UnreadableFile

GERMAN = "Die Übergabe erfolgt am Dienstag, die Schlüssel gehören der Prüferin Frau Größlich. " * 3
RUSSIAN = "Договор аренды заканчивается тридцать первого декабря этого года. " * 4


def parse(folder: Path, name: str, content: str | bytes) -> Document:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read(file)


def lines(document: Document) -> list[str]:
    (page,) = document.pages
    assert page.number is None
    covered = [page.text[block.start : block.end] for block in page.blocks]
    assert "".join("".join(covered).split()) == "".join(page.text.split())
    return covered


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "utf-8"),
        (GERMAN, "utf-8-sig"),
        (GERMAN, "utf-16"),
        (GERMAN, "utf-16-le"),
        (GERMAN, "utf-16-be"),
        (GERMAN, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        ("契約は十二月三十一日に終了します。鍵は管理人に返してください。" * 4, "shift_jis"),
    ],
)
def test_text_is_read_in_its_encoding(tmp_path: Path, text: str, encoding: str) -> None:
    assert lines(parse(tmp_path, "a.txt", text.encode(encoding))) == [text.strip()]


def test_a_stray_nul_does_not_change_the_encoding(tmp_path: Path) -> None:
    assert lines(parse(tmp_path, "a.txt", f"{GERMAN}\0{RUSSIAN}")) == [(GERMAN + RUSSIAN).strip()]


def test_blank_lines_part_paragraphs_and_control_characters_go(tmp_path: Path) -> None:
    found = lines(
        parse(tmp_path, "a.log", "one\r\nline \x1b[1mtwo\x07\r\n \t\r\nthree\u00ad\ufeff")
    )
    assert found == ["one\nline [1mtwo", "three"]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_binary_data_is_not_taken_for_text(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        parse(tmp_path, name, bytes(range(256)) * 40)
    assert caught.value.reason is Reason.CORRUPT


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_only_white_space_is_empty(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        parse(tmp_path, name, " \n\n\t\u200b\n")
    assert caught.value.reason is Reason.EMPTY


def test_markdown_structure(tmp_path: Path) -> None:
    document = parse(
        tmp_path,
        "a.md",
        "# Bread\n\nMix *well* and [rest](http://x.example/long).\n\n## Steps\n\n"
        "- knead\n- wait\n  - an hour\n\n| what | grams |\n|---|---|\n| rye | **300** |\n\n"
        "```sh\nbake --hot\n```\n\n<div>kept<br>text</div>\n\n> quoted\n",
    )
    assert document.title == "Bread"
    assert lines(document) == [
        "Bread",
        "Mix well and rest.",
        "Steps",
        "knead\nwait\nan hour",
        "what | grams\nrye | 300",
        "bake --hot",
        "kept text",
        "quoted",
    ]
    assert [block.level for block in document.pages[0].blocks] == [1, 0, 2, 0, 0, 0, 0, 0]


def test_front_matter_gives_the_title_and_is_not_text(tmp_path: Path) -> None:
    document = parse(tmp_path, "a.md", "---\ntitle: 'Field notes'\ndate: 2025\n---\nRain.\n")
    assert document.title == "Field notes"
    assert lines(document) == ["Rain."]


def test_a_rule_at_the_top_is_not_front_matter(tmp_path: Path) -> None:
    assert "Rain." in lines(parse(tmp_path, "a.md", "---\nRain.\n"))


def test_html_structure(tmp_path: Path) -> None:
    document = parse(
        tmp_path,
        "a.html",
        "<title>Shop &amp; more</title><style>p{}</style><script>alert(1)</script>"
        "<h1>Prices</h1><p>From <b>May</b><br>on.<p>Second<ul><li>one<li>two</ul>"
        "<table><tr><th>tea<td>4 €</tr><tr><td><p>milk</p><p>fresh</p><td>1 €</tr></table>",
    )
    assert document.title == "Shop & more"
    assert lines(document) == [
        "Prices",
        "From May on.",
        "Second",
        "one",
        "two",
        "tea | 4 €",
        "milk fresh | 1 €",
    ]
    assert document.pages[0].blocks[0].level == 1


def test_a_table_inside_a_table_loses_nothing(tmp_path: Path) -> None:
    document = parse(
        tmp_path,
        "a.htm",
        "<table><tr><td>menu<td>before<table><tr><td>in<td>ner</tr></table>after<td>last</tr></table>",
    )
    assert lines(document) == ["menu", "before", "in | ner", "after", "last"]


def test_a_page_nested_ten_thousand_deep(tmp_path: Path) -> None:
    assert lines(parse(tmp_path, "a.html", "<div>" * 10_000 + "deep")) == ["deep"]


@pytest.mark.parametrize("declared", ["windows-1251", "utf-8", "no-such-encoding"])
def test_a_wrong_declaration_does_not_spoil_a_page(tmp_path: Path, declared: str) -> None:
    page = f'<meta charset="{declared}"><p>{RUSSIAN}</p>'.encode("cp1251")
    assert lines(parse(tmp_path, "a.html", page)) == [RUSSIAN.strip()]
