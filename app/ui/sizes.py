"""Amounts of bytes in the user's language."""

from PySide6.QtCore import QLocale


def in_bytes(count: int) -> str:
    """Such as "12.4 MB": units of 1000 named as everyone does."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
