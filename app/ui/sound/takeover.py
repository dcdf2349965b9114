"""The cover of new orders: the whole window in one colour while nobody opens them, if wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.snapshot import OrderSnapshot
from app.ui.theme import Shape, Theme
from app.ui.widgets import AnswerButton, ColouredButton

UNTOUCHED_MS: Final = 700  # a finger that was on its way to something else opens nothing
MOST_NUMBERS: Final = 6


class Takeover(QDialog):
    """New orders over the whole window, the newest number largest.

    A tap anywhere, Enter or "Show them" opens the oldest of them; Esc only uncovers the window.

    Thread: gui. Signals: `order_wanted(order_id)`.
    """

    order_wanted = Signal(str)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        """Make a cover that is hidden."""
        super().__init__(window, Qt.WindowType.Widget)
        self.setWindowFlags(Qt.WindowType.Widget)
        self._theme = theme
        self._window = window
        self._orders: tuple[OrderSnapshot, ...] = ()
        self._shown = QElapsedTimer()
        colours = (theme.tokens.accent, theme.tokens.on_accent)
        self._button = ColouredButton(theme, AnswerButton("show", ""), colours)
        self._button.setParent(self)
        self._button.acted.connect(self.on_wanted)
        theme.changed.connect(self.on_theme_changed)
        self.hide()

    def show_orders(self, orders: Sequence[OrderSnapshot]) -> None:
        """Cover the window with these, oldest first; with none, uncover it."""
        if not orders:
            self.end()
            return
        self._orders = tuple(orders)
        if self.isHidden():
            self._shown.start()
        one = len(orders) == 1
        self._button.set_words(self.tr("Show it") if one else self.tr("Show them"))
        numbers = ", ".join(self._numbers())
        self.setWindowTitle(self._head())
        self.setAccessibleName(f"{self._head()}: {numbers}")
        self.fit()
        self.show()
        self.raise_()
        self.update()

    def end(self) -> None:
        """Uncover the window."""
        self.hide()

    def may_be_tapped(self) -> bool:
        """Whether it has been there long enough for a tap to be meant for it."""
        return self._shown.elapsed() >= UNTOUCHED_MS

    def fit(self) -> None:
        """Cover the window at its present size."""
        self.setGeometry(self._window.rect())
        size, margin = self._button.sizeHint(), self._theme.px(32)
        right, low = self.width() - margin, self.height() - margin
        self._button.setGeometry(
            right - size.width(), low - size.height(), size.width(), size.height()
        )

    def reject(self) -> None:
        """Uncover the window on Esc."""
        self.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Swallow the press, so that nothing beneath gets it."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the oldest order."""
        event.accept()
        self.on_wanted()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the oldest order on Enter, uncover on Esc; nothing else passes."""
        event.accept()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.on_wanted()
        elif event.key() == Qt.Key.Key_Escape:
            self.end()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, shape, head and numbers."""
        tokens, real = self._theme.tokens, self._theme.real
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.accent))
        painter.setPen(QColor(tokens.on_accent))
        factor = self._factor()
        size = real(120) * factor
        left, top = real(72) * factor, real(64) * factor
        mark = QRectF(left, top, size, size)
        self._theme.paint_shape(painter, mark, Shape.NEW, fill=tokens.on_accent, mark=tokens.accent)
        beside = QRectF(mark.right() + real(32) * factor, top, self.width() - mark.right(), size)
        painter.setFont(self._theme.font("headline", px=64 * factor))
        painter.drawText(beside, _MIDDLE, self._head())
        newest, *others = self._numbers()
        high = real(260) * factor
        middle = QRectF(left, (self.height() - high) / 2, self.width() - 2 * left, high)
        self._paint_line(painter, middle, newest, "display", 220 * factor)
        below = QRectF(left, middle.bottom(), middle.width(), real(80) * factor)
        self._paint_line(painter, below, " · ".join(others), "headline", 56 * factor)
        painter.end()

    def _paint_line(self, painter: QPainter, box: QRectF, text: str, style: str, px: float) -> None:
        font = self._theme.font(style, px=px)
        wide = QFontMetricsF(font).horizontalAdvance(text)
        if wide > box.width():
            font = self._theme.font(style, px=max(28.0, px * box.width() / wide))
        painter.setFont(font)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _MIDDLE, shown)

    def _numbers(self) -> list[str]:
        """Return the numbers, the newest first, as many as can be read at a glance."""
        numbers = [each.order.number for each in reversed(self._orders)]
        more = len(numbers) - MOST_NUMBERS
        if more <= 0:
            return numbers
        return [*numbers[:MOST_NUMBERS], self.tr("{count} more").format(count=more)]

    def _head(self) -> str:
        count = len(self._orders)
        words = self.tr("1 new order") if count == 1 else self.tr("{count} new orders")
        return words.format(count=count)

    def _factor(self) -> float:
        real = self._theme.real
        return min(1.6, max(0.4, min(self.width() / real(1280), self.height() / real(800))))

    @Slot()
    def on_wanted(self) -> None:
        """Uncover the window and have the oldest order opened."""
        if self.isHidden() or not self._orders or not self.may_be_tapped():
            return
        self.end()
        self.order_wanted.emit(self._orders[0].order.id)

    @Slot()
    def on_theme_changed(self) -> None:
        """Take the colours of another theme."""
        self._button.set_colours((self._theme.tokens.accent, self._theme.tokens.on_accent))
        self.update()


_MIDDLE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
