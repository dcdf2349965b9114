"""The lines of History as they are shown, and what its filters look for."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Final

from app.domain.history import HistoryRow
from app.domain.money import Money
from app.domain.states import COLUMNS, OrderState, PaymentState
from app.ui.theme import Shape
from app.ui.wording.figures import amount, day_clock
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.usecases.desk import Shop


class Period(Enum):
    """How far back is looked."""

    TODAY = QT_TRANSLATE_NOOP("History", "Today")
    YESTERDAY = QT_TRANSLATE_NOOP("History", "Yesterday")
    WEEK = QT_TRANSLATE_NOOP("History", "Last 7 days")
    ALL = QT_TRANSLATE_NOOP("History", "All days")
    DAY = QT_TRANSLATE_NOOP("History", "A day…")

    def span(self, shop: Shop, now: datetime) -> tuple[datetime | None, datetime | None]:
        """Return when the period begins and ends; None where it has no bound."""
        today = date.fromisoformat(shop.business_day(now))
        if self is Period.ALL:
            return None, None
        if self is Period.YESTERDAY:
            return day_span(today - timedelta(days=1), shop)
        days = 6 if self is Period.WEEK else 0
        return day_span(today - timedelta(days=days), shop)[0], None


def day_span(day: date, shop: Shop) -> tuple[datetime, datetime]:
    """Return when a business day of the shop begins and ends."""
    starts = time.fromisoformat(shop.day_starts)
    first = datetime.combine(day, starts, shop.timezone)
    return first, datetime.combine(day + timedelta(days=1), starts, shop.timezone)


class Outcome(Enum):
    """Which ends are looked for."""

    ALL = QT_TRANSLATE_NOOP("History", "All outcomes")
    OPEN = QT_TRANSLATE_NOOP("History", "Still open")
    COLLECTED = QT_TRANSLATE_NOOP("History", "Collected")
    REJECTED = QT_TRANSLATE_NOOP("History", "Rejected")
    LEFT = QT_TRANSLATE_NOOP("History", "Left")
    CANCELLED = QT_TRANSLATE_NOOP("History", "Cancelled")

    @property
    def states(self) -> frozenset[OrderState]:
        """Return the states meant; empty for all."""
        if self is Outcome.ALL:
            return frozenset()
        return frozenset(COLUMNS) if self is Outcome.OPEN else frozenset({OrderState[self.name]})


class Paid(Enum):
    """Which payments are looked for."""

    ANY = QT_TRANSLATE_NOOP("History", "Any payment")
    HERE = QT_TRANSLATE_NOOP("History", "Paid here")
    OPEN = QT_TRANSLATE_NOOP("History", "Not paid")
    UNSURE = QT_TRANSLATE_NOOP("History", "Not confirmed")
    BACK = QT_TRANSLATE_NOOP("History", "Given back")

    @property
    def states(self) -> frozenset[PaymentState]:
        """Return the states of payment meant; empty for all."""
        return _PAYMENTS[self]


_PAYMENTS: Final[Mapping[Paid, frozenset[PaymentState]]] = {
    Paid.ANY: frozenset(),
    Paid.HERE: frozenset({PaymentState.RECEIVED}),
    Paid.OPEN: frozenset({PaymentState.DUE, PaymentState.FAILED}),
    Paid.UNSURE: frozenset({PaymentState.UNCONFIRMED}),
    Paid.BACK: frozenset({PaymentState.RETURN_DUE, PaymentState.RETURNED}),
}
_OUTCOMES: Final[Mapping[OrderState, tuple[Shape, str]]] = {
    OrderState.NEW: (Shape.NEW, QT_TRANSLATE_NOOP("History", "New")),
    OrderState.PREPARING: (Shape.CLOCK, QT_TRANSLATE_NOOP("History", "Preparing")),
    OrderState.READY: (Shape.READY, QT_TRANSLATE_NOOP("History", "Ready")),
    OrderState.COLLECTED: (Shape.OK, QT_TRANSLATE_NOOP("History", "Collected")),
    OrderState.REJECTED: (Shape.BAD, QT_TRANSLATE_NOOP("History", "Rejected")),
    OrderState.LEFT: (Shape.LEFT, QT_TRANSLATE_NOOP("History", "Left")),
    OrderState.CANCELLED: (Shape.BAD, QT_TRANSLATE_NOOP("History", "Cancelled")),
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line as it is painted; `accessible_name` is all of it, separated by commas."""

    order_id: str
    time: str
    number: str
    vendor: str
    who: str
    amount: str
    shape: Shape
    outcome: str

    @property
    def accessible_name(self) -> str:
        """Return the line for assistive technology."""
        parts = (self.time, self.number, self.vendor, self.who, self.amount, self.outcome)
        return ", ".join(part for part in parts if part)


def line_of(row: HistoryRow, shop: Shop, titles: Mapping[str, str], now: datetime) -> HistoryLine:
    """Return a row of the store as a line."""
    shape, outcome = _OUTCOMES[OrderState(row.state)]
    if row.payment == PaymentState.UNCONFIRMED.value:
        shape, outcome = Shape.UNCONFIRMED, QT_TRANSLATE_NOOP("History", "Not confirmed")
    return HistoryLine(
        order_id=row.order_id,
        time=day_clock(row.at, shop, now),
        number=row.number,
        vendor=titles.get(row.vendor, row.vendor.title()),
        who=" ".join(row.who.split()),
        amount=amount(Money(row.total_minor, row.currency), shop),
        shape=shape,
        outcome=translate("History", outcome),
    )


def hit_in(text: str, wanted: str) -> tuple[int, int] | None:
    """Return where `wanted`, else its first word that is there, stands in `text`.

    Case and accents do not matter.
    """
    plain = ""
    places: list[int] = []
    for place, letter in enumerate(text):
        folded = _plain(letter)
        plain += folded
        places += [place] * len(folded)
    for part in dict.fromkeys((wanted.strip(), *wanted.split())):
        looked_for = "".join(map(_plain, part))
        found = plain.find(looked_for)
        if looked_for and found >= 0:
            return places[found], places[found + len(looked_for) - 1] + 1
    return None


def _plain(letter: str) -> str:
    parts = unicodedata.normalize("NFKD", letter.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
