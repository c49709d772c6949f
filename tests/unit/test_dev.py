"""packaging/dev.py: what it decides, without network and without installing anything."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import setting_up
from dev import has_display
from setting_up import (
    VENV,
    language_step,
    missing_packages,
    package_key,
    package_steps,
    pip_advice,
    venv_program,
)

ROOT = Path(__file__).resolve().parents[2]
DEV = ROOT / "packaging" / "dev.py"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose set-up is complete, in a folder of its own."""
    venv, recipe = tmp_path / ".venv", tmp_path / "recipe"
    model, languages = tmp_path / "model", tmp_path / "translations"
    for folder in (venv / "bin", recipe, model, languages, tmp_path / ".cache"):
        folder.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    (tmp_path / "constraints.txt").write_text("torch==9.9.9\n")
    (recipe / "make.py").write_text("")
    for name, place in {
        "ROOT": tmp_path,
        "VENV": venv,
        "CACHE": tmp_path / ".cache",
        "RECIPE": recipe,
        "CONSTRAINTS": tmp_path / "constraints.txt",
        "MODEL": model,
        "TRANSLATIONS": languages,
    }.items():
        monkeypatch.setattr(setting_up, name, place)
    python = setting_up.venv_program("python")
    python.parent.mkdir(exist_ok=True)
    python.touch()
    (venv / "made-with.stamp").write_text(setting_up.environment_key())
    (venv / "packages.stamp").write_text(f"{setting_up.package_key()} run")
    return tmp_path


def labels(steps: Iterator[tuple[str, object]]) -> list[str]:
    return [label for label, _ in steps]


def test_missing_packages_are_those_not_installed() -> None:
    listed = "poppler-utils installed\nxvfb config-files\nlibegl1 not-installed\nlibgl1 installed\n"
    wanted = ["poppler-utils", "xvfb", "libegl1", "libgl1", "unheard-of"]
    assert missing_packages(wanted, listed) == ["xvfb", "libegl1", "unheard-of"]


def test_programs_lie_where_the_platform_puts_them() -> None:
    assert venv_program("ruff", windows=True) == VENV / "Scripts" / "ruff.exe"
    assert venv_program("ruff", windows=False) == VENV / "bin" / "ruff"


def test_a_complete_environment_is_left_alone(checkout: Path) -> None:
    assert labels(package_steps(for_tests=False)) == []


def test_the_tests_need_more_packages_and_keep_them(checkout: Path) -> None:
    assert labels(package_steps(for_tests=True)) == [
        "Installing torch (200 MB)",
        "Installing packages",
    ]
    (checkout / ".venv" / "packages.stamp").write_text(f"{package_key()} dev")
    assert labels(package_steps(for_tests=True)) == []
    assert labels(package_steps(for_tests=False)) == []


def test_other_pins_are_installed(checkout: Path) -> None:
    (checkout / "constraints.txt").write_text("torch==9.9.10\n")
    assert labels(package_steps(for_tests=False))[-1] == "Installing packages"


def test_settings_of_the_tools_change_no_package(checkout: Path) -> None:
    with (checkout / "pyproject.toml").open("a") as file:
        file.write("[tool.ruff]\nline-length = 99\n")
    assert labels(package_steps(for_tests=False)) == []


@pytest.mark.parametrize("trace", ["installing.stamp", "made-with.stamp"])
def test_an_interrupted_or_foreign_environment_is_made_anew(checkout: Path, trace: str) -> None:
    (checkout / ".venv" / trace).write_text("another Python")
    steps = labels(package_steps(for_tests=False))
    assert steps[0] == "Making the environment in .venv"
    assert len(steps) == 3


def test_the_model_is_made_when_it_or_its_recipe_is_new(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pretend(command: list[str], variables: dict[str, str]) -> int:
        (checkout / "model" / "genericrag.json").write_text("{}")
        return 0

    monkeypatch.setattr(setting_up, "call", pretend)
    ((_, make),) = setting_up.model_step()
    make()
    assert labels(setting_up.model_step()) == []
    (checkout / "recipe" / "heads.py").write_text("new")
    assert len(labels(setting_up.model_step())) == 1


def test_a_failed_model_is_said_and_tried_again(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setting_up, "call", lambda command, variables: 1)
    ((_, make),) = setting_up.model_step()
    with pytest.raises(setting_up.Failure, match="start again"):
        make()
    assert len(labels(setting_up.model_step())) == 1


def test_only_changed_translations_are_compiled(checkout: Path) -> None:
    source, made = checkout / "translations" / "de.ts", checkout / "translations" / "de.qm"
    assert labels(language_step()) == []
    source.touch()
    assert len(labels(language_step())) == 1
    made.touch()
    os.utime(source, (1, 1))
    assert labels(language_step()) == []


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "GENERICRAG_HEADLESS": "1"}, False),
        ("win32", {}, True),
        ("darwin", {}, True),
        ("darwin", {"GENERICRAG_HEADLESS": "1"}, False),
    ],
)
def test_a_display_is_found(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], expected: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "GENERICRAG_HEADLESS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert has_display(platform) is expected


@pytest.mark.parametrize(
    ("output", "advice"),
    [
        ("ERROR: [Errno 28] No space left on device", "disk is full"),
        ("NewConnectionError: Temporary failure in name resolution", "network"),
        ("ERROR: No matching distribution found for torch==9", "pip.log"),
    ],
)
def test_a_failed_pip_gets_advice(output: str, advice: str) -> None:
    assert advice in pip_advice(output)


def test_an_old_python_gets_one_sentence(tmp_path: Path) -> None:
    pretend = "import sys; sys.version_info = (3, 9, 2); import runpy; runpy.run_path(sys.argv[1])"
    done = subprocess.run([sys.executable, "-c", pretend, str(DEV)], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("GenericRAG needs Python 3.11 or newer and this is 3.9:")
    assert done.stderr.count("\n") == 1


def test_an_unknown_command_is_a_usage_error() -> None:
    done = subprocess.run([sys.executable, str(DEV), "fly"], capture_output=True, text=True)
    assert done.returncode == 2
    assert "invalid choice: 'fly'" in done.stderr
