"""The document a hit stands in, with the passages found marked."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.desktop.opener import open_file, show_in_folder
from app.desktop.viewers import open_at_page
from app.documents.picture import Picture
from app.search.model import Hit
from app.search.why import Explanation, Heat
from app.ui.leafing import Leafing
from app.ui.marked_page import Boxes, MarkedPage
from app.ui.page_note import PageNote
from app.ui.page_text import PageText
from app.ui.places import citation, shown_place
from app.ui.preview_header import PreviewHeader
from app.ui.why_panel import WhyPanel

_PATIENCE_MS = 300


class Preview(QWidget):
    """Header above; below the page's picture or text, and beside it why the hit was found."""

    password_wanted = Signal(str)  # path of the document that is shown

    def __init__(self, leafing: Leafing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leafing = leafing
        self.strength = 0.0  # of the hit among those of its list
        self._heat = False
        self.header = PreviewHeader()
        self.page = MarkedPage()
        self.text = PageText()
        self.stack = QStackedWidget()
        self.waiting = QLabel(self.tr("The page is being drawn…"))
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.waiting.setAccessibleName(self.tr("State of the page"))
        for widget in (QWidget(), self.page, self.text, self.waiting):
            self.stack.addWidget(widget)
        self.note = PageNote()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self.why = WhyPanel()
        self.why.hide()
        self.splitter = QSplitter()
        self.splitter.addWidget(self.stack)
        self.splitter.addWidget(self.why)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([520, 280])
        self.splitter.setCollapsible(0, False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.header)
        layout.addWidget(self.note)
        layout.addWidget(self.splitter, 1)
        self._connect()
        self._on_opened()

    def _connect(self) -> None:
        leafing, header = self._leafing, self.header
        leafing.opened.connect(self._on_opened)
        leafing.drawn.connect(self._on_drawn)
        leafing.read.connect(self._on_read)
        leafing.marked.connect(self._on_marked)
        leafing.lacking.connect(self.note.tell)
        self.note.password_wanted.connect(
            lambda: self.password_wanted.emit(self.hit.path if self.hit else "")
        )
        self._patience.timeout.connect(lambda: self.stack.setCurrentWidget(self.waiting))
        leafing.explained.connect(self._on_explained)
        self.page.zoomed.connect(leafing.sharpen)
        self.page.left.connect(self.turn)
        header.open_button.clicked.connect(self.open_document)
        header.folder_button.clicked.connect(self.show_folder)
        header.back.clicked.connect(lambda: self.turn(-1))
        header.forward.clicked.connect(lambda: self.turn(1))
        header.match_back.clicked.connect(lambda: leafing.go_to_match(-1))
        header.match_forward.clicked.connect(lambda: leafing.go_to_match(1))
        header.smaller.clicked.connect(lambda: self.page.zoom_by(-1))
        header.larger.clicked.connect(lambda: self.page.zoom_by(1))
        header.fit.clicked.connect(self.page.fit)
        header.as_text.toggled.connect(leafing.show_as_text)
        header.why.toggled.connect(self._on_why)
        self.why.heat_toggled.connect(self._on_heat)

    @property
    def hit(self) -> Hit | None:
        """The hit that is shown, with the page that is shown."""
        return self._leafing.hit

    @Slot()
    def _on_opened(self) -> None:
        """Another hit, or none; its page is on the way."""
        hit = self.hit
        self.header.setVisible(hit is not None)
        self.why.clear()
        self.note.hide()
        if hit is None:
            self._patience.stop()
            self.stack.setCurrentIndex(0)
            self.why.hide()
            return
        self.why.setVisible(self.header.why.isChecked())
        self.header.name.setText(Path(hit.path).name)
        self.header.name.setToolTip(hit.path)
        self.header.as_text.setEnabled(hit.has_picture)
        self._show_place(hit)
        # What is shown is another page: not for long under this one's name.
        self._patience.start()

    def _show_place(self, hit: Hit) -> None:
        place = shown_place(hit)
        place = place[:1].upper() + place[1:]
        folder = str(Path(hit.path).parent)
        drawn = self._leafing.picture
        if drawn and drawn.is_part and self._leafing.shows_picture:
            place = self.tr("{0} (part)").format(place) if place else self.tr("Part of the page")
        self.header.place.setText("  ·  ".join(filter(None, (place, folder))))
        self.header.place.setToolTip(folder)
        self.header.show_page(*self._leafing.page_of_pages)
        found, current = self._leafing.view.found, self._leafing.current
        number = found.index(current) + 1 if current in found else 0
        self.header.show_match(number, len(found))
        self.header.show_zoom(picture=self._leafing.shows_picture)

    def _on_drawn(self, drawn: Picture, sharper: bool) -> None:
        self._patience.stop()
        self.note.hide()
        picture = QPixmap()
        picture.loadFromData(drawn.png)
        if self.hit:
            self._show_place(self.hit)
        current, others = self._boxes()
        self.page.show_page(picture, current, others, self._hot(), stay=sharper)
        self.stack.setCurrentWidget(self.page)

    @Slot(str)
    def draw_again(self, path: str) -> None:
        """A document can be opened now: show its page, if it is the one that is looked at."""
        if self.hit is not None and self.hit.path == path:
            self._leafing.draw_again()

    def _on_read(self, text: str) -> None:
        self._patience.stop()
        current, others = self._spans()
        self.text.show_text(text, current, others)
        self.stack.setCurrentWidget(self.text)

    @Slot()
    def _on_marked(self) -> None:
        """Another passage is looked at, or more is known about the page."""
        hit = self.hit
        if hit is None:
            return
        self._show_place(hit)
        if self._leafing.shows_picture:
            self._paint()
            current, _ = self._boxes()
            if current:
                self.page.show_box(current)
        elif self.stack.currentWidget() is self.text:
            self.text.mark(*self._spans())

    def _paint(self) -> None:
        self.page.paint_marks(*self._boxes(), self._hot())

    def _boxes(self) -> tuple[Boxes, Boxes]:
        """Those of the passage that is looked at and of the others, on the page that is shown."""
        leafing, hit = self._leafing, self.hit
        here = leafing.view.on_page(hit.part) if hit else ()
        current = leafing.current
        if hit and not hit.is_page_picture:
            return (leafing.picture.boxes if leafing.picture else ()), []
        if hit is None:
            return (), []
        others = [box for found in here if found != current for box in found.boxes_on(hit.part)]
        return (current.boxes_on(hit.part) if current else ()), others

    def _spans(self) -> tuple[tuple[int, int], list[tuple[int, int]]]:
        leafing, hit = self._leafing, self.hit
        here = leafing.view.on_page(hit.part) if hit else ()
        current = leafing.current
        if hit is None:
            return (0, 0), []
        spans = [found.span_on(hit.part) for found in here]
        return (current.span_on(hit.part) if current else (0, 0)), spans

    def _hot(self) -> tuple[Heat, ...]:
        """The words to show by heat, where that is wanted and the passage is on the page."""
        hit, explanation = self.hit, self._leafing.explanation
        found = self._leafing.view.found
        if not self._heat or explanation is None or hit is None:
            return ()
        own = next((f.part for f in found if f.passage == hit.passage), hit.part)
        return explanation.heat if own == hit.part else ()

    def _on_explained(self, explanation: Explanation) -> None:
        self.why.show_explanation(explanation, self.strength)
        if self._heat:
            self._paint()

    def _on_why(self, wanted: bool) -> None:
        self.why.setVisible(wanted and self.hit is not None)
        self._leafing.explain(wanted)
        if not wanted:
            self.why.heat.setChecked(False)

    def _on_heat(self, wanted: bool) -> None:
        self._heat = wanted
        self._paint()

    def toggle_heat(self) -> None:
        """Show the page by heat, or no longer; that needs to know why, which is shown, too."""
        wanted = not self.why.heat.isChecked()
        if wanted:
            self.header.why.setChecked(True)
        self.why.heat.setChecked(wanted)

    def turn(self, step: int) -> None:
        """Show the page `step` further on."""
        if self._leafing.turn(step) and step < 0 and self.page.hasFocus():
            bar = self.page.verticalScrollBar()
            bar.setValue(bar.maximum())

    def open_document(self) -> None:
        """Open the document in its own program; the mail or archive that it is in."""
        if hit := self.hit:
            open_file(hit.file)

    def open_page(self) -> None:
        """Open the document at the page that is shown, in a viewer that can."""
        if hit := self.hit:
            open_at_page(hit.file, hit.page)

    def show_folder(self) -> None:
        """Show the document in the file manager."""
        if hit := self.hit:
            show_in_folder(hit.file)

    def copy_passage(self) -> None:
        """Put the text of the passage into the clipboard."""
        if hit := self.hit:
            QGuiApplication.clipboard().setText(hit.text)

    def copy_citation(self) -> None:
        """Put name, page and path into the clipboard."""
        if hit := self.hit:
            QGuiApplication.clipboard().setText(citation(hit))
