"""Conditions in a query's text, put in and taken out."""

from datetime import date, datetime

import pytest

from app.search.filters import (
    added,
    chosen,
    filters_in,
    folder_value,
    without,
    without_fields,
    without_value,
    written,
)
from app.search.model import Query
from app.search.query import parse


def test_filters_stand_where_they_say() -> None:
    text = 'lease type:pdf,docx -lang:de in:"My files" 12:30 after:nonsense'
    found = filters_in(text, date(2026, 3, 1))
    assert [text[f.start : f.end] for f in found] == ["type:pdf,docx", "-lang:de", 'in:"My files"']
    assert [(f.field, f.values, f.negated) for f in found] == [
        ("type", ("pdf", "docx"), False),
        ("language", ("de",), True),
        ("folder", ("My files",), False),
    ]
    assert without(text, found[0].start, found[0].end).startswith("lease -lang:de")


@pytest.mark.parametrize(
    "value", ["pdf", "Steuer 2025", "a,b", 'with "quotes"', "(draft)", "C:\\Users\\Jörg Ü"]
)
def test_a_chosen_value_is_understood_as_it_was_chosen(value: str) -> None:
    text = added("roof repair", "folder", value)
    (filter_,) = filters_in(text)
    assert filter_.values == (value,)
    assert parse(text).text == "roof repair"
    assert parse(text).where[0].values == (value,)
    assert chosen(text, "folder") == {value}
    assert without_value(text, "folder", value) == "roof repair"


def test_alternatives_go_one_by_one_and_dates_together() -> None:
    text = added(added("soup", "type", "pdf"), "type", "txt")
    assert chosen(text, "type") == {"pdf", "txt"}
    assert without_value(text, "type", "pdf") == "soup type:txt"
    assert without_value("type:pdf,txt soup", "type", "pdf") == "soup type:txt"
    dated = added(added("soup", "after", "2024"), "before", "2025")
    assert without_fields(dated, ("after", "before")) == "soup"


def test_a_folder_is_named_shortly_unless_another_has_that_name() -> None:
    folders = ["/home/a/Library/Work", "/home/a/Library/Mail", "/srv/Library/Work", "D:\\X\\Y"]
    assert folder_value(folders[1], folders) == "Library/Mail"
    assert folder_value(folders[0], folders) == folders[0]
    assert folder_value(folders[3], folders) == "X/Y"


def test_conditions_beside_the_text_are_written_out() -> None:
    day = datetime(2025, 3, 1).timestamp()
    query = Query("lease", folder="/home/a/My files", types=("pdf", "md"), after=day, before=day)
    assert Query(written(query)).where == query.where and len(query.where) == 4
    assert Query(written(query)).parsed.text == "lease"
