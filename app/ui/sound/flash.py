"""The flash around the window that stands in for the alarm where nothing can be heard."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.theme import Theme

FLASHES: Final = 2
HALF_MS: Final = 260
_WIDTH: Final = 7  # ends before words and lamps begin


class Flash(QWidget):
    """A frame of accent around the window, lit twice; takes no taps. Thread: gui."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        """Make a frame around `window` that is dark."""
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._left = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._beat = QTimer(self)
        self._beat.setInterval(HALF_MS)
        self._beat.timeout.connect(self.on_beat)
        self.hide()

    def flash(self) -> None:
        """Light up twice."""
        self._left = 2 * FLASHES
        self._beat.start()
        self.on_beat()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        painter = QPainter(self)
        width = self._theme.real(_WIDTH)
        painter.setPen(QPen(QColor(self._theme.tokens.accent), width))
        half = width / 2
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))
        painter.end()

    @Slot()
    def on_beat(self) -> None:
        """Light up or go dark."""
        lit = self._left > 0 and self._left % 2 == 0
        self._left -= 1
        if lit:
            self.setGeometry(self._window.rect())
            self.show()
            self.raise_()
        else:
            self.hide()
        if self._left <= 0:
            self._beat.stop()
            self.hide()
