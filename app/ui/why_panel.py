"""Why a hit was found: what adds up to its score, shared words, word against word."""

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QHeaderView,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.errors import QT_TRANSLATE_NOOP
from app.search.why import Explanation, Part
from app.ui.tints import accent, dimmed, faded

_PARTS = {
    "dense": QT_TRANSLATE_NOOP("WhyPanel", "Meaning"),
    "sparse": QT_TRANSLATE_NOOP("WhyPanel", "Words"),
    "multi": QT_TRANSLATE_NOOP("WhyPanel", "Precision"),
}


class PartBars(QWidget):
    """A bar for each part of the score, all to one scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Show these parts."""
        self._parts = parts
        self.setAccessibleName("; ".join(map(part_in_words, parts)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, len(self._parts) * self._step())

    def _step(self) -> int:
        return self.fontMetrics().lineSpacing() + 20

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        most = max((abs(part.points) for part in self._parts), default=0.0) or 1.0
        ground = faded(palette.color(QPalette.ColorRole.Text), 0.1)
        for number, part in enumerate(self._parts):
            band = self.rect()
            band.setTop(number * self._step())
            band.setHeight(self.fontMetrics().lineSpacing())
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(band, Qt.AlignmentFlag.AlignLeading, part_label(part))
            painter.setPen(dimmed(palette))
            painter.drawText(band, Qt.AlignmentFlag.AlignTrailing, part_sum(part))
            band.translate(0, band.height() + 3)
            band.setHeight(6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(band, 3, 3)
            if part.points > 0:
                width = max(6, round(band.width() * part.points / most))
                if self.isRightToLeft():
                    band.setLeft(band.right() - width + 1)
                band.setWidth(width)
                painter.setBrush(accent(palette))
                painter.drawRoundedRect(band, 3, 3)
        painter.end()


def shown_number(value: float, digits: int) -> str:
    """A number as it is written where the user lives."""
    return QLocale().toString(float(value), "f", digits)


def part_label(part: Part) -> str:
    """What a part is called."""
    return QCoreApplication.translate("WhyPanel", _PARTS[part.channel])


def part_sum(part: Part) -> str:
    """Weight, value and what they make."""
    weight, value = shown_number(part.weight, 2), shown_number(part.value, 2)
    # Isolated: from left to right in every language.
    return f"\u2066{weight} × {value} = {shown_number(part.points, 3)}\u2069"


def part_in_words(part: Part) -> str:
    """A part for who listens."""
    return f"{part_label(part)}: {part_sum(part)}"


class WhyPanel(QScrollArea):
    """Everything there is to say about a hit's place in the list."""

    heat_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(250)
        self.setAccessibleName(self.tr("Why this hit"))
        self.title = _heading(self.tr("Why this hit"), 1.15)
        self.score = QLabel()
        self.score.setWordWrap(True)
        self.score.setAccessibleName(self.tr("Score"))
        self.bars = PartBars()
        self.terms = self._table((self.tr("Shared word"), self.tr("Adds")))
        self.terms.setAccessibleName(self.tr("Words in both, and what each adds"))
        self.matches = self._table((self.tr("Query"), self.tr("Passage"), self.tr("Near")))
        self.matches.setAccessibleName(self.tr("Which word of the query met which of the passage"))
        self.heat = QCheckBox(self.tr("&Heat map on the page"))
        self.heat.setAccessibleName(self.tr("Colour the words of the page by their nearness"))
        self.heat.toggled.connect(self.heat_toggled)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setAccessibleName(self.tr("Remark"))
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(16, 8, 12, 12)
        layout.setSpacing(8)
        self._terms_title = _heading(self.tr("Words in both"))
        self._matches_title = _heading(self.tr("Word against word"))
        for widget in (
            self.title,
            self.score,
            self.bars,
            self._terms_title,
            self.terms,
            self._matches_title,
            self.matches,
            self.heat,
            self.note,
        ):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(inner)
        self.clear()

    def _table(self, headers: tuple[str, ...]) -> QTableWidget:
        table = QTableWidget(0, len(headers))
        table.setHorizontalHeaderLabels(list(headers))
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setFrameShape(QTableWidget.Shape.NoFrame)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        last = len(headers) - 1
        header.setSectionResizeMode(last, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def clear(self) -> None:
        """While there is nothing to say."""
        self.score.setText("")
        self.bars.show_parts(())
        self._fill(self.terms, self._terms_title, [])
        self._fill(self.matches, self._matches_title, [])
        self.heat.setEnabled(False)
        self.note.hide()

    def show_explanation(self, explanation: Explanation, strength: float) -> None:
        """Show why. strength: of the hit among those of its list, 0 to 1."""
        total = shown_number(explanation.score, 3)
        self.score.setText(
            self.tr("Score {0}: {1} % of the strongest hit of this list.").format(
                total, round(100 * strength)
            )
        )
        self.bars.show_parts(explanation.parts)
        self._fill(
            self.terms,
            self._terms_title,
            [(term.word, shown_number(term.value, 3)) for term in explanation.terms],
        )
        self._fill(
            self.matches,
            self._matches_title,
            [
                (m.query_word, m.passage_word, shown_number(m.similarity, 2))
                for m in explanation.matches
            ],
        )
        self.heat.setEnabled(any(word.boxes for word in explanation.heat))
        self.note.setVisible(not explanation.matches)
        self.note.setText(self.tr("It was found by its words alone: there is nothing to compare."))

    def _fill(self, table: QTableWidget, title: QLabel, rows: list[tuple[str, ...]]) -> None:
        table.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                table.setItem(row, column, QTableWidgetItem(text))
        table.resizeRowsToContents()
        heights = sum(table.rowHeight(row) for row in range(len(rows)))
        table.setFixedHeight(heights + table.horizontalHeader().sizeHint().height() + 4)
        table.setVisible(bool(rows))
        title.setVisible(bool(rows))


def _heading(text: str, size: float = 1.0) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * size)
    label.setFont(font)
    return label
