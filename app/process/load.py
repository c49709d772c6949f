"""Whether indexing had better wait: the battery runs low, or other programs need the machine."""

import time
from collections.abc import Callable

import psutil

from app.index.progress import Pause
from app.settings import Settings

_INTERVAL = 5.0  # seconds between two looks


class Load:
    """Looks at battery and processor, seldom enough to cost nothing."""

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self._battery_percent: float = settings["indexing.battery_percent"]
        self._busy_percent: float = settings["indexing.busy_percent"]
        self._clock = clock
        self._next = 0.0
        self._found: Pause = ""
        self._process = psutil.Process()

    def reason_to_wait(self) -> Pause:
        """ "" when there is none."""
        if self._clock() >= self._next:
            self._next = self._clock() + _INTERVAL
            self._found = self._look()
        return self._found

    def seconds_to_next_look(self) -> float:
        """After which the answer may be another one."""
        return max(0.0, self._next - self._clock())

    def _look(self) -> Pause:
        if self._battery_percent and _charge() < self._battery_percent:
            return "battery"
        if self._busy_percent and self._others() > self._busy_percent:
            return "busy"
        return ""

    def _others(self) -> float:
        """Percent of the machine that other programs used since the last look."""
        own = self._process.cpu_percent()  # of one processor; readers are few and step back
        return psutil.cpu_percent() - own / (psutil.cpu_count() or 1)


def _charge() -> float:
    """Percent of the battery; 100 when plugged in or without one."""
    try:
        battery = psutil.sensors_battery()
    except (AttributeError, OSError, RuntimeError):  # not on every system
        return 100.0
    return 100.0 if battery is None or battery.power_plugged else float(battery.percent)
