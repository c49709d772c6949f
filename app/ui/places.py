"""Where a hit stands, in the user's language."""

from PySide6.QtCore import QCoreApplication

from app.documents.place import SHOWN
from app.search.model import Hit


def shown_place(hit: Hit) -> str:
    """Such as "page 3" or "sheet Umsatz A1:F40"; "" for the whole of a text."""
    if not hit.place.kind:
        return ""
    return QCoreApplication.translate("Place", SHOWN[hit.place.kind]).format(hit.place.name)
