"""One thing to tell a vendor, and what its standing means for the order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.states import Move, OrderState, PaymentState, Standing, SyncState

if TYPE_CHECKING:  # a vendor's table of pushes is read before the first paint, a report is not
    from app.domain.order import Order
    from app.domain.report import OrderReport


class PushKind(StrEnum):
    """What is told; a vendor's mapping table says how."""

    ACCEPT = "accept"
    REJECT = "reject"
    READY = "ready"
    ON_THE_WAY = "on_the_way"
    COLLECTED = "collected"
    LEFT = "left"
    CANCEL_ORDER = "cancel_order"
    PAYMENT_RECEIVED = "payment_received"
    PAYMENT_FAILED = "payment_failed"
    REGISTER = "register"  # the whole order, to the register
    TICKET = "ticket"  # the whole sale, to the loyalty programme
    RECTIFICATION = "rectification"  # what of a sale was given back, to the loyalty programme

    @property
    def moves_on_yes(self) -> bool:
        """Whether the order moves only when the vendor has said yes."""
        return self in (PushKind.ACCEPT, PushKind.REJECT)

    @property
    def ends_order(self) -> bool:
        """Whether the order is ended here by the move it tells of."""
        return self in _ENDING

    @property
    def takes_money(self) -> bool:
        """Whether it says that money was taken here, so that its refusal must be settled."""
        return self is PushKind.PAYMENT_RECEIVED

    @property
    def is_payment(self) -> bool:
        """Whether it is about money."""
        return self in (PushKind.PAYMENT_RECEIVED, PushKind.PAYMENT_FAILED)


_ENDING = frozenset({PushKind.REJECT, PushKind.COLLECTED, PushKind.LEFT, PushKind.CANCEL_ORDER})
KIND_OF_MOVE: Mapping[Move, PushKind] = {
    Move.ACCEPT: PushKind.ACCEPT,
    Move.REJECT: PushKind.REJECT,
    Move.READY: PushKind.READY,
    Move.ON_THE_WAY: PushKind.ON_THE_WAY,
    Move.COLLECTED: PushKind.COLLECTED,
    Move.HAND_OVER_UNPAID: PushKind.COLLECTED,
    Move.LEFT: PushKind.LEFT,
    Move.CANCEL_ORDER: PushKind.CANCEL_ORDER,
    Move.PAYMENT_RECEIVED: PushKind.PAYMENT_RECEIVED,
    Move.PAYMENT_FAILED: PushKind.PAYMENT_FAILED,
}


