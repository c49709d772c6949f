"""The commands that open a PDF at a page."""

import pytest

from app.desktop.viewers import command_at_page


@pytest.mark.parametrize(
    ("platform", "there", "preferred", "command"),
    [
        ("linux", {"evince"}, "", ["/bin/evince", "--page-index=3", "/a b/ü.pdf"]),
        ("linux", {"evince", "okular"}, "", ["/bin/okular", "--page", "3", "/a b/ü.pdf"]),
        ("linux", {"evince", "okular"}, "evince", ["/bin/evince", "--page-index=3", "/a b/ü.pdf"]),
        ("darwin", {"Skim"}, "", ["open", "-a", "Skim", "skim:///a%20b/%C3%BC.pdf#page=3"]),
        ("darwin", set(), "", None),
        ("linux", set(), "", None),
    ],
)
def test_the_page_is_handed_to_the_viewer_that_is_there(
    platform: str, there: set[str], preferred: str, command: list[str] | None
) -> None:
    def find(name: str) -> str | None:
        return f"/bin/{name}" if name in there else None

    assert command_at_page("/a b/ü.pdf", 3, platform, find, preferred) == command


def test_windows_viewers_get_their_own_switches() -> None:
    path = "C:\\My files\\a.pdf"
    assert command_at_page(path, 2, "win32", lambda name: f"C:\\{name}.exe") == [
        "C:\\SumatraPDF.exe",
        "-reuse-instance",
        "-page",
        "2",
        path,
    ]
    edge = command_at_page(path, 2, "win32", lambda name: name if name == "msedge" else None)
    assert edge == ["msedge", "file:///C:/My%20files/a.pdf#page=2"]
