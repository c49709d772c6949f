"""The settings as the window changes them: written to their file at once."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.setting import Setting
from app.settings import Settings, load_settings
from app.settings_file import write_setting
from app.settings_table import TABLE

# What a running engine takes at the next call; everything else needs it to start anew.
_LIVE = ("search.", "ocr.", "reading.", "folders.exclude")


class SettingsStore(QObject):
    """Values in force, and where each comes from.

    changed: a setting got another value. applies: how the engine can take it: "now" or "restart";
    "" for what only the window needs.
    """

    changed = Signal(str, str)  # name, applies
    failed = Signal(object)  # UserError

    def __init__(self, file: Path, environ: Mapping[str, str] = os.environ) -> None:
        super().__init__()
        self._file = file
        self._environ = environ
        self.problem: UserError | None = None
        self.values = self._load()

    def _load(self) -> Settings:
        try:
            values = load_settings(self._file, self._environ)
        except UserError as error:
            self.problem = error
            return Settings({setting.name: setting.default for setting in TABLE})
        self.problem = None
        return values

    @property
    def file(self) -> Path:
        """Where the settings are kept."""
        return self._file

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def overridden_by(self, setting: Setting) -> str:
        """The environment variable that wins over the file, or ""."""
        return setting.env if setting.env and self._environ.get(setting.env) else ""

    def set(self, name: str, value: Any) -> bool:
        """Keep a value; returns whether it could be kept. Nothing happens when it is the same."""
        if self.values[name] == value and type(self.values[name]) is type(value):
            return True
        try:
            if self.problem:
                raise self.problem  # the file would lose what cannot be read
            write_setting(self._file, name, value)
        except UserError as error:
            self.failed.emit(error)
            return False
        self.refresh()
        return True

    def refresh(self) -> None:
        """Read the file again, which may have been changed by others, and tell what is new."""
        before, self.values = self.values, self._load()
        for name, value in self.values.values.items():
            if before[name] != value:
                self.changed.emit(name, _applies(name))


def _applies(name: str) -> str:
    if name.startswith("appearance."):
        return ""
    return "now" if name.startswith(_LIVE) else "restart"
