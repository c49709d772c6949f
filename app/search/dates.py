"""Days, months and years as people type them."""

import re
from datetime import date, datetime, timedelta

_PATTERNS = (
    re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?"),
    re.compile(r"(?:(?P<day>\d{1,2})\.)?(?P<month>\d{1,2})[./](?P<year>\d{4})"),
)
_DAYS_AGO = {"today": 0, "heute": 0, "yesterday": 1, "gestern": 1, "vorgestern": 2}
_AGO = re.compile(r"(\d{1,4})([dwmytj])")  # days or Tage, weeks, months, years or Jahre
_UNIT_DAYS = {"d": 1, "t": 1, "w": 7, "m": 30, "y": 365, "j": 365}


def parse_period(text: str, today: date) -> tuple[float, float] | None:
    """Beginning and end of a day, month or year in local time; None for what is none.

    In seconds since the epoch, the end being the beginning of what follows. Understood are
    2026, 2026-01, 2026-01-31, 31.1.2026, 1.2026, "yesterday", "gestern", "7d", "2w", "6m", "1y".
    """
    plain = text.strip().casefold()
    try:
        if plain in _DAYS_AGO:
            return _of_day(today - timedelta(days=_DAYS_AGO[plain]))
        if found := _AGO.fullmatch(plain):
            return _of_day(today - timedelta(days=int(found[1]) * _UNIT_DAYS[found[2]]))
        for pattern in _PATTERNS:
            if found := pattern.fullmatch(plain):
                parts = {name: int(value) for name, value in found.groupdict().items() if value}
                return _span(**parts)
    except (ValueError, OverflowError, OSError):
        pass  # there is no 31st of February
    return None


def _span(year: int, month: int = 0, day: int = 0) -> tuple[float, float]:
    if day:
        return _of_day(date(year, month, day))
    if month:
        following = date(year + month // 12, month % 12 + 1, 1)
        return _timestamp(date(year, month, 1)), _timestamp(following)
    return _timestamp(date(year, 1, 1)), _timestamp(date(year + 1, 1, 1))


def _of_day(day: date) -> tuple[float, float]:
    return _timestamp(day), _timestamp(day + timedelta(days=1))


def _timestamp(day: date) -> float:
    return datetime(day.year, day.month, day.day).timestamp()
