"""The steps from a fresh checkout to a program that runs.

Each step remembers what it was done for, so a second start does only what changed and an
interrupted one is taken up again.
"""

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
import tomllib
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CACHE = ROOT / ".cache"
DATA = ROOT / ".data"
RECIPE = ROOT / "packaging" / "compact_model"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
MODEL = ROOT / "resources" / "models" / "compact"
TRANSLATIONS = ROOT / "resources" / "translations"
CPU_TORCH = "https://download.pytorch.org/whl/cpu"

# What Qt loads under X, a font to draw with, and poppler for page images (pdfium stands in).
SYSTEM_PACKAGES = (
    *("poppler-utils", "fonts-dejavu-core", "libdbus-1-3", "libfontconfig1", "libegl1", "libgl1"),
    *("libxkbcommon0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-cursor0"),
    *("libxcb-image0", "libxcb-render-util0", "libxcb-shape0", "libxcb-xkb1"),
)

# What is being done, as a person reads it, and the doing.
Step = tuple[str, Callable[[], None]]


class Failure(Exception):
    """A step that cannot go on; the message says what happened and what to do."""


def set_up(for_tests: bool) -> None:
    """Do the steps that are not done yet, with a line for each."""
    steps = [*system_step(for_tests), *package_steps(for_tests), *model_step(), *language_step()]
    started = time.monotonic()
    for number, (label, work) in enumerate(steps, 1):
        print(f"[{number}/{len(steps)}] {label} ...", flush=True)
        work()
    if steps:
        print(f"Set up in {time.monotonic() - started:.0f} s.", flush=True)


def system_step(for_tests: bool) -> Iterator[Step]:
    """On Debian and its like: the system packages that are missing."""
    wanted = [*SYSTEM_PACKAGES, *["xvfb", "xdotool"] * for_tests]
    if importlib.util.find_spec("ensurepip") is None:
        wanted.append(f"python3.{sys.version_info[1]}-venv")
    stamp = VENV / "system-packages.stamp"
    if " ".join(wanted) == read(stamp) or not (
        shutil.which("apt-get") and shutil.which("dpkg-query")
    ):
        return
    listed = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *wanted],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    missing = missing_packages(wanted, listed.stdout)
    if missing:
        yield f"Installing system packages: {' '.join(missing)}", lambda: _apt_install(missing)
    elif VENV.is_dir():
        stamp.write_text(" ".join(wanted), "utf-8")


def missing_packages(wanted: list[str], listed: str) -> list[str]:
    """Which of the wanted are not among dpkg-query's lines "name status"."""
    lines = (line.split() for line in listed.splitlines())
    present = {words[0] for words in lines if words[1:] == ["installed"]}
    return [name for name in wanted if name not in present]


def _apt_install(packages: list[str]) -> None:
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    if os.geteuid() != 0:
        sudo = ["sudo", "-n"]
        if (
            not shutil.which("sudo")
            or subprocess.run([*sudo, "true"], stderr=subprocess.DEVNULL).returncode
        ):
            print(
                "      Not installed, that needs an administrator; the program mostly works"
                f" without. To get them: sudo apt-get install {' '.join(packages)}"
            )
            return
        apt = sudo + apt
    subprocess.run([*apt, "update"], stdout=subprocess.DEVNULL)
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    if subprocess.run(install, stdout=subprocess.DEVNULL).returncode != 0:
        print("      apt-get could not install them (see above); going on without.")


def package_steps(for_tests: bool) -> Iterator[Step]:
    """The environment and the Python packages, pinned by constraints.txt."""
    made_with = environment_key()
    made, installing = VENV / "made-with.stamp", VENV / "installing.stamp"
    # Killed in the middle of installing, pip takes half a package for a whole one.
    whole = not installing.exists() and venv_program("python").exists()
    usable = whole and read(made) == made_with
    if not usable:
        yield "Making the environment in .venv", lambda: _make_venv(made, made_with)
    stamp = VENV / "packages.stamp"
    key = package_key()
    has = read(stamp)
    if usable:
        if has == f"{key} dev" or (has == f"{key} run" and not for_tests):
            return
        # What the tests need stays once it is there.
        for_tests = for_tests or has.endswith(" dev")
    kind = "dev" if for_tests else "run"

    def install_torch() -> None:
        version = re.search(r"^torch==(\S+)$", read(CONSTRAINTS), re.MULTILINE)
        index = ["--extra-index-url", CPU_TORCH] if wants_cpu_index() else []
        _pip_install([f"torch=={version[1]}" if version else "torch", *index], installing)

    def install_rest() -> None:
        _pip_install(["-e", ".[dev]" if for_tests else "."], installing)
        stamp.write_text(f"{key} {kind}", "utf-8")

    yield "Installing torch (200 MB)", install_torch
    yield "Installing packages", install_rest


def environment_key() -> str:
    """Changes with the Python and when the checkout moves: scripts hold absolute paths."""
    return f"{sys.version}\n{sys.base_prefix}\n{VENV}"


