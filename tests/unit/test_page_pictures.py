"""Pictures of pages that are not PDF: text on a clean page with its passage marked, photos."""

import io
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.documents.excerpt import cut_around, elements, with_blocks
from app.documents.model import Block
from app.documents.page_image import draw_page
from app.documents.picture import Picture, noted
from app.errors import Reason, UnreadableFile
from app.reading.child import Child, Limits
from app.reading.jobs import draw_excerpt

FILLER = "".join(f"Line {number} of a text about lamps and rails.\n\n" for number in range(400))


def drawn(child: Child, text: str, passage: str, type_: str, file: Path | None = None) -> Picture:
    start = text.index(passage)
    excerpt = cut_around(text, start, start + len(passage), type_)
    png = child.call(draw_excerpt, file or Path("gone"), "", "", 0, excerpt, 700)
    picture = noted(png)
    assert picture is not None
    return picture


def pixels(picture: Picture) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(picture.png)).convert("L"), np.int16)


@pytest.fixture(scope="module")
def child() -> Child:
    child = Child(Limits(20, 2048))
    yield child
    child.close()


@pytest.mark.parametrize(
    ("type_", "before", "after"),
    [
        ("txt", FILLER, FILLER),
        ("py", FILLER, "\nlast"),
        ("html", "Name | What\n\nLamp | new\n\nRail | ", " | old\n\nThe end."),
        ("txt", "שלום עולם 𝒳 ", " ועוד כמה מילים"),
        ("docx", "أهلا بكم في ", " المدينة القديمة"),
    ],
)
def test_boxes_cover_the_passage_and_nothing_else(
    child: Child, type_: str, before: str, after: str
) -> None:
    """Exchanging letters of one width changes the pictures inside the boxes only."""
    one = drawn(child, f"{before}ppbbpp ppbb{after}", "ppbbpp ppbb", type_)
    other = drawn(child, f"{before}qqddqq qqdd{after}", "qqddqq qqdd", type_)
    assert one.boxes == other.boxes and len(one.boxes) >= 1
    changed = np.abs(pixels(one) - pixels(other)) > 60
    assert changed.any()
    height, width = changed.shape
    for x0, y0, x1, y1 in one.boxes:
        rows, columns = (
            slice(int(y0 * height), int(y1 * height) + 1),
            slice(int(x0 * width) - 1, int(x1 * width) + 2),
        )
        assert changed[rows, columns].any()
        changed[rows, columns] = False
    assert not changed.any()
    assert one.is_part == (FILLER in (before, after))


def test_headings_and_tables_come_from_the_file_while_it_is_the_same(
    child: Child, tmp_path: Path
) -> None:
    text = "Lamps\n\nThe lamps of the harbour are green."
    plain = drawn(child, text, "green", "md")
    file = tmp_path / "lamps.md"
    file.write_text("# Lamps\n\nThe lamps of the harbour are green.\n")
    formatted = drawn(child, text, "green", "md", file)
    assert formatted.boxes[0][1] > plain.boxes[0][1]  # a larger line stands above it
    file.write_text("# Lamps\n\nThe lamps of the harbour are gone.\n")
    assert drawn(child, text, "green", "md", file).png == plain.png


def test_rows_of_cells_are_one_table() -> None:
    text = "List\n\nName | Sum\nLamp | 3\nRail | 4\n\nDone."
    excerpt = with_blocks(
        cut_around(text, 0, 4, "xlsx"),
        [Block(0, 4, 2), Block(6, 16, 4), Block(17, 25), Block(26, 34), Block(36, 41)],
        "sheet",
    )
    found = list(elements(excerpt))
    assert [element.kind for element in found] == ["heading", "table", "paragraph"]
    assert found[1].has_header and len(found[1].rows) == 3
    assert text[slice(*found[1].rows[2][1])] == "4"


def test_code_with_bars_is_no_table() -> None:
    text = "a = b | c\nd = e | f"
    assert [e.kind for e in elements(cut_around(text, 0, 5, "py"))] == ["code"]


def test_photos_stand_upright_and_pages_of_a_tiff_are_told_apart(tmp_path: Path) -> None:
    photo = Image.new("RGB", (40, 20), "white")
    photo.paste("red", (0, 0, 20, 20))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise
    photo.save(tmp_path / "photo.png", exif=exif)
    picture = draw_page(tmp_path / "photo.png", 1, 100)
    assert (picture.width, picture.height) == (100, 200)
    upright = Image.open(io.BytesIO(picture.png))
    assert upright.getpixel((50, 20)) == (255, 0, 0)
    assert upright.getpixel((50, 180)) == (255, 255, 255)
    first, second = Image.new("L", (30, 30), 0), Image.new("L", (60, 30), 200)
    first.save(tmp_path / "scan.tif", save_all=True, append_images=[second])
    page = draw_page(tmp_path / "scan.tif", 2, 120)
    assert (page.width, page.height) == (120, 60)
    assert Image.open(io.BytesIO(page.png)).getpixel((9, 9)) == (200, 200, 200)
    with pytest.raises(UnreadableFile) as refused:
        draw_page(tmp_path / "scan.tif", 3, 120)
    assert refused.value.reason == Reason.CORRUPT


def test_qt_is_loaded_only_where_text_is_drawn() -> None:
    code = "import sys, app.engine, app.reading.jobs; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
