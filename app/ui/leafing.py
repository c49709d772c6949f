"""Reading the document of a hit: its pages, the passages found in it, why it was found."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.documents.picture import Picture
from app.errors import UserError
from app.search.document_view import DocumentView, Found, PageOf, turned_to
from app.search.model import Hit, SearchResult
from app.search.why import Explanation
from app.ui.requests import Requests, Watcher

_WIDTHS = (1200, 2000, 3000)  # pixels that pictures are asked for in


class Leafing(QObject):
    """What the preview shows, asked of the engine; the preview listens.

    opened: another document or passage is looked at. drawn, read: the Picture and whether it only
    became sharper, or the text of the page has come. marked: the passages on the
    page are known, or another one is looked at. explained: why the hit was found. lacking: the
    UserError for which there is text instead of a picture. left: there is no further match in this
    document, 1 forwards and -1 backwards.
    """

    opened = Signal()
    drawn = Signal(object, bool)
    read = Signal(str)
    marked = Signal()
    explained = Signal(object)
    lacking = Signal(object)
    left = Signal(int)

    def __init__(self, requests: Requests, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self._page_number = self._view_number = self._why_number = 0
        self._passages: tuple[str, ...] = ()
        self._width = _WIDTHS[0]
        self._result: SearchResult | None = None
        self.hit: Hit | None = None  # with the page that is shown
        self.view = DocumentView((), ())
        self.current: Found | None = None  # the passage that is looked at, on whatever page
        self.explanation: Explanation | None = None
        self.picture: Picture | None = None  # of the page that is shown
        self.as_text = self.wants_why = False

    def close(self) -> None:
        """Nothing is looked at."""
        self._drop()
        self.hit, self.current, self.explanation = None, None, None
        self.view = DocumentView((), ())
        self.opened.emit()

    def open(self, hit: Hit, result: SearchResult | None, passages: tuple[str, ...]) -> None:
        """Look at a hit. result: that it belongs to; passages: those found in its document."""
        self._drop()
        self.hit, self._result, self._passages = hit, result, passages
        self.current = Found(
            hit.passage, hit.part, hit.start, hit.end, hit.boxes, tail_boxes=hit.tail_boxes
        )
        self.view = DocumentView((PageOf(hit.part, hit.page),), (self.current,))
        self.explanation, self._width, self.picture = None, _WIDTHS[0], None
        self.opened.emit()
        self._ask_page()
        self._view_number = self._requests.ask(
            "document_view", self._on_view, hit=hit, passages=passages
        )
        self._ask_why()

    def _drop(self) -> None:
        for number in (self._page_number, self._view_number, self._why_number):
            self._requests.drop(number)

    @property
    def shows_picture(self) -> bool:
        """Whether the page is shown as it looks, not as text."""
        return self.hit is not None and self.hit.has_picture and not self.as_text

    def show_as_text(self, as_text: bool) -> None:
        """Show pages as text from now on, or as they look."""
        self.as_text = as_text
        self._ask_page()

    def draw_again(self) -> None:
        """Try to show the page as it looks; what was in the way may be gone."""
        if self.shows_picture:
            self._ask_page()

    def sharpen(self, pixels: int) -> None:
        """The page is shown this wide."""
        width = next((width for width in _WIDTHS if width >= pixels), _WIDTHS[-1])
        if width > self._width and self.shows_picture:
            self._width = width
            self._ask_page(sharper=True)

    def _ask_page(self, *, sharper: bool = False) -> None:
        if self.hit is None:
            return
        self._requests.drop(self._page_number)
        if self.shows_picture:
            watcher = Watcher(
                lambda _: None,
                lambda picture: self._on_picture(picture, sharper),
                self._on_no_picture,
                lambda: None,
            )
            self._page_number = self._requests.watch(
                "page_picture", watcher, hit=self._hit_to_draw(self.hit), width=self._width
            )
        else:
            self._page_number = self._requests.ask("page_text", self.read.emit, hit=self.hit)

    def _hit_to_draw(self, hit: Hit) -> Hit:
        """Text is drawn around the passage that is looked at, and for it."""
        found = self.current
        if hit.is_page_picture or found is None or found.part != hit.part:
            return hit
        return replace(hit, start=found.start, end=found.end)

    def _on_picture(self, picture: Picture, sharper: bool) -> None:
        self.picture = picture
        self.drawn.emit(picture, sharper)

    def _on_no_picture(self, error: UserError) -> None:
        """The file may be out of reach; what was read of it is not."""
        self.lacking.emit(error)
        self._page_number = self._requests.ask("page_text", self.read.emit, hit=self.hit)

    def _on_view(self, view: DocumentView) -> None:
        self.view = view
        passage = self.current.passage if self.current else ""
        self.current = next((f for f in view.found if f.passage == passage), self.current)
        self.marked.emit()

    def explain(self, wanted: bool) -> None:
        """Whether somebody wants to know why a hit was found."""
        self.wants_why = wanted
        self._ask_why()

    def _ask_why(self) -> None:
        if not self.wants_why or self.hit is None or self._result is None or self.explanation:
            return
        self._requests.drop(self._why_number)
        # Only the query and the weights are looked at; the hits would be sent for nothing.
        result = replace(self._result, hits=())
        self._why_number = self._requests.ask(
            "explain", self._on_why, result=result, hit=self._own_page(self.hit)
        )

    def _own_page(self, hit: Hit) -> Hit:
        """The hit with the page that its passage stands on."""
        own = next((f for f in self.view.found if f.passage == hit.passage), None)
        if own is None or own.part == hit.part:
            return hit
        page = next(p for p in self.view.pages if p.part == own.part)
        return replace(
            turned_to(hit, page), start=own.start, end=own.end, boxes=own.boxes, text=hit.text
        )

    def _on_why(self, explanation: Explanation) -> None:
        self.explanation = explanation
        self.explained.emit(explanation)

    def turn(self, step: int) -> bool:
        """Go to the page `step` further on; False at the ends of the document."""
        place = self._place()
        if place is None or not 0 <= place + step < len(self.view.pages):
            return False
        self._go_to(self.view.pages[place + step])
        return True

    def go_to_match(self, step: int) -> None:
        """Go to the next passage found, or the one before."""
        found = list(self.view.found)
        if self.hit is None or self.current not in found:
            self.left.emit(step)
            return
        place = found.index(self.current) + step
        if not 0 <= place < len(found):
            self.left.emit(step)
            return
        self.current = found[place]
        if self.current.part == self.hit.part:
            if self.shows_picture and not self.hit.is_page_picture:
                self._ask_page()
            self.marked.emit()
        else:
            self._go_to(next(p for p in self.view.pages if p.part == self.current.part))

    def _place(self) -> int | None:
        parts = [page.part for page in self.view.pages]
        return parts.index(self.hit.part) if self.hit and self.hit.part in parts else None

    def _go_to(self, page: PageOf) -> None:
        if self.hit is None:
            return
        text = self.hit.text
        self.hit = replace(turned_to(self.hit, page), text=text)
        self._ask_page()
        self.marked.emit()

    @property
    def page_of_pages(self) -> tuple[int, int]:
        """Which page is shown, from 1, and how many there are; (0, 0) when there is one only."""
        place = self._place()
        return (
            (0, 0)
            if place is None or len(self.view.pages) < 2
            else (place + 1, len(self.view.pages))
        )
