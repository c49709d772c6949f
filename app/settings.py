"""The settings in force: the declared table, read from settings.toml and the environment."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.errors import UsageError
from app.settings_table import TABLE

_BY_NAME = {setting.name: setting for setting in TABLE}


@dataclass(frozen=True)
class Settings:
    """The values in force; ask with settings["cache.enabled"]."""

    values: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.values[name]


def load_settings(file: Path, environ: Mapping[str, str] = os.environ) -> Settings:
    """Defaults, then the TOML file, then the environment.

    Raises UsageError for a file that is not TOML, an unknown name or a value out of bounds.
    """
    values = {setting.name: setting.default for setting in TABLE}
    for name, raw in _flat(_read_toml(file)).items():
        if name not in _BY_NAME:
            raise UsageError(f"There is no setting {name} (in {file}).", "Remove that line.")
        values[name] = _BY_NAME[name].parse(raw, str(file))
    for setting in TABLE:
        if setting.env and (text := environ.get(setting.env)):
            values[setting.name] = setting.parse(text, f"the environment ({setting.env})")
    return Settings(values)


def _read_toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"The settings file {file} is not valid: {error}.") from None


def _flat(table: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in table.items():
        name = f"{prefix}{key}"
        flat |= _flat(value, f"{name}.") if isinstance(value, Mapping) else {name: value}
    return flat
