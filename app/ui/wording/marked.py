"""The two calls by which Qt Linguist finds the texts of the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for Qt Linguist and return it as it is; `translate` it when it is shown."""
    return text
