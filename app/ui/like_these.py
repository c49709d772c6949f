"""Searching by example from the window: what is liked and disliked so far."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.search.like import Example, Like
from app.search.model import Hit
from app.ui.places import shown_place
from app.ui.requests import Requests


class LikeThese(QObject):
    """Collects examples; the search that they ask for is made by whoever hears `wanted`."""

    wanted = Signal(object)  # Like: search for what is like that; None: by words again
    reading = Signal(str)  # name of a file that is being read for this

    def __init__(self, requests: Requests, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self._number = 0
        self.like: Like | None = None

    def to_passage(self, hit: Hit) -> None:
        """Find what is like a passage."""
        self._want(Like((_passage(hit),)))

    def to_page(self, hit: Hit) -> None:
        """Find what is like the page of a hit."""
        example = Example(documents=(hit.document,), part=hit.part, name=_name(hit))
        self._want(Like((example,)))

    def to_document(self, hit: Hit) -> None:
        """Find what is like the document of a hit."""
        self._want(Like((Example(documents=(hit.document,), name=Path(hit.path).name),)))

    def to_text(self, text: str, hit: Hit | None = None) -> None:
        """Find what is like a selected text; hit: the one it was selected in."""
        shown = " ".join(text.split())
        if shown:
            source = (hit.passage,) if hit else ()
            name = f"“{shown[:40]}{'…' if len(shown) > 40 else ''}”"
            self._want(Like((Example(texts=(text,), source=source, name=name),)))

    def to_file(self, path: Path) -> None:
        """Find what is like a file, or a picture's text, once it is read; it is not indexed."""
        self._requests.drop(self._number)
        self.reading.emit(path.name)
        self._number = self._requests.ask("read_example", self._on_read, path=path)

    def more(self, hit: Hit) -> None:
        """Find more like this hit, besides what is liked already."""
        self._mark(hit, liked=True)

    def less(self, hit: Hit) -> None:
        """Find less like this hit."""
        self._mark(hit, liked=False)

    @Slot()
    def clear(self) -> None:
        """Search by words again."""
        self._want(None)

    def _mark(self, hit: Hit, *, liked: bool) -> None:
        example, now = _passage(hit), self.like or Like()
        likes = tuple(one for one in now.liked if one.passages != example.passages)
        dislikes = tuple(one for one in now.disliked if one.passages != example.passages)
        if liked:
            self._want(Like((*likes, example), dislikes))
        else:
            self._want(Like(likes, (*dislikes, example)))

    def _on_read(self, example: Example) -> None:
        self._want(Like((example,)))

    def _want(self, like: Like | None) -> None:
        self._requests.drop(self._number)
        self.like = like
        self.wanted.emit(like)


def _passage(hit: Hit) -> Example:
    return Example(passages=(hit.passage,), name=_name(hit))


def _name(hit: Hit) -> str:
    place = shown_place(hit)
    return f"{Path(hit.path).name}, {place}" if place else Path(hit.path).name
