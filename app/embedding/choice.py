"""The models the settings name: folders on this machine, or the one of a model server."""

from collections.abc import Callable
from functools import cached_property

from app.caches import Caches
from app.embedding.folder import ModelFolder, open_model_folder, require_dimension
from app.embedding.manager import ModelManager
from app.embedding.model_server import ModelServer
from app.embedding.multi import Shelf
from app.embedding.options import EncoderOptions
from app.embedding.remote import ServedModel
from app.embedding.service import BGEM3Service
from app.errors import ModelUnavailable
from app.paths import DataDirs, compact_model_dir
from app.resilience import Guard, Limits, hurried
from app.settings import Settings


class ModelChoice:
    """Finds models and makes the services that run them; one per reading of the settings."""

    def __init__(
        self,
        dirs: DataDirs,
        settings: Settings,
        caches: Caches,
        shelf: Callable[[ModelFolder], Shelf],
    ) -> None:
        """shelf: where the collection keeps the axes of a model's token vectors. Raises
        UsageError for an address that is none."""
        self._settings = settings
        self._caches = caches
        self._shelf = shelf
        self._vector_count: int = settings["model.multi_vector_count"]
        self._limits = Limits.of(settings)
        self._served: ServedModel | None = None
        self.models = ModelManager(dirs.models, compact_model_dir())
        if url := settings["model.server_url"]:
            key, timeout = settings["model.server_key"], settings["model.server_timeout"]
            server = ModelServer(url, key, self._limits, timeout)
            self._served = ServedModel(server, dirs.data / "model-servers", self._vector_count)
            self.guard = server.guard
        else:
            self.guard = Guard("model", self._limits, _refusal)

    @property
    def server_url(self) -> str:
        """The model server that texts are sent to, or ""."""
        return self._served.server.url if self._served else ""

    @property
    def name(self) -> str:
        """What `find` finds the chosen model by."""
        return self.server_url or str(self._settings["model.folder"])

    @cached_property
    def folder(self) -> ModelFolder:
        """The chosen model; raises ModelError, UsageError for one of another dimension."""
        return require_dimension(self.find(self.name), self._settings["model.dense_dimension"])

    def find(self, name: str, vector_count: int | None = None) -> ModelFolder:
        """A model by its server, name or path, "" for the compact one; raises ModelError.

        vector_count: multi_vector_count of an index, None for that of the settings.
        """
        count = self._vector_count if vector_count is None else vector_count
        if self._served and name == self.server_url:
            return self._served.folder().with_vector_count(count)
        return open_model_folder(self.models.resolve(name), count)

    def service(self, folder: ModelFolder, *, cached: bool = True) -> BGEM3Service:
        """Embeds with a model; cached: through the embedding caches, for the collection."""
        served = self._served
        if served and not served.owns(folder):
            served = None
        return BGEM3Service(
            folder,
            self._caches.embeddings if cached else None,
            encoder_options(self._settings),
            query_cache=self._caches.queries if cached else None,
            connect=(lambda: served.connect(folder)) if served else None,
            guard=None if served else self.guard,
            shelf=self._shelf(folder) if cached else None,
        )

    def has_changed(self) -> bool:
        """Ask the server, if there is one, whether it runs another model now; take that one then.

        A server that is down has not changed: what it knew is remembered. Raises ModelError.
        """
        if not self._served:
            return False
        before = self.folder.fingerprint
        try:
            with hurried():
                now = self._served.ask()
        except ModelUnavailable:
            return False
        if now.fingerprint == before:
            return False
        self.folder = now
        return True


def encoder_options(settings: Settings) -> EncoderOptions:
    """How the settings want a model in this process to be run."""
    wishes = ("device", "precision", "batch_tokens", "batch_size")
    return EncoderOptions(**{name: settings[f"model.{name}"] for name in wishes})


def _refusal(clause: str, seconds: float) -> ModelUnavailable:
    return ModelUnavailable(f"The model {clause}", "", seconds)
