"""Boxes of a passage on its page."""

import numpy as np

from app.documents.model import Words
from app.search.marks import line_boxes

WORDS = Words(
    np.array([[0, 3], [4, 8], [9, 12], [13, 17]], np.int32),
    np.array(
        [
            [0.1, 0.1, 0.2, 0.12],
            [0.21, 0.1, 0.3, 0.12],
            [0.1, 0.13, 0.2, 0.15],
            [0.6, 0.13, 0.7, 0.15],
        ],
        np.float32,
    ),
)


def test_words_of_a_line_make_one_box_and_far_columns_do_not() -> None:
    assert np.allclose(
        line_boxes(WORDS, 0, 17),
        [[0.1, 0.1, 0.3, 0.12], [0.1, 0.13, 0.2, 0.15], [0.6, 0.13, 0.7, 0.15]],
    )


def test_only_words_of_the_passage_are_marked() -> None:
    assert np.allclose(line_boxes(WORDS, 4, 8), [[0.21, 0.1, 0.3, 0.12]])


def test_no_words_no_boxes() -> None:
    assert line_boxes(Words(), 0, 10) == ()
