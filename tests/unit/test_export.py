"""Exported results: every format read back, nothing in them taken for what it is not."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from app.documents.place import Place
from app.embedding.folder import ChannelWeights
from app.errors import UsageError
from app.search.export import as_citations, as_csv, as_json, as_markdown, export
from app.search.model import ChannelScores, Hit, Query, SearchResult, Seconds

HIT = Hit(
    path="/home/ann/Verträge (alt)/lease #1.pdf",
    also_at=("/mnt/copy.pdf",),
    type="pdf",
    title="Lease & deposit_50%",
    heading="§ 2 › Term",
    page=3,
    part=2,
    place=Place("page", "3"),
    file="/home/ann/Verträge (alt)/lease #1.pdf",
    locator="",
    passage="p1",
    score=-0.25,
    channels=ChannelScores(0.5, 0.25, -0.1),
    text="The tenant\nmay “end” the *lease*; see [1].",
    snippet="The tenant\nmay “end” the *lease*; see [1].",
    matches=(),
    document="d1",
    start=0,
    end=10,
    boxes=(),
    modified=1_700_000_000.0,
)
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", "＠a", "|calc")


def result(*hits: Hit) -> SearchResult:
    query = Query("=lease", offset=10)
    return SearchResult(query, hits, ChannelWeights(1, 0, 0), 1, Seconds(0, 0, 0, 0, 0))


def test_csv_is_read_back_and_holds_no_formula() -> None:
    hits = [replace(HIT, title=text, heading=text, snippet=text, text=text) for text in FORMULAS]
    text = as_csv(result(HIT, *hits))
    assert text.encode().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows[0]["rank"] == "11" and rows[0]["page"] == "3" and rows[0]["score"] == "-0.25"
    assert rows[0]["snippet"] == HIT.snippet and rows[0]["also_at"] == "/mnt/copy.pdf"
    for row, formula in zip(rows[1:], FORMULAS, strict=True):
        for column in ("title", "heading", "snippet", "text"):
            assert row[column] == f"'{formula}"
    assert as_csv(result()).count("\n") == 1


def test_json_has_the_hits_and_what_was_asked() -> None:
    found = json.loads(as_json(result(HIT)))
    assert found["query"] == "=lease"
    (hit,) = found["hits"]
    assert (hit["rank"], hit["page"], hit["path"], hit["text"]) == (11, 3, HIT.path, HIT.text)


def test_markdown_links_to_the_page_and_is_plain() -> None:
    text = as_markdown(result(HIT, replace(HIT, page=None, type="txt", place=Place("", ""))))
    assert "11. Lease \\& deposit\\_50% — [lease \\#1\\.pdf, " in text
    links = re.findall(r"\]\((\S+)\)", text)
    assert links[0] == "file:///home/ann/Vertr%C3%A4ge%20%28alt%29/lease%20%231.pdf#page=3"
    assert not links[1].endswith("#page=3")
    assert "> The tenant may “end” the \\*lease\\*; see \\[1\\]\\." in text
    assert "Nothing found" in as_markdown(result())


def test_citations_are_one_a_document_with_its_pages() -> None:
    other = replace(HIT, document="d2", title="", path="/a/lease #1.txt", page=None)
    text = as_citations(result(HIT, replace(HIT, page=1), replace(HIT, page=3), other))
    assert re.findall(r"@misc\{(.*),", text) == ["lease-1", "lease-1-2"]
    assert "title = {Lease \\& deposit\\_50\\%}" in text and "pages = {1, 3}" in text
    assert "date = {2023-11-1" in text and "title = {lease \\#1}" in text
    assert text.count("{") == text.count("}")


def test_files_are_written_as_a_whole_and_never_by_accident(tmp_path: Path) -> None:
    for ending in (".csv", ".json", ".md", ".BIB"):
        file = tmp_path / f"found{ending}"
        assert export(result(HIT), file) == 1 and file.stat().st_size > 100
        with pytest.raises(UsageError, match="there already"):
            export(result(), file)
        export(result(), file, overwrite=True)
    for file, message in (
        (tmp_path / "found.docx", r"one of \.csv, \.json, \.md, \.bib"),
        (tmp_path / "found", "one of"),
        (tmp_path / "nowhere" / "found.csv", "cannot be written"),
    ):
        with pytest.raises(UsageError, match=message):
            export(result(HIT), file)
    (tmp_path / "folder.md").mkdir()
    with pytest.raises(UsageError, match="cannot be written"):
        export(result(HIT), tmp_path / "folder.md", overwrite=True)
    assert len(list(tmp_path.iterdir())) == 5  # and nothing half done beside them
