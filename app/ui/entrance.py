"""What is seen before the screen is ready; made of next to nothing, so that it is seen at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.theme import Theme

_BAR = 64


class Welcome(NamedTuple):
    """What the window is told of the settings before it is seen."""

    till_name: str
    timezone: ZoneInfo
    language: str = "en"
    kiosk: bool = False


class Entrance(QWidget):
    """A top bar with the time, and a quiet "Opening…" below it.

    Thread: gui. Signals: `painted` once, after it has been seen for the first time.
    """

    painted = Signal()

    def __init__(
        self,
        theme: Theme,
        welcome: Welcome,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        """Show the till's name and the time."""
        super().__init__(parent)
        self._theme = theme
        self._was_painted = False
        self._till = welcome.till_name
        self._clock = now().astimezone(welcome.timezone).strftime("%H:%M")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(8))
        column.setContentsMargins(0, theme.px(_BAR), 0, 0)
        column.addStretch(1)
        column.addWidget(self._line(self.tr("Opening…"), "body_strong", theme.tokens.ink))
        words = self.tr("Pult fetches the orders of this till.")
        column.addWidget(self._line(words, "body", theme.tokens.ink2))
        column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bar and ground, and say once that it was painted."""
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        painter.fillRect(0, 0, self.width(), px(_BAR), QColor(tokens.surface))
        painter.fillRect(0, px(_BAR) - 1, self.width(), 1, QColor(tokens.line))
        if self._was_painted:  # at first it would wait for the library that draws it
            theme.paint_icon(painter, QRectF(px(16), px(17), px(30), px(30)), "mark", tokens.ink)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        left = px(60)
        for text, style in ((self._till, "body_strong"), (self._clock, "clock")):
            painter.setFont(theme.font(style))
            painter.setPen(QColor(tokens.ink))
            painter.drawText(QRectF(left, 0, self.width() - left, px(_BAR)), middle, text)
            left += painter.fontMetrics().horizontalAdvance(text) + px(32)
        painter.end()
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._on_painted)

    def _line(self, text: str, style: str, colour: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setFont(self._theme.font(style))
        colours = label.palette()
        colours.setColor(QPalette.ColorRole.WindowText, QColor(colour))
        label.setPalette(colours)
        return label

    @Slot()
    def _on_painted(self) -> None:
        self.update()
        self.painted.emit()
