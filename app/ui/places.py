"""Where a hit stands, in the user's language."""

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from app.documents.place import SHOWN
from app.errors import QT_TRANSLATE_NOOP
from app.search.model import Hit

CITED_PAGE = QT_TRANSLATE_NOOP("Place", "p. {0}")


def shown_place(hit: Hit) -> str:
    """Such as "page 3" or "sheet Umsatz A1:F40"; "" for the whole of a text."""
    if not hit.place.kind:
        return ""
    return QCoreApplication.translate("Place", SHOWN[hit.place.kind]).format(hit.place.name)


def shown_day(hit: Hit) -> str:
    """When the file was changed, as a day."""
    if not hit.modified:
        return ""
    day = QDateTime.fromSecsSinceEpoch(int(hit.modified)).date()
    return QLocale().toString(day, QLocale.FormatType.ShortFormat)


def citation(hit: Hit) -> str:
    """Name, place and path, to be put into a text: "Guide.pdf, p. 3 (/home/…/Guide.pdf)"."""
    if hit.place.kind == "page":
        place = QCoreApplication.translate("Place", CITED_PAGE).format(hit.place.name)
    else:
        place = shown_place(hit)
    named = ", ".join(filter(None, (PurePath(hit.path).name, place)))
    return f"{named} ({hit.path})"
