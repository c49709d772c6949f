"""What a user does with models: see them, choose one, remove one; over an engine."""

import os
from dataclasses import replace
from pathlib import Path

from app.embedding.folder import open_model_folder
from app.embedding.manager import COMPACT, ModelInfo
from app.engine import Engine
from app.errors import ModelError, StoreError, UsageError
from app.index.change_plan import ChangePlan
from app.index.next_index import IndexModel
from app.settings_file import write_setting
from app.settings_table import TABLE

_SETTING = "model.folder"
VARIABLE = next(setting.env for setting in TABLE if setting.name == _SETTING)


def list_models(engine: Engine) -> list[ModelInfo]:
    """Every model on this machine, the one of the settings too where it lies elsewhere."""
    found = engine.models.models()
    chosen = engine.models.resolve(engine.settings[_SETTING])
    current = engine.index_model()
    if not any(Path(model.path) == chosen for model in found):
        found.append(_elsewhere(chosen))
    return [
        replace(
            model,
            chosen=Path(model.path) == chosen,
            indexed=current is not None and _is_of(model, current),
        )
        for model in found
    ]


def _is_of(model: ModelInfo, index: IndexModel) -> bool:
    """Whether an index is of this model, with whatever number of token vectors."""
    try:
        folder = open_model_folder(Path(model.path), index.vector_count)
    except ModelError:
        return False
    return folder.fingerprint == index.fingerprint


def _elsewhere(path: Path) -> ModelInfo:
    try:
        folder = open_model_folder(path)
    except ModelError as error:
        return ModelInfo(str(path), path.name, str(path), 0, problem=str(error))
    size = sum(file.stat().st_size for file in path.iterdir() if file.is_file())
    return ModelInfo(str(path), folder.name, str(path), size, folder.fingerprint)


def find_model(engine: Engine, name: str) -> Path:
    """The folder of a model that can be used, by name or path; raises UsageError, ModelError."""
    path = engine.models.resolve(name)
    if not path.is_dir():
        raise UsageError(f"There is no model {name}.", "See `genericrag model list`.")
    open_model_folder(path)
    return path


def choose_model(engine: Engine, name: str) -> str:
    """Write a model, by name or path, into the settings; the next index changes to it.

    Returns the value of the environment variable that overrides the settings, "" when none does.
    Raises UsageError and ModelError when there is no such model, StoreError when the library is
    open in another program, which would not notice.
    """
    path = find_model(engine, name)
    engine.spaces.lock()
    value = "" if name == COMPACT else str(path.absolute())
    if path.parent == engine.dirs.models:
        value = path.name  # holds when the data directory is moved
    write_setting(engine.dirs.settings, _SETTING, value)
    engine.reload_settings()
    return os.environ.get(VARIABLE, "")


def remove_model(engine: Engine, name: str) -> None:
    """Delete a model's folder; raises UsageError for one that is in use."""
    for model in list_models(engine):
        if model.name == name and not model.unfinished and (model.chosen or model.indexed):
            raise UsageError(
                f"The model {name} is in use.", "Change to another model first, then remove it."
            )
    engine.models.remove(name)


def check_room(plan: ChangePlan) -> None:
    """Raises StoreError when the disk has no room for the new index beside the old one."""
    if plan.outstanding.passages and not plan.fits:
        raise StoreError(
            f"The new index needs about {plan.disk_bytes // 2**20} MB beside the old one, and the"
            f" disk has {plan.free_bytes // 2**20} MB free.",
            "Free some space and try again.",
        )
