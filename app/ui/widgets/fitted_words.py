"""Words on a button, which are never cut: on two lines, or in smaller letters, where they are long.

Translations are up to half as long again as the English words the screen was drawn with.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter


@dataclass(frozen=True, slots=True)
class FittedWords:
    """Words as they are painted: the letters, one or two lines, and how wide they are."""

    font: QFont
    lines: tuple[str, ...]
    wide: float
    is_cut: bool = False

    def paint(self, painter: QPainter, left: float, high: float) -> None:
        """Paint them in the painter's pen, in the middle of `high`, two lines below each other."""
        painter.setFont(self.font)
        line = QFontMetricsF(self.font).height()
        top = (high - line * len(self.lines)) / 2
        along = (
            Qt.AlignmentFlag.AlignLeft if len(self.lines) == 1 else Qt.AlignmentFlag.AlignHCenter
        )
        for place, words in enumerate(self.lines):
            box = QRectF(left, top + place * line, self.wide + 2, line)
            painter.drawText(box, along | Qt.AlignmentFlag.AlignVCenter, words)


def fit_words(text: str, font: QFont, room: float, high: float, least: int) -> FittedWords:
    """Fit `text` into `room` by `high` screen px, with letters of at least `least` px."""
    size = font.pixelSize()
    for px in range(size, min(size, least) - 1, -1):
        fitted = _fit(text, _sized(font, px), room, high)
        if fitted is not None:
            return fitted
    smallest = _sized(font, min(size, least))
    metrics = QFontMetricsF(smallest)
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, room))
    return FittedWords(smallest, (cut,), metrics.horizontalAdvance(cut), cut != text)


def least_width(text: str, font: QFont) -> float:
    """Return how narrow words can be on two lines, in the letters of `font`."""
    metrics = QFontMetricsF(font)
    return max(map(metrics.horizontalAdvance, _halves(text, metrics)))


def _fit(text: str, font: QFont, room: float, high: float) -> FittedWords | None:
    metrics = QFontMetricsF(font)
    wide = metrics.horizontalAdvance(text)
    if wide <= room:
        return FittedWords(font, (text,), wide)
    halves = _halves(text, metrics)
    wide = max(map(metrics.horizontalAdvance, halves))
    if len(halves) == 2 and wide <= room and 2 * metrics.height() <= high:
        return FittedWords(font, halves, wide)
    return None


def _halves(text: str, metrics: QFontMetricsF) -> tuple[str, ...]:
    words = text.split(" ")
    ways = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    if not ways:
        return (text,)
    return min(ways, key=lambda way: max(map(metrics.horizontalAdvance, way)))


def _sized(font: QFont, px: int) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(px)
    return sized
