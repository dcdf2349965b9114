"""How an order's loyalty points stand: which card they go to, and whether they are booked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.money import Money
from app.domain.order import Order
from app.domain.push import Push, PushKind, PushState, has_left
from app.domain.states import OrderState, PaymentState, SyncState

LOYALTY_KINDS: Final = frozenset({PushKind.TICKET, PushKind.RECTIFICATION})
_SHOWN_OF_CARD: Final = 3


class PointsState(StrEnum):
    """How far a sale's ticket has come; the screen words it."""

    NO_CARD = "no card"
    FOR_PAYMENT = "waits for the payment"
    NOT_YET = "not booked yet"
    BOOKED = "booked"
    TAKEN_BACK = "taken back"  # money was returned, and the system knows
    NOT_BOOKED = "not booked"  # the card was refused
    PERHAPS = "perhaps booked"  # refused, after a request whose outcome is not known
    NOT_CONFIRMED = "not confirmed"
    NOT_SENT = "not sent"  # the system does not take what this till sends, or was away for a day
    NOT_TAKEN_BACK = "not taken back"  # money was returned, and the system may not know
    NOTHING = "nothing"  # rejected, cancelled and unpaid orders earn nothing

    @property
    def needs_person(self) -> bool:
        """Whether nothing more happens by itself and somebody should know."""
        return self in _NEED_PERSON


_NEED_PERSON: Final = frozenset(
    {PointsState.NOT_BOOKED, PointsState.PERHAPS, PointsState.NOT_CONFIRMED}
    | {PointsState.NOT_SENT, PointsState.NOT_TAKEN_BACK}
)
_WAIT: Final = frozenset({PaymentState.DUE, PaymentState.FAILED, PaymentState.UNCONFIRMED})


@dataclass(frozen=True, slots=True)
class Points:
    """What the screen knows of an order's loyalty card.

    `title` is the programme's; `card` is the end of the id, the only part that is shown; `seen`
    says that staff have left a trouble as it is. With `can_tie` a card can be put to the order, or
    another in its place.
    """

    state: PointsState
    system: str
    title: str = ""
    card: str = ""
    can_tie: bool = False
    can_remove: bool = False
    can_try_again: bool = False
    seen: bool = False

    @property
    def on_card(self) -> bool:
        """Whether the order's card on the board says so."""
        return self.state.needs_person and not self.seen


class Earning(StrEnum):
    """Whether an order earns points as it stands."""

    YES = "yes"
    LATER = "later"  # once the money is there
    NEVER = "never"


def earning_of(order: Order) -> Earning:
    """Return whether the order earns points: not while it is unpaid, never when it is no sale."""
    if order.state in (OrderState.REJECTED, OrderState.CANCELLED):
        return Earning.NEVER
    if order.payment is PaymentState.RETURNED and is_nothing_left(order):
        return Earning.NEVER
    if order.state is OrderState.LEFT:
        # Whoever has left without the goods has bought only what is paid and kept.
        kept = order.payment is PaymentState.RECEIVED and bool(order.taken)
        return Earning.YES if kept else Earning.NEVER
    if order.state is OrderState.COLLECTED and order.payment.blocks_hand_over:
        return Earning.NEVER  # handed over unpaid
    waits = order.payment in _WAIT or order.payment is PaymentState.RETURN_DUE
    return Earning.LATER if waits else Earning.YES


def ended_of(card: str) -> str:
    """Return the end of a card's id, by which people can tell cards apart."""
    return card[-_SHOWN_OF_CARD:] if len(card) > 2 * _SHOWN_OF_CARD else ""


def the_ticket(pushes: Iterable[Push]) -> Push | None:
    """Return the push by which the sale was or will be told: the first ticket."""
    return next((push for push in pushes if push.kind is PushKind.TICKET), None)


def tells_later_state(push: Push, pushes: Iterable[Push]) -> bool:
    """Whether the push only tells what became of a sale whose ticket was told before."""
    first = the_ticket(pushes)
    return push.kind is PushKind.TICKET and first is not None and first.id != push.id


def is_unsent(push: Push) -> bool:
    """Whether the push waits and nothing of it is with the system."""
    return push.state is PushState.WAITING and not push.tries


