"""German is complete."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

TS = Path(__file__).resolve().parents[2] / "resources" / "translations" / "genericrag_de.ts"


def test_every_text_is_translated_with_its_places() -> None:
    messages = list(ElementTree.parse(TS).iter("message"))
    assert len(messages) > 30
    for message in messages:
        source = message.findtext("source") or ""
        translation = message.find("translation")
        assert translation is not None and translation.get("type") is None, source
        forms = [form.text for form in translation.findall("numerusform")] or [translation.text]
        for form in forms:
            assert form, source
            for place in ("{0}", "{1}", "{2}", "{3}", "%n"):
                assert (place in form) == (place in source), source
