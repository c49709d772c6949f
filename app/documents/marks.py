"""Where a passage stands on the picture of its page."""

import numpy as np

from app.documents.model import Words

_DIGITS = 5  # of a fraction: finer than a pixel


def line_boxes(words: Words, start: int, end: int) -> tuple[tuple[float, float, float, float], ...]:
    """Boxes of the words in text[start:end], those of one line joined.

    Returns x0, y0, x1, y1 as fractions of the page, in reading order.
    """
    inside = (words.spans[:, 0] < end) & (words.spans[:, 1] > start)
    lines: list[list[float]] = []
    for x0, y0, x1, y1 in words.boxes[inside].tolist():
        if lines and _same_line(lines[-1], y0, y1, x0):
            last = lines[-1]
            lines[-1] = [last[0], min(last[1], y0), max(last[2], x1), max(last[3], y1)]
        else:
            lines.append([x0, y0, x1, y1])
    return tuple(
        (box[0], box[1], box[2], box[3])
        for box in np.round(np.asarray(lines, float).reshape(-1, 4), _DIGITS).tolist()
    )


def _same_line(line: list[float], y0: float, y1: float, x0: float) -> bool:
    """Whether a word goes on with a line: its middle lies in it, and it stands to the right.

    A gap wider than a few letters starts a new box, so that a row of table cells or two columns
    at one height are not painted as one bar.
    """
    middle = (y0 + y1) / 2
    height = line[3] - line[1]
    return line[1] <= middle <= line[3] and -0.5 * height <= x0 - line[2] <= 3 * height
