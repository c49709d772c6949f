"""A line about a search: remarks, and what was understood where that is not plain."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.search.fields import describe
from app.search.model import SearchResult
from app.search.texts import render_line


class SearchBanner(QLabel):
    """Hidden when there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(self.tr("About this search"))
        self.hide()

    def show_result(self, result: SearchResult) -> None:
        """Say what there is to say of a search."""
        translate = QCoreApplication.translate
        parsed = result.query.parsed
        # Conditions are to be seen as chips.
        told = [describe(condition) for condition in parsed.where]
        beside = tuple(text for text in parsed.understood if text not in told)
        note = translate("Note", result.note) if result.note else ""
        understood = ""
        if len(beside) > 1 or parsed.mistakes:
            understood = render_line(beside + parsed.mistakes, translate)
        text = " ".join(filter(None, (note, result.cause, understood)))
        self.setText(text)
        self.setVisible(bool(text))
