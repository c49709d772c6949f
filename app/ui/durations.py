"""Lengths of time in the user's language, as exact as anybody needs them."""

from PySide6.QtCore import QCoreApplication


def in_words(seconds: float) -> str:
    """Such as "5 minutes"."""
    translate = QCoreApplication.translate
    if seconds < 90:
        return translate("Duration", "%n seconds", "", max(1, round(seconds)))
    if seconds < 5400:
        return translate("Duration", "%n minutes", "", round(seconds / 60))
    return translate("Duration", "%n hours", "", round(seconds / 3600))
