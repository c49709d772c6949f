"""The menus of the filter bar: what can be chosen, with counts, and what is chosen."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDateEdit, QDialog, QDialogButtonBox, QFormLayout, QMenu, QWidget

from app.errors import QT_TRANSLATE_NOOP
from app.search.completion import Vocabulary
from app.search.facets import LATELY
from app.search.filters import (
    added,
    chosen,
    filters_in,
    folder_value,
    without_fields,
    without_value,
)
from app.search.language_names import language_name
from app.search.model import Facets

# What a query becomes when an entry is chosen.
Choose = Callable[[str], None]
_LATELY = {
    "7d": QT_TRANSLATE_NOOP("FilterMenus", "Last 7 days"),
    "1m": QT_TRANSLATE_NOOP("FilterMenus", "Last 30 days"),
    "1y": QT_TRANSLATE_NOOP("FilterMenus", "Last 365 days"),
}


def language_label(code: str) -> str:
    """A language's name in the user's language."""
    return QCoreApplication.translate("Language", language_name(code))


def fill_folders(menu: QMenu, text: str, facets: Facets | None, known: Vocabulary | None) -> None:
    """Folders by name; the text is the query without a condition on them."""
    if facets is not None:
        paths = [path for path, _ in facets["folder"]]
        values = {folder_value(path, paths): count for path, count in facets["folder"]}
    else:
        values = dict.fromkeys(known.folders if known else (), 0)
    _fill_values(menu, text, "folder", values, str)


def fill_types(menu: QMenu, text: str, facets: Facets | None, known: Vocabulary | None) -> None:
    """Types of files."""
    _fill_values(
        menu, text, "type", _values(facets, "type", known.types if known else ()), str.upper
    )


def fill_languages(menu: QMenu, text: str, facets: Facets | None, known: Vocabulary | None) -> None:
    """Languages by name."""
    values = _values(facets, "language", known.languages if known else ())
    _fill_values(menu, text, "language", values, language_label)


def _values(facets: Facets | None, name: str, known: tuple[str, ...]) -> Mapping[str, int]:
    return dict(facets[name]) if facets is not None else dict.fromkeys(known, 0)


def _fill_values(
    menu: QMenu, text: str, field: str, values: Mapping[str, int], label: Callable[[str], str]
) -> None:
    now = chosen(text, field)  # type: ignore[arg-type]
    for value in [*values, *sorted(now - set(values))]:
        count = values.get(value, 0)
        entry = _entry(menu, label(value), count, checked=value in now)
        if value in now:
            entry.setData(without_value(text, field, value))  # type: ignore[arg-type]
        else:
            entry.setData(added(text, field, value))  # type: ignore[arg-type]
    if menu.isEmpty():
        words = QCoreApplication.translate("FilterMenus", "Nothing to choose from")
        menu.addAction(words).setEnabled(False)


def fill_dates(
    menu: QMenu, text: str, facets: Facets | None, _known: Vocabulary | None = None
) -> None:
    """Any time, lately, a year; the owner adds its own range."""
    without = without_fields(text, ("after", "before"))
    any_time = QCoreApplication.translate("FilterMenus", "Any time")
    entry = _entry(menu, any_time, 0, checked=without == text.strip())
    entry.setData(without)
    menu.addSeparator()
    counts = dict(facets["changed"]) if facets is not None else {}
    begun = chosen(text, "after")
    for period in LATELY:
        words = QCoreApplication.translate("FilterMenus", _LATELY[period])
        entry = _entry(menu, words, counts.get(period, 0), checked=period in begun)
        entry.setData(added(without, "after", period))
    years = sorted(dict(facets["year"]).items(), reverse=True) if facets is not None else []
    if years:
        menu.addSeparator()
    for year, count in years:
        entry = _entry(menu, year, count, checked=year in begun)
        entry.setData(_between(without, year, year))
    menu.addSeparator()


def _between(text: str, first: str, last: str) -> str:
    return f"{added(text, 'after', first)} until:{last}"


def _entry(menu: QMenu, words: str, count: int, *, checked: bool) -> QAction:
    shown = words.replace("&", "&&")
    entry = menu.addAction(f"{shown}\t{count}" if count else shown)
    entry.setCheckable(True)
    entry.setChecked(checked)
    return entry


class DateRange(QDialog):
    """Asks for the first and the last day."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = without_fields(text, ("after", "before"))
        self.setWindowTitle(self.tr("Changed between two days"))
        today = date.today()
        self.first = self._day(date(today.year, 1, 1), self.tr("First day"))
        self.last = self._day(today, self.tr("Last day"))
        for filter_ in filters_in(text):
            day = QDate.fromString(filter_.values[0], "yyyy-MM-dd")
            if day.isValid() and filter_.field in ("after", "before"):
                (self.first if filter_.field == "after" else self.last).setDate(day)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QFormLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(12)
        layout.addRow(self.tr("&From"), self.first)
        layout.addRow(self.tr("&To, with that day"), self.last)
        layout.addRow(buttons)

    def _day(self, day: date, name: str) -> QDateEdit:
        edit = QDateEdit(QDate(day.year, day.month, day.day))
        edit.setCalendarPopup(True)
        edit.setAccessibleName(name)
        return edit

    def query(self) -> str:
        """The query with the range; days in the wrong order are put right."""
        days = sorted((self.first.date().toPython(), self.last.date().toPython()))  # type: ignore[type-var]
        return _between(self._text, str(days[0]), str(days[1]))
