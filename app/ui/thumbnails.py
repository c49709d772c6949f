"""Small pictures of pages with their marks, asked for when they are first drawn."""

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPixmap

from app.documents.picture import Picture
from app.errors import UserError
from app.search.model import Hit
from app.ui.marked_page import mark
from app.ui.requests import Requests, Watcher

_PAUSE_MS = 20  # what is drawn in between is asked for together
_MOST_ASKED = 40  # at once: those that were asked for first have been scrolled away
_MOST_KEPT = 400

_Key = tuple[tuple[str, int], int]  # Hit.row, width


class Thumbnails(QObject):
    """Pictures by hit and width. arrived: there is a picture now of the hit with this row."""

    arrived = Signal(object)

    def __init__(self, requests: Requests, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._wanted: OrderedDict[_Key, Hit] = OrderedDict()
        self._asked: OrderedDict[_Key, int] = OrderedDict()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def is_settled(self) -> bool:
        """Whether all that was drawn has its picture."""
        return not self._wanted and not self._asked

    def get(self, hit: Hit, width: int) -> QPixmap | None:
        """The picture of a hit's page; None as long as there is none, or for ever.

        width: in pixels that do not depend on the screen.
        """
        if not hit.has_picture:
            return None
        key = (hit.row, width)
        if (picture := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
            return picture
        if key not in self._asked:
            self._wanted[key] = hit
            self._pause.start()
        return None

    def _ask(self) -> None:
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        for key, hit in list(self._wanted.items())[-_MOST_ASKED:]:
            # A page that cannot be drawn is told of in the preview; here it just has no picture.
            watcher = Watcher(
                lambda _: None,
                partial(self._keep, key, hit, ratio),
                partial(self._leave, key),
                partial(self._leave, key),
            )
            self._asked[key] = self._requests.watch(
                "page_picture", watcher, hit=hit, width=int(key[1] * ratio)
            )
        self._wanted.clear()
        while len(self._asked) > _MOST_ASKED:
            _, number = self._asked.popitem(last=False)
            self._requests.drop(number)

    def _leave(self, key: _Key, _error: UserError | None = None) -> None:
        self._asked.pop(key, None)

    def _keep(self, key: _Key, hit: Hit, ratio: float, drawn: Picture) -> None:
        self._asked.pop(key, None)
        picture = QPixmap()
        picture.loadFromData(drawn.png)
        picture = mark(picture, drawn.boxes, QGuiApplication.palette())
        picture.setDevicePixelRatio(ratio)
        self._kept[key] = picture
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit(hit.row)
