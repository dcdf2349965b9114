"""The words of a message: what happened in bold, and the rest behind or below it."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme import Theme


class MessageLabel(QLabel):
    """Two-weight plain text on one line, or on two where it does not fit.

    All of it is the accessible name. Thread: gui.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty label."""
        super().__init__(parent)
        self._theme = theme
        self._head = ""
        self._rest = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, head: str, rest: str) -> None:
        """Show `head` bold and `rest` after it."""
        self._head, self._rest = " ".join(head.split()), " ".join(rest.split())
        self.setText(f"{self._head} {self._rest}".strip())
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return that the label can be cut to nothing in width."""
        return QSize(0, self._theme.px(24))

    def sizeHint(self) -> QSize:
        """Return the size of both parts as they stand in the present width."""
        head, rest = self._widths()
        wide = max(head, rest) if self._is_stacked() else head + self._gap() + rest
        return QSize(ceil(wide), self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both parts, below each other where they do not fit on one line."""
        painter = QPainter(self)
        tokens, fonts = self._theme.tokens, self._fonts()
        whole = QRectF(self.rect())
        if self._is_stacked():
            middle, line = whole.center().y(), self._theme.real(22)
            above = QRectF(0, middle - line, whole.width(), line)
            self._paint_part(painter, above, self._head, fonts[0], tokens.ink)
            below = above.translated(0, line)
            self._paint_part(painter, below, self._rest, fonts[1], tokens.ink2)
        else:
            self._paint_part(painter, whole, self._head, fonts[0], tokens.ink)
            whole.setLeft(self._widths()[0] + self._gap())
            self._paint_part(painter, whole, self._rest, fonts[1], tokens.ink2)
        painter.end()

    def _is_stacked(self) -> bool:
        head, rest = self._widths()
        return bool(self._rest) and head + self._gap() + rest > self.width()

    def _widths(self) -> tuple[float, float]:
        head, rest = map(QFontMetricsF, self._fonts())
        return head.horizontalAdvance(self._head), rest.horizontalAdvance(self._rest)

    def _fonts(self) -> tuple[QFont, QFont]:
        return self._theme.font("button"), self._theme.font("body")

    def _gap(self) -> float:
        return self._theme.real(5) if self._rest else 0.0

    @staticmethod
    def _paint_part(painter: QPainter, box: QRectF, text: str, font: QFont, colour: str) -> None:
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        box.setWidth(box.width() + 2)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
