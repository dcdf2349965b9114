"""Sees whether somebody is at work at the screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_PRESSES: Final = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
        QEvent.Type.KeyPress,
    }
)


class Presence(QObject):
    """Watches the presses in one window; all of them pass.

    The window alone is watched, not its widgets: seeing every event of each costs time.

    Thread: gui. Signals: `pressed` at each press of a finger, the mouse or a key.
    """

    pressed = Signal()

    def __init__(self, widget: QWidget) -> None:
        """Watch the window of `widget` once `look` finds it."""
        super().__init__(widget)
        self._widget = widget
        self._watched: QWindow | None = None

    def look(self) -> None:
        """Begin to watch, as soon as the system has made the window."""
        window = self._widget.window().windowHandle()
        if window is not None and window is not self._watched:
            self._watched = window
            window.installEventFilter(self)

    def close(self) -> None:
        """Watch no more."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a press and let everything pass."""
        if event.type() in _PRESSES:
            self.pressed.emit()
        return False
