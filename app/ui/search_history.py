"""The searches made before, for the search field and for a menu of them."""

from PySide6.QtCore import QCoreApplication, QObject, QStringListModel, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.errors import QT_TRANSLATE_NOOP
from app.search.kept import PastSearch
from app.search.like import Like
from app.search.model import Query
from app.ui.requests import Requests

_SETTLED_MS = 2000  # a search that stands so long was meant, and not only passed by in typing
_IN_MENU = 20
_LIKE = QT_TRANSLATE_NOOP("Like", "like {0}")
_UNLIKE = QT_TRANSLATE_NOOP("Like", "unlike {0}")


class SearchHistory(QObject):
    """Notes the searches that somebody meant, and lists them; `texts` suits a QCompleter."""

    chosen = Signal(object)  # Query: search for that again

    def __init__(self, requests: Requests, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self._past: list[PastSearch] = []
        self._standing: Query | None = None
        self.texts = QStringListModel(self)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self.keep)

    @Slot()
    def refresh(self) -> None:
        """Ask the engine for the searches."""
        self._requests.ask("search_history", self._show)

    def stand(self, query: Query) -> None:
        """Results of this search are shown: it is noted once they have stood for a while."""
        self._standing = query
        self._settled.start()

    @Slot()
    def keep(self) -> None:
        """Note the standing search now: its results are used, or Return was pressed."""
        self._settled.stop()
        query, self._standing = self._standing, None
        if query is not None:
            self._requests.ask("remember_search", lambda _: self.refresh(), query=query)

    @Slot()
    def clear(self) -> None:
        """Forget all of them."""
        self._standing = None
        self._requests.ask("clear_history", lambda _: self.refresh())

    def menu(self, parent: QWidget) -> QMenu:
        """A menu of the latest searches; choosing one emits `chosen`."""
        menu = QMenu(self.tr("Earlier searches"), parent)
        for past in self._past[:_IN_MENU]:
            menu.addAction(self._action(past.query, menu))
        if not self._past:
            menu.addAction(self.tr("No search is remembered.")).setEnabled(False)
        return menu

    def _action(self, query: Query, menu: QMenu) -> QAction:
        # An ampersand would become a mnemonic.
        action = QAction(named(query).replace("&", "&&"), menu)
        action.triggered.connect(lambda: self.chosen.emit(query))
        return action

    def _show(self, past: list[PastSearch]) -> None:
        self._past = past
        texts = (one.query.text for one in past if one.query.text.strip())
        self.texts.setStringList(list(dict.fromkeys(texts)))


def named(query: Query) -> str:
    """A search in one line."""
    like = shown_like(query.like) if query.like else ""
    return " · ".join(part for part in (" ".join(query.text.split()), like) if part)


def shown_like(like: Like) -> str:
    """What results are to be like, in one line."""
    translate = QCoreApplication.translate
    parts = [translate("Like", _LIKE).format(one.name) for one in like.liked]
    parts += [translate("Like", _UNLIKE).format(one.name) for one in like.disliked]
    return " · ".join(parts)
