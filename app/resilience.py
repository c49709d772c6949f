"""Retries and circuit breakers: a guard before everything that may fail for a while."""

import logging
import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

import tenacity

from app.settings import Settings

_log = logging.getLogger(__name__)
_LONGEST_WAIT = 30.0  # seconds between two attempts
_END = object()
# Seconds an attempt may take while somebody waits; None while nobody does.
_allowed: ContextVar[float | None] = ContextVar("seconds allowed", default=None)
Result = TypeVar("Result")
State = Literal["closed", "open", "half_open"]


@dataclass(frozen=True)
class Limits:
    """How long to insist.

    retries: attempts after the first; delay: seconds before the first of them, doubled from one
    to the next, each with up to `delay` of jitter on top; threshold: failed attempts in a row
    that open the breaker; cool_down: seconds until an open breaker lets one attempt through.
    """

    retries: int
    delay: float
    threshold: int
    cool_down: float

    @classmethod
    def of(cls, settings: Settings) -> "Limits":
        """The limits the user set."""
        return cls(
            settings["resilience.max_retries"],
            settings["resilience.retry_delay"],
            settings["resilience.breaker_threshold"],
            settings["resilience.breaker_cool_down"],
        )


@dataclass(frozen=True)
class GuardState:
    """How a dependency fared since the program started.

    state: "closed" when it is asked, "open" when not, "half_open" when the next attempt decides;
    attempts: times it was asked, retries among them; failures: attempts that failed; refused:
    times it was not asked because the breaker was open; retry_in: seconds until it is asked again.
    """

    name: str
    state: State
    attempts: int
    retries: int
    failures: int
    refused: int
    retry_in: float
    last_error: str


@contextmanager
def hurried(seconds: float = 10.0) -> Iterator[None]:
    """Inside, somebody waits: one retry at once, no back-off, `seconds` at most an attempt."""
    token = _allowed.set(seconds)
    try:
        yield
    finally:
        _allowed.reset(token)


def seconds_allowed(timeout: float) -> float:
    """How long an attempt may take that has `timeout` when nobody waits."""
    allowed = _allowed.get()
    return timeout if allowed is None else min(timeout, allowed)


class Guard:
    """Stands before one dependency: tries again what may pass, and leaves it alone when it is down.

    The circuit breaker of Nygard's "Release It!": closed → open after `threshold` failed attempts
    in a row → half-open after `cool_down`: one attempt decides whether it closes or opens again.
    Safe to use from several threads.
    """

    def __init__(
        self,
        name: str,
        limits: Limits,
        refuse: Callable[[str, float], Exception],
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """name: as statistics show it. refuse: makes the error raised while the breaker is open,
        from a clause ("is not tried for another 12 s, …") and the seconds left."""
        self.name = name
        self._limits = limits
        self._refuse = refuse
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._attempts = self._retries = self._failures = self._refused = 0
        self._in_row = 0
        self._opened_at: float | None = None
        self._probing = False
        self._last_error = ""

    def call(
        self,
        function: Callable[[], Result],
        may_pass: Callable[[BaseException], bool] = lambda _: False,
    ) -> Result:
        """What the function returns; errors that may pass are tried again, then raised.

        Raises what `refuse` makes while the breaker is open.
        """
        retries, delay = self._limits.retries, self._limits.delay
        if _allowed.get() is not None:
            retries, delay = min(retries, 1), 0.0
        retrying = tenacity.Retrying(
            stop=tenacity.stop_after_attempt(1 + retries),
            wait=tenacity.wait_exponential(delay, _LONGEST_WAIT) + tenacity.wait_random(0, delay),
            retry=tenacity.retry_if_exception(lambda e: may_pass(e) and self._opened_at is None),
            before_sleep=self._note_retry,
            sleep=self._sleep,
            reraise=True,
        )
        result: Result = retrying(self._attempt, function)
        return result

    def steps(self, iterator: Iterator[Result]) -> Iterator[Result]:
        """The iterator's items, each step an attempt; a step that fails is not tried again."""
        while (item := self._attempt(lambda: next(iterator, _END))) is not _END:
            yield item

    def state(self) -> GuardState:
        """How it fared so far."""
        with self._lock:
            left = self._seconds_left()
            state: State = "closed"
            if self._opened_at is not None:
                state = "open" if left > 0 else "half_open"
            return GuardState(
                self.name,
                state,
                self._attempts,
                self._retries,
                self._failures,
                self._refused,
                round(left, 3),
                self._last_error,
            )

    def _attempt(self, function: Callable[[], Any]) -> Any:
        self._admit()
        try:
            result = function()
        except Exception as error:
            self._note_failure(error)
            raise
        except BaseException:  # stopped by the user: says nothing about the dependency
            self._probing = False
            raise
        with self._lock:
            self._in_row = 0
            self._opened_at = None
            self._probing = False
        return result

    def _admit(self) -> None:
        with self._lock:
            left = self._seconds_left()
            if self._opened_at is not None and (left > 0 or self._probing):
                self._refused += 1
                raise self._refuse(
                    f"is not tried for another {math.ceil(left)} s, after {self._in_row} failures"
                    f" in a row. The last: {self._last_error}",
                    left,
                )
            self._probing = self._opened_at is not None
            self._attempts += 1

    def _note_failure(self, error: Exception) -> None:
        with self._lock:
            self._failures += 1
            self._in_row += 1
            self._last_error = str(error) or type(error).__name__
            self._probing = False
            if self._opened_at is not None or self._in_row >= self._limits.threshold:
                self._opened_at = self._clock()
                _log.warning("%s is left alone for a while: %s", self.name, error)

    def _note_retry(self, state: tenacity.RetryCallState) -> None:
        with self._lock:
            self._retries += 1
        _log.info("%s failed and is tried again: %s", self.name, self._last_error)

    def _seconds_left(self) -> float:
        if self._opened_at is None:
            return 0.0
        return max(0.0, self._opened_at + self._limits.cool_down - self._clock())
