"""Text that explains and steps back: smaller than the rest, in the colour of placeholders."""

from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel

_SMALLER = 0.92


def make_dimmed(label: QLabel) -> None:
    """Let a label step back; follows the theme and the text size."""
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    font = QFont(QApplication.font())
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
    label.setFont(font)


def make_heading(label: QLabel, factor: float = 1.35) -> None:
    """Let a label head what follows."""
    font = QFont(QApplication.font())
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * factor)
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
