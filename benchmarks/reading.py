"""Reading files of every format, against the library below each reader doing the least it can.

The least is the text by paragraph, row or node in reading order, in one Unicode form and with
single spaces, joined to pages that know where each block begins; of web pages and XML also what is
a heading and which line it is; and for a PDF the box of every word: what passages, headings and
marks cannot do without. Times are CPU seconds of one process, the best of several rounds taken in
turns.
"""

import csv
import email
import io
import json
import mailbox
import statistics
import tempfile
import time
import unicodedata
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from documents import MAKERS, sections
from report import arguments, say, show

from app.documents.read import read
from app.errors import UnreadableFile


def main() -> None:
    """Run everything and print it."""
    parser = arguments(__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, help="measure the files of this folder instead")
    parser.add_argument("--format", action="append", choices=sorted(LIBRARIES), default=[])
    chosen = parser.parse_args()
    formats = chosen.format or list(LIBRARIES)
    figures = {}
    with tempfile.TemporaryDirectory() as temporary:
        for kind in formats:
            files = _files(kind, chosen.folder, Path(temporary), 20 if chosen.quick else 60)
            if files:
                say(f"Reading {len(files)} {kind} files ...")
                figures[kind] = measure(kind, files, 3 if chosen.quick else 7)
    show(figures, as_json=chosen.json)


