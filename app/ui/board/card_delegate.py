"""Paints one order card, the whole of which is one target."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, cast

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.board.card import Card
from app.ui.board.card_look import CardLook, card_ground
from app.ui.board.card_marks import paint_marks
from app.ui.theme import Theme
from app.ui.theme.type import STYLES
from app.ui.widgets.age import AGE_HEIGHT, Age, age_width, paint_age
from app.ui.widgets.chip import CHIP_HEIGHT, ChipKind, chip_width, paint_chip

CARD_ROLE = Qt.ItemDataRole.UserRole + 1
CARD_HEIGHT = 108
MARKS_HEIGHT = 36
ITEMS_HEIGHT = 26
GAP = 8
SIDE = 8
_PADDING = 14
_LEAST_NUMBER_PX = 19  # a number too long for its row is set smaller
_APART = 10
_LEAST_NUMBER_OF = 44  # a vendor's name beside the number, cut
_TOP = 8
_NUMBER_ROW, _VENDOR_ROW, _LAST_ROW = 42, 24, 24
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT_MIDDLE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


class CardRows(Protocol):
    """A model whose rows are cards."""

    def card_at(self, row: int) -> Card:
        """Return the card of a row."""


class CardDelegate(QStyledItemDelegate):
    """Paints cards in the view of a column.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        parent: QObject | None = None,
        *,
        opacity_of: Callable[[str], float] | None = None,
    ) -> None:
        """Make a delegate; `now` returns an aware time, `opacity_of` how far a card has come."""
        super().__init__(parent)
        self._theme = theme
        self._now = now
        self._opacity_of = opacity_of
        self._shows_items = False
        self._pressed: QPersistentModelIndex | None = None
        self.by_keyboard = False
        self._heights: dict[tuple[bool, bool], int] = {}
        self._row_width = self._gap = 0
        self.take_measures()
        theme.changed.connect(self.take_measures)

    @property
    def shows_items(self) -> bool:
        """Tell whether cards have the row of items (wide windows)."""
        return self._shows_items

    def set_shows_items(self, shows: bool) -> None:
        """Show or leave out the row of items; the view lays out anew."""
        self._shows_items = shows

    def set_pressed(self, index: QPersistentModelIndex | None) -> None:
        """Say on which card the finger is."""
        self._pressed = index

    def height_of(self, card: Card) -> int:
        """Return the height of a card in screen px, without the gap around it."""
        return self._heights[bool(card.marks), self._shows_items and bool(card.items)]

    @Slot()
    def take_measures(self) -> None:
        """Take the four heights a card can have from the theme's scale: rows ask for them often."""
        px = self._theme.px
        self._heights = {
            (marks, items): px(CARD_HEIGHT + marks * MARKS_HEIGHT + items * ITEMS_HEIGHT)
            for marks in (False, True)
            for items in (False, True)
        }
        self._row_width, self._gap = px(160), px(GAP)

    def card_rect(self, item: QRect) -> QRectF:
        """Return the card inside the row `item` of the view."""
        px = self._theme.px
        return QRectF(item).adjusted(px(SIDE), px(GAP) / 2, -px(SIDE), -px(GAP) / 2)

    def age_rect(self, item: QRect, card: Card) -> QRect:
        """Return all an age of this card can cover: what a tick repaints."""
        box = self.card_rect(item)
        px = self._theme.px
        right = box.right() - px(_PADDING)
        widest = px(170)
        top = box.top() + px(_TOP)
        left = max(box.left(), right - widest)
        return QRectF(left, top, right - left + 2, px(_NUMBER_ROW)).toAlignedRect()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the row's size: the card and the gap around it."""
        high = self.height_of(self._card_of(index))
        return QSize(self._row_width, high + self._gap)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the card of `index`."""
        card = self._card_of(index)
        state, item = _option_parts(option)
        if self._opacity_of is not None:
            painter.setOpacity(self._opacity_of(card.order_id))
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and self.by_keyboard
        pressed = self._pressed is not None and self._pressed == index
        self.paint_card(painter, self.card_rect(item), card, CardLook(pressed, focused))
        painter.setOpacity(1)

    def paint_card(
        self, painter: QPainter, box: QRectF, card: Card, look: CardLook | None = None
    ) -> None:
        """Paint `card` into `box`."""
        px = self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, card, look or CardLook())
        inner = box.adjusted(px(_PADDING), px(_TOP), -px(_PADDING), 0)
        row = QRectF(inner.left(), inner.top(), inner.width(), px(_NUMBER_ROW))
        self._paint_number(painter, row, card)
        row = QRectF(row.left(), row.bottom(), row.width(), px(_VENDOR_ROW))
        self._paint_vendor(painter, row, card)
        if self._shows_items and card.items:
            row = QRectF(row.left(), row.bottom(), row.width(), px(ITEMS_HEIGHT))
            self._paint_text(painter, row, card.items, "body", self._theme.tokens.ink)
        row = QRectF(row.left(), row.bottom(), row.width(), px(_LAST_ROW))
        self._paint_last(painter, row, card)
        if card.marks:
            row = QRectF(row.left(), row.bottom() + px(8), row.width(), px(CHIP_HEIGHT))
            paint_marks(painter, self._theme, row, card.marks)
        painter.restore()

    @staticmethod
    def _card_of(index: Index) -> Card:
        """Return the card of a row without the way through a variant, which every row pays."""
        return cast("CardRows", index.model()).card_at(index.row())

    def _paint_ground(self, painter: QPainter, box: QRectF, card: Card, look: CardLook) -> None:
        theme, tokens = self._theme, self._theme.tokens
        ground, border, width = card_ground(card, look, tokens)
        wide = theme.real(width)
        inset = wide / 2
        radius = theme.real(10)
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(border), wide))
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
        if look.focused:
            ring = theme.real(3)
            out = theme.real(2.4)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), ring))
            around = box.adjusted(-out, -out, out, out)
            painter.drawRoundedRect(around, radius + out, radius + out)

    def _paint_number(self, painter: QPainter, row: QRectF, card: Card) -> None:
        theme, tokens = self._theme, self._theme.tokens
        taken = self._paint_age(painter, row, card)
        font = theme.font("number_l")
        disc = theme.real(10 + 12) if card.unseen else 0
        wide = QFontMetricsF(font).horizontalAdvance(card.number)
        taken += self._paint_due(painter, row.adjusted(wide + disc, 0, -taken, 0), card)
        beside = theme.real(10 + _LEAST_NUMBER_OF) if card.number_of else 0
        room = row.width() - taken - disc - beside
        font = self._number_font(card.number, room)
        font.setStrikeOut(card.struck)
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(card.number, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(tokens.bad_text if card.struck else tokens.ink))
        where = row.adjusted(-theme.real(0.5), 0, 0, 0)
        painter.drawText(where, _LEFT_MIDDLE, text)
        left = row.left() + metrics.horizontalAdvance(text)
        if card.unseen:
            left += theme.real(10 + 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(QPointF(left, row.center().y()), theme.real(6), theme.real(6))
            left += theme.real(6)
        if card.number_of:
            self._paint_number_of(painter, row, left + theme.real(10), row.right() - taken, card)

    def _number_font(self, number: str, room: float) -> QFont:
        """Return the largest font in which the whole number fits, down to half its usual size."""
        size = STYLES["number_l"].px
        while True:
            font = self._theme.font("number_l", px=size)
            if size <= _LEAST_NUMBER_PX or QFontMetricsF(font).horizontalAdvance(number) <= room:
                return font
            size -= 1

    def _paint_number_of(
        self, painter: QPainter, row: QRectF, left: float, right: float, card: Card
    ) -> None:
        """Say beside the number whose it is, as far as there is room before the age."""
        theme = self._theme
        wide = min(chip_width(theme, card.number_of, has_icon=False), right - left)
        if wide < theme.real(_LEAST_NUMBER_OF):
            return
        high = theme.real(CHIP_HEIGHT)
        box = QRectF(left, row.center().y() - high / 2, wide, high)
        paint_chip(painter, box, theme, ChipKind.WARN, card.number_of, None)

    def _paint_age(self, painter: QPainter, row: QRectF, card: Card) -> float:
        theme = self._theme
        age = card.age(self._now())
        if age is None:
            return 0.0
        high = theme.real(AGE_HEIGHT)
        box = QRectF(row.left(), row.center().y() - high / 2, row.width(), high)
        paint_age(painter, box, theme, age)
        return self._age_width(age) + theme.real(_APART)

    def _paint_due(self, painter: QPainter, room: QRectF, card: Card) -> float:
        """Paint when the order is wanted at the right of `room`, in the place of an age.

        Of one that has an age, or will have one, a mark says so.
        """
        if not card.due_text or card.since is not None:
            return 0.0
        theme, gap = self._theme, self._theme.real(_APART)
        wide = chip_width(theme, card.due_text, has_icon=True)
        high = theme.real(CHIP_HEIGHT)
        box = QRectF(room.right() - wide, room.center().y() - high / 2, wide, high)
        paint_chip(painter, box, theme, ChipKind.PLAIN, card.due_text, "calendar")
        return wide + gap

    def _age_width(self, age: Age) -> float:
        return float(age_width(self._theme, age))

    def _paint_vendor(self, painter: QPainter, row: QRectF, card: Card) -> None:
        theme, tokens = self._theme, self._theme.tokens
        size = theme.real(20)
        tile = QRectF(row.left(), row.center().y() - size / 2, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ink3))
        painter.drawRoundedRect(tile, theme.real(5), theme.real(5))
        painter.setPen(QColor(tokens.surface))
        painter.setFont(theme.font("small_strong", px=13))
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, card.initial)
        words = " · ".join(part for part in (card.vendor, card.where) if part)
        room = row.adjusted(theme.real(20 + 8), 0, 0, 0)
        self._paint_text(painter, room, words, "body", tokens.ink2)

    def _paint_last(self, painter: QPainter, row: QRectF, card: Card) -> None:
        theme, tokens = self._theme, self._theme.tokens
        font = theme.font("amount")
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(row, _RIGHT_MIDDLE, card.amount)
        wide = QFontMetricsF(font).horizontalAdvance(card.amount) + theme.real(12)
        self._paint_text(
            painter, row.adjusted(0, 0, -wide, 0), card.item_count, "body", tokens.ink2
        )

    def _paint_text(
        self, painter: QPainter, row: QRectF, text: str, style: str, colour: str
    ) -> None:
        font = self._theme.font(style)
        one_line = " ".join(text.split())
        shown = QFontMetricsF(font).elidedText(
            one_line, Qt.TextElideMode.ElideRight, max(0.0, row.width())
        )
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(row, _LEFT_MIDDLE, shown)


def _option_parts(option: QStyleOptionViewItem) -> tuple[QStyle.StateFlag, QRect]:
    """Return state and rectangle, whose types PySide's stubs do not know."""
    return option.state, option.rect
