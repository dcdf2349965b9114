"""A bank card's outline, as large as a real card on a screen of so many dots per inch."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Theme
from app.ui.theme.scale import (
    BANK_CARD_CORNER_MM,
    BANK_CARD_MM,
    BANK_CARD_SHORT_MM,
    bank_card_px,
    dpi_from_bank_card,
)

_LEAST_DPI: Final = 30.0  # a television over the counter
_LINE: Final = 2
_CHIP: Final = QRectF(10.2, 18.6, 12.0, 10.2)  # mm from the card's corner


class CardOutline(QWidget):
    """The card lies on its long side, in a place higher than wide on its short one.

    It is measured by its width: what has no room below is not drawn. It is never wider than its
    place, and what is drawn is always what `dpi` tells. Its size is in the px of widgets, as dots
    per inch are everywhere here, and does not follow the theme.

    Thread: gui. Signals: `resized` whenever the card has another size, or another most.
    """

    resized = Signal()

    def __init__(self, theme: Theme, name: str, dpi: float, most_dpi: float) -> None:
        """Draw the card for `dpi`, as far as there is room; never over `most_dpi`.

        `name` is what the dots per inch are called.
        """
        super().__init__()
        self._name = name
        self._theme = theme
        self._most_dpi = most_dpi
        self._wanted = round(bank_card_px(dpi))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._tell()

    @property
    def dpi(self) -> float:
        """Return the dots per inch of a screen on which a card is as large as what is drawn."""
        return round(dpi_from_bank_card(self._long), 1)

    def can_change(self, px: int) -> bool:
        """Whether the long side may be `px` longer, or shorter by a negative number."""
        return self._held(self._long + px) != self._long

    def change(self, px: int) -> None:
        """Make the long side `px` longer, as far as there is room."""
        self._wanted = self._held(self._long + px)
        self._tell()

    def minimumSizeHint(self) -> QSize:
        """Return what shows two corners and a good part of the sides."""
        return QSize(self._theme.px(120), self._theme.px(48))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole width in sight."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card from its upper edge on; the outer edge of the line is the card's."""
        card, per_mm = self._card(), self._long / BANK_CARD_MM
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.sunken))
        painter.setPen(QPen(QColor(tokens.accent), _LINE))
        half = _LINE / 2
        corner = BANK_CARD_CORNER_MM * per_mm - half
        painter.drawRoundedRect(card.adjusted(half, half, -half, -half), corner, corner)
        self._paint_chip(painter, card, per_mm)
        self._paint_words(painter, card)
        painter.end()

    def _paint_chip(self, painter: QPainter, card: QRectF, per_mm: float) -> None:
        chip = QRectF(_CHIP)
        if self._stands():  # turned to the right: what was left is above
            right = BANK_CARD_SHORT_MM - chip.y() - chip.height()
            chip = QRectF(right, chip.x(), chip.height(), chip.width())
        painter.setPen(QPen(QColor(self._theme.tokens.edge), 1))
        painter.setBrush(QColor(self._theme.tokens.press))
        painter.drawRoundedRect(
            QRectF(
                card.x() + chip.x() * per_mm,
                card.y() + chip.y() * per_mm,
                chip.width() * per_mm,
                chip.height() * per_mm,
            ),
            per_mm,
            per_mm,
        )

    def _paint_words(self, painter: QPainter, card: QRectF) -> None:
        seen = card.intersected(QRectF(self.rect()))
        chip = _CHIP.bottom() if not self._stands() else _CHIP.right()
        below = QRectF(seen)
        below.setTop(card.y() + chip * self._long / BANK_CARD_MM)
        painter.setFont(self._theme.font("body_medium"))
        painter.setPen(QColor(self._theme.tokens.ink2))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        needed = painter.boundingRect(below, flags, self.accessibleName())
        if below.contains(needed):
            painter.drawText(below, flags, self.accessibleName())

    def _card(self) -> QRectF:
        short = round(self._long / BANK_CARD_MM * BANK_CARD_SHORT_MM)
        wide, high = (short, self._long) if self._stands() else (self._long, short)
        return QRectF(
            round((self.width() - wide) / 2), max(0, round((self.height() - high) / 2)), wide, high
        )

    @property
    def _long(self) -> int:
        return self._held(self._wanted)

    def _stands(self) -> bool:
        return self.height() > self.width()

    def _held(self, long: int) -> int:
        room = float(self.width())
        if self._stands():
            room *= BANK_CARD_MM / BANK_CARD_SHORT_MM
        most = min(room, bank_card_px(self._most_dpi))
        return max(round(bank_card_px(_LEAST_DPI)), min(long, int(most)))

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._name}: {self.dpi:g}")
        self.update()
        self.resized.emit()
