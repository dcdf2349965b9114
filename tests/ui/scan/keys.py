"""A scanner and a person who type on one keyboard, with a clock that stands still in between."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.devices.scanners.keyboard import Keyboard
from app.ui.scan.key_filter import KeyFilter

Key = Qt.Key
ENTER, TAB = Key.Key_Return, Key.Key_Tab


class Hands(QObject):
    """Presses keys in a window at times of its own."""

    def __init__(self, application: QApplication, keyboard: Keyboard) -> None:
        super().__init__()
        self.now = 1000.0
        self.keyboard = keyboard
        self.filter = KeyFilter(application, keyboard, time_of=lambda _event: self.now)
        # The window's own timer runs by real time, this clock does not: pauses are made here.
        self.filter._wait.timeout.disconnect()
        self._last = 0.0

    def wait(self, seconds: float) -> None:
        """Let time pass; what is held is ruled on when it has waited long enough."""
        until = self.now + seconds
        due = self._last + self.keyboard.patience
        if self._last and due <= until:
            self.now = due
            self.filter._due = float("inf")
            self.filter.on_pause()
            self._last = 0.0
        self.now = until

    def key(self, window: QWindow, key: Qt.Key | str, after: float = 0.0) -> None:
        """Press and release a key so long after the one before it."""
        self.filter.watch(window)  # no window manager gives it the keys here
        self.wait(after)
        if isinstance(key, str):
            QTest.keyClick(window, key)  # type: ignore[call-overload]
        else:
            QTest.keyClick(window, key)
        self._last = self.now

    def type(self, window: QWindow, text: str, gap: Callable[[], float]) -> None:
        """Type a text."""
        for letter in text:
            self.key(window, letter, gap())
