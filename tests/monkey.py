"""A user who does anything: seeded random actions on the real window, one at a time.

Every action is a single event-loop step of its own, so that it also comes while a menu, a modal
dialog or a nested event loop is open, as a user's would.
"""

import os
import random
import signal
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QEventLoop, QObject, QPoint, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from app.ui.main_window import MainWindow
from app.ui.shell import Shell

_KILL_EVERY = 25.0  # seconds: more than three deaths a minute, and the window gives up, rightly
_OPEN_FOR = 12  # actions after which a menu or a modal dialog is closed
_CLICKED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
)
_WORDS = (
    "rent deposit",
    "Kürbissuppe",
    "E-07",
    '"water tank"',
    "-chain bicycle",
    "type:pdf sundial",
    "in:notes",
    "after:2020",
    "before:never",
    "الماء",
    "茶馆",
    "((",
    '"',
    "*",
    " ",
    "0",
    "-1",
    "999999999",
    "x" * 300,
)
_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Space,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Menu,
    Qt.Key.Key_F2,
)
# They end the program, which is the end of the test.
_NOT_TRIGGERED = ("close", "quit")


class Monkey(QObject):
    """Acts `actions` times on the window of `shell`; `folders` come, change and go.

    done: what it did last, for the report of a failure. kills: how often the engine was killed.
    """

    def __init__(
        self, shell: Shell, folders: list[Path], actions: int, seed: int, trail: TextIO
    ) -> None:
        """trail: where every action is written before it is done, for what ends the process."""
        super().__init__()
        self._trail = trail
        self._shell = shell
        self._folders = folders
        self._left = actions
        self._random = random.Random(seed)
        self._loop = QEventLoop()
        self._open_since = 0
        self._killed_at = time.monotonic()
        self._written = 0
        self.done: deque[str] = deque(maxlen=60)
        self.kills = 0
        self._choices: list[tuple[int, Callable[[], None]]] = [
            (30, self._click),
            (20, self._type),
            (20, self._press),
            (16, self._trigger),
            (4, self._resize),
            (3, self._add_folder),
            (2, self._remove_folder),
            (3, self._change_a_file),
            (1, self._kill),
            (2, self._wait),
        ]

    def run(self) -> None:
        """Until all is done and nothing but the window is open."""
        for scheme in ("file", "http", "https"):
            QDesktopServices.setUrlHandler(scheme, self, "swallow")
        try:
            QTimer.singleShot(0, self._step)
            self._loop.exec()
        finally:
            for scheme in ("file", "http", "https"):
                QDesktopServices.unsetUrlHandler(scheme)

    @Slot(QUrl)
    def swallow(self, _url: QUrl) -> None:
        """Open no programs."""

    @property
    def window(self) -> MainWindow:
        """The window of now: another language makes it anew."""
        window = self._shell.window
        assert window is not None
        return window

    @Slot()
    def _step(self) -> None:
        if self._left <= 0:
            if self._close_what_is_open():
                QTimer.singleShot(0, self._step)
            else:
                self._loop.quit()
            return
        self._left -= 1
        # Before the action: one that opens a dialog with a loop of its own returns much later.
        QTimer.singleShot(self._random.choice((0, 0, 1, 5, 20)), self._step)
        for name in _NOT_TRIGGERED:
            self.window.commands[name].setEnabled(False)
        self._open_since = self._open_since + 1 if _what_is_open() else 0
        if self._open_since > _OPEN_FOR or isinstance(_what_is_open(), QFileDialog):
            self._open_since = 0
            self._say("close what is open")
            self._close_what_is_open()
            return
        weights = [weight for weight, _ in self._choices]
        action = self._random.choices(self._choices, weights)[0][1]
        self._say(action.__name__)
        action()

    def _say(self, what: str) -> None:
        self.done.append(what)
        print(what, file=self._trail, flush=True)

    def _close_what_is_open(self) -> bool:
        """Close the menu or modal dialog that is open; a file dialog may get a folder first.

        Returns whether anything was.
        """
        opened = _what_is_open()
        if opened is None:
            return False
        chooses_folder = (
            isinstance(opened, QFileDialog) and opened.fileMode() == QFileDialog.FileMode.Directory
        )
        if chooses_folder and isinstance(opened, QFileDialog) and self._random.random() < 0.5:
            opened.setDirectory(str(self._random.choice(self._folders)))
            opened.done(QDialog.DialogCode.Accepted)
        elif isinstance(opened, QDialog):
            opened.reject()
        else:
            opened.close()
        return True

    # What it can do

    def _target(self) -> QWidget:
        """Where a user's keys would go."""
        top = _what_is_open() or QApplication.activeWindow() or self.window
        return QApplication.focusWidget() or top.focusWidget() or top

    def _click(self) -> None:
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        top = _what_is_open() or self._random.choice(tops or [self.window])
        widgets = [
            each
            for each in (top, *top.findChildren(QWidget))
            if isinstance(each, _CLICKED) and each.isVisible() and each.isEnabled()
        ]
        widget = self._random.choice(widgets or [top])
        if isinstance(widget, QAbstractItemView | QScrollArea):
            widget = widget.viewport()
        spot = QPoint(
            self._random.randrange(max(1, widget.width())),
            self._random.randrange(max(1, widget.height())),
        )
        told = f"{type(widget).__name__} {widget.accessibleName()!r} in {type(top).__name__}"
        self._say(f"click {told}")
        buttons = (Qt.MouseButton.LeftButton,) * 5 + (Qt.MouseButton.RightButton,)
        button, none = self._random.choice(buttons), Qt.KeyboardModifier.NoModifier
        # To the window, as the platform would, and press and release apart: either may be what
        # closes it.
        window, spot = widget.window().windowHandle(), widget.mapTo(widget.window(), spot)
        for act in (QTest.mousePress, QTest.mouseRelease) * self._random.choice((1, 1, 1, 2)):
            # A widget may reach beyond a window that is too small for it.
            if window is not None and isValid(window) and _holds(window, spot):
                act(window, button, none, spot)

    def _type(self) -> None:
        text = self._random.choice(_WORDS)
        target = self._target()
        if self._random.random() < 0.5 and not _what_is_open():
            target = self.window.view.field
            if self._random.random() < 0.5:
                target.clear()
        self._say(f"type {text[:20]!r} into {type(target).__name__}")
        if text.isascii():
            QTest.keyClicks(target, text)
        elif isinstance(target, QLineEdit):
            target.insert(text)

    def _press(self) -> None:
        key = self._random.choice(_KEYS)
        target = self._target()
        self._say(f"press {key.name} on {type(target).__name__}")
        QTest.keyClick(target, key)

    def _trigger(self) -> None:
        spec, action = self._random.choice(list(self.window.commands))
        self._say(f"trigger {spec.name}")
        if self._random.random() < 0.5 and not _what_is_open():
            action.trigger()
        else:
            QTest.keySequence(self._target(), QKeySequence(self._random.choice(spec.keys)))

    def _resize(self) -> None:
        width, height = self._random.randint(200, 1900), self._random.randint(150, 1200)
        self.window.resize(width, height)

    def _add_folder(self) -> None:
        folders = self._random.sample(self._folders, self._random.randint(1, 2))
        self.window.add_folders(folders)

    def _remove_folder(self) -> None:
        panel = self.window.library
        if not panel.list.count():
            return
        panel.list.setCurrentRow(self._random.randrange(panel.list.count()))
        panel.remove()
        if self._random.random() < 0.5:
            panel.carry_out_removal()  # its ten seconds are over

    def _change_a_file(self) -> None:
        folder = self._random.choice(self._folders)
        files = sorted(file for file in folder.rglob("*.txt") if file.is_file())
        what = self._random.choice(("write", "delete", "rename", "rewrite"))
        file = self._random.choice(files) if files else None
        if file is None or what == "write":
            self._written += 1
            (folder / f"new {self._written}.txt").write_text(f"The ferry {self._written} sails.")
        elif what == "delete" and len(files) > 2:
            file.unlink()
        elif what == "rename":
            self._written += 1
            file.rename(file.with_name(f"renamed {self._written}.txt"))
        else:
            file.write_text(f"Ferry {self._random.randrange(50)} is late. " * 40)

    def _kill(self) -> None:
        pid = self._shell.bridge.client.pid
        if pid is None or time.monotonic() - self._killed_at < _KILL_EVERY:
            return
        self._killed_at = time.monotonic()
        self.kills += 1
        os.kill(pid, signal.SIGKILL)

    def _wait(self) -> None:
        # No nested loop: the next step is on its way, and comes in this one.
        QTest.qWait(self._random.choice((10, 100, 400)))


def _holds(window: QWindow, spot: QPoint) -> bool:
    return 0 <= spot.x() < window.width() and 0 <= spot.y() < window.height()


def _what_is_open() -> QWidget | None:
    """The menu or modal dialog that takes all clicks and keys."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget()
