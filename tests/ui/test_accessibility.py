"""Everything is reached by keyboard and has a name, in both languages."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.engine import Engine
from app.errors import HINTS, Reason
from app.index.records import Problem
from app.paths import resources_dir
from app.settings_table import TABLE
from app.status import FolderStatus
from app.ui.actions import GROUPS
from app.ui.crash_dialog import CrashDialog
from app.ui.key_list import CheatSheet
from app.ui.local_bridge import LocalBridge
from app.ui.main_window import MainWindow
from app.ui.password_dialog import PasswordDialog
from app.ui.patterns_dialog import PatternsDialog
from app.ui.problems_dialog import ProblemsDialog
from app.ui.settings_pages import PAGES

_KINDS = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QPlainTextEdit,
    QProgressBar,
    QTabWidget,
)
# Parts of Qt's own widgets, which speak for them.
_INNER = (
    "QComboBoxListView",
    "QTableCornerButton",
    "QLineEditIconButton",
    "QDockWidgetTitleButton",
)


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    name: str = request.param
    translator = QTranslator()
    assert translator.load(str(resources_dir() / "translations" / f"genericrag_{name}.qm"))
    qapp.installTranslator(translator)
    yield name
    qapp.removeTranslator(translator)


@pytest.fixture
def window(qtbot: QtBot, engine: Engine, language: str) -> Iterator[MainWindow]:
    window = MainWindow(LocalBridge(engine), [])
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


def nameless(root: QWidget) -> list[str]:
    found = []
    for child in root.findChildren(QWidget):
        if not isinstance(child, _KINDS) or isinstance(child, QHeaderView):
            continue
        inner = child.objectName().startswith("qt_") or any(map(child.inherits, _INNER))
        if not inner and not child.accessibleName():
            found.append(f"{type(child).__name__} {child.objectName()}")
    return found


def test_every_control_has_a_name(qtbot: QtBot, window: MainWindow, language: str) -> None:
    folder = FolderStatus("/a", 1, 0, 0, 0, True, False, ("*.pdf",), ())
    problem = Problem("/a/b.pdf", Reason.OCR_OFF, "no text", HINTS[Reason.OCR_OFF])
    window.dialogs.show_settings()
    window.dialogs.show_diagnostics()
    assert window.dialogs.settings is not None and window.dialogs.diagnostics is not None
    dialogs = (
        PatternsDialog(folder, window),
        ProblemsDialog([problem], window, window.store),
        PasswordDialog("/a/c.pdf", 2, window),
        CheatSheet(window.commands, window),
        CrashDialog("a report", window),
    )
    for root in (window, window.dialogs.settings, window.dialogs.diagnostics, *dialogs):
        assert nameless(root) == []
        buttons = root.findChildren(QAbstractButton)
        assert buttons
    words = window.commands["quit"].text()
    assert words == {"en": "&Quit", "de": "&Beenden"}[language]
    for dialog in (window.dialogs.settings, window.dialogs.diagnostics, *dialogs):
        dialog.close()


def test_every_action_has_a_key_of_its_own_and_stands_in_a_menu(window: MainWindow) -> None:
    listed = list(window.commands)
    assert len(listed) > 15
    assert [spec.name for spec, _ in listed if not spec.keys] == []
    keys = Counter(
        key.toString()
        for widget in (window, *window.findChildren(QWidget))
        for action in widget.actions()
        for key in action.shortcuts()
        if not key.isEmpty() and action.parent() is window
    )
    assert set(keys) == {QKeySequence(key).toString() for spec, _ in listed for key in spec.keys}
    in_menus = {
        action.objectName()
        for top in window.menuBar().actions()
        for action in top.menu().actions()  # type: ignore[attr-defined]
    }
    assert in_menus == {spec.name for spec, _ in listed}
    titles = [action.text() for action in window.menuBar().actions()]
    mnemonics = [title[title.index("&") + 1].casefold() for title in titles]
    assert len(set(mnemonics)) == len(mnemonics) <= len(GROUPS)


def test_the_cheat_sheet_has_every_action_and_can_be_searched(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.commands["keys"].trigger()
    tree = window.dialogs.cheat_sheet.keys.tree
    tops = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    items = [top.child(row) for top in tops for row in range(top.childCount())]
    assert len(items) == len(list(window.commands))
    window.dialogs.cheat_sheet.keys.field.setText("F11")
    assert [item.text(1) for item in items if not item.isHidden()] == ["F11"]
    window.dialogs.cheat_sheet.close()


def test_every_setting_stands_on_exactly_one_page() -> None:
    named = [name for page in PAGES for section in page.sections for name in section.names]
    assert Counter(named) == Counter(setting.name for setting in TABLE)
