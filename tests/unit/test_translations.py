"""German is complete, and so are English plurals."""

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = ROOT / "resources" / "translations"


def sources(file: Path) -> dict[tuple[str, str], list[str | None]]:
    """(context, English) -> the translation's forms; None for one that is not finished."""
    found = {}
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = translation.findall("numerusform") or [translation]
            finished = translation.get("type") is None
            key = (context.findtext("name") or "", message.findtext("source") or "")
            found[key] = [form.text if finished else None for form in forms]
    return found


@pytest.mark.parametrize("name", ["genericrag_de.ts", "genericrag_en.ts"])
def test_every_text_is_translated_with_its_places(name: str) -> None:
    messages = sources(TRANSLATIONS / name)
    for (_, source), forms in messages.items():
        for form in forms:
            assert form, source
            for place in ("{0}", "{1}", "{2}", "{3}", "%n"):
                assert (place in form) == (place in source), source


def test_no_text_of_the_window_is_missing(tmp_path: Path) -> None:
    """Collected anew from the code, the texts are those of the file."""
    fresh = tmp_path / "fresh_de.ts"
    program = Path(sys.executable).parent / "pyside6-lupdate"
    modules = [str(file) for file in sorted((ROOT / "app").rglob("*.py"))]
    subprocess.run([program, *modules, "-ts", str(fresh)], check=True, capture_output=True)
    assert set(sources(fresh)) == set(sources(TRANSLATIONS / "genericrag_de.ts"))
