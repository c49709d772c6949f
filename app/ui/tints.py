"""Colours made from the palette, so that light, dark and high contrast all stay readable."""

from PySide6.QtGui import QColor, QPalette


def accent(palette: QPalette) -> QColor:
    """The highlight colour."""
    return palette.color(QPalette.ColorRole.Highlight)


def faded(color: QColor, strength: float) -> QColor:
    """A colour that lets through what is below. strength: 0 nothing of it, 1 all of it."""
    result = QColor(color)
    result.setAlphaF(strength)
    return result


def dimmed(palette: QPalette) -> QColor:
    """For text of second rank."""
    return faded(palette.color(QPalette.ColorRole.Text), 0.68)


def line(palette: QPalette) -> QColor:
    """For thin lines and frames."""
    return faded(palette.color(QPalette.ColorRole.Text), 0.16)


def marker(palette: QPalette) -> QColor:
    """The highlight colour, light enough that print stays legible through it."""
    color = accent(palette)
    return QColor.fromHslF(max(color.hslHueF(), 0.0), min(1.0, color.hslSaturationF()), 0.8)


def heat(strength: float) -> QColor:
    """From nothing over yellow to red, for paper. strength: 0 to 1."""
    strength = min(1.0, max(0.0, strength))
    return QColor.fromHsvF(0.15 * (1 - strength), 0.95, 1.0, 0.75 * strength)