def package_key() -> str:
    """Changes when the packages to install do."""
    project = tomllib.loads(read(ROOT / "pyproject.toml"))
    described = [project.get("build-system"), project.get("project"), read(CONSTRAINTS)]
    return hashlib.sha256(json.dumps(described, sort_keys=True).encode()).hexdigest()


def wants_cpu_index() -> bool:
    """Whether torch's own CPU builds can be had; on Linux PyPI has those for CUDA, of 3 GB."""
    answers: list[int] = []

    def ask() -> None:
        try:
            with urllib.request.urlopen(f"{CPU_TORCH}/torch/", timeout=2) as answer:
                answers.append(answer.status)
        except OSError:
            answers.append(0)

    if not sys.platform.startswith("linux"):
        return False
    # In a thread, because the timeout does not cover looking up the name.
    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(2)
    return answers == [200]


def _make_venv(stamp: Path, made_with: str) -> None:
    shutil.rmtree(VENV, ignore_errors=True)
    done = subprocess.run([sys.executable, "-m", "venv", str(VENV)], stdout=subprocess.PIPE)
    if done.returncode != 0:
        print(done.stdout.decode("utf-8", "replace"), file=sys.stderr)
        minor = sys.version_info[1]
        raise Failure(
            "Python could not make an environment in .venv. Free some disk space, or on Debian"
            f" and Ubuntu install python3.{minor}-venv, then start again."
        )
    stamp.write_text(made_with, "utf-8")


def _pip_install(arguments: list[str], installing: Path) -> None:
    """Run pip, show on a terminal what it is at, keep all in .cache/pip.log."""
    CACHE.mkdir(exist_ok=True)
    command = [str(venv_program("python")), "-m", "pip", "install", "--progress-bar", "off"]
    command += ["--disable-pip-version-check", "-c", str(CONSTRAINTS), *arguments]
    lines: list[str] = []
    with (
        subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        ) as pip,
        (CACHE / "pip.log").open("w", encoding="utf-8") as log,
    ):
        for line in pip.stdout or ():
            log.write(line)
            lines.append(line.rstrip())
            if line.startswith("Installing collected packages"):
                installing.touch()
            if sys.stdout.isatty():
                print(f"\r\033[K      {line.strip()[:70]}", end="", flush=True)
    if sys.stdout.isatty():
        print("\r\033[K", end="", flush=True)
    if pip.returncode != 0:
        print("\n".join(lines[-12:]), file=sys.stderr)
        raise Failure(pip_advice("\n".join(lines)))
    installing.unlink(missing_ok=True)


def pip_advice(output: str) -> str:
    """What to do about a failed pip, judged by what it said."""
    if "No space left" in output:
        return "The disk is full: free 3 GB and start again."
    network = ("Connection", "Temporary failure", "timed out", "ProxyError", "SSLError", "getaddr")
    if any(sign in output for sign in network):
        return "The packages could not be downloaded. Check the network connection, start again."
    return "The packages could not be installed; .cache/pip.log has all that pip said."


def model_step() -> Iterator[Step]:
    """The compact model in resources/models/compact, made anew when its recipe changes."""
    files = sorted([*RECIPE.glob("*.py"), *RECIPE.glob("*.txt")])
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + file.read_bytes())
    stamp = CACHE / "compact-model.stamp"
    if read(stamp) == digest.hexdigest() and (MODEL / "genericrag.json").exists():
        return

    def make() -> None:
        command = [str(venv_program("python")), str(RECIPE / "make.py")]
        if call(command, environment()) != 0:
            raise Failure("The compact model could not be made (see above); then start again.")
        stamp.write_text(digest.hexdigest(), "utf-8")

    yield "Preparing the compact model (downloads 90 MB)", make


def language_step() -> Iterator[Step]:
    """A .qm beside every .ts that is newer."""

    def is_old(source: Path) -> bool:
        made = source.with_suffix(".qm")
        return not made.exists() or made.stat().st_mtime < source.stat().st_mtime

    old = [str(source) for source in sorted(TRANSLATIONS.glob("*.ts")) if is_old(source)]

    def compile_all() -> None:
        if call([str(venv_program("pyside6-lrelease")), "-silent", *old], environment()) != 0:
            raise Failure("The translations could not be compiled (see above).")

    if old:
        yield "Compiling translations", compile_all


def venv_program(name: str, windows: bool = os.name == "nt") -> Path:
    """A program of the environment."""
    return VENV / "Scripts" / f"{name}.exe" if windows else VENV / "bin" / name


def environment() -> dict[str, str]:
    """The environment variables with .venv in front, as its activate script would set them."""
    folder = str(venv_program("python").parent)
    found = os.environ | {"VIRTUAL_ENV": str(VENV)}
    found["PATH"] = folder + os.pathsep + os.environ.get("PATH", "")
    found.pop("PYTHONHOME", None)
    return found


def call(command: list[str], variables: dict[str, str], folder: Path | None = ROOT) -> int:
    """Run a program and wait; Ctrl-C is left to it, and passed on once it has ended."""
    with subprocess.Popen(command, cwd=folder, env=variables) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.wait()
            raise


def read(file: Path) -> str:
    """The text of the file, "" when there is none."""
    return file.read_text("utf-8") if file.is_file() else ""
