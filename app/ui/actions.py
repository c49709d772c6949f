"""Every action a user can ask for: the menus, the keyboard and the cheat sheet come from here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from app.errors import QT_TRANSLATE_NOOP

Group = Literal["File", "Search", "Result", "Page", "View", "Library", "Help"]

GROUPS: dict[Group, str] = {
    "File": QT_TRANSLATE_NOOP("Actions", "&File"),
    "Search": QT_TRANSLATE_NOOP("Actions", "&Search"),
    "Result": QT_TRANSLATE_NOOP("Actions", "&Result"),
    "Page": QT_TRANSLATE_NOOP("Actions", "&Page"),
    "View": QT_TRANSLATE_NOOP("Actions", "&View"),
    "Library": QT_TRANSLATE_NOOP("Actions", "&Library"),
    "Help": QT_TRANSLATE_NOOP("Actions", "&Help"),
}


@dataclass(frozen=True)
class ActionSpec:
    """An action; name: stable, for the settings and the tests; text: marked for translation in
    the context "Actions"; keys: portable key sequences, the first one shown in the menu."""

    name: str
    text: str
    keys: tuple[str, ...]
    group: Group
    checkable: bool = False

    @property
    def words(self) -> str:
        """The text in the user's language, with its mnemonic."""
        return QCoreApplication.translate("Actions", self.text)


class Actions(QObject):
    """The window's actions by name."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._specs: dict[str, ActionSpec] = {}
        self._actions: dict[str, QAction] = {}

    def add(self, spec: ActionSpec, handler: Callable[[], object]) -> QAction:
        """Make an action whose keys work in the whole window; raises ValueError for keys that
        another one has."""
        taken = {key: name for name, known in self._specs.items() for key in known.keys}
        for key in spec.keys:
            if key in taken:
                raise ValueError(f"{spec.name}: {key} belongs to {taken[key]}")
        action = QAction(spec.words, self._window)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setCheckable(spec.checkable)
        action.triggered.connect(lambda _checked=False: handler())
        self._window.addAction(action)
        self._specs[spec.name], self._actions[spec.name] = spec, action
        return action

    def add_all(
        self, specs: tuple[ActionSpec, ...], handlers: dict[str, Callable[[], object]]
    ) -> None:
        """Make each of `specs` with its handler by name; raises KeyError when one is missing."""
        for spec in specs:
            self.add(spec, handlers[spec.name])

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[tuple[ActionSpec, QAction]]:
        return iter((spec, self._actions[name]) for name, spec in self._specs.items())

    def fill(self, menu: QMenu, group: Group) -> None:
        """Put the actions of a group into a menu."""
        for spec, action in self:
            if spec.group == group:
                menu.addAction(action)

    def make_menus(self) -> None:
        """The menu bar, a menu for each group that has actions."""
        bar = self._window.menuBar()
        bar.clear()
        for group, title in GROUPS.items():
            if any(spec.group == group for spec, _ in self):
                self.fill(bar.addMenu(QCoreApplication.translate("Actions", title)), group)


def add_context_menu(widget: QWidget, actions: list[QAction]) -> None:
    """Offer actions on a right click and on the menu key."""
    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    widget.addActions(actions)
