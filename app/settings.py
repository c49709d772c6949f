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


TABLE: tuple[Setting, ...] = (
    Setting(
        "model.folder",
        "",
        "Model folder",
        "The name of a model that was imported or downloaded, or the path of a folder in BGE-M3's"
        " format; empty for the compact model that comes with the program.",
        env="BGE_M3_MODEL_NAME",
    ),
    Setting(
        "model.endpoint",
        "https://huggingface.co",
        "Model hub",
        "Where BGE-M3 is downloaded from when you ask for it; a mirror's address works too.",
        env="HF_ENDPOINT",
    ),
    Setting(
        "model.device",
        "auto",
        "Run the model on",
        "auto: the graphics card if it can be used, else the processor; cpu; cuda; mps (Apple).",
        choices=("auto", "cpu", "cuda", "mps"),
    ),
    Setting(
        "model.precision",
        "auto",
        "Precision",
        "auto: the fastest that this machine has; float32 gives FlagEmbedding's very numbers.",
        choices=("auto", "float32", "bfloat16", "float16"),
    ),
    Setting(
        "model.batch_tokens",
        2048,
        "Tokens a batch",
        "How much text goes through the model at once on the processor; "
        "a graphics card's batch follows its free memory.",
        low=64,
        high=65536,
    ),
    Setting(
        "model.batch_size",
        0,
        "Texts a batch",
        "Most texts that go through the model at once, on top of the limit in tokens; "
        "0: as many as that limit allows.",
        env="BGE_M3_BATCH_SIZE",
        low=0,
        high=4096,
    ),
    Setting(
        "model.dense_dimension",
        0,
        "Length of the dense vector",
        "What the model must have, 1024 for BGE-M3; another model is refused. 0: any.",
        env="BGE_M3_DENSE_DIMENSION",
        low=0,
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
        "model.server_url",
        "",
        "Model server",
        "Address of a model server (genericrag serve-model) that embeds instead of this machine."
        " Texts of your documents and queries are sent there.",
        env="BGE_M3_MODEL_URL",
    ),
    Setting(
        "model.server_key",
        "",
        "Key of the model server",
        "The API key that the model server asks for.",
        env="BGE_M3_API_KEY",
        secret=True,
    ),
    Setting(
        "model.server_timeout",
        60.0,
        "Patience with the model server",
        "Seconds in which the model server must have answered a request.",
        low=1,
        high=3600,
    ),
    Setting(
        "resilience.max_retries",
        3,
        "Retries",
        "How often something that can pass (a server away, a busy disk) is tried again.",
        env="BGE_M3_MAX_RETRIES",
        low=0,
        high=20,
    ),
    Setting(
        "resilience.retry_delay",
        1.0,
        "First delay",
        "Seconds before the first retry; doubled from one to the next.",
        env="BGE_M3_RETRY_DELAY",
        low=0,
        high=60,
    ),
    Setting(
        "resilience.breaker_threshold",
        5,
        "Failures that open the breaker",
        "After so many failures in a row the model, server or disk is left alone for a while.",
        env="BGE_M3_CIRCUIT_BREAKER_THRESHOLD",
        low=1,
        high=1000,
    ),
    Setting(
        "resilience.breaker_cool_down",
        30.0,
        "Cool-down",
        "Seconds for which it is left alone before one attempt may decide.",
        env="BGE_M3_CIRCUIT_BREAKER_COOL_DOWN",
        low=0,
        high=3600,
    ),
    Setting(
        "model.multi_vector_count",
        0,
        "Token vectors a passage",
        "The most token vectors that are kept of a passage; those alike become their mean. Fewer"
        " take less disk and find a little less. 0: half as many as the passage has tokens.",
        env="BGE_M3_MULTI_VECTOR_COUNT",
        low=0,
        high=8192,
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
        "What the names of this library's collections on the Qdrant server begin with; the model's"
        " fingerprint follows.",
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
        "search.alpha",
        AUTO,
        "Weight of meaning",
        "What dense vectors count in Smart; auto: what suits the model and the query.",
        low=0,
        high=100,
    ),
    Setting(
        "search.beta",
        AUTO,
        "Weight of words",
        "What sparse vectors count in Smart; auto: what suits the model and the query.",
        low=0,
        high=100,
    ),
    Setting(
        "search.gamma",
        AUTO,
        "Weight of precision",
        "What token vectors count in Smart; auto: what suits the model and the query.",
        low=0,
        high=100,
    ),
    Setting(
        "cache.enabled",
        True,
        "Keep embeddings",
        "Text that was embedded once is not put through the model again.",
        env="BGE_M3_CACHE_ENABLED",
    ),
    Setting(
        "cache.query_seconds",
        3600.0,
        "Keep queries for",
        "Seconds for which the embedding of a query is kept; 0: as long as there is room.",
        env="BGE_M3_CACHE_TTL",
        low=0,
        high=1e9,
    ),
    Setting(
        "cache.queries",
        10_000,
        "Queries kept",
        "Largest number of queries whose embeddings are kept.",
        env="BGE_M3_CACHE_MAX_SIZE",
        low=1,
        high=10_000_000,
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
        "reading.max_text_mb",
        20,
        "Most text",
        "Files with more text are listed instead of being indexed, in millions of characters.",
        low=1,
        high=2_000,
    ),
    Setting(
        "reading.seconds_per_file",
        60.0,
        "Patience with a file",
        "Seconds after which reading a file that shows no sign of life is given up.",
        low=1,
        high=3600,
    ),
    Setting(
        "reading.memory_mb",
        1500,
        "Memory for a file",
        "A file whose reading takes more memory is given up, in megabytes.",
        low=200,
        high=100_000,
    ),
    Setting(
        "reading.processes",
        0,
        "Readers at once",
        "How many files are read at the same time; 0 lets the number of processors decide.",
        low=0,
        high=16,
    ),
    Setting(
        "ocr.enabled",
        True,
        "Recognise text",
        "Read scans and photos by text recognition, once everything else is searchable.",
    ),
    Setting(
        "ocr.most_pages",
        300,
        "Pages to recognise",
        "Scans with more pages are listed instead: a page takes some five seconds.",
        low=1,
        high=10_000,
    ),
    Setting(
        "ocr.seconds_per_page",
        180.0,
        "Patience with a page",
        "Seconds after which recognising a page is given up.",
        low=5,
        high=3600,
    ),
    Setting(
        "ocr.memory_mb",
        4000,
        "Memory for recognition",
        "Text recognition that takes more memory is given up, in megabytes.",
        low=1000,
        high=100_000,
    ),
    Setting(
        "folders.exclude",
        "",
        "Never index",
        "Patterns of files and folders to leave out, as in .gitignore, separated by semicolons.",
    ),
    Setting(
        "folders.watch",
        True,
        "Follow changes",
        "Folders are watched while the window is open, and what changed is indexed by itself.",
    ),
    Setting(
        "folders.rescan_minutes",
        15.0,
        "Look through all folders every",
        "Minutes between two looks, for drives that do not report changes; 0: never.",
        low=0,
        high=10_000,
    ),
    Setting(
        "indexing.battery_percent",
        30,
        "Pause on battery below",
        "The window stops indexing when not plugged in and with less charge, in percent; 0: never.",
        low=0,
        high=100,
    ),
    Setting(
        "indexing.busy_percent",
        0,
        "Pause when others need",
        "The window stops indexing while other programs use more of the machine; 0: never.",
        low=0,
        high=100,
    ),
    Setting(
        "pages.seconds_per_page",
        20.0,
        "Patience with a page",
        "Seconds after which drawing the picture of a page is given up.",
        low=1,
        high=600,
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
