"""What History is asked for, and what it answers: one line an order."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from app.domain.states import OrderState, PaymentState

ROWS: Final = 200
"""So many lines are read at once."""


@dataclass(frozen=True, slots=True)
class HistorySearch:
    """Which orders are looked for: what all of it names must be true of each.

    `since` and `until` are when the order came in; an empty set lets every state through. Without a
    `vendor` all are looked through but practice. At most `most` of the orders found are read, the
    newest.
    """

    text: str = ""
    since: datetime | None = None
    until: datetime | None = None
    vendor: str = ""
    states: frozenset[OrderState] = field(default=frozenset())
    payments: frozenset[PaymentState] = field(default=frozenset())
    most: int = ROWS


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line of History."""

    order_id: str
    number: str
    vendor: str
    state: str
    payment: str
    who: str
    total_minor: int
    currency: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HistoryFound:
    """The newest of the orders found, newest first, and how many there are in all."""

    rows: tuple[HistoryRow, ...] = ()
    count: int = 0
