"""The time that is left is learned from passages, not from files or bytes."""

from app.index.pace import Pace
from app.index.records import FileStamp


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def stamp(kind: str, size: int, number: int = 0) -> FileStamp:
    return FileStamp(f"/{number}.{kind}", kind, size, 0)


def test_types_have_their_own_density() -> None:
    clock = Clock()
    texts = [stamp("txt", 1000, n) for n in range(20)]
    scans = [stamp("pdf", 1_000_000, n) for n in range(20)]
    films = [stamp("mp4", 10**12), stamp("txt", 10**9)]  # not readable, too large
    pace = Pace([*texts, *scans, *films], 10**8, clock)
    assert pace.seconds_left() is None
    for number in range(10):
        pace.was_read(texts[number], 4)
        pace.was_read(scans[number], 1)
    clock.now = 10.0
    pace.have_passed(50)
    assert pace.passages_per_s() == 5.0
    assert pace.seconds_left() == 10.0  # as much again is left
    clock.now = 20.0
    pace.have_passed(50)  # nothing happened meanwhile
    assert pace.passages_per_s() == 2.5
    assert pace.seconds_left() == 20.0


def test_only_the_last_minute_counts() -> None:
    clock = Clock()
    pace = Pace([stamp("txt", 1000)], 10**8, clock)
    for second in range(0, 300, 10):
        clock.now = float(second)
        pace.have_passed(second if second < 100 else 100 + 10 * (second - 100))
    assert 9.5 < pace.passages_per_s() < 10.5
