"""The order of recognised lines on a page."""

import numpy as np

from app.documents.reading_order import reading_order


def order(*lines: tuple[float, float, float, float]) -> list[int]:
    return reading_order(np.array(lines, np.float64).reshape(-1, 4))


def test_a_page_of_one_column_is_read_from_the_top() -> None:
    assert order((0, 40, 90, 50), (0, 0, 90, 10), (0, 20, 60, 30)) == [1, 2, 0]


def test_the_parts_of_a_slanted_row_stay_together() -> None:
    assert order((60, 1, 90, 11), (0, 3, 40, 13), (0, 20, 90, 30)) == [1, 0, 2]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [(0.0, y, 120.0, y + 10) for y in (0, 20, 40, 60)]
    right = [(150.0, y, 270.0, y + 10) for y in (0, 20, 40, 60)]
    mixed = [line for pair in zip(left, right, strict=True) for line in pair]
    assert order(*mixed) == [0, 2, 4, 6, 1, 3, 5, 7]


def test_a_heading_over_two_columns_comes_first_and_a_footer_last() -> None:
    left = [(0.0, y, 120.0, y + 10) for y in (20, 40, 60)]
    right = [(150.0, y, 270.0, y + 10) for y in (20, 40, 60)]
    lines = [(0.0, 90.0, 270.0, 100.0), *right, *left, (0.0, 0.0, 270.0, 10.0)]
    assert order(*lines) == [7, 4, 5, 6, 1, 2, 3, 0]


def test_a_table_is_read_by_rows() -> None:
    rows = [[(0.0, y, 120.0, y + 10), (150.0, y, 190.0, y + 10)] for y in range(0, 100, 20)]
    assert order(*(cell for row in rows for cell in row)) == list(range(10))


def test_a_page_without_lines_has_no_order() -> None:
    assert order() == []
