"""The two calls by which the texts of the screen are found for translation.

`translate("Board", "%n orders wait", n=count)` puts the number in and takes the right plural form;
`self.tr("%n orders wait", n=count)` does so too. `packaging/translate.py` collects the texts.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for Qt Linguist and return it as it is; `translate` it when it is shown."""
    return text
