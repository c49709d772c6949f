"""Documents of every format with a text that is known, for benchmarks and tests."""

import csv
import html
import json
import mailbox
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

_WORDS = (
    "Die Wärmepumpe läuft seit März störungsfrei und braucht 4,2 kWh am Tag. "
    "Größere Straßen führen über die alte Brücke nach Köln-Süd. "
    "The tenant shall give three months’ notice before the end of the lease. "
    "Invoice no. 2025-0417 amounts to £1,284.50 and is due within fourteen days. "
    "L’été dernier, nous avons goûté des crêpes à Saint-Malo, près du château. "
    "Za ścianą żółty ptak śpiewał całą noc; Čeněk šel příště domů. "
    "Η θάλασσα ήταν ήσυχη. Вечером мы пили чай с мёдом. "
    "El niño comió piñones en el jardín de su abuela. "
)


@dataclass(frozen=True)
class Section:
    """A heading, paragraphs below it, and a table."""

    title: str
    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sections(number: int, paragraphs: int = 8) -> list[Section]:
    """Sections in many languages; no two paragraphs are the same."""
    sentences = [part.strip() + "." for part in _WORDS.split(". ") if part.strip()]
    made = []
    for n in range(1, number + 1):
        texts = tuple(
            " ".join(f"{sentences[(n + p + s) % len(sentences)]} Nr. {n}.{p}.{s}" for s in range(5))
            for p in range(paragraphs)
        )
        rows = (
            ("Artikel", "Menge", "Straße"),
            *((f"Ware{n}x{r}", f"{r * n}", f"Gasse {r}") for r in range(6)),
        )
        made.append(Section(f"Kapitel {n}: Übersicht", texts, rows))
    return made


def words_of(parts: list[Section]) -> list[str]:
    """Every word of the sections."""
    found: list[str] = []
    for part in parts:
        for text in (part.title, *part.paragraphs, *(cell for row in part.rows for cell in row)):
            found += text.split()
    return found


def _html(parts: list[Section]) -> str:
    body = "".join(
        f"<h2>{html.escape(part.title)}</h2>"
        + "".join(f"<p>{html.escape(text)}</p>" for text in part.paragraphs)
        + "<table>"
        + "".join(
            "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>"
            for row in part.rows
        )
        + "</table>"
        for part in parts
    )
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><meta charset="utf-8"/>'
        f"<title>Bericht</title></head><body>{body}</body></html>"
    )


def make_html(file: Path, parts: list[Section]) -> None:
    file.write_text(_html(parts), "utf-8")


def make_txt(file: Path, parts: list[Section]) -> None:
    blocks = []
    for part in parts:
        blocks += [part.title, *part.paragraphs, "\n".join("\t".join(row) for row in part.rows)]
    file.write_text("\n\n".join(blocks), "utf-8")


def make_md(file: Path, parts: list[Section]) -> None:
    blocks = []
    for part in parts:
        head, *rows = ("| " + " | ".join(row) + " |" for row in part.rows)
        table = "\n".join([head, "|---|---|---|", *rows])
        blocks += [f"## {part.title}", *part.paragraphs, table]
    file.write_text("\n\n".join(blocks), "utf-8")


def make_rst(file: Path, parts: list[Section]) -> None:
    blocks = []
    for part in parts:
        blocks += [f"{part.title}\n{'=' * len(part.title)}", *part.paragraphs]
        blocks += ["\n".join("  ".join(row) for row in part.rows)]
    file.write_text("\n\n".join(blocks), "utf-8")


def make_org(file: Path, parts: list[Section]) -> None:
    blocks = []
    for part in parts:
        blocks += [f"* {part.title}", *part.paragraphs]
        blocks += ["\n".join("| " + " | ".join(row) + " |" for row in part.rows)]
    file.write_text("\n\n".join(blocks), "utf-8")


def make_csv(file: Path, parts: list[Section]) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter="\t" if file.suffix == ".tsv" else ",")
        for part in parts:
            writer.writerow([part.title])
            writer.writerows([text] for text in part.paragraphs)
            writer.writerows(part.rows)


