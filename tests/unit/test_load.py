"""When indexing waits for the battery or for other programs."""

from types import SimpleNamespace

import pytest

from app.process.load import Load
from app.settings import Settings
from app.settings_table import TABLE


def load(clock: object, **chosen: float) -> Load:
    values = {setting.name: setting.default for setting in TABLE}
    values |= {f"indexing.{name}": value for name, value in chosen.items()}
    return Load(Settings(values), clock)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("battery", "reason"),
    [
        (None, ""),
        (SimpleNamespace(percent=10, power_plugged=True), ""),
        (SimpleNamespace(percent=29, power_plugged=False), "battery"),
        (SimpleNamespace(percent=30, power_plugged=False), ""),
    ],
)
def test_a_low_battery(monkeypatch: pytest.MonkeyPatch, battery: object, reason: str) -> None:
    monkeypatch.setattr("psutil.sensors_battery", lambda: battery, raising=False)
    assert load(lambda: 1.0).reason_to_wait() == reason
    assert load(lambda: 1.0, battery_percent=0).reason_to_wait() == ""


def test_other_programs_and_how_often_it_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    used = [95.0]
    now = [1.0]
    monkeypatch.setattr("psutil.sensors_battery", lambda: None, raising=False)
    monkeypatch.setattr("psutil.cpu_percent", lambda: used[0])
    monkeypatch.setattr("psutil.Process.cpu_percent", lambda self: 0.0)
    watched = load(lambda: now[0], busy_percent=80)
    assert watched.reason_to_wait() == "busy"
    used[0] = 10.0
    assert watched.reason_to_wait() == "busy"  # not looked again yet
    assert watched.seconds_to_next_look() == 5.0
    now[0] = 6.0
    assert watched.reason_to_wait() == ""
    used[0] = 99.0
    assert load(lambda: 1.0).reason_to_wait() == ""  # off unless asked for
