"""Links are registered for this user, in files that the desktop can read, and taken back."""

import configparser
import sys
from pathlib import Path

import pytest

from app.cli.main import main
from app.desktop.link_scheme import desktop_entry


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a .desktop file")
def test_register_and_take_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    file = tmp_path / "applications" / "genericrag-links.desktop"
    assert main(["links", "register"]) == 0
    assert str(file) in capsys.readouterr().out
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(file)
    said = entry["Desktop Entry"]
    assert said["MimeType"] == "x-scheme-handler/genericrag;"
    assert said["Exec"] == f'"{sys.executable}" "-m" "app" open %u'
    assert (Path(said["Path"]) / "app" / "__main__.py").is_file()
    assert main(["links", "unregister"]) == 0
    assert not file.exists()
    assert main(["links", "unregister"]) == 0
    assert "not registered" in capsys.readouterr().out


def test_a_path_with_anything_in_it_is_quoted() -> None:
    entry = desktop_entry(['/opt/Büro 100% "ä" $x/GenericRAG'], "")
    assert 'Exec="/opt/Büro 100%% \\\\"ä\\\\" \\\\$x/GenericRAG" open %u\n' in entry
    assert "Path=" not in entry
