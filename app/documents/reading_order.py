"""In which order the lines of a recognised page are read: columns before rows."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_COLUMN_GAP = 1.0  # times the usual line height: narrower white is between words
_FEWEST_LINES = 3  # in a column; fewer are cells or notes beside the text
_NARROWEST = 8.0  # width of a column of text, in line heights; cells of tables are narrower


def reading_order(boxes: NDArray[np.float64]) -> list[int]:
    """Positions of lines in reading order, left to right and top to bottom.

    boxes: [n, 4] x0, y0, x1, y1 in one unit for both axes. A page is parted where white runs
    through it, across first and then down, over and over (recursive XY-cut, Nagy & Seth 1984);
    parts that white does not part are read by rows.
    """
    if not len(boxes):
        return []
    height = float(np.median(boxes[:, 3] - boxes[:, 1]))
    return _ordered(boxes, list(range(len(boxes))), height)


def _ordered(boxes: NDArray[np.float64], lines: list[int], height: float) -> list[int]:
    if len(lines) < 2 * _FEWEST_LINES:
        return _by_rows(boxes, lines)
    bands = _parts(boxes, lines, 1, 0.0)
    first, last = _longest_run(boxes, bands, height)
    if first == last:
        return _by_rows(boxes, lines)
    # A heading, a wide picture's caption or a footer bridges columns: they end there.
    before, inside, after = (
        [line for band in part for line in band]
        for part in (bands[:first], bands[first:last], bands[last:])
    )
    columns = _parts(boxes, inside, 0, _COLUMN_GAP * height)
    ordered = [line for column in columns for line in _ordered(boxes, column, height)]
    return [*_ordered(boxes, before, height), *ordered, *_ordered(boxes, after, height)]


def _longest_run(
    boxes: NDArray[np.float64], bands: Sequence[list[int]], height: float
) -> tuple[int, int]:
    """First and one past the last of the most neighbouring bands that stand in columns."""
    best = (0, 0)
    last = 0
    for first in range(len(bands)):
        last = max(last, first)
        # One more band never parts what the others did not: both ends only move on.
        while last < len(bands):
            inside = [line for band in bands[first : last + 1] for line in band]
            if len(_parts(boxes, inside, 0, _COLUMN_GAP * height)) < 2:
                break
            last += 1
        if last - first > best[1] - best[0]:
            inside = [line for band in bands[first:last] for line in band]
            columns = _parts(boxes, inside, 0, _COLUMN_GAP * height)
            if all(_is_column(boxes[column], height) for column in columns):
                best = (first, last)
    return best


def _is_column(lines: NDArray[np.float64], height: float) -> bool:
    """Whether lines are those of a text and not the cells of a table, which is read by rows."""
    width = float(np.median(lines[:, 2] - lines[:, 0]))
    return len(lines) >= _FEWEST_LINES and width >= _NARROWEST * height


def _parts(
    boxes: NDArray[np.float64], lines: Sequence[int], axis: int, gap: float
) -> list[list[int]]:
    """The lines parted by white wider than the gap, along x (0) or y (1)."""
    parts: list[list[int]] = []
    reached = -np.inf
    for line in sorted(lines, key=lambda i: boxes[i, axis]):
        if not parts or boxes[line, axis] - reached > gap:
            parts.append([])
        parts[-1].append(line)
        reached = max(reached, boxes[line, axis + 2])
    return parts


def _by_rows(boxes: NDArray[np.float64], lines: Sequence[int]) -> list[int]:
    """Rows from the top, each from the left; a row's lines overlap its first by half."""
    rows: list[list[int]] = []
    for line in sorted(lines, key=lambda i: boxes[i, 1] + boxes[i, 3]):
        middle = (boxes[line, 1] + boxes[line, 3]) / 2
        first = rows[-1][0] if rows else None
        if first is not None and boxes[first, 1] <= middle <= boxes[first, 3]:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda i: boxes[i, 0])]
