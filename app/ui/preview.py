"""The document a hit stands in, with the passage marked."""

from pathlib import Path

from PySide6.QtGui import QPixmap, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.desktop.opener import open_file, show_in_folder
from app.search.model import Hit
from app.ui.marked_page import Boxes, MarkedPage, marker_color
from app.ui.places import shown_place


class Preview(QWidget):
    """Name and buttons above; below the page's picture, or the text of a file without pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hit: Hit | None = None
        self.name = QLabel()
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.open_button = QPushButton(self.tr("&Open"))
        self.open_button.setAccessibleName(self.tr("Open the document"))
        self.open_button.setShortcut("Ctrl+Return")
        self.open_button.clicked.connect(self.open_document)
        self.folder_button = QPushButton(self.tr("Show in &folder"))
        self.folder_button.setAccessibleName(self.tr("Show the document in its folder"))
        self.folder_button.setShortcut("Ctrl+Shift+Return")
        self.folder_button.clicked.connect(self.show_folder)
        self.as_text = QPushButton(self.tr("As &text"))
        self.as_text.setAccessibleName(self.tr("Show the page as text"))
        self.as_text.setShortcut("Ctrl+T")
        self.as_text.setCheckable(True)
        self.page = MarkedPage()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Text of the document"))
        self.stack = QStackedWidget()
        for widget in (QWidget(), self.page, self.text):
            self.stack.addWidget(widget)
        header = QHBoxLayout()
        header.addWidget(self.name, 1)
        header.addWidget(self.as_text)
        header.addWidget(self.open_button)
        header.addWidget(self.folder_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(header)
        layout.addWidget(self.stack, 1)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.hit = None
        self.name.clear()
        self.stack.setCurrentIndex(0)
        self.open_button.setEnabled(False)
        self.folder_button.setEnabled(False)
        self.as_text.setEnabled(False)

    def announce(self, hit: Hit) -> None:
        """Show the name of a hit's document while its page is on the way."""
        self.hit = hit
        self.name.setText(self._named(hit))
        self.name.setToolTip(hit.path)
        self.open_button.setEnabled(True)
        self.folder_button.setEnabled(True)
        self.as_text.setEnabled(hit.has_picture)

    @staticmethod
    def _named(hit: Hit) -> str:
        return ", ".join(filter(None, (Path(hit.path).name, shown_place(hit))))

    def show_picture(self, picture: QPixmap, boxes: Boxes, is_part: bool) -> None:
        """Show the page of the announced hit. is_part: whether the page goes on around it."""
        if self.hit:
            self.stack.setCurrentWidget(self.page)
            self.page.show_page(picture, boxes)
            if is_part:
                self.name.setText(self.tr("{0} (part)").format(self._named(self.hit)))

    def show_text(self, text: str) -> None:
        """Show the text of the announced hit with its passage marked."""
        if not self.hit:
            return
        self.stack.setCurrentWidget(self.text)
        self.text.setPlainText(text)
        # Qt counts UTF-16 units, Python characters.
        start, end = (len(text[:place].encode("utf-16-le")) // 2 for place in self._span())
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(start)
        self.text.setTextCursor(cursor)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        marked = QTextEdit.ExtraSelection()
        style = QTextCharFormat()
        style.setBackground(marker_color(self.palette()))
        style.setForeground(marker_color(self.palette()).darker(1000))
        marked.cursor, marked.format = cursor, style
        self.text.setExtraSelections([marked])
        self.text.centerCursor()

    def _span(self) -> tuple[int, int]:
        return (self.hit.start, self.hit.end) if self.hit else (0, 0)

    def open_document(self) -> None:
        """Open the document in its own program; the mail or archive that it is in."""
        if self.hit:
            open_file(self.hit.file)

    def show_folder(self) -> None:
        """Show the document in the file manager."""
        if self.hit:
            show_in_folder(self.hit.file)
