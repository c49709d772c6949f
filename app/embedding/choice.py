"""The model the settings choose: a folder on this machine, or a model server."""

from functools import cached_property
from pathlib import Path

from app.caches import Caches
from app.embedding.folder import ModelFolder, open_model_folder
from app.embedding.model_server import ModelServer
from app.embedding.remote import ServedModel
from app.embedding.service import BGEM3Service
from app.errors import ModelUnavailable
from app.paths import DataDirs, compact_model_dir
from app.resilience import Guard, Limits, hurried
from app.settings import Settings


class ModelChoice:
    """Finds the chosen model and makes the service that runs it, each when first needed."""

    def __init__(self, dirs: DataDirs, settings: Settings, caches: Caches) -> None:
        """Raises UsageError for an address that is none."""
        self._settings = settings
        self._caches = caches
        self._limits = Limits.of(settings)
        self._served: ServedModel | None = None
        if url := settings["model.server_url"]:
            key, timeout = settings["model.server_key"], settings["model.server_timeout"]
            server = ModelServer(url, key, self._limits, timeout)
            self._served = ServedModel(server, dirs.data / "model-servers")
            self.guard = server.guard
        else:
            self.guard = Guard("model", self._limits, _refusal)

    @property
    def server_url(self) -> str:
        """The model server that texts are sent to, or ""."""
        return self._served.server.url if self._served else ""

    @cached_property
    def folder(self) -> ModelFolder:
        """The chosen model; raises ModelError."""
        if self._served:
            return self._served.folder()
        chosen = self._settings["model.folder"]
        return open_model_folder(Path(chosen).expanduser() if chosen else compact_model_dir())

    @cached_property
    def service(self) -> BGEM3Service:
        """Embeds with the chosen model; raises ModelError."""
        folder, served = self.folder, self._served
        return BGEM3Service(
            folder,
            self._caches.embeddings,
            self._settings["model.batch_tokens"],
            query_cache=self._caches.queries,
            connect=(lambda: served.connect(folder)) if served else None,
            guard=None if served else self.guard,
        )

    @property
    def is_loaded(self) -> bool:
        """Whether the model is in memory."""
        return "service" in self.__dict__ and self.service.loaded

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
        self.__dict__.pop("service", None)
        self.folder = now
        return True


def _refusal(clause: str, seconds: float) -> ModelUnavailable:
    return ModelUnavailable(f"The model {clause}", "", seconds)
