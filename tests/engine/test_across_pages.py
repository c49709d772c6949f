"""A sentence that begins on one page of a PDF and ends on the next."""

from pathlib import Path

from indexing import run_index
from reportlab.pdfgen.canvas import Canvas

from app.cli.found import hit_as_json
from app.engine import Engine
from app.search.model import Hit, Query

PAGES = (
    ("The roof was mended in spring.", "Old barometers are lent only to schools that"),
    ("have signed the insurance form.", "Visitors may use the garden."),
)


def test_it_is_found_whole_and_reports_both_pages(engine: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    canvas = Canvas(str(folder / "rules.pdf"))
    for lines in PAGES:
        for number, line in enumerate(lines):
            canvas.drawString(72, 700 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    run_index(engine, folder)

    def find(query: str) -> tuple[Hit, ...]:
        return engine.find(Query(query)).hits

    (hit,) = find('"schools that have signed"')
    assert (hit.page, hit.pages, str(hit.place)) == (1, (1, 2), "pages 1–2")
    assert "schools that have signed the insurance form." in hit.snippet
    ((_, _, _, last_line),) = hit.boxes[-1:]
    ((x0, y0, x1, y1),) = hit.tail_boxes
    assert 0.1 < x0 < 0.13 and x0 < x1 and y0 < y1 < last_line < 0.2
    entry = hit_as_json(hit, None)
    assert [place["page"] for place in entry["pages"]] == [1, 2]
    assert entry["pages"][1]["boxes"] == [[x0, y0, x1, y1]]
    # Either page finds it; the second page's own passage is of that page alone.
    assert [h.passage for h in find('"schools that have signed" page:2')] == [hit.passage]
    other = next(h for h in find("Visitors may use the garden") if h.passage != hit.passage)
    assert (other.page, other.pages, other.tail_boxes) == (2, (2,), ())
    # As pages, both are listed, each with its own lines.
    first, second = engine.find(Query('"schools that have signed"', view="pages")).hits
    assert [(h.page, h.pages[0], h.boxes) for h in (first, second)] == [
        (1, 1, hit.boxes),
        (2, 2, hit.tail_boxes),
    ]
    assert first.row != second.row and str(second.place) == "page 2" and second.text == hit.text
    (there,) = engine.document_view(second, (second.passage,)).on_page(1)
    assert there.boxes_on(0) == hit.boxes and there.boxes_on(1) == hit.tail_boxes
    text = engine.page_text(second)
    assert text[slice(*there.span_on(1))].startswith("have signed")
    # A later model embeds the same text, and a reason for the hit reads it.
    (stored, _) = engine._catalogue.next.passages(hit.document)
    assert stored.text == hit.text
    result = engine.find(Query('"schools that have signed"'))
    why = engine.explain(result, result.hits[0])
    signed = next(match for match in why.matches if match.query_word == "signed")
    assert signed.passage_word == "signed" and signed.boxes == ()
    assert engine.explain(result, second).heat == why.heat
