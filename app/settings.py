"""The settings: one declared table, read from settings.toml and the environment."""

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.errors import UsageError

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off"}


@dataclass(frozen=True)
class Setting:
    """One setting: its place in the file, its default and what it may be.

    env: name of the environment variable that overrides the file, or "".
    low, high: inclusive bounds of a number; None for no bound.
    """

    name: str
    default: Any
    label: str
    help: str
    env: str = ""
    low: float | None = None
    high: float | None = None

    def allowed(self) -> str:
        """What may stand here, as a clause for an error message."""
        if isinstance(self.default, bool):
            return "true or false"
        if isinstance(self.default, (int, float)):
            kind = "a whole number" if isinstance(self.default, int) else "a number"
            return f"{kind} from {self.low:g} to {self.high:g}"
        return "a text"

    def parse(self, raw: Any, source: str) -> Any:
        """The value in the setting's own type.

        Raises UsageError naming the setting, the value and what is allowed.
        """
        try:
            return self._parse(raw)
        except (TypeError, ValueError):
            raise UsageError(
                f"The setting {self.name} in {source} is {raw!r}.",
                f"Allowed is {self.allowed()}.",
            ) from None

    def _parse(self, raw: Any) -> Any:
        if isinstance(self.default, bool):
            text = str(raw).strip().lower()
            if text not in _TRUE | _FALSE:
                raise ValueError
            return text in _TRUE
        if isinstance(self.default, (int, float)):
            if isinstance(raw, bool):
                raise ValueError
            convert: Callable[[Any], Any] = type(self.default)
            value = convert(raw)
            if not (self.low or 0) <= value <= (self.high or float("inf")):
                raise ValueError
            return value
        if not isinstance(raw, str):
            raise TypeError
        return raw


TABLE: tuple[Setting, ...] = (
    Setting(
        "model.folder",
        "",
        "Model folder",
        "A folder in BGE-M3's format; empty for the compact model that comes with the program.",
        env="BGE_M3_MODEL_NAME",
    ),
    Setting(
        "model.batch_tokens",
        2048,
        "Tokens a batch",
        "How much text goes through the model at once while indexing.",
        low=64,
        high=65536,
    ),
    Setting(
        "model.idle_minutes",
        30.0,
        "Unload the model after",
        "Minutes without a search after which the window gives the model's memory back; 0: never.",
        low=0,
        high=10_000,
    ),
    Setting(
        "search.candidates",
        200,  # of 100,000 passages 100 miss 3 % of the true top 10, 200 none (benchmarks/scale.py)
        "Candidates a phase",
        "How many passages each of the first phases hands on to exact scoring.",
        low=10,
        high=1000,
    ),
    Setting(
        "store.engine",
        "",
        "Vector store",
        "edge, local or server; empty for a server when its address is set, else edge.",
    ),
    Setting(
        "store.url",
        "",
        "Vector server",
        "Address of a Qdrant server; vectors of your passages go there. Empty: this computer.",
        env="QDRANT_URL",
    ),
    Setting(
        "store.api_key",
        "",
        "Key of the vector server",
        "API key of the Qdrant server, if it asks for one.",
        env="QDRANT_API_KEY",
    ),
    Setting(
        "store.collection",
        "genericrag",
        "Collection",
        "Name of the collection on the Qdrant server; one library a collection.",
        env="QDRANT_COLLECTION_NAME",
    ),
    Setting(
        "store.timeout_seconds",
        30,
        "Patience with the server",
        "Seconds the vector server may take to answer one request.",
        low=1,
        high=600,
    ),
    Setting(
        "cache.enabled",
        True,
        "Keep embeddings",
        "Text that was embedded once is not put through the model again.",
        env="BGE_M3_CACHE_ENABLED",
    ),
    Setting(
        "cache.embeddings_mb",
        2048,
        "Embedding cache",
        "Largest size of the embedding cache, in megabytes.",
        low=16,
        high=1_000_000,
    ),
    Setting(
        "cache.page_images_mb",
        512,
        "Page image cache",
        "Largest size of the page image cache, in megabytes.",
        low=16,
        high=100_000,
    ),
    Setting(
        "reading.max_file_mb",
        500,
        "Largest file",
        "Larger files are listed as too large instead of being read, in megabytes.",
        low=1,
        high=100_000,
    ),
    Setting(
        "pages.pdftoppm_folder",
        "",
        "Folder of pdftoppm",
        "Where poppler's pdftoppm lies if it is not on the search path; not required.",
    ),
)
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
