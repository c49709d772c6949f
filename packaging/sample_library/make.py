"""Writes the sample library: pip install -r requirements.txt, then python make.py.

A second run gives the same bytes.
"""

import shutil
from pathlib import Path

from office_maker import make_docx, make_epub, make_pptx, make_xlsx
from pdf_maker import make_pdf
from plain_texts import BOOK, BUDGET, ENCODINGS, MAIL, NOTES, REVIEW
from scan_maker import make_photo, make_scan
from source import TEXTS, load

LIBRARY = Path(__file__).resolve().parents[2] / "resources" / "sample-library"
PDFS = {
    "mietvertrag": "Wohnung/Mietvertrag Lindenstraße 14.pdf",
    "lab_report": "Work/Lab report drinking water 2025-031.pdf",
    "espresso_manual": "Work/Espresso machine manual.pdf",
    "rechnung": "Work/Rechnung 2025-0417.pdf",
    "soil_moisture": "Research/Soil moisture and urban trees.pdf",
    "waermepumpen": "Research/Wärmepumpen im Altbau.pdf",
}
COPIES = {
    "kaesespaetzle.md": "Rezepte/Großmutters Käsespätzle.md",
    "rye_bread.md": "Rezepte/Sourdough rye bread.md",
    "cycles_invoice.html": "Work/Invoice Harbour Street Cycles.html",
}


def main() -> None:
    """Write every file of the library."""
    for name, target in PDFS.items():
        make_pdf(load(name), _place(target), columns=2 if name == "soil_moisture" else 1)
    for name, target in COPIES.items():
        shutil.copyfile(TEXTS / name, _place(target))
    make_docx(load("protokoll"), _place("Work/Protokoll Eigentümerversammlung 2025.docx"))
    make_pptx(REVIEW, _place("Work/Quarterly review.pptx"))
    make_xlsx(BUDGET, _place("Work/Haushaltsbuch 2025.xlsx"))
    make_epub("The Lighthouse Keeper's Almanac", BOOK, _place("Books/Lighthouse almanac.epub"))
    make_scan(load("stadtwerke"), _place("Scans/Brief Stadtwerke (Scan).pdf"))
    make_photo(load("notice"), _place("Scans/Notice board photo.jpg"))
    _place("Mail/Re Roof repair offer.eml").write_bytes(MAIL.encode())
    for target, text in NOTES.items():
        _place(target).write_bytes(text.encode(ENCODINGS.get(target, "utf-8")))
    size = sum(file.stat().st_size for file in LIBRARY.rglob("*") if file.is_file())
    print(f"{LIBRARY}: {size / 2**20:.1f} MB")


def _place(target: str) -> Path:
    file = LIBRARY / target
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


if __name__ == "__main__":
    main()
