"""The order: what is kept of it here, and how a vendor's report changes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.basket import Basket
from app.domain.money import Money, total
from app.domain.report import Customer, DueDoubt, Fact, OrderReport
from app.domain.settlement import ToSettle
from app.domain.states import (
    COLUMNS,
    Attention,
    EndedBy,
    KeptBack,
    Move,
    OrderState,
    PaymentState,
)

if TYPE_CHECKING:
    from app.domain.apply_report import Applied

STALE_AFTER = timedelta(hours=12)
LONGEST_UNDO = timedelta(minutes=1)


class PaymentMethod(StrEnum):
    """How money was taken or given back."""

    CASH = "cash"
    CARD = "card"
    OTHER = "other"


class ReturnReason(StrEnum):
    """Why money was given back."""

    CANCELLED = "cancelled"
    GOODS_BACK = "goods_back"
    WRONG = "wrong"
    TOO_MUCH = "too_much"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PaymentPart:
    """One part of a payment; `given` is the cash handed over, where it was counted."""

    method: PaymentMethod
    amount: Money
    given: Money | None = None

    @property
    def change(self) -> int:
        """Return what goes back to the customer, in the currency's smallest unit."""
        return 0 if self.given is None else self.given.minor - self.amount.minor


@dataclass(frozen=True, slots=True)
class UndoPoint:
    """The last move that can still be taken back, until `until`."""

    move: Move
    from_state: OrderState
    from_payment: PaymentState
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One order at this counter; immutable, changes make a new one.

    All times are aware and in UTC. `held_in` is the column an ended order stood in, and stays in
    until it was seen and money taken for it was given back; `quiet` orders (accepted elsewhere, or
    old when first seen) make no sound and no slip, until staff do something with them. `settling`
    is what is or was to be settled outside this till; `return_notes` are staff's own words, one for
    each part of `returned`. A new order that came while its vendor was paused is held, and does not
    ring, until `held_until`; `kept_back` says why it was left for a person to accept. One that is
    `in_later` was accepted long before it is wanted, and has not come forward yet; see
    `domain/later.py`.
    """

    id: str
    vendor: str
    vendor_order_id: str
    number: str
    slip_code: str
    state: OrderState
    payment: PaymentState
    due: Money
    basket: Basket
    placed_at: datetime
    received_at: datetime
    number_is_ours: bool = False
    vendor_word: str = ""
    word_is_unknown: bool = False
    payment_word: str = ""
    due_doubt: DueDoubt = DueDoubt.NONE
    taken: tuple[PaymentPart, ...] = ()
    returned: tuple[PaymentPart, ...] = ()
    desk: str = ""
    channel: str = ""
    customer: Customer = field(default_factory=Customer)
    facts: tuple[Fact, ...] = ()
    wanted_at: datetime | None = None
    accepted_at: datetime | None = None
    accepted_here: bool = False
    ready_at: datetime | None = None
    ended_at: datetime | None = None
    ended_by: EndedBy | None = None
    attention: Attention | None = None
    held_in: OrderState | None = None
    quiet: bool = False
    opened: bool = False
    held_until: datetime | None = None
    kept_back: KeptBack | None = None
    handed_over_unpaid: str = ""  # the reason
    reject_reason: str = ""
    return_notes: tuple[str, ...] = ()
    in_later: bool = False
    settling: tuple[ToSettle, ...] = ()
    undo: UndoPoint | None = None

    @property
    def column(self) -> OrderState | None:
        """The column of the board the card stands in, or None when it is off the board."""
        if self.state in COLUMNS:
            return self.state
        held = self.needs_seen or self.payment is PaymentState.RETURN_DUE
        return self.held_in if held else None

    @property
    def rests_in_later(self) -> bool:
        """Whether it was accepted and rests until it comes forward, without a slip till then."""
        return self.in_later and self.state is OrderState.PREPARING

    @property
    def in_column_since(self) -> datetime:
        """Since when the order waits in its column, for its age."""
        since = {OrderState.PREPARING: self.accepted_at, OrderState.READY: self.ready_at}
        return since.get(self.column or self.state) or self.received_at

    @property
    def money_taken(self) -> Money:
        """What was taken here and not given back, in the money that is due.

        A vendor may send another money, or none it names, once all of the first was given back.
        """
        return self.taken_in_all - _in_money(self.returned, self.due.currency)

    @property
    def taken_in_all(self) -> Money:
        """What was taken here in the money that is due, given back or not."""
        return _in_money(self.taken, self.due.currency)

    @property
    def paid_there(self) -> Money:
        """What was paid to the vendor, as far as it is known; nothing while the amount is asked."""
        zero = Money.zero(self.due.currency)
        total_ = self.basket.total
        if self.due_doubt is not DueDoubt.NONE or total_.currency != self.due.currency:
            return zero
        return max(zero, total_ - self.due)

    @property
    def to_settle(self) -> tuple[ToSettle, ...]:
        """What nobody has ticked yet, oldest first."""
        return tuple(entry for entry in self.settling if entry.is_open)

    @property
    def brought_back(self) -> bool:
        """Whether it was ended here, the vendor knows of that end, and staff took it up again."""
        return self.ended_by is EndedBy.STAFF and not self.state.is_end

    @property
    def needs_seen(self) -> bool:
        """Whether a person has yet to see what somebody else did."""
        return self.attention is not None

    def undoable_at(self, now: datetime) -> bool:
        """Whether Undo is still possible at `now`; not when the clock was set back meanwhile."""
        return self.undo is not None and now < self.undo.until <= now + LONGEST_UNDO

    def apply(self, report: OrderReport, *, now: datetime, backwards: bool = False) -> Applied:
        """Return the order after a vendor's report, with the events that follow.

        A report moves an order forward or to an end, never back; `backwards` is set only for the
        re-read after a refused push, which is taken even backwards. Money taken here is never
        forgotten, and what is kept of an ended order stays as it was.
        """
        # The rules fill a file of their own, which needs this class.
        from app.domain.apply_report import apply_report

        return apply_report(self, report, now=now, backwards=backwards)

    def moved_to(self, state: OrderState, now: datetime) -> Order:
        """Return the order in `state`, with the time it came there; legality is not checked.

        Wherever it moves, it does not rest in Later any more.
        """
        if state.is_end:
            ended = replace(self, state=state, ended_at=now, in_later=False)
            return replace(ended, ended_by=EndedBy.STAFF, held_in=self.column)
        ended_by = None if self.state.is_end else self.ended_by  # see `brought_back`
        back = replace(self, state=state, ended_at=None, ended_by=ended_by, in_later=False)
        if state is OrderState.NEW:
            return replace(back, accepted_at=None, ready_at=None)
        accepted_at = self.accepted_at or now
        ready_at = (self.ready_at or now) if state is OrderState.READY else None
        return replace(back, accepted_at=accepted_at, ready_at=ready_at)

    def without_payment_claim(self, *, money_back: bool = True) -> Order:
        """Return the order as it stands when it ends unsold: nothing due, or money to return.

        Without `money_back` what was taken is kept, as for a customer who has paid and left.
        """
        if self.money_taken > Money.zero(self.due.currency):
            return replace(self, payment=PaymentState.RETURN_DUE) if money_back else self
        if self.payment in (PaymentState.DUE, PaymentState.FAILED, PaymentState.UNCONFIRMED):
            return replace(self, payment=PaymentState.NOT_DUE)
        return self


def _in_money(parts: Iterable[PaymentPart], currency: str) -> Money:
    return total((part.amount for part in parts if part.amount.currency == currency), currency)


def unsold(order: Order, move: Move) -> Order:
    """Return the order's money as `move`, which ends it unsold, leaves it."""
    return order.without_payment_claim(money_back=move is not Move.LEFT)


def payment_before(order: Order, undo: UndoPoint) -> PaymentState:
    """Return the payment as it stands once the move of `undo` is taken back.

    Only what the move itself has changed comes back; money taken or settled since does not.
    """
    if undo.move not in (Move.REJECT, Move.LEFT, Move.CANCEL_ORDER):
        return order.payment
    then = replace(order, payment=undo.from_payment)
    return undo.from_payment if unsold(then, undo.move).payment is order.payment else order.payment


def undo_point(order: Order, move: Move, now: datetime, seconds: float) -> UndoPoint | None:
    """Return how `move` can be taken back within `seconds`; None when there is no time for it."""
    if not seconds:
        return None
    return UndoPoint(move, order.state, order.payment, now + timedelta(seconds=seconds))
