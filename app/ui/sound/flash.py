"""The flash around the window that stands in for the alarm where nothing can be heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from app.ui.theme import Theme

FLASHES: Final = 3
HALF_MS: Final = 260
STEADY_MS: Final = 4500  # longer than from one ring to the next, so that nothing blinks
_WIDTH: Final = 10


class Flash(QWidget):
    """A frame of accent around the window, lit three times; takes no taps.

    It leaves out `feet`, where the strip and the lamps are, and stays lit for as long as the alarm
    rings where nothing may move by itself.

    Thread: gui.
    """

    def __init__(self, theme: Theme, window: QWidget, feet: Callable[[], QRegion]) -> None:
        """Make a frame around `window` that is dark; `feet` is what it must not cover now."""
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._feet = feet
        self._left = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._beat = QTimer(self)
        self._beat.timeout.connect(self.on_beat)
        self.hide()

    @property
    def is_lit(self) -> bool:
        """Whether the frame flashes, be it dark for the moment."""
        return self._beat.isActive()

    def flash(self) -> None:
        """Light up three times, or once and for longer where nothing may blink."""
        steady = self._theme.reduced_motion
        self._left = 2 if steady else 2 * FLASHES
        self._beat.start(STEADY_MS if steady else HALF_MS)
        self.on_beat()

    def end(self) -> None:
        """Go dark at once."""
        self._left = 0
        self._beat.stop()
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame; the mask has its shape."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.tokens.accent))
        painter.end()

    @Slot()
    def on_beat(self) -> None:
        """Light up or go dark."""
        lit = self._left > 0 and self._left % 2 == 0
        self._left -= 1
        if lit:
            self._shape()
            self.show()
            self.raise_()
        else:
            self.hide()
        if self._left <= 0:
            self.end()

    def _shape(self) -> None:
        self.setGeometry(self._window.rect())
        whole = QRegion(self._window.rect()) - self._feet()
        wide = self._theme.px(_WIDTH)
        inside = QRegion(whole)
        for across in (-wide, 0, wide):
            for down in (-wide, 0, wide):
                inside &= whole.translated(across, down)
        self.setMask(whole - inside)
