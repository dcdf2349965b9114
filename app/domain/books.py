"""What a business day or a shift came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from app.domain.money import Money
from app.domain.outage import OutageSum
from app.domain.shift import CashCount, CashMovement, CashWay, MethodSum, Shift


@dataclass(frozen=True, slots=True)
class OrderCount:
    """How many orders of a vendor ended one way, in one currency; `state` "" is not ended yet."""

    vendor: str
    state: str
    count: int
    total: Money


@dataclass(frozen=True, slots=True)
class OpenMoney:
    """An order whose money or whose vendor's answer is open at the end of the day.

    `what` is "unpaid" (handed over without money), "payment" (nobody knows whether it was taken) or
    the kind of the push that is not confirmed; `system` is who has not confirmed.
    """

    order_id: str
    number: str
    vendor: str
    what: str
    amount: Money
    system: str = ""


@dataclass(frozen=True, slots=True)
class ShiftBook:
    """A shift with all that belongs to it; `cash` has the shop's own currency first."""

    shift: Shift
    money: tuple[MethodSum, ...] = ()
    movements: tuple[CashMovement, ...] = ()
    cash: tuple[CashCount, ...] = ()

    @property
    def paid(self) -> tuple[CashMovement, ...]:
        """The cash that was paid in and out."""
        return tuple(each for each in self.movements if each.way is not CashWay.NO_SALE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """The figures of a business day (`day`), or of one shift (`shift`), between two moments.

    `unpaid` were handed over without money; `shifts` are those that touch the day; `names` are
    those of the staff, by id.
    """

    since: datetime
    until: datetime
    day: date | None = None
    shift: ShiftBook | None = None
    orders: tuple[OrderCount, ...] = ()
    money: tuple[MethodSum, ...] = ()
    movements: tuple[CashMovement, ...] = ()
    unpaid: tuple[OpenMoney, ...] = ()
    unconfirmed: tuple[OpenMoney, ...] = ()
    outages: tuple[OutageSum, ...] = ()
    shifts: tuple[ShiftBook, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def openings(self) -> tuple[CashMovement, ...]:
        """How often the drawer was opened without a sale, and by whom."""
        return tuple(each for each in self.movements if each.way is CashWay.NO_SALE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TillMoney:
    """How the money of one till stands: the open shift, and what waits for the next one.

    `last` is the shift that was closed last, `unclaimed` and `moves` what belongs to no shift yet;
    `names` are those of the staff, by id.
    """

    open: ShiftBook | None = None
    last: ShiftBook | None = None
    unclaimed: tuple[MethodSum, ...] = ()
    moves: tuple[CashMovement, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