def make_json(file: Path, parts: list[Section]) -> None:
    content = [
        {"title": part.title, "paragraphs": part.paragraphs, "rows": part.rows} for part in parts
    ]
    file.write_text(json.dumps(content), "utf-8")  # letters beyond ASCII are escaped


def make_xml(file: Path, parts: list[Section]) -> None:
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<book>"]
    for part in parts:
        lines += [f"<title>{html.escape(part.title)}</title>"]
        lines += [f"<p>{html.escape(text)}</p>" for text in part.paragraphs]
        lines += [f"<c>{html.escape(cell)}</c>" for row in part.rows for cell in row]
    file.write_text("\n".join([*lines, "</book>"]), "utf-8")


def make_pdf(file: Path, parts: list[Section]) -> None:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(TTFont("Free", free_font()))
    styles = getSampleStyleSheet()
    for style in ("Heading1", "BodyText"):
        styles[style].fontName = "Free"
    flow = []
    for part in parts:
        flow.append(Paragraph(html.escape(part.title), styles["Heading1"]))
        flow += [Paragraph(html.escape(text), styles["BodyText"]) for text in part.paragraphs]
        flow += [Table(part.rows, style=[("FONTNAME", (0, 0), (-1, -1), "Free")]), PageBreak()]
    SimpleDocTemplate(str(file)).build(flow)


def free_font() -> str:
    """A font with Greek and Cyrillic; raises FileNotFoundError."""
    import subprocess

    asked = ["fc-match", "-f", "%{file}", "DejaVu Sans:fontformat=TrueType"]
    found = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    if not found.endswith(".ttf"):
        raise FileNotFoundError("no TrueType font with many languages")
    return found


def make_docx(file: Path, parts: list[Section]) -> None:
    from docx import Document

    document = Document()
    for part in parts:
        document.add_heading(part.title, 2)
        for text in part.paragraphs:
            document.add_paragraph(text)
        table = document.add_table(len(part.rows), len(part.rows[0]))
        for row, cells in zip(table.rows, part.rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    document.save(str(file))


def make_pptx(file: Path, parts: list[Section]) -> None:
    from pptx import Presentation
    from pptx.util import Inches

    show = Presentation()
    for part in parts:
        slide = show.slides.add_slide(show.slide_layouts[1])
        slide.shapes.title.text = part.title
        slide.placeholders[1].text = "\n".join(part.paragraphs[:-1])
        slide.notes_slide.notes_text_frame.text = part.paragraphs[-1]
        shape = slide.shapes.add_table(
            len(part.rows), len(part.rows[0]), Inches(1), Inches(5), Inches(8), Inches(2)
        )
        for number, cells in enumerate(part.rows):
            for column, text in enumerate(cells):
                shape.table.cell(number, column).text = text
    show.save(str(file))


def make_xlsx(file: Path, parts: list[Section]) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, part in enumerate(parts, 1):
        sheet = book.create_sheet(f"Blatt {number}")
        sheet.append([part.title])
        for text in part.paragraphs:
            sheet.append([text])
        for row in part.rows:
            sheet.append([int(cell) if cell.isdigit() else cell for cell in row])
    book.save(file)


_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"'
)


def _odf(file: Path, mime: str, body: str) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "mimetype", f"application/vnd.oasis.opendocument.{mime}", zipfile.ZIP_STORED
        )
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><file-entry'
            f' full-path="/" media-type="application/vnd.oasis.opendocument.{mime}"/></manifest>',
        )
        archive.writestr(
            "content.xml",
            f"<office:document-content {_ODF}><office:body><office:{mime}>{body}"
            f"</office:{mime}></office:body></office:document-content>",
        )


def _odf_table(rows: tuple[tuple[str, ...], ...]) -> str:
    cells = (
        "".join(
            f'<table:table-cell office:value-type="string"><text:p>{html.escape(cell)}</text:p>'
            "</table:table-cell>"
            for cell in row
        )
        for row in rows
    )
    return "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)


