"""What a setting is: its place, its default and what it may be."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.errors import UsageError

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off"}
AUTO = "auto"  # as a default: a number, or the program chooses


@dataclass(frozen=True)
class Setting:
    """One setting: its place in the file, its default and what it may be.

    env: name of the environment variable that overrides the file, or "".
    low, high: inclusive bounds of a number; None for no bound. choices: the texts allowed; () for
    any text. secret: never shown, not even in an error message.
    """

    name: str
    default: Any
    label: str
    help: str
    env: str = ""
    low: float | None = None
    high: float | None = None
    secret: bool = False
    choices: tuple[str, ...] = ()

    def allowed(self) -> str:
        """What may stand here, as a clause for an error message."""
        if isinstance(self.default, bool):
            return "true or false"
        if isinstance(self.default, (int, float)):
            kind = "a whole number" if isinstance(self.default, int) else "a number"
            return f"{kind} from {self.low:g} to {self.high:g}"
        if self._may_be_auto:
            return f"{AUTO} or a number from {self.low:g} to {self.high:g}"
        return f"one of {', '.join(self.choices)}" if self.choices else "a text"

    def parse(self, raw: Any, source: str) -> Any:
        """The value in the setting's own type.

        Raises UsageError naming the setting, the value and what is allowed.
        """
        try:
            return self._parse(raw)
        except (TypeError, ValueError):
            raise UsageError(
                f"The setting {self.name} in {source} is {'hidden' if self.secret else repr(raw)}.",
                f"Allowed is {self.allowed()}.",
            ) from None

    @property
    def _may_be_auto(self) -> bool:
        """Whether it is a number or AUTO."""
        return self.default == AUTO and not self.choices

    def _parse(self, raw: Any) -> Any:
        if isinstance(self.default, bool):
            text = str(raw).strip().lower()
            if text not in _TRUE | _FALSE:
                raise ValueError
            return text in _TRUE
        if self._may_be_auto and raw == AUTO:
            return AUTO
        if isinstance(self.default, (int, float)) or self._may_be_auto:
            if isinstance(raw, bool):
                raise ValueError
            convert: Callable[[Any], Any] = float if self._may_be_auto else type(self.default)
            value = convert(raw)
            if not (self.low or 0) <= value <= (self.high or float("inf")):
                raise ValueError
            return value
        if not isinstance(raw, str):
            raise TypeError
        if self.choices and raw not in self.choices:
            raise ValueError
        return raw
