"""A row of the settings: its name, a control that suits its kind, what it does."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import QT_TRANSLATE_NOOP
from app.setting import AUTO, Setting
from app.ui.dimmed import make_dimmed
from app.ui.settings_store import SettingsStore

# What the choices of the table are called; any other is shown as it is written.
CHOICES = {
    "auto": QT_TRANSLATE_NOOP("Choice", "Automatic"),
    "cpu": QT_TRANSLATE_NOOP("Choice", "Processor"),
    "cuda": QT_TRANSLATE_NOOP("Choice", "NVIDIA graphics card"),
    "mps": QT_TRANSLATE_NOOP("Choice", "Apple graphics processor"),
    "system": QT_TRANSLATE_NOOP("Choice", "As the system"),
    "light": QT_TRANSLATE_NOOP("Choice", "Light"),
    "dark": QT_TRANSLATE_NOOP("Choice", "Dark"),
    "": QT_TRANSLATE_NOOP("Choice", "Automatic"),
    "edge": QT_TRANSLATE_NOOP("Choice", "In this program (Qdrant Edge)"),
    "local": QT_TRANSLATE_NOOP("Choice", "In this program (local mode)"),
    "server": QT_TRANSLATE_NOOP("Choice", "Qdrant server"),
}
_LANGUAGES = {"en": "English", "de": "Deutsch"}  # each in itself
_WIDTH = 260


def setting_text(text: str) -> str:
    """A label or help text of the table in the user's language."""
    return QCoreApplication.translate("Setting", text)


