"""Patterns in the syntax of .gitignore mean what they mean to git."""

import shutil
import subprocess
from pathlib import Path

import pytest

from app.index.rules import DEFAULTS, Rules, including

PATTERNS = [
    ["*.log"],
    ["build/"],
    ["/top.txt"],
    ["a/b.txt"],
    ["**/cache"],
    ["a/**"],
    ["a/**/deep.txt"],
    ["*", "!*/", "!*.txt"],
    ["*.txt", "!keep.txt"],
    ["?.txt"],
    ["[ab].txt", "[!a-c].log"],
    ["\\!odd.txt", "\\#note.txt"],
    ["trailing.txt   ", "# comment", ""],
    ["a/*", "!a/b.txt"],
    ["**"],
    ["[", "x[", "a**b"],
    ["foo*bar.txt"],
]
FILES = [
    "top.txt", "keep.txt", "a.txt", "b.txt", "z.log", "a.log", "x.log", "!odd.txt", "#note.txt",
    "trailing.txt", "a/b.txt", "a/top.txt", "a/c/deep.txt", "a/deep.txt", "a/c/cache/x.txt",
    "cache/y.txt", "build/out.txt", "a/build/out.txt", "src/build", "foo1bar.txt", "a/b/c/keep.txt",
]  # fmt: skip


def left_out(rules: Rules, file: str) -> bool:
    """As a scan asks: from the top down."""
    parts = file.split("/")
    return any(
        rules.excludes("/".join(parts[:n]), is_folder=n < len(parts))
        for n in range(1, len(parts) + 1)
    )


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
@pytest.mark.parametrize("patterns", PATTERNS)
def test_the_same_as_git(patterns: list[str], tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / ".gitignore").write_text("\n".join(patterns))
    for file in FILES:
        path = tmp_path / file
        if not path.parent.is_file() and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
    asked = "\0".join(FILES)
    done = subprocess.run(
        ["git", "-C", tmp_path, "check-ignore", "-z", "--no-index", "--stdin"],
        input=asked, capture_output=True, text=True,
    )  # fmt: skip
    expected = set(done.stdout.split("\0")) - {""}
    rules = Rules().and_then(patterns)
    assert {file for file in FILES if left_out(rules, file)} == expected


def test_a_folder_s_own_patterns_hold_below_it_only() -> None:
    rules = Rules().and_then(["*.txt"], "sub").and_then(["!/keep.txt"], "sub")
    assert rules.excludes("sub/a.txt", is_folder=False)
    assert rules.excludes("sub/x/a.txt", is_folder=False)
    assert not rules.excludes("sub/keep.txt", is_folder=False)
    assert not rules.excludes("a.txt", is_folder=False)


def test_defaults_leave_out_what_nobody_looks_for() -> None:
    rules = Rules().and_then(including(["*.pdf"])).and_then(DEFAULTS)
    for name in (".git", "node_modules", "~$letter.docx", "Thumbs.db", "note.txt"):
        assert rules.excludes(name, is_folder=False), name
    assert not rules.excludes("a/report.pdf", is_folder=False)
    assert not rules.excludes("letters", is_folder=True)
    assert rules.excludes("a/.hidden", is_folder=True)
    assert not rules.and_then(["!.hidden"]).excludes("a/.hidden", is_folder=True)
