"""Passages with all but the same words."""

from app.search.model import ChannelScores
from app.search.near_duplicates import Fingerprint

TEXT = (
    "The tenant may end the lease with three months' notice. The deposit is three monthly rents"
    " and is paid back after the keys are returned. Pets are allowed if the neighbours agree."
)


def near(one: str, other: str, *, dense: float = 0.8) -> bool:
    first = Fingerprint(one, ChannelScores(0.8, 0.5, 0.7))
    return first.is_near(Fingerprint(other, ChannelScores(dense, 0.5, 0.7)))


def test_white_space_case_and_a_word_do_not_matter() -> None:
    assert near(TEXT, TEXT.replace(". ", ".\n\n").upper())
    assert near(TEXT, TEXT.replace("neighbours", "others"))


def test_other_numbers_are_another_content() -> None:
    boiler = "The valve of boiler 41 was inspected by the team and found to be in good order."
    assert near(boiler, boiler) and not near(boiler, boiler.replace("41", "42"))


def test_other_texts_are_not_near() -> None:
    assert not near(TEXT, TEXT[: len(TEXT) // 2])
    assert not near(TEXT, " ".join(reversed(TEXT.split())))
    assert not near(TEXT, TEXT, dense=0.5)
