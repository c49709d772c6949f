"""Sets up, runs and tests the program: one command each, standard library only."""

import argparse
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

if sys.version_info < (3, 11):  # noqa: UP036 - said in a sentence instead of a traceback
    sys.exit(
        "GenericRAG needs Python 3.11 or newer and this is {}.{}: "
        "start this script with a newer one.".format(*sys.version_info)
    )

from setting_up import (
    CACHE,
    DATA,
    MODEL,
    ROOT,
    TRANSLATIONS,
    VENV,
    Failure,
    call,
    environment,
    set_up,
    venv_program,
)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    takes_more = {
        "run": "set up and open the window on the sample library; or run the given command",
        "test": "set up and run all checks and tests; arguments go to pytest",
    }
    for name, text in takes_more.items():
        commands.add_parser(name, help=text, add_help=False, prefix_chars="\0")
    commands.add_parser("shell", help="set up and open a shell in the environment")
    commands.add_parser("clean", help="remove everything that this script and the program made")
    options, rest = parser.parse_known_args(arguments)
    if rest and options.command not in takes_more:
        parser.error(f"{options.command} takes no arguments")
    try:
        if options.command == "clean":
            return clean()
        set_up(for_tests=options.command == "test")
        return {"run": run, "test": test, "shell": shell}[options.command](rest)
    except Failure as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped; the next start goes on from here.", file=sys.stderr)
        return 130


def run(arguments: list[str]) -> int:
    """The window on the sample library; without a display the same work and a screenshot."""
    if not arguments and has_display():
        arguments = ["window", "--sample"]
    elif not arguments:
        arguments = ["sample", "--screenshot", str(DATA / "screenshot.png")]
    command = [str(venv_program("python")), "-m", "app", "--data-dir", str(DATA), *arguments]
    return become(command, environment())


def test(arguments: list[str]) -> int:
    """All checks, the tests last; nothing stops at the first failure."""
    started = time.monotonic()
    python = str(venv_program("python"))
    checks = [
        ("ruff check", [str(venv_program("ruff")), "check", "--output-format=concise", "."]),
        (
            "ruff format",
            [str(venv_program("ruff")), "format", "--check", "--output-format=concise", "."],
        ),
        ("mypy", [python, "-m", "mypy", "app"]),
        ("import-linter", [str(venv_program("lint-imports"))]),
    ]
    failed = [label for label, command in checks if not _passes(label, command)]
    with display() as extra:
        if call([python, "-m", "pytest", *arguments], environment() | extra) != 0:
            failed.append("pytest")
    seconds = f"{time.monotonic() - started:.0f} s"
    print(f"FAILED: {', '.join(failed)} ({seconds})" if failed else f"All passed in {seconds}.")
    return 1 if failed else 0


def _passes(label: str, command: list[str]) -> bool:
    print(f"{label} ... ", end="", flush=True)
    variables = environment() | {"PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, cwd=ROOT, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    print("ok" if done.returncode == 0 else "FAILED", flush=True)
    if done.returncode != 0:
        print(done.stdout.decode("utf-8", "replace"), flush=True)
    return done.returncode == 0


def shell(arguments: list[str]) -> int:
    """The user's own shell with the environment in front of the search path."""
    fallback = "cmd.exe" if os.name == "nt" else "/bin/sh"
    program = os.environ.get("COMSPEC" if os.name == "nt" else "SHELL", fallback)
    return become([program], environment())


def clean() -> int:
    """Remove the environment, the generated model, the development data and all caches."""
    caches = [".mypy_cache", ".ruff_cache", ".pytest_cache", ".import_linter_cache"]
    doomed = [VENV, CACHE, DATA, MODEL.parent, ROOT / "build", ROOT / "dist"]
    doomed += [ROOT / name for name in caches] + list(ROOT.glob("*.egg-info"))
    for folder in ("app", "packaging", "tests", "benchmarks"):
        doomed += (ROOT / folder).rglob("__pycache__")
    for path in (path for path in doomed if path.exists()):
        print(f"Removing {path.relative_to(ROOT)}")
        shutil.rmtree(path)
    for file in TRANSLATIONS.glob("*.qm"):
        file.unlink()
    return 0


def has_display(platform: str = sys.platform) -> bool:
    """Whether a window can be opened here; GENERICRAG_HEADLESS=1 says no."""
    if os.environ.get("GENERICRAG_HEADLESS") == "1":
        return False
    return not platform.startswith("linux") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """The variables that give a program a display: the user's own, else a virtual one."""
    if has_display():
        yield {}
        return
    if not shutil.which("Xvfb"):
        print("Without Xvfb the tests draw into memory only.", flush=True)
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1200x24", "-nolisten"]
    server = subprocess.Popen([*command, "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        # Select for the first byte only: the number and its line end are written in one go.
        ready, _, _ = select.select([reading], [], [], 30)
        number = os.read(reading, 16).decode().strip() if ready else ""
        if not number:
            raise Failure("Xvfb did not start; is /tmp writable?")
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        os.close(reading)
        server.terminate()
        server.wait()


def become(command: list[str], variables: dict[str, str]) -> int:
    """Go on as another program; on Windows, which cannot, wait for it."""
    if os.name == "nt":
        return call(command, variables, folder=None)
    sys.stdout.flush()
    os.execve(command[0], command, variables)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
