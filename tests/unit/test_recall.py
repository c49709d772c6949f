"""Every word that a document is known to hold is read, in every format."""

import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from documents import MAKERS, free_font, sections, words_of
from marked_regions import overlap, words_in
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.documents.marks import line_boxes
from app.documents.model import Document
from app.documents.pdf import draw_with_pdfium
from app.documents.read import read
from app.documents.recognise import recognise_part
from app.documents.source import Source

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


def texts(document: Document) -> Iterator[str]:
    for page in document.pages:
        yield page.text
    for member in document.members:
        assert member.document, member
        yield from texts(member.document)


def recall(words: list[str], document: Document) -> float:
    """Share of the words that were read, as often as they occur."""
    wanted = Counter(words)
    # Marks around a cell or in JSON are no part of a word.
    found = Counter(re.sub(r'["\[\],|]', " ", " ".join(texts(document))).split())
    found += Counter(" ".join(texts(document)).split())
    return sum(min(count, found[word]) for word, count in wanted.items()) / len(words)


@pytest.mark.parametrize("kind", MAKERS)
def test_all_words_of_a_born_digital_document_are_read(kind: str, tmp_path: Path) -> None:
    parts = sections(6)
    file = tmp_path / f"known.{kind}"
    MAKERS[kind](file, parts)
    assert recall(words_of(parts), read(file)) >= 0.995


@pytest.mark.parametrize(
    ("same", "other"),
    [
        ("docling/legacy_sample.doc", "docling/word_sample.docx"),
        ("docling/legacy_sample.ppt", "docling/powerpoint_sample.pptx"),
        ("tika/test-columnar.xls", "tika/test-columnar.xlsx"),
        ("tika/test-columnar.xlsb", "tika/test-columnar.xlsx"),
        ("tika/testPPT_2imgs.ppt", "tika/testPPT_2imgs.pptx"),
    ],
)
def test_old_formats_say_what_the_new_ones_say(same: str, other: str) -> None:
    if not (CORPUS / same).exists():
        pytest.skip("the public test documents are not there")
    words = " ".join(texts(read(CORPUS / other))).replace("|", " ").split()
    assert recall(words, read(CORPUS / same)) >= 0.995


_LETTERS = {
    "de": "Sehr geehrte Frau Schäfer, hiermit kündigen wir den Mietvertrag über die Wohnung in der"
    " Königstraße 14 fristgerecht zum 30. September 2025. Die Übergabe der Schlüssel soll am"
    " letzten Werktag des Monats erfolgen, wenn möglich gegen zehn Uhr. Bitte überweisen Sie die"
    " Kaution in Höhe von 1.850,00 Euro auf das bekannte Konto, sobald die Abrechnung der"
    " Nebenkosten vorliegt. Für Rückfragen erreichen Sie uns täglich unter der Nummer 0431"
    " 5567812. Der Zähler im Keller zeigte bei der Ablesung 48217 Kilowattstunden. Schäden an"
    " Böden, Türen oder"
    " Fenstern sind uns nicht bekannt; größere Mängel hätten wir selbstverständlich gemeldet."
    " Außerdem möchten wir darauf hinweisen, dass die Heizung während der kühlen Nächte zuweilen"
    " ausfiel und erst nach mehrmaligem Drücken des Knopfes wieder ansprang.",
    "en": "Dear Mrs Whitfield, thank you for your letter of 12 March about the boundary wall"
    " between our gardens. A surveyor visited the site last Thursday and measured the foundation,"
    " which is forty centimetres wide and rests on solid chalk. He believes that the crack was"
    " caused by the roots of the old walnut tree rather than by the recent building work."
    " Repairing the wall would cost about £2,350, including scaffolding and removal of rubble."
    " We suggest that each"
    " household pays half of this amount, provided that the council grants permission before the"
    " end of June. Please let us know whether you agree, or whether you would prefer to ask another"
    " builder for a second quotation. The enclosed drawing shows the proposed height and the new"
    " drainage channel along the eastern side of the property.",
    "fr": "Madame, Monsieur, nous avons bien reçu votre réclamation du 8 février concernant la"
    " chaudière installée dans l'immeuble de la rue des Lilas. Notre technicien est passé mardi"
    " dernier et a constaté que la vanne d'arrivée était bloquée par du calcaire, ce qui empêchait"
    " l'eau chaude de monter jusqu'au troisième étage. La pièce défectueuse a été remplacée"
    " gratuitement, car la garantie court encore jusqu'à la fin de l'année. Nous vous conseillons"
    " néanmoins de faire vérifier l'adoucisseur, dont le réglage nous paraît trop faible. Le devis"
    " ci-joint s'élève à 412,60 euros et reste valable pendant trente jours. Veuillez agréer,"
    " Madame, Monsieur, l'expression de nos sentiments distingués et de nos sincères regrets pour"
    " la gêne occasionnée.",
}


def triples(words: list[str]) -> list[str]:
    """Three letters at a time: a space that was missed does not make other marks."""
    text = "".join(words)
    return [text[at : at + 3] for at in range(len(text) - 2)]


@pytest.mark.slow
@pytest.mark.parametrize("language", _LETTERS)
def test_the_words_of_a_scan_are_read_and_marked(language: str, tmp_path: Path) -> None:
    typed = tmp_path / "typed.pdf"
    pdfmetrics.registerFont(TTFont("Free", free_font()))
    canvas = Canvas(str(typed), (595, 842))
    canvas.setFont("Free", 11)
    for number, line in enumerate(textwrap.wrap(_LETTERS[language], 72)):
        canvas.drawString(70, 760 - 19 * number, line)
    canvas.save()
    picture = draw_with_pdfium(Source.of(typed), 1, 1654).convert("L")  # A4 at 200 dpi
    turned = picture.rotate(0.3, Image.Resampling.BICUBIC, fillcolor=255)
    noise = np.random.default_rng(5).normal(-6, 9, turned.size[::-1])
    scan = Image.fromarray(np.clip(np.asarray(turned) + noise, 0, 255).astype(np.uint8))
    scan.save(tmp_path / "scan.png")

    page = recognise_part(Source.of(tmp_path / "scan.png"), "png", 0)
    assert recall(_LETTERS[language].split(), Document("png", "", (page,))) >= 0.98
    spans = page.words.spans
    shares = []
    for first in range(0, len(spans) - 20, 6):
        start, end = int(spans[first, 0]), int(spans[first + 12, 1])
        marked = words_in(typed, 0, line_boxes(page.words, start, end))
        shares.append(overlap(*map(triples, (page.text[start:end].split(), marked))))
    assert len(shares) > 12 and np.min(np.mean(shares, axis=0)) >= 0.98
