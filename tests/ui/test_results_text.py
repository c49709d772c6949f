"""The texts of a row: cut to their lines, matches where they stand."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from app.documents.place import Place
from app.search.model import Behind, ChannelScores, Hit
from app.ui.results_text import Fonts, RowText, RowTexts, is_right_to_left, more_line

HIT = Hit(
    path="/home/a/Guide.pdf",
    also_at=(),
    type="pdf",
    title="",
    heading="",
    page=3,
    part=2,
    place=Place("page", "3"),
    file="/home/a/Guide.pdf",
    locator="",
    passage="p",
    score=0.5,
    channels=ChannelScores(0, 0, 0),
    text="",
    snippet="",
    matches=(),
    document="d",
    start=0,
    end=0,
    boxes=(),
)


def laid_out(hit: Hit, width: int) -> RowText:
    return RowTexts().get(0, hit, "passages", width, Fonts.of(QFont(), 3))


def marked(row: RowText) -> list[str]:
    text = row.snippet.text().encode("utf-16-le")
    return [text[2 * a : 2 * b].decode("utf-16-le") for a, b in row.matches]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", [120, 200, 333, 500, 5000])
def test_matches_are_marked_where_they_stand_and_only_where_they_are_shown(width: int) -> None:
    snippet = "𝔘𝔥𝔯 clocks " + "tick and tock, say the clocks of the house; " * 12
    places = [i for i in range(len(snippet)) if snippet.startswith("clocks", i)]
    row = laid_out(replace(HIT, snippet=snippet, matches=tuple((p, p + 6) for p in places)), width)
    assert row.snippet.lineCount() <= 3
    assert set(marked(row)) <= {"clocks"} and marked(row)
    if width < 5000:
        assert row.snippet.text().endswith(" …") and len(row.matches) < len(places)
    else:
        assert row.snippet.text() == snippet and len(row.matches) == len(places)


@pytest.mark.usefixtures("qapp")
def test_rows_are_laid_out_once(qapp: QApplication) -> None:
    texts, fonts = RowTexts(), Fonts.of(QFont(), 3)
    first = texts.get("a", replace(HIT, snippet="one"), "passages", 200, fonts)
    assert texts.get("a", HIT, "passages", 200, fonts) is first
    for number in range(400):
        texts.get(number, HIT, "passages", 200, fonts)
    assert texts.get("a", HIT, "passages", 200, fonts) is not first


@pytest.mark.usefixtures("qapp")
def test_what_else_is_in_a_document_is_counted_with_its_pages() -> None:
    others = tuple(Behind("/home/a/Guide.pdf", page, str(page), 0.1) for page in (7, 2, 3))
    hit = replace(HIT, others=others)
    assert more_line(hit, "documents").endswith("(p. 2, 3, 7)")
    assert more_line(hit, "passages") == more_line(HIT, "documents") == ""
    told = replace(others[0], snippet="The clocks stop."), replace(others[1], page=None)
    row = RowTexts().get(0, replace(HIT, others=told), "documents", 5000, Fonts.of(QFont(), 2))
    assert row.more[0] == "p. 7  The clocks stop." and len(row.more) == 2


def test_the_first_letter_decides_the_direction() -> None:
    assert is_right_to_left("2026 مكتبة and more") and not is_right_to_left("Ein ספר")