def trouble_of(pushes: Iterable[Push]) -> Push | None:
    """Return the first push that nothing more happens with until a person says so.

    One that waits for the payment only is none, nor what a later state of the sale was told with.
    """
    known = [push for push in pushes if push.kind in LOYALTY_KINDS]
    ticket = the_ticket(known)
    matter = (push for push in known if push == ticket or push.kind is PushKind.RECTIFICATION)
    return next((push for push in matter if _is_stuck(push)), None)


def _is_stuck(push: Push) -> bool:
    waits_for_person = push.held and bool(push.tries or push.misses)
    left = push.state is PushState.DROPPED and has_left(push)
    return push.state is PushState.REFUSED or (push.state.is_open and waits_for_person) or left


def points_state(pushes: Iterable[Push]) -> PointsState:
    """Return how the points stand, from the sale's loyalty pushes in their sequence."""
    known = [push for push in pushes if push.kind in LOYALTY_KINDS]
    ticket = the_ticket(known)
    if ticket is None:
        return PointsState.NO_CARD
    back = [push for push in known if push.kind is PushKind.RECTIFICATION]
    if any(_is_stuck(push) for push in back):
        return PointsState.NOT_TAKEN_BACK
    if any(push.state is PushState.DONE for push in back):
        return PointsState.TAKEN_BACK
    return _ticket_state(ticket)


def _ticket_state(ticket: Push) -> PointsState:
    if ticket.state is PushState.REFUSED:
        return PointsState.PERHAPS if has_left(ticket) else PointsState.NOT_BOOKED
    if ticket.state is PushState.DROPPED:
        return PointsState.NOT_CONFIRMED if has_left(ticket) else PointsState.NOTHING
    if ticket.state is PushState.DONE:
        return PointsState.BOOKED
    if not ticket.held:
        return PointsState.NOT_YET
    if has_left(ticket):
        return PointsState.NOT_CONFIRMED
    return PointsState.NOT_SENT if ticket.misses else PointsState.FOR_PAYMENT


def can_change(ticket: Push | None) -> bool:
    """Whether another card may still take this one's place, or none."""
    if ticket is None:
        return True
    if ticket.state in (PushState.WAITING, PushState.DROPPED, PushState.REFUSED):
        return not has_left(ticket)
    return False


def points_of(
    order: Order, card: str, pushes: Sequence[Push], programme: tuple[str, str], *, same_day: bool
) -> Points:
    """Return what is shown of the order's points; `same_day`: the order is of today's or open.

    `programme` is the loyalty programme's name and title.
    """
    ticket, trouble = the_ticket(pushes), trouble_of(pushes)
    free = can_change(ticket)
    earns = earning_of(order) is not Earning.NEVER
    left_so = trouble is not None and (trouble.acknowledged or trouble.state is PushState.DROPPED)
    return Points(
        points_state(pushes) if card else PointsState.NO_CARD,
        *programme,
        ended_of(card),
        can_tie=free and earns and same_day,
        can_remove=bool(card) and free,
        can_try_again=bool(card) and trouble is not None,
        seen=left_so,
    )


def sync_of(points: Points) -> dict[str, SyncState]:
    """Return whether the programme knows of the sale all that it is to know, by its name."""
    if points.state is PointsState.NO_CARD:
        return {}
    known = SyncState.IN_STEP if points.seen else _SYNCS.get(points.state, SyncState.IN_STEP)
    return {points.system: known}


_SYNCS: Final = {
    PointsState.NOT_YET: SyncState.SENDING,
    PointsState.NOT_SENT: SyncState.RETRYING,
    PointsState.NOT_BOOKED: SyncState.REFUSED,
    PointsState.PERHAPS: SyncState.UNCONFIRMED,
    PointsState.NOT_CONFIRMED: SyncState.UNCONFIRMED,
    PointsState.NOT_TAKEN_BACK: SyncState.UNCONFIRMED,
}


def is_nothing_left(order: Order) -> bool:
    """Whether all money that was taken here has been given back, or none ever was."""
    return order.money_taken <= Money.zero(order.due.currency)
