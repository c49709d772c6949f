"""Retries and the circuit breaker, on a clock of their own."""

from collections.abc import Iterator

import pytest

from app.resilience import Guard, Limits, hurried


class Refused(Exception):
    """What the guard raises while its breaker is open."""


class Away(Exception):
    """What can pass."""


class Clock:
    """Time that passes when somebody waits."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


class Flaky:
    """Fails so many times, then works."""

    def __init__(self, failures: int, error: Exception | None = None) -> None:
        self.left = failures
        self.calls = 0
        self.error = error or Away("nobody there")

    def __call__(self) -> str:
        self.calls += 1
        if self.left > 0:
            self.left -= 1
            raise self.error
        return "answer"


@pytest.fixture
def clock() -> Clock:
    return Clock()


def make(clock: Clock, retries: int = 3, threshold: int = 100) -> Guard:
    limits = Limits(retries, delay=1.0, threshold=threshold, cool_down=30.0)
    return Guard("thing", limits, lambda clause, _: Refused(clause), clock=clock, sleep=clock.sleep)


def passing(error: BaseException) -> bool:
    return isinstance(error, Away)


def test_what_can_pass_is_tried_again_after_growing_delays(clock: Clock) -> None:
    guard, flaky = make(clock), Flaky(3)
    assert guard.call(flaky, passing) == "answer"
    for wait, least in zip(clock.waits, (1, 2, 4), strict=True):
        assert least <= wait <= least + 1  # up to a delay of jitter
    state = guard.state()
    assert (state.attempts, state.retries, state.failures) == (4, 3, 3)
    assert (state.state, state.last_error) == ("closed", "nobody there")


def test_jitter_keeps_desks_from_coming_back_together() -> None:
    waits = set()
    for _ in range(8):
        clock = Clock()
        make(clock).call(Flaky(1), passing)
        waits.add(clock.waits[0])
    assert len(waits) > 1


def test_the_last_error_comes_out_when_nothing_helps(clock: Clock) -> None:
    flaky = Flaky(99)
    with pytest.raises(Away):
        make(clock, retries=2).call(flaky, passing)
    assert flaky.calls == 3


def test_what_cannot_pass_is_not_tried_again(clock: Clock) -> None:
    flaky = Flaky(1, ValueError("wrong for ever"))
    with pytest.raises(ValueError, match="wrong for ever"):
        make(clock).call(flaky, passing)
    assert (flaky.calls, clock.waits) == (1, [])


def test_somebody_who_waits_does_not_wait_for_back_off(clock: Clock) -> None:
    flaky = Flaky(99)
    with hurried(), pytest.raises(Away):
        make(clock).call(flaky, passing)
    assert (flaky.calls, sum(clock.waits)) == (2, 0.0)


def test_the_breaker_opens_refuses_and_closes_after_a_probe(clock: Clock) -> None:
    guard, flaky = make(clock, retries=0, threshold=3), Flaky(3)
    for _ in range(3):
        with pytest.raises(Away):
            guard.call(flaky, passing)
    assert guard.state().state == "open"
    with pytest.raises(Refused, match=r"not tried for another 30 s.*nobody there"):
        guard.call(flaky, passing)
    assert flaky.calls == 3 and guard.state().refused == 1
    clock.now += 30
    assert guard.state().state == "half_open"
    assert guard.call(flaky, passing) == "answer"
    assert guard.state().state == "closed"


def test_a_probe_that_fails_opens_the_breaker_again(clock: Clock) -> None:
    guard, flaky = make(clock, retries=5, threshold=2), Flaky(3)
    with pytest.raises(Away):
        guard.call(flaky, passing)
    assert flaky.calls == 2  # an open breaker ends the retries
    clock.now += 30
    with pytest.raises(Away):
        guard.call(flaky, passing)
    assert flaky.calls == 3
    assert (guard.state().state, guard.state().retry_in) == ("open", 30)


def test_only_one_probe_at_a_time(clock: Clock) -> None:
    guard = make(clock, retries=0, threshold=1)
    with pytest.raises(Away):
        guard.call(Flaky(1), passing)
    clock.now += 30

    def probe() -> str:
        with pytest.raises(Refused):
            guard.call(Flaky(0), passing)
        return "probed"

    assert guard.call(probe, passing) == "probed"


def test_an_interruption_says_nothing_about_the_dependency(clock: Clock) -> None:
    guard = make(clock, retries=0, threshold=1)
    with pytest.raises(Away):
        guard.call(Flaky(1), passing)
    clock.now += 30

    def interrupted() -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        guard.call(interrupted, passing)
    assert guard.call(Flaky(0), passing) == "answer"  # the probe is free again
    assert guard.state().failures == 1


def test_each_step_of_an_iterator_counts(clock: Clock) -> None:
    def steps() -> Iterator[int]:
        yield 1
        yield 2
        raise Away("gone")

    guard = make(clock, threshold=1)
    found = []
    with pytest.raises(Away):
        for step in guard.steps(steps()):
            found.append(step)
    assert found == [1, 2]
    assert (guard.state().attempts, guard.state().state) == (3, "open")
    with pytest.raises(Refused):
        next(guard.steps(steps()))
