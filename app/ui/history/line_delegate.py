"""Paints one line of History, with what was searched for bold and underlined."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.history.lines import HistoryLine, hit_in
from app.ui.theme import Theme

LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT: Final = 56
LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


class Columns:
    """Where the columns of a line begin, in screen px, for a width."""

    def __init__(self, theme: Theme, width: int, *, long_times: bool) -> None:
        px = theme.px
        self.has_vendor = width >= px(700)
        self.time = px(16)
        self.number = self.time + px(128 if long_times else 80)
        self.vendor = self.number + px(100 if self.has_vendor else 84)
        self.who = self.vendor + (px(126) if self.has_vendor else 0)
        self.outcome = width - px(190 if self.has_vendor else 184)
        self.amount_right = self.outcome - px(22)


class LineDelegate(QStyledItemDelegate):
    """Paints one line. Thread: gui."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make a delegate that marks no hits."""
        super().__init__(parent)
        self._theme = theme
        self.wanted = ""
        self.chosen = ""
        self.long_times = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the row's size."""
        return QSize(self._theme.px(320), self._theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the line of `index`."""
        line = index.data(LINE_ROLE)
        rect: QRect = option.rect
        if isinstance(line, HistoryLine):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_line(painter, rect, line)
            painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, line: HistoryLine) -> None:
        theme, tokens = self._theme, self._theme.tokens
        is_chosen = line.order_id == self.chosen
        painter.fillRect(rect, QColor(tokens.accent_pale if is_chosen else tokens.surface))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        if is_chosen:
            painter.fillRect(
                rect.left(), rect.top(), theme.px(4), rect.height(), QColor(tokens.accent)
            )
        at = Columns(theme, rect.width(), long_times=self.long_times)
        self._text(painter, rect, at.time, at.number, line.time, "price", tokens.ink2)
        self._hit(painter, rect, at.number, at.vendor, line.number, "body_strong")
        if at.has_vendor:
            self._vendor(painter, rect, at.vendor, at.who, line.vendor)
        money = QFontMetricsF(theme.font("amount")).horizontalAdvance(line.amount)
        self._hit(
            painter, rect, at.who, round(at.amount_right - money - theme.px(12)), line.who, "body"
        )
        painter.setFont(theme.font("amount"))
        painter.setPen(QColor(tokens.ink))
        box = QRectF(rect.left(), rect.top(), at.amount_right, rect.height())
        painter.drawText(box, RIGHT, line.amount)
        size = theme.px(20)
        mark = QRectF(at.outcome, rect.center().y() - size / 2 + 1, size, size)
        theme.paint_shape(painter, mark, line.shape)
        left = at.outcome + size + theme.px(8)
        self._text(
            painter, rect, left, rect.width() - theme.px(4), line.outcome, "body", tokens.ink
        )

    def _vendor(self, painter: QPainter, rect: QRect, left: int, right: int, vendor: str) -> None:
        theme, tokens = self._theme, self._theme.tokens
        size = theme.px(20)
        tile = QRectF(left, rect.center().y() - size / 2 + 1, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ink3))
        painter.drawRoundedRect(tile, theme.real(5), theme.real(5))
        painter.setPen(QColor(tokens.surface))
        painter.setFont(theme.font("small_strong"))
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, vendor[:1].upper())
        self._text(painter, rect, left + size + theme.px(8), right, vendor, "body", tokens.ink)

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        left: float,
        right: float,
        text: str,
        style: str,
        colour: str,
    ) -> None:
        font = self._theme.font(style)
        room = max(0.0, right - left - self._theme.px(8))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(
            QRectF(rect.left() + left, rect.top(), room + 4, rect.height()), LEFT, shown
        )

    def _hit(
        self, painter: QPainter, rect: QRect, left: int, right: int, text: str, style: str
    ) -> None:
        """Paint a text with what was searched for bold and underlined."""
        tokens = self._theme.tokens
        hit = hit_in(text, self.wanted)
        if hit is None:
            self._text(painter, rect, left, right, text, style, tokens.ink)
            return
        usual = self._theme.font(style)
        bold = QFont(usual)
        bold.setWeight(QFont.Weight.Bold)
        bold.setUnderline(True)
        parts = (
            (text[: hit[0]], usual, tokens.ink),
            (text[hit[0] : hit[1]], bold, tokens.accent_text),
            (text[hit[1] :], usual, tokens.ink),
        )
        start = float(left)
        for part, font, colour in parts:
            room = max(0.0, right - start - self._theme.px(8))
            metrics = QFontMetricsF(font)
            shown = metrics.elidedText(part, Qt.TextElideMode.ElideRight, room)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            box = QRectF(rect.left() + start, rect.top(), room + 4, rect.height())
            painter.drawText(box, LEFT, shown)
            start += metrics.horizontalAdvance(shown)
