"""Lengths of time in the user's language, as exact as anybody needs them."""

from PySide6.QtCore import QCoreApplication


def in_words(seconds: float) -> str:
    """Such as "5 min"."""
    translate = QCoreApplication.translate
    if seconds < 90:
        return translate("Duration", "{0} s").format(max(1, round(seconds)))
    if seconds < 5400:
        return translate("Duration", "{0} min").format(round(seconds / 60))
    return translate("Duration", "{0} h").format(f"{seconds / 3600:.1f}")
