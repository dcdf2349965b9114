"""The board's part of the gallery: every state of a card, and three columns of them."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.board.card import Card, CardMark
from app.ui.board.card_delegate import CardDelegate
from app.ui.board.card_look import CardLook
from app.ui.board.column import BoardColumn, EmptyText
from app.ui.theme import Shape, Theme
from app.ui.widgets import Sheet
from app.ui.widgets.chip import ChipKind

NOW = datetime(2026, 11, 20, 17, 24, tzinfo=UTC)
LONG_NAME = "Nagyné Kelemenfalvi-Szabó Zsuzsanna"


def now() -> datetime:
    """Return the one moment all pictures show."""
    return NOW


def a_card(
    number: str,
    where: str,
    minutes: int | None,
    amount: str,
    *marks: CardMark,
    vendor: str = "Cheers",
    count: int = 2,
    limit: float = 15,
    **more: object,
) -> Card:
    """Return a card with the usual things filled in."""
    items = "1 item" if count == 1 else f"{count} items"
    since = None if minutes is None else NOW - timedelta(minutes=minutes, seconds=10)
    name = ", ".join([number, vendor, where, items, amount, *(mark.text for mark in marks)])
    known: dict[str, object] = {
        "order_id": number,
        "number": number,
        "vendor": vendor,
        "initial": vendor[:1],
        "where": where,
        "item_count": items,
        "amount": amount,
        "accessible_name": name,
        "since": since,
        "limit": limit,
        "items": "2x Draught lager 0.5 l, 1x Wheat beer 0.3 l, 1x Lángos",
        "marks": marks,
    }
    return Card(**(known | more))  # type: ignore[arg-type]


def to_pay(amount: str) -> CardMark:
    """Return the mark of money to take."""
    return CardMark(ChipKind.MONEY, f"To pay {amount}", "banknote")


PICK_UP = CardMark(ChipKind.PLAIN, "Pick-up 18:45", "clock")
UNPAID = CardMark(ChipKind.DASHED, "Payment not confirmed", Shape.UNCONFIRMED)
PAPER = CardMark(ChipKind.WARN, "Slip waits for paper", "slip")
NOTE = CardMark(ChipKind.PLAIN, "Note", "note")
DELIVERY = CardMark(ChipKind.PLAIN, "Home delivery", "bicycle")
REFUSED = CardMark(ChipKind.BAD, "Refused by Cheers", Shape.BAD)
NO_SLIP = CardMark(ChipKind.BAD, "No slip: no printer", Shape.BAD)
CAME_OUT = CardMark(ChipKind.DASHED, "Did the slip come out?", Shape.UNCONFIRMED)
TELLING = CardMark(ChipKind.PLAIN, "Telling Cheers", "sending")
RETRYING = CardMark(ChipKind.WARN, "Trying again, 4th time", "retry")
CANCELLED = CardMark(ChipKind.BAD_SOLID, "Cancelled by the customer", "close")
FORWARD = CardMark(ChipKind.PLAIN, "Comes forward 19:05", "clock")
DOUBT = CardMark(ChipKind.DASHED, "Accept not confirmed", Shape.UNCONFIRMED)

STATES: list[tuple[str, Card, CardLook]] = [
    (
        "New, not opened yet",
        a_card("A-43", "Table 12", 0, "1,190 Ft", count=1, limit=3, unseen=True),
        CardLook(),
    ),
    (
        "Opened in the panel, payment due",
        a_card("A-42", "Counter 1", 2, "5,160 Ft", to_pay("5,160 Ft"), limit=3, opened=True),
        CardLook(),
    ),
    ("Late soon", a_card("A-38", "Table 4", 11, "8,470 Ft", limit=12, count=5), CardLook()),
    (
        "Late",
        a_card("L-17", "Szentgyörgyi-Horváth B.", 26, "A$38.50", PICK_UP, vendor="LOKE", limit=3),
        CardLook(),
    ),
    (
        "Scheduled",
        a_card("A-29", "Home delivery", None, "16,200 Ft", FORWARD, due_text="19:30", count=8),
        CardLook(),
    ),
    ("Sending", a_card("A-41", "Table 7", 3, "2,180 Ft", TELLING, limit=12), CardLook()),
    ("Retrying", a_card("L-15", "Tóth Ábel", 6, "A$27.00", RETRYING, vendor="LOKE"), CardLook()),
    ("Refused", a_card("A-35", "Table 2", 5, "2,380 Ft", REFUSED, limit=12), CardLook()),
    (
        "Not confirmed",
        a_card("P-31", "816910908011148", 5, "₺538.00", UNPAID, vendor="Akinon", limit=12),
        CardLook(),
    ),
    ("Slip waits", a_card("W-108", "Counter", 7, "3,480 Ft", PAPER, vendor="Walk-in"), CardLook()),
    ("Slip failed", a_card("A-34", "Counter 1", 4, "1,190 Ft", NO_SLIP), CardLook()),
    ("Slip unsure", a_card("HH01", "Pick-up 18:20", 9, "€59.85", CAME_OUT), CardLook()),
    (
        "Cancelled",
        a_card("A-40", "Counter 1", None, "2,380 Ft", CANCELLED, struck=True),
        CardLook(),
    ),
    ("Long name", a_card("A-44", LONG_NAME, 1, "12,940 Ft", DELIVERY, NOTE), CardLook()),
    ("Finger down", a_card("A-36", "Counter 1", 1, "1,190 Ft", count=1), CardLook(pressed=True)),
    (
        "Keyboard focus",
        a_card("A-37", "Counter 2", 4, "3,500 Ft", to_pay("900 Ft")),
        CardLook(focused=True),
    ),
    (
        "Three marks",
        a_card("A-45", "Counter 2", 4, "3,500 Ft", to_pay("900 Ft"), DOUBT, NOTE, unseen=True),
        CardLook(),
    ),
    ("Long number", a_card("816910908011148", "Akinon", 30, "₺1,538.00", limit=12), CardLook()),
]


class CardSheet(QWidget):
    """All states of a card, four in a row, each below its name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._delegate = CardDelegate(theme, now, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.canvas)
        for place, (title, card, look) in enumerate(STATES):
            left, top = 24 + place % 4 * 314, 20 + place // 4 * 183
            painter.setFont(self._theme.font("small"))
            painter.setPen(tokens.ink2)
            painter.drawText(QRectF(left, top, 290, 20), title)
            high = self._delegate.height_of(card)
            box = QRectF(left, top + 25, 290, high)
            self._delegate.paint_card(painter, box, card, look)
        painter.end()


def board(theme: Theme) -> QWidget:
    """Return three columns, one running over, one empty."""
    sheet = Sheet(theme, "canvas")
    row = QHBoxLayout(sheet)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    waiting = EmptyText("bell", "No new orders", "Pult rings when one comes.")
    nothing = EmptyText("check", "Nothing ready", "Orders come here when you press Ready.")
    new = BoardColumn(theme, "New", waiting, now=now, asks=True)
    new.set_cards([STATES[place][1] for place in (3, 1, 0)])
    new.set_fold("Later 2", "next 19:30")
    preparing = BoardColumn(theme, "Preparing", waiting, now=now)
    preparing.set_cards([STATES[place][1] for place in (2, 9, 8, 12, 11, 6, 13)])
    ready = BoardColumn(theme, "Ready", nothing, now=now, lines=())
    for column in (new, preparing, ready):
        row.addWidget(column, 1)
    return sheet