class SettingEditor(QWidget):
    """Writes a change at once; tells where a value comes from when it cannot be changed here."""

    edited = Signal()

    def __init__(self, setting: Setting, store: SettingsStore) -> None:
        super().__init__()
        self.setting = setting
        self._store = store
        self._wheel = _WheelGuard(self)
        label = setting_text(setting.label)
        self.auto: QCheckBox | None = None
        self.control = self._make(label)
        self.control.setAccessibleName(label)
        self.control.setAccessibleDescription(setting_text(setting.help))
        self.control.setObjectName(setting.name)
        self.reset = QToolButton()
        self.reset.setText("↺")
        self.reset.setAutoRaise(True)
        self.reset.setAccessibleName(self.tr("Back to the standard: {0}").format(label))
        self.reset.setToolTip(self.tr("Back to the standard"))
        self.reset.clicked.connect(self.reset_value)
        self.help = QLabel(setting_text(setting.help))
        self.help.setWordWrap(True)
        make_dimmed(self.help)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self._lay_out(label)
        self.show_value()

    def _lay_out(self, label: str) -> None:
        row = QHBoxLayout()
        if not isinstance(self.control, QCheckBox):
            name = QLabel(label)
            name.setBuddy(self.control)
            row.addWidget(name)
            row.addStretch(1)
        if self.auto:
            row.addWidget(self.auto)
        row.addWidget(self.control)
        if isinstance(self.control, QCheckBox):
            row.addStretch(1)
        row.addWidget(self.reset)
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 8)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.help)
        layout.addWidget(self.note)

    def _make(self, label: str) -> QWidget:
        setting = self.setting
        if isinstance(setting.default, bool):
            box = QCheckBox(label)
            box.clicked.connect(lambda checked: self._write(bool(checked)))
            return box
        if setting.choices:
            return self._make_combo()
        if setting.default == AUTO or isinstance(setting.default, float):
            spin = QDoubleSpinBox()
            spin.setDecimals(2 if setting.default == AUTO else 1)
            spin.setSingleStep(0.05 if setting.default == AUTO else 1.0)
            spin.setRange(float(setting.low or 0), float(setting.high or 1e9))
            spin.valueChanged.connect(lambda value: self._write(float(value)))
            self._tame(spin)
            spin.setSuffix(_unit(setting.name))
            if setting.default == AUTO:
                self.auto = QCheckBox(self.tr("Automatic"))
                self.auto.setAccessibleName(self.tr("Automatic: {0}").format(label))
                self.auto.clicked.connect(self._on_auto)
            return spin
        if isinstance(setting.default, int):
            number = QSpinBox()
            number.setRange(int(setting.low or 0), int(setting.high or 2**31 - 1))
            number.setGroupSeparatorShown(True)
            number.valueChanged.connect(lambda value: self._write(int(value)))
            self._tame(number)
            number.setSuffix(_unit(setting.name))
            number.setSingleStep(5 if "percent" in setting.name else 1)
            return number
        line = QLineEdit()
        line.setMinimumWidth(_WIDTH)
        if setting.secret:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        line.editingFinished.connect(lambda: self._write(line.text().strip()))
        return line

    def _make_combo(self) -> QComboBox:
        combo = QComboBox()
        for choice in self.setting.choices:
            name = CHOICES.get(choice, choice)
            shown = QCoreApplication.translate("Choice", name) if choice in CHOICES else name
            combo.addItem(_LANGUAGES.get(choice, shown), choice)
        combo.setMinimumContentsLength(14)
        combo.activated.connect(lambda _: self._write(combo.currentData()))
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.installEventFilter(self._wheel)
        return combo

    def _tame(self, spin: QAbstractSpinBox) -> None:
        spin.setKeyboardTracking(False)
        spin.setMinimumWidth(110)
        spin.setAlignment(Qt.AlignmentFlag.AlignRight)
        spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        spin.installEventFilter(self._wheel)

    def show_value(self) -> None:
        """What is in force now, and whether it can be changed here."""
        value = self._store[self.setting.name]
        control = self.control
        blocked = control.blockSignals(True)
        if isinstance(control, QCheckBox):
            control.setChecked(value)
        elif isinstance(control, QComboBox):
            control.setCurrentIndex(control.findData(value))
        elif isinstance(control, QLineEdit):
            control.setText(value)
        elif isinstance(control, (QSpinBox, QDoubleSpinBox)) and value != AUTO:
            control.setValue(value)
        control.blockSignals(blocked)
        variable = self._store.overridden_by(self.setting)
        if self.auto:
            self.auto.setChecked(value == AUTO)
            self.auto.setEnabled(not variable)
        control.setEnabled(not variable and not (self.auto and value == AUTO))
        self.reset.setVisible(not variable and value != self.setting.default)
        self.note.setVisible(bool(variable))
        self.note.setText(
            self.tr("Set by the environment variable {0}; it can only be changed there.").format(
                variable
            )
        )

    def reset_value(self) -> None:
        """Back to what the program comes with."""
        self._write(self.setting.default)

    def _on_auto(self, checked: bool) -> None:
        control = self.control
        assert isinstance(control, QDoubleSpinBox)
        self._write(AUTO if checked else control.value())

    def _write(self, value: Any) -> None:
        self._store.set(self.setting.name, value)
        self.show_value()
        self.edited.emit()


def _unit(name: str) -> str:
    """The unit that a setting's name tells, as it stands behind the number."""
    key = name.partition(".")[2]
    for part, unit in (
        ("_mb", QCoreApplication.translate("Unit", "MB")),
        ("percent", QCoreApplication.translate("Unit", "%")),
        ("minutes", QCoreApplication.translate("Unit", "min")),
        ("seconds", QCoreApplication.translate("Unit", "s")),
        ("timeout", QCoreApplication.translate("Unit", "s")),
        ("retry_delay", QCoreApplication.translate("Unit", "s")),
        ("cool_down", QCoreApplication.translate("Unit", "s")),
    ):
        if part in key and key != "max_text_mb":  # that one counts characters
            return f" {unit}"
    return ""


class _WheelGuard(QObject):
    """Lets the wheel scroll the page instead of changing the control the mouse happens to be on."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_wheel = event.type() == QEvent.Type.Wheel
        if is_wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
