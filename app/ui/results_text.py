"""The texts of a row, laid out once for a width and kept, so that drawing costs the same always."""

import unicodedata
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QObject, QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from app.errors import QT_TRANSLATE_NOOP
from app.search.model import Hit, View
from app.ui.places import CITED_PAGE, shown_day, shown_place

_MOST_KEPT = 300
_MOST_PAGES = 6  # named of a document with further passages

_OFFLINE = QT_TRANSLATE_NOOP("ResultsText", "cannot be reached now")
_ALIKE = QT_TRANSLATE_NOOP("ResultsText", "{0} more say the same")


@dataclass(frozen=True)
class RowText:
    """The lines of one row, cut to its width. matches: in the snippet's text, in UTF-16 units;
    more: the lines about further passages."""

    name: str
    day: str
    place: str
    more: tuple[str, ...]
    snippet: QTextLayout
    matches: tuple[tuple[int, int], ...]


class RowTexts:
    """Rows' texts by key; the ones used last are kept."""

    def __init__(self) -> None:
        self._kept: OrderedDict[object, RowText] = OrderedDict()

    def get(self, key: object, hit: Hit, view: View, width: int, fonts: "Fonts") -> RowText:
        """The texts of a hit. key: what they depend on; width: of the lines; lines: of snippet."""
        if (text := self._kept.get(key)) is None:
            text = self._kept[key] = _lay_out(hit, view, width, fonts)
            if len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return text


@dataclass(frozen=True)
class Fonts:
    """The fonts of a row and how many lines of snippet it has."""

    name: QFont
    plain: QFont
    small: QFont
    snippet_lines: int

    @classmethod
    def of(cls, font: QFont, snippet_lines: int) -> "Fonts":
        """The fonts that go with the view's own."""
        name, small = QFont(font), QFont(font)
        name.setWeight(QFont.Weight.DemiBold)
        if font.pointSizeF() > 0:
            small.setPointSizeF(font.pointSizeF() * 0.92)
        return cls(name, QFont(font), small, snippet_lines)


def _lay_out(hit: Hit, view: View, width: int, fonts: Fonts) -> RowText:
    names, small = QFontMetricsF(fonts.name), QFontMetricsF(fonts.small)
    day = shown_day(hit)
    left = width - small.horizontalAdvance(day) - 12
    middle = Qt.TextElideMode.ElideMiddle
    matches = tuple((_units(hit.snippet, a), _units(hit.snippet, b)) for a, b in hit.matches)
    snippet = _snippet(hit.snippet, matches, width, fonts)
    return RowText(
        names.elidedText(PurePath(hit.path).name, middle, left),
        day,
        small.elidedText(_place(hit), middle, width - 60),
        tuple(
            small.elidedText(line, Qt.TextElideMode.ElideRight, width)
            for line in (*further_lines(hit), more_line(hit, view))
            if line
        ),
        snippet,
        tuple((style.start, style.start + style.length) for style in snippet.formats()),
    )


def _units(text: str, place: int) -> int:
    """Qt counts UTF-16 units, Python characters."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def _place(hit: Hit) -> str:
    translate = QCoreApplication.translate
    parts = [] if hit.online else [translate("ResultsText", _OFFLINE)]
    place = shown_place(hit)
    parts += [place[:1].upper() + place[1:]] if place else []
    parts += [hit.heading] if hit.heading else []
    if hit.near_duplicates:
        parts.append(translate("ResultsText", _ALIKE).format(len(hit.near_duplicates)))
    return "  ·  ".join([*parts, PurePath(hit.path).parent.name or hit.path])


class _Plurals(QObject):
    """Only tr() of an object has plurals that are collected for translation."""

    def more_passages(self, count: int) -> str:
        return self.tr("%n more passages", "", count)


def further_lines(hit: Hit) -> list[str]:
    """The best of the further passages in a document: where each stands, and what it says."""
    page = QCoreApplication.translate("Place", CITED_PAGE)
    return [
        f"{page.format(other.page)}  {other.snippet}" if other.page else other.snippet
        for other in hit.others
        if other.snippet
    ]


def more_line(hit: Hit, view: View) -> str:
    """What else was found in a document or on a page; "" for nothing."""
    if view == "passages" or not hit.others:
        return ""
    count = len(hit.others)
    words = _Plurals().more_passages(count)
    pages = [str(page) for page in sorted({other.page for other in hit.others if other.page})]
    if view == "pages" or not pages:
        return words
    shown = ", ".join(pages[:_MOST_PAGES]) + (" …" if len(pages) > _MOST_PAGES else "")
    return f"{words} ({QCoreApplication.translate('Place', CITED_PAGE).format(shown)})"


def is_right_to_left(text: str) -> bool:
    """By the first letter that has a direction."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def _snippet(
    text: str, matches: tuple[tuple[int, int], ...], width: int, fonts: Fonts
) -> QTextLayout:
    layout = QTextLayout(text, fonts.plain)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if is_right_to_left(text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    bold = QTextLayout.FormatRange()
    formats = []
    for start, end in matches:
        bold = QTextLayout.FormatRange()
        bold.start, bold.length = start, end - start
        style = bold.format
        style.setFontWeight(QFont.Weight.DemiBold)
        bold.format = style
        formats.append(bold)
    layout.setFormats(formats)
    layout.beginLayout()
    height = 0.0
    for number in range(fonts.snippet_lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
        is_last = number == fonts.snippet_lines - 1
        if is_last and line.textStart() + line.textLength() < _units(text, len(text)):
            layout.endLayout()
            return _cut(text, matches, line.textStart() + line.textLength(), width, fonts)
    layout.endLayout()
    return layout


def _cut(
    text: str, matches: tuple[tuple[int, int], ...], end: int, width: int, fonts: Fonts
) -> QTextLayout:
    """The layout of a text that ends in "…" because there is no line for the rest."""
    encoded = text.encode("utf-16-le", "surrogatepass")[: 2 * max(0, end - 3)]
    kept = encoded.decode("utf-16-le", "ignore")
    shorter = kept.rstrip().rsplit(maxsplit=1)[0] if " " in kept else kept.rstrip()
    if len(shorter) >= len(text) - 1:
        shorter = shorter[:-2]
    limit = _units(shorter, len(shorter))
    inside = tuple((a, min(b, limit)) for a, b in matches if a < limit)
    return _snippet(f"{shorter.rstrip(' …')} …", inside, width, fonts)
