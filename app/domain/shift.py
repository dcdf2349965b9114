"""A shift at one till: its float, the money that came and went, and what must be in the drawer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.money import Money
from app.domain.order import PaymentMethod


class CashWay(StrEnum):
    """Which way cash went that belongs to no order."""

    IN = "in"
    OUT = "out"
    NO_SALE = "no_sale"  # the drawer was opened, and no cash is known to have gone


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """Money taken for an order at a till; below zero it was given back.

    `shift_id` is "" until a shift takes it over.
    """

    till_id: str
    shift_id: str
    at: datetime
    order_id: str
    vendor: str
    method: PaymentMethod
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class CashMovement:
    """Cash put into the drawer or taken out of it, for a reason and no order; never below zero.

    `shift_id` is as for Taking; `by` is the person's id, "" where nobody is named. A drawer opened
    without a sale has neither amount nor reason.
    """

    id: str
    till_id: str
    shift_id: str
    at: datetime
    way: CashWay
    amount: Money
    reason: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One shift at one till; `floats` and `counted` hold one amount for each currency.

    `counted` is empty until the shift is closed. Who opened and closed it are ids of persons, ""
    where nobody is named.
    """

    id: str
    till_id: str
    opened_at: datetime
    floats: tuple[Money, ...] = ()
    closed_at: datetime | None = None
    counted: tuple[Money, ...] = ()
    note: str = ""
    opened_by: str = ""
    closed_by: str = ""


@dataclass(frozen=True, slots=True)
class MethodSum:
    """What one way of paying came to in one currency; both amounts are zero or above."""

    method: PaymentMethod
    taken: Money
    returned: Money

    @property
    def kept(self) -> Money:
        """What is left of it; below zero when more was given back than taken."""
        return self.taken - self.returned


@dataclass(frozen=True, slots=True, kw_only=True)
class CashCount:
    """The cash of one currency in a drawer; `counted` is None while nobody has counted."""

    float_: Money
    taken: Money
    returned: Money
    paid_in: Money
    paid_out: Money
    counted: Money | None = None

    @property
    def currency(self) -> str:
        """The currency of all the amounts."""
        return self.float_.currency

    @property
    def expected(self) -> Money:
        """What must be in the drawer."""
        return self.float_ + self.taken - self.returned + self.paid_in - self.paid_out

    @property
    def difference(self) -> Money | None:
        """What is there beyond that; below zero it is missing."""
        return None if self.counted is None else self.counted - self.expected


def sums_by_method(takings: Iterable[Taking]) -> tuple[MethodSum, ...]:
    """Add takings up by way of paying and currency; cash comes first."""
    sums: dict[tuple[PaymentMethod, str], MethodSum] = {}
    for taking in takings:
        key = (taking.method, taking.amount.currency)
        zero = Money.zero(taking.amount.currency)
        known = sums.get(key) or MethodSum(taking.method, zero, zero)
        if taking.amount < zero:
            known = MethodSum(taking.method, known.taken, known.returned - taking.amount)
        else:
            known = MethodSum(taking.method, known.taken + taking.amount, known.returned)
        sums[key] = known
    ways = list(PaymentMethod)
    return tuple(sums[key] for key in sorted(sums, key=lambda key: (ways.index(key[0]), key[1])))


def cash_counts(
    shift: Shift, money: Iterable[MethodSum], movements: Iterable[CashMovement], currency: str
) -> tuple[CashCount, ...]:
    """Return what must be in the drawer and what was counted, the shop's own `currency` first."""
    cash = {each.taken.currency: each for each in money if each.method is PaymentMethod.CASH}
    moved = tuple(movements)
    floats = {each.currency: each for each in shift.floats}
    counted = {each.currency: each for each in shift.counted}
    others = {*cash, *floats, *counted, *(each.amount.currency for each in moved)} - {currency}
    return tuple(
        _cash_count(code, floats, counted, cash, moved, is_closed=shift.closed_at is not None)
        for code in (currency, *sorted(others))
    )


def _cash_count(
    code: str,
    floats: dict[str, Money],
    counted: dict[str, Money],
    cash: dict[str, MethodSum],
    moved: tuple[CashMovement, ...],
    *,
    is_closed: bool,
) -> CashCount:
    zero = Money.zero(code)
    of_orders = cash.get(code) or MethodSum(PaymentMethod.CASH, zero, zero)
    ways = {
        way: sum(
            (each.amount for each in moved if each.way is way and each.amount.currency == code),
            start=zero,
        )
        for way in CashWay
    }
    return CashCount(
        float_=floats.get(code, zero),
        taken=of_orders.taken,
        returned=of_orders.returned,
        paid_in=ways[CashWay.IN],
        paid_out=ways[CashWay.OUT],
        counted=counted.get(code, zero) if is_closed else None,
    )
