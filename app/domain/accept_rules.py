"""When a new order is accepted without a person's tap, and why it is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from app.domain.hours import within_hours
from app.domain.money import Money
from app.domain.order import Order
from app.domain.report import DueDoubt
from app.domain.states import KeptBack, PaymentState

TIME_TO_MAKE: Final = timedelta(minutes=30)
"""An order wanted later than this comes in time, however long it was on its way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptLimits:
    """What of a vendor's new orders is accepted without a tap.

    `up_to` is the largest total, None for any. `since` and `until` are clock times of the shop;
    where `since` is the later one the hours run over midnight. Equal, or one of them None: always.
    """

    up_to: Money | None = None
    since: time | None = None
    until: time | None = None

    def broken(self, why: KeptBack) -> Mapping[str, str]:
        """Return the limit an order broke, as its event has it; nothing for any other reason."""
        if why is KeptBack.AMOUNT and self.up_to is not None:
            return {"minor": str(self.up_to.minor), "currency": self.up_to.currency}
        if why is KeptBack.HOURS and self.since is not None and self.until is not None:
            return {"since": self.since.isoformat(), "until": self.until.isoformat()}
        return {}

    def allow_time(self, clock: time) -> bool:
        """Whether orders are accepted at this time of the shop's day; `until` is left out."""
        if self.since is None or self.until is None:
            return True
        return within_hours(clock, self.since, self.until)

    def allow_amount(self, amount: Money) -> bool:
        """Whether an order may cost so much; in another money it cannot be compared."""
        if self.up_to is None:
            return True
        return amount.currency == self.up_to.currency and amount.minor <= self.up_to.minor


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What is so around a new order; `clock` is the shop's time of day."""

    clock: time
    late: bool = False
    sold_out: bool = False
    unknown_item: bool = False
    printer_well: bool = True


def comes_late(order: Order, now: datetime, limit: timedelta, away_until: datetime | None) -> bool:
    """Whether the order was placed long before it was first seen, as after an outage.

    Older than `limit`, the time a new order may wait; or placed before `away_until`, when its
    vendor was last heard of again after an absence. One that is wanted much later is in time.
    """
    if order.wanted_at is not None and order.wanted_at - now > TIME_TO_MAKE:
        return False
    return now - order.placed_at > limit or (
        away_until is not None and order.placed_at < away_until
    )


def why_not_accepted(order: Order, limits: AcceptLimits, around: Circumstances) -> KeptBack | None:
    """Return why a person must accept the order, None where it is accepted without a tap."""
    reasons = (
        (KeptBack.LATE, around.late),
        (KeptBack.PAYMENT, asks_for_money(order)),
        (KeptBack.NOTE, has_note(order)),
        (KeptBack.SOLD_OUT, around.sold_out),
        (KeptBack.UNKNOWN_ITEM, around.unknown_item),
        (KeptBack.AMOUNT, not limits.allow_amount(order.basket.total)),
        (KeptBack.HOURS, not limits.allow_time(around.clock)),
        (KeptBack.PRINTER, not around.printer_well),
    )
    return next((reason for reason, holds in reasons if holds), None)


def asks_for_money(order: Order) -> bool:
    """Whether anything is, or may be, to be paid here."""
    free = (PaymentState.NOT_DUE, PaymentState.RECEIVED)
    return order.payment not in free or order.due_doubt is not DueDoubt.NONE


def has_note(order: Order) -> bool:
    """Whether the customer wrote something about the order or any of its lines."""
    lines = (line for top in order.basket.lines for line in top.walk())
    return bool(order.customer.comment.strip()) or any(line.note.strip() for line in lines)
