"""The declared settings."""

from pathlib import Path

import pytest

from app.embedding.folder import ModelFolder, require_dimension
from app.errors import UsageError
from app.settings import load_settings
from app.settings_table import TABLE


def test_defaults_without_a_file(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "none.toml", {})
    assert {s.name: settings[s.name] for s in TABLE} == {s.name: s.default for s in TABLE}


def test_the_environment_overrides_the_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('[model]\nfolder = "/a"\nbatch_tokens = 512\n[cache]\nenabled = true\n')
    settings = load_settings(file, {"BGE_M3_MODEL_NAME": "/b", "BGE_M3_CACHE_ENABLED": "no"})
    assert settings["model.folder"] == "/b"
    assert settings["model.batch_tokens"] == 512
    assert settings["cache.enabled"] is False


def test_weights_are_numbers_or_left_to_the_program(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('[search]\nalpha = 1\nbeta = 0.5\ngamma = "auto"\n')
    settings = load_settings(file, {})
    found = [settings[f"search.{name}"] for name in ("alpha", "beta", "gamma")]
    assert found == [1.0, 0.5, "auto"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("[model]\nbatch_tokens = 3\n", ("model.batch_tokens", "3", "from 64 to 65536")),
        ('[model]\nbatch_tokens = "many"\n', ("model.batch_tokens", "'many'", "whole number")),
        ("[cache]\nenabled = 7\n", ("cache.enabled", "7", "true or false")),
        ("[cache]\nsize = 7\n", ("cache.size", "Remove that line")),
        ("[cache\n", ("not valid",)),
        ("[search]\nbeta = -1\n", ("search.beta", "-1", "auto or a number from 0 to 100")),
        ("[search]\ngamma = true\n", ("search.gamma", "auto or a number")),
    ],
)
def test_a_bad_value_names_setting_value_and_what_is_allowed(
    tmp_path: Path, text: str, parts: tuple[str, ...]
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text)
    with pytest.raises(UsageError) as error:
        load_settings(file, {})
    for part in parts:
        assert part in str(error.value)


def test_a_choice_is_one_of_its_texts(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('[model]\ndevice = "gpu"\n')
    with pytest.raises(UsageError, match=r"model\.device") as caught:
        load_settings(file, {})
    assert "auto, cpu, cuda, mps" in caught.value.hint
    file.write_text('[model]\ndevice = "mps"\n')
    settings = load_settings(file, {"BGE_M3_BATCH_SIZE": "8", "BGE_M3_DENSE_DIMENSION": "1024"})
    assert settings["model.device"] == "mps"
    assert settings["model.batch_size"] == 8
    assert settings["model.dense_dimension"] == 1024


def test_a_model_with_another_dimension_is_refused(model_folder: ModelFolder) -> None:
    assert require_dimension(model_folder, 0) is require_dimension(model_folder, model_folder.dim)
    with pytest.raises(UsageError, match=r"BGE_M3_DENSE_DIMENSION. is 1024") as caught:
        require_dimension(model_folder, 1024)
    assert f"set it to {model_folder.dim} or 0" in caught.value.hint