def make_odt(file: Path, parts: list[Section]) -> None:
    body = "".join(
        f'<text:h text:outline-level="2">{html.escape(part.title)}</text:h>'
        + "".join(f"<text:p>{html.escape(text)}</text:p>" for text in part.paragraphs)
        + f"<table:table>{_odf_table(part.rows)}</table:table>"
        for part in parts
    )
    _odf(file, "text", body)


def make_odp(file: Path, parts: list[Section]) -> None:
    body = "".join(
        f'<draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>'
        f"{html.escape(part.title)}</text:p></draw:text-box></draw:frame><draw:frame><draw:text-box>"
        + "".join(f"<text:p>{html.escape(text)}</text:p>" for text in part.paragraphs)
        + f"</draw:text-box></draw:frame><table:table>{_odf_table(part.rows)}</table:table>"
        "</draw:page>"
        for part in parts
    )
    _odf(file, "presentation", body)


def make_ods(file: Path, parts: list[Section]) -> None:
    body = "".join(
        f'<table:table table:name="Blatt {number}">'
        + _odf_table(((part.title,), *((text,) for text in part.paragraphs), *part.rows))
        + "</table:table>"
        for number, part in enumerate(parts, 1)
    )
    _odf(file, "spreadsheet", body)


def make_rtf(file: Path, parts: list[Section]) -> None:
    def escaped(text: str) -> str:
        units = (int.from_bytes(char.encode("utf-16-le")[:2], "little") for char in text)
        return "".join(
            f"\\u{unit - 0x10000 if unit > 0x7FFF else unit}?" if unit > 126 else chr(unit)
            for unit in units
        )

    lines = ["{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}}"]
    for part in parts:
        lines += [f"\\pard\\outlinelevel1 {escaped(part.title)}\\par"]
        lines += [f"\\pard {escaped(text)}\\par" for text in part.paragraphs]
        for row in part.rows:
            lines += ["\\trowd " + "".join(f"{escaped(cell)}\\cell " for cell in row) + "\\row"]
    file.write_text("\n".join([*lines, "}"]), "ascii")


def make_epub(file: Path, parts: list[Section]) -> None:
    names = [f"c{number}.xhtml" for number in range(len(parts))]
    items = "".join(
        f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in names
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="book.opf"/></rootfiles></container>',
        )
        archive.writestr(
            "book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf">'
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
        )
        for name, part in zip(names, parts, strict=True):
            archive.writestr(name, _html([part]))


def _mail(parts: list[Section], *, as_html: bool) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = "Bericht", "Ann <ann@example.org>"
    blocks = []
    for part in parts:
        blocks += [part.title, *part.paragraphs, "\n".join("  ".join(row) for row in part.rows)]
    message.set_content("\n\n".join(blocks))
    if as_html:
        message.add_alternative(_html(parts), subtype="html")
    return message


def make_eml(file: Path, parts: list[Section]) -> None:
    file.write_bytes(_mail(parts, as_html=True).as_bytes())


def make_mhtml(file: Path, parts: list[Section]) -> None:
    message = EmailMessage()
    message["Subject"] = "Bericht"
    message.set_content(_html(parts), subtype="html")
    message.make_related()
    file.write_bytes(message.as_bytes())


def make_mbox(file: Path, parts: list[Section]) -> None:
    box = mailbox.mbox(file)
    for part in parts:
        box.add(_mail([part], as_html=False))
    box.close()


def make_zip(file: Path, parts: list[Section]) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, part in enumerate(parts):
            archive.writestr(f"seite {number}.html", _html([part]))


MAKERS: dict[str, Callable[[Path, list[Section]], None]] = {
    "pdf": make_pdf,
    "docx": make_docx,
    "odt": make_odt,
    "rtf": make_rtf,
    "pptx": make_pptx,
    "odp": make_odp,
    "xlsx": make_xlsx,
    "ods": make_ods,
    "csv": make_csv,
    "tsv": make_csv,
    "html": make_html,
    "mhtml": make_mhtml,
    "xml": make_xml,
    "json": make_json,
    "md": make_md,
    "rst": make_rst,
    "org": make_org,
    "txt": make_txt,
    "epub": make_epub,
    "eml": make_eml,
    "mbox": make_mbox,
    "zip": make_zip,
}
