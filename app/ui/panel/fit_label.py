"""A large text on one line that shrinks until it fits, and is cut only then."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme import Theme


class FitLabel(QLabel):
    """A number or amount as large as its room lets it be.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        style: str,
        *,
        most: int,
        least: int,
        ink: str = "ink",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        """Make it in `style` at `most` design px, at least at `least`."""
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._most, self._least = most, least
        self._ink = ink
        self._align = align
        self._is_struck = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_restyled)

    def show_text(self, text: str, *, ink: str | None = None, struck: bool = False) -> None:
        """Show another text, in another ink when given; `struck` paints a line through it."""
        self._ink = ink or self._ink
        self._is_struck = struck
        self.setText(text)
        self.updateGeometry()
        self.update()

    def set_most(self, most: int, align: Qt.AlignmentFlag) -> None:
        """Change the full size, in design px, and the side the text stands at."""
        self._most = most
        self._align = align
        self.updateGeometry()

    def natural_width(self) -> int:
        """Return the width at full size."""
        return round(self._width_at(self._most)) + 4

    def sizeHint(self) -> QSize:
        """Return the size at full size, the height without the empty part above the figures."""
        return QSize(self.natural_width(), round(self._theme.real(self._most) * 1.06))

    def minimumSizeHint(self) -> QSize:
        """Return that the width comes from around."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, smaller where it does not fit, at last cut."""
        size = self._most
        while size > self._least and self._width_at(size) > self.width():
            size -= 2
        font = self._font_of(size)
        font.setStrikeOut(self._is_struck)
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(QColor(getattr(tokens, self._ink if self.isEnabled() else "ink3")))
        flags = self._align | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, self.width() + 1, self.height()), flags, text)
        painter.end()

    def _width_at(self, size: int) -> float:
        return QFontMetricsF(self._font_of(size)).horizontalAdvance(self.text())

    def _font_of(self, size: int) -> QFont:
        return self._theme.font(self._style, px=size)

    @Slot()
    def _on_restyled(self) -> None:
        self.updateGeometry()
        self.update()
