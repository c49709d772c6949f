"""A library that is indexed once for all tests that only search."""

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from indexing import run_index
from reportlab.pdfgen.canvas import Canvas

from app.engine import Engine
from app.paths import data_dirs

FILES = {
    "lease.txt": "The tenant may end the lease with three\nmonths' notice. "
    "The deposit is three monthly rents and is paid back after the keys are returned.",
    "lease old.txt": "The tenant may end the lease with three months' notice. "
    "The deposit is three monthly rents and is paid back when the keys are returned.",
    "lease 2019.txt": "The tenant may end the lease with 2 months' notice. "
    "The deposit is three monthly rents and is paid back after the keys are returned.",
    "rezepte/Suppe.txt": "Die Kürbissuppe kocht zwanzig Minuten. Danach wird sie püriert und mit "
    "Ingwer, Kokosmilch und etwas Limettensaft abgeschmeckt.",
    "rezepte/Bibliothèque.md": "La bibliothèque du quartier ouvre le mardi et le jeudi de quatorze "
    "à dix-neuf heures, et le samedi matin de dix heures à midi.",
    "pump/manual.md": "# Pump manual\n\n## Error codes\n\nE-07 means that the water tank is empty. "
    "E-12 means that the outlet is blocked by scale.",
    "pump/error.txt": "An error of the pump means that the supply of water has ended: fill the "
    "tank up again before you go on, or the pump will be damaged by heat.",
    "pump/E-70.txt": "Code E-70 is kept for later. It means nothing, and no error is shown for it.",
    "minutes.html": "<html><head><title>Minutes</title></head><body><h1>Roof</h1>"
    "<p>The owners agreed to have the roof repaired by Brandt Ltd in spring.</p></body></html>",
    "notes/bike.txt": "The blue bicycle needs a new chain and brake pads before summer.",
    "notes/Dach.txt": "Das Dach ist an zwei Stellen undicht; die Kündi-\ngungsfrist der "
    "Versicherung ist noch nicht um.",
}
PAGES = (
    "Welcome to the museum of clocks. Opening hours are on the last page.",
    "The sundial in the courtyard is older than the house.",
    "The museum of clocks is open from ten to five, the courtyard with the sundial longer.",
)


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of small files about different things, in three languages."""
    folder = tmp_path_factory.mktemp("shelf")
    for name, text in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    canvas = Canvas(str(folder / "guide.pdf"))
    for text in PAGES:
        canvas.drawString(40, 700, text)
        canvas.showPage()
    canvas.save()
    shutil.copy(folder / "notes" / "bike.txt", folder / "pump" / "copy of bike.txt")
    for name, year in (("lease 2019.txt", 2019), ("notes/bike.txt", 2021)):
        changed = datetime(year, 6, 1).timestamp()
        os.utime(folder / name, (changed, changed))
    return folder


@pytest.fixture(scope="session")
def reader(shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An engine that has indexed the shelf; only for searching."""
    engine = Engine(data_dirs(tmp_path_factory.mktemp("data")))
    run_index(engine, shelf)
    yield engine
    engine.close()
