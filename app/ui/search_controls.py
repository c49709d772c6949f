"""How to search and how to see it: mode, preset and the switch between views."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QToolButton, QWidget

from app.search.model import VIEWS, SearchResult, View
from app.search.presets import AUTO, PRESET_LABELS, PRESETS


class ModeChoice(QComboBox):
    """Smart, meaning, words or precise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("How to search"))
        for mode, label, what in (
            ("smart", self.tr("Smart"), self.tr("All of the below together")),
            ("meaning", self.tr("Meaning"), self.tr("The same thing in other words or languages")),
            ("words", self.tr("Words"), self.tr("These very words, numbers or codes")),
            ("precise", self.tr("Precise"), self.tr("Every part of the question is matched")),
        ):
            self.addItem(label, mode)
            self.setItemData(self.count() - 1, what, Qt.ItemDataRole.ToolTipRole)
        self.currentIndexChanged.connect(self._explain)
        self._explain()

    def _explain(self) -> None:
        self.setToolTip(self.currentData(Qt.ItemDataRole.ToolTipRole))


class PresetChoice(QComboBox):
    """What meaning, words and precision count in Smart; "auto" says which one it chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What counts in the search"))
        self.setToolTip(self.tr("What counts more: meaning, words or precision"))
        for name in PRESETS:
            self.addItem(_label(name), name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def show_used(self, result: SearchResult) -> None:
        """Say which preset was used, where the program chose it."""
        chose = result.query.preset == AUTO and result.preset
        words = self.tr("Auto: {0}").format(_label(result.preset)) if chose else _label(AUTO)
        self.setItemText(self.findData(AUTO), words)


def _label(name: str) -> str:
    return QCoreApplication.translate("Preset", PRESET_LABELS.get(name, name))


class ViewSwitch(QWidget):
    """Passages, documents or pages. switched: the one that is wanted now."""

    switched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        labels = {
            "passages": (self.tr("Passages"), self.tr("Show every passage that was found")),
            "documents": (self.tr("Documents"), self.tr("Show each document once")),
            "pages": (self.tr("Pages"), self.tr("Show pictures of the pages")),
        }
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.buttons: dict[View, QToolButton] = {}
        for view in VIEWS:
            button = QToolButton()
            button.setText(labels[view][0])
            button.setToolTip(labels[view][1])
            button.setAccessibleName(labels[view][1])
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(button)
            self.buttons[view] = button
            layout.addWidget(button)
        self.buttons["passages"].setChecked(True)
        self._group.buttonClicked.connect(lambda _: self.switched.emit(self.view))

    @property
    def view(self) -> View:
        """The view that is chosen."""
        return next(view for view, button in self.buttons.items() if button.isChecked())

    def choose(self, view: View) -> None:
        """Choose a view as a click would."""
        self.buttons[view].click()