def _files(kind: str, folder: Path | None, temporary: Path, pages: int) -> list[Path]:
    if folder:
        return [file for file in sorted(folder.rglob(f"*.{kind}")) if _is_readable(kind, file)]
    files = []
    for number, size in enumerate((pages, pages // 4, 2)):
        file = temporary / f"{number}.{kind}"
        MAKERS[kind](file, sections(size))
        files.append(file)
    return files


def _is_readable(kind: str, file: Path) -> bool:
    """Whether both sides can read it: what fails at once would count as fast."""
    try:
        read(file)
        LIBRARIES[kind](file)
    except (UnreadableFile, Exception):
        return False
    return True


def measure(kind: str, files: list[Path], rounds: int) -> dict[str, float]:
    """Files and pages a second, ours and the library's, and our overhead over it."""
    ours: dict[Path, list[float]] = {file: [] for file in files}
    theirs: dict[Path, list[float]] = {file: [] for file in files}
    pages = sum(_pages(read(file)) for file in files)
    for _ in range(rounds):
        for file in files:
            ours[file].append(_cpu_seconds(read, file))
            theirs[file].append(_cpu_seconds(LIBRARIES[kind], file))
    mine = sum(min(taken) for taken in ours.values())
    library = sum(min(taken) for taken in theirs.values())
    each = [min(ours[file]) / min(theirs[file]) - 1 for file in files]
    return {
        "files": len(files),
        "pages": pages,
        "files_per_s": len(files) / mine,
        "pages_per_s": pages / mine,
        "library_pages_per_s": pages / library,
        "overhead": mine / library - 1,
        "overhead_median_file": statistics.median(each),
    }


def _pages(document: Any) -> int:
    inner = sum(_pages(member.document) for member in document.members if member.document)
    return len(document.pages) + int(inner)


def _cpu_seconds(function: Callable[[Path], object], file: Path) -> float:
    started = time.process_time()
    function(file)
    return time.process_time() - started


def with_pypdfium2(file: Path) -> object:
    """Text of each page, and the boxes of the first and last character of each word."""
    import re

    import pypdfium2
    from pypdfium2 import raw

    word = re.compile(r"\S+")
    rectangle = raw.FS_RECTF()
    texts, boxes = [], []
    document = pypdfium2.PdfDocument(file)
    for page in document:
        textpage = page.get_textpage()
        text = textpage.get_text_range()
        for match in word.finditer(text):
            for place in (match.start(), match.end() - 1):
                raw.FPDFText_GetLooseCharBox(textpage, place, rectangle)
                boxes.append((rectangle.left, rectangle.bottom, rectangle.right, rectangle.top))
        texts.append(text)
        textpage.close()
        page.close()
    document.close()
    return texts, boxes


def _page(blocks: Iterable[str]) -> tuple[str, list[tuple[int, int]]]:
    """Blocks in NFC and with single spaces as one text, and where each stands in it."""
    texts, places, length = [], [], 0
    for block in blocks:
        if text := unicodedata.normalize("NFC", " ".join(block.split())):
            texts.append(text)
            places.append((length, length + len(text)))
            length += len(text) + 2
    return "\n\n".join(texts), places


def _xml_of(file: Path, wanted: Callable[[str], bool]) -> list[Any]:
    from lxml import etree

    with zipfile.ZipFile(file) as archive:
        return [etree.fromstring(archive.read(n)) for n in archive.namelist() if wanted(n)]


def _paragraphs(root: Any, *tags: str) -> list[str]:
    return ["".join(element.itertext()) for element in root.iter(*tags)]


def with_python_docx(file: Path) -> object:
    """Paragraphs and cells, by python-docx."""
    import docx

    document = docx.Document(str(file))
    texts = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return _page(texts), _page(cells)


def with_python_pptx(file: Path) -> object:
    """Shapes, cells and notes, by python-pptx."""
    import pptx

    texts = []
    for slide in pptx.Presentation(str(file)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                texts.append(shape.text_frame.text)
            elif shape.has_table:
                texts += [cell.text for row in shape.table.rows for cell in row.cells]
        if slide.has_notes_slide:
            texts.append(slide.notes_slide.notes_text_frame.text)
    return texts


def with_lxml_odf(file: Path) -> object:
    """Headings and paragraphs, by zipfile and lxml."""
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    roots = _xml_of(file, lambda name: name == "content.xml")
    return [_page(_paragraphs(root, f"{text}h", f"{text}p")) for root in roots]


def with_calamine(file: Path) -> object:
    """The rows of every sheet as text."""
    import python_calamine

    with python_calamine.load_workbook(file) as book:
        return [
            _page(" | ".join(map(str, r)) for r in book.get_sheet_by_name(name).to_python())
            for name in book.sheet_names
        ]


def with_striprtf(file: Path) -> object:
    from striprtf.striprtf import rtf_to_text

    return rtf_to_text(file.read_bytes().decode("latin-1"), errors="replace").split("\n")


def with_csv(file: Path) -> object:
    """Rows as text, by the csv module, which is told the delimiter; ours finds it."""
    delimiter = "\t" if file.suffix == ".tsv" else ","
    with file.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream, delimiter=delimiter)
        lines, texts = zip(*((rows.line_num, " | ".join(row)) for row in rows), strict=True)
        return _page(texts), lines


_BLOCKS = "title, h1, h2, h3, h4, h5, h6, p, li, dt, dd, pre, blockquote, caption, td, th"


def _text_of_html(data: bytes) -> object:
    """Headings, paragraphs and cells with the name of the element that each is."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(data)
    tree.strip_tags(["script", "style", "template", "noscript", "svg"])
    found = [(node.tag, node.text()) for node in tree.css(_BLOCKS)]
    return _page(text for _, text in found), [tag for tag, _ in found]


def with_selectolax(file: Path) -> object:
    return _text_of_html(file.read_bytes())


def with_selectolax_epub(file: Path) -> object:
    with zipfile.ZipFile(file) as archive:
        names = [name for name in archive.namelist() if name.endswith("html")]
        return [_text_of_html(archive.read(name)) for name in names]


def with_lxml(file: Path) -> object:
    from lxml import etree

    root = etree.fromstring(file.read_bytes())
    texts, lines = [], []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        text = element.text if event == "start" else element.tail
        if text and not text.isspace():
            texts.append(text)
            lines.append(element.sourceline)
    return _page(texts), lines


def with_json(file: Path) -> object:
    """Keys and values in their order, by the json module, which knows no lines; ours does."""
    texts: list[str] = []
    stack = [json.loads(file.read_bytes())]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            for key, inner in reversed(value.items()):
                stack += (inner, key)
        elif isinstance(value, list):
            stack += reversed(value)
        else:
            texts.append(value if isinstance(value, str) else str(value))
    return _page(texts)


def with_markdown_it(file: Path) -> object:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(file.read_text("utf-8"))
    return [token.content for token in tokens if token.type in ("inline", "fence", "code_block")]


def with_charset_normalizer(file: Path) -> object:
    from charset_normalizer import from_bytes

    return str(from_bytes(file.read_bytes()).best()).splitlines()


def _text_of_mail(mail: Any) -> list[object]:
    texts: list[object] = [mail["Subject"], mail["From"]]
    for part in mail.walk():
        if part.get_content_maintype() == "text":
            data = part.get_payload(decode=True)
            is_html = part.get_content_subtype() == "html"
            plain = data.decode("utf-8", "replace").split("\n\n")
            texts.append(_text_of_html(data) if is_html else _page(plain))
    return texts


def with_email(file: Path) -> object:
    return _text_of_mail(email.message_from_bytes(file.read_bytes()))


def with_mailbox(file: Path) -> object:
    box = mailbox.mbox(file, create=False)
    try:
        return [_text_of_mail(mail) for mail in box]
    finally:
        box.close()


def with_zipfile(file: Path) -> object:
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        return [_text_of_html(archive.read(name)) for name in archive.namelist()]


LIBRARIES: dict[str, Callable[[Path], object]] = {
    "pdf": with_pypdfium2,
    "docx": with_python_docx,
    "odt": with_lxml_odf,
    "rtf": with_striprtf,
    "pptx": with_python_pptx,
    "odp": with_lxml_odf,
    "xlsx": with_calamine,
    "ods": with_calamine,
    "csv": with_csv,
    "tsv": with_csv,
    "html": with_selectolax,
    "mhtml": with_email,
    "xml": with_lxml,
    "json": with_json,
    "md": with_markdown_it,
    "txt": with_charset_normalizer,
    "epub": with_selectolax_epub,
    "eml": with_email,
    "mbox": with_mailbox,
    "zip": with_zipfile,
}


if __name__ == "__main__":
    main()
