"""Changing one setting in the file leaves all else as it was."""

import tomllib
from pathlib import Path

import pytest

from app.errors import UsageError
from app.settings import load_settings
from app.settings_file import write_setting

OTHERS = "# mine\n[cache]\nenabled = false # because\n\n[model] # here\nbatch_tokens = 512\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, '[model]\nfolder = "x"\n'),
        ("", '[model]\nfolder = "x"\n'),
        ("[cache]\nenabled = true", '[cache]\nenabled = true\n\n[model]\nfolder = "x"\n'),
        ("[model]", '[model]\nfolder = "x"\n'),
        ('[model]\nfolder = "a" # old\nidle_minutes = 1\n', None),
        (OTHERS, OTHERS.replace("# here\n", '# here\nfolder = "x"\n')),
    ],
)
def test_one_line_changes(tmp_path: Path, before: str | None, after: str | None) -> None:
    file = tmp_path / "data" / "settings.toml"
    if before is not None:
        file.parent.mkdir()
        file.write_text(before, "utf-8")
    write_setting(file, "model.folder", "x")
    text = file.read_text("utf-8")
    assert after is None or text == after
    assert tomllib.loads(text)["model"]["folder"] == "x"
    assert len(text.splitlines()) <= len((before or "").splitlines()) + 3
    assert [entry.name for entry in file.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize("value", ["", 'C:\\Models\\"bge"', "/home/jürgen/模型", "a\tb"])
def test_any_value_comes_back(tmp_path: Path, value: str) -> None:
    file = tmp_path / "settings.toml"
    for _ in range(2):
        write_setting(file, "model.folder", value)
        assert load_settings(file, {})["model.folder"] == value


@pytest.mark.parametrize(
    "text",
    [
        'model = { folder = "a" }\n',
        'model.folder = "a"\n',
        "[model\n",
        '[model]\nfolder = """\na"""\n',
    ],
)
def test_what_cannot_be_changed_safely_is_left_alone(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text)
    with pytest.raises(UsageError, match=r"settings\.toml"):
        write_setting(file, "model.folder", "x")
    assert file.read_text() == text