class PushState(StrEnum):
    """How far a push has come."""

    WAITING = "WAITING"  # not on the wire; nothing of it has reached the vendor
    SENDING = "SENDING"  # on the wire
    UNCONFIRMED = "UNCONFIRMED"  # it left, and what became of it is not known
    DONE = "DONE"
    REFUSED = "REFUSED"
    DROPPED = "DROPPED"

    @property
    def is_open(self) -> bool:
        """Whether the push still waits for its end."""
        return self in (PushState.WAITING, PushState.SENDING, PushState.UNCONFIRMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Push:
    """A row of the outbox.

    `sequence` orders the pushes of one order and system; `tries` counts requests that left,
    `misses` all failed tries to get through; `re_read_first` asks the vendor where the order stands
    before anything is sent; `acknowledged` takes a refusal off the card. `reference` is the id by
    which the system knows what is told, made here and the same for every repeat; `body` what is
    sent, kept as composed before the first byte left, so that a repeat is the same to the byte.
    One that is `held` is sent only when a person says so. `message` is what the customer will read,
    where the vendor passes it on; of an order sent on what staff answered to the register's
    question, and later the register's own word for where it stands there. `by` is the id of whose
    act it tells of, "" where nobody is known.
    """

    id: str
    order_id: str
    system: str
    kind: PushKind
    sequence: int
    state: PushState
    created_at: datetime
    due_at: datetime
    message: str = ""
    tries: int = 0
    misses: int = 0
    re_read_first: bool = False
    refusal: str = ""  # the vendor's own sentence
    acknowledged: bool = False
    settled_at: datetime | None = None
    reference: str = ""
    body: str = ""
    held: bool = False
    by: str = ""


def has_left(push: Push) -> bool:
    """Whether the system may know of what the push tells."""
    if push.state is PushState.REFUSED:
        return push.tries > 1  # an earlier request may have been taken in
    return push.tries > 0


class Effect(StrEnum):
    """What a re-read shows of a push."""

    HAPPENED = "happened"
    NOT_YET = "not yet"
    OTHERWISE = "otherwise"  # the vendor went another way


_REACHED: Mapping[PushKind, tuple[frozenset[Standing], frozenset[Standing]]] = {
    # kind: (standings that show the effect, standings in which it can still be sent)
    PushKind.ACCEPT: (
        frozenset({Standing.PREPARING, Standing.READY, Standing.COLLECTED}),
        frozenset({Standing.NEW}),
    ),
    PushKind.REJECT: (frozenset({Standing.REJECTED}), frozenset({Standing.NEW})),
    PushKind.READY: (
        frozenset({Standing.READY, Standing.COLLECTED}),
        frozenset({Standing.PREPARING}),
    ),
    PushKind.ON_THE_WAY: (
        frozenset({Standing.COLLECTED}),
        frozenset({Standing.PREPARING, Standing.READY}),
    ),
    PushKind.COLLECTED: (
        frozenset({Standing.COLLECTED}),
        frozenset({Standing.PREPARING, Standing.READY}),
    ),
    PushKind.LEFT: (frozenset({Standing.LEFT}), frozenset({Standing.PREPARING, Standing.READY})),
    PushKind.CANCEL_ORDER: (
        frozenset({Standing.CANCELLED}),
        frozenset({Standing.NEW, Standing.PREPARING, Standing.READY}),
    ),
}


def effect_of(kind: PushKind, report: OrderReport) -> Effect:
    """Return what `report`, read after the push left, says about its effect.

    A word nobody knows proves nothing either way and counts as OTHERWISE, so that staff look at it.
    """
    if kind.is_payment:
        return _payment_effect(kind, report.payment)
    shows, can_still = _REACHED[kind]
    if report.standing in shows:
        return Effect.HAPPENED
    return Effect.NOT_YET if report.standing in can_still else Effect.OTHERWISE


def _payment_effect(kind: PushKind, payment: PaymentState) -> Effect:
    if kind is PushKind.PAYMENT_RECEIVED:
        if payment is PaymentState.RECEIVED:
            return Effect.HAPPENED
        not_yet = payment.blocks_hand_over  # a payment that failed may be made after all
    else:
        if payment is PaymentState.FAILED:
            return Effect.HAPPENED
        not_yet = payment is PaymentState.DUE
    return Effect.NOT_YET if not_yet else Effect.OTHERWISE


def set_out_at(order: Order, pushes: Iterable[Push]) -> datetime | None:
    """Return when the order, ready as it is now, was sent on its way; None while it is here."""
    gone = (PushState.REFUSED, PushState.DROPPED)
    told = [
        push.created_at
        for push in pushes
        if push.kind is PushKind.ON_THE_WAY and push.state not in gone
    ]
    since = order.ready_at
    if order.state is not OrderState.READY or since is None or not told or told[-1] < since:
        return None
    return told[-1]


def sync_by_system(pushes: Iterable[Push]) -> dict[str, SyncState]:
    """Return for each system told of an order how it stands, from the order's outbox rows."""
    syncs: dict[str, SyncState] = {}
    for push in pushes:
        state = _sync_of(push)
        known = syncs.get(push.system, SyncState.IN_STEP)
        syncs[push.system] = max(known, state, key=lambda sync: sync.badness)
    return syncs


def _sync_of(push: Push) -> SyncState:
    if push.state is PushState.REFUSED:
        return SyncState.IN_STEP if push.acknowledged else SyncState.REFUSED
    if push.state is PushState.UNCONFIRMED:
        return SyncState.UNCONFIRMED
    if push.state.is_open:
        return SyncState.RETRYING if push.misses else SyncState.SENDING
    return SyncState.IN_STEP
