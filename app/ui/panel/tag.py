"""A small tag beside a name, such as "Take-away"."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.theme import Theme

_HEIGHT = 22
_ICON = 14
_PAD = 6
_GAP = 4


class Tag(QLabel):
    """An icon and a word on a grey ground, smaller than a chip. Thread: gui."""

    def __init__(self, theme: Theme, text: str, icon: str, parent: QWidget | None = None) -> None:
        """Make the tag; its text is its accessible name."""
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Return the size of icon and word."""
        theme = self._theme
        wide = QFontMetricsF(theme.font("small_strong")).horizontalAdvance(self.text())
        return QSize(round(wide) + theme.px(2 * _PAD + _ICON + _GAP) + 1, theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same size."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and word."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens.press))
        painter.drawRoundedRect(QRectF(self.rect()), theme.real(5), theme.real(5))
        size = theme.px(_ICON)
        left = theme.px(_PAD)
        box = QRectF(left, round((self.height() - size) / 2), size, size)
        theme.paint_icon(painter, box, self._icon, theme.tokens.ink)
        painter.setFont(theme.font("small_strong"))
        painter.setPen(QColor(theme.tokens.ink))
        rest = QRectF(left + size + theme.px(_GAP), 0, self.width(), self.height())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rest, flags, self.text())
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
