"""Sends what is typed on the screen to the field with the focus, as a keyboard would."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_LATIN_1: Final = 0x100  # up to there a letter's key has its own number


def send_letter(window: QWidget, letter: str) -> bool:
    """Type one letter into the focused field of `window`; False where there is none."""
    upper = letter.upper()
    key = ord(upper) if len(upper) == 1 and ord(upper) < _LATIN_1 else 0
    is_capital = letter == upper and letter != letter.lower()
    shift = Qt.KeyboardModifier.ShiftModifier
    return _send(window, key, letter, shift if is_capital else Qt.KeyboardModifier.NoModifier)


def send_key(window: QWidget, key: Qt.Key) -> bool:
    """Press Enter, Backspace or the like in the focused field; False where there is none."""
    text = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Backspace: "\b"}.get(key, "")
    return _send(window, key, text, Qt.KeyboardModifier.NoModifier)


def _send(window: QWidget, key: int, text: str, modifiers: Qt.KeyboardModifier) -> bool:
    """Send press and release to the widget itself: they are no keys of the window, so that nobody
    takes them for a scan."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        field = window.focusWidget()
        if field is None or not field.isVisible():
            return False
        QCoreApplication.sendEvent(field, QKeyEvent(kind, key, modifiers, text))
    return True
