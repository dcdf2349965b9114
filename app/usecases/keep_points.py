"""Let what the loyalty programme hears of a sale follow the sale.

Whatever has changed an order, by whatever way: its ticket goes once the sale is paid, is dropped
while the order earns nothing, and is followed by a rectification for what was given back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.events import Event, EventKind
from app.domain.order import Order
from app.domain.points import (
    LOYALTY_KINDS,
    Earning,
    earning_of,
    is_nothing_left,
    is_unsent,
    the_ticket,
)
from app.domain.push import Push, PushKind, PushState, has_left, set_out_at
from app.domain.states import OrderState, PaymentState
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.telling import new_push

_REVERSED = (OrderState.REJECTED, OrderState.CANCELLED)


def keep_points(work: UnitOfWork, desk: Desk, order_id: str) -> None:
    """Bring an order's loyalty pushes in line with the order; without a card nothing is told."""
    facts = desk.loyalty
    if facts is None or facts.loyalty is None:
        return
    order, pushes = work.orders.get(order_id), loyalty_pushes(work, order_id)
    if not work.cards.get(order_id):
        # An undone move takes up what it had dropped, also where the card was removed since.
        for push in filter(is_unsent, pushes):
            drop_push(work, push, desk.clock.now())
        return
    ticket = the_ticket(pushes)
    if ticket is None:
        return
    if _can_still_go(ticket):
        _follow_sale(work, order, ticket, desk.clock.now())
    elif facts.loyalty.follow_status:
        _follow_status(work, desk, order, pushes)
    _take_back(work, desk, order, pushes, whole=not facts.loyalty.follow_status)


def loyalty_pushes(work: UnitOfWork, order_id: str) -> list[Push]:
    """Return what the loyalty programme is told of an order, by sequence."""
    return [push for push in work.outbox.of_order(order_id) if push.kind in LOYALTY_KINDS]


def standing_of(work: UnitOfWork, order: Order) -> str:
    """Return what a ticket tells of the order: where it stands, or that it is on the way."""
    gone = set_out_at(order, work.outbox.of_order(order.id)) is not None
    return PushKind.ON_THE_WAY.value if gone else order.state.value


def new_loyalty_push(
    work: UnitOfWork,
    desk: Desk,
    order: Order,
    kind: PushKind,
    reference: str,
    wait_seconds: float = 0,
) -> Push:
    """Return something more to tell the programme of an order, and how the order stands."""
    facts = desk.loyalty
    assert facts is not None  # whoever asks for it has just looked
    due_at = desk.clock.now() + timedelta(seconds=wait_seconds)
    push = new_push(work, desk, order, facts.name, kind, due_at)
    return replace(push, message=standing_of(work, order), reference=reference)


def drop_push(work: UnitOfWork, push: Push, now: datetime) -> None:
    """Settle a push of which nothing more is sent."""
    work.outbox.save(replace(push, state=PushState.DROPPED, held=False, settled_at=now))
    data = {"kind": push.kind.value, "system": push.system}
    work.record([Event(push.order_id, now, EventKind.DROPPED, data)])


def _can_still_go(ticket: Push) -> bool:
    never_left = ticket.state is PushState.DROPPED and not has_left(ticket)
    return is_unsent(ticket) or never_left


def _follow_sale(work: UnitOfWork, order: Order, ticket: Push, now: datetime) -> None:
    """Hold the ticket back, let it go or drop it, as the sale stands; it tells the present state.

    One that is held after a miss waits for a person, whatever becomes of the sale.
    """
    earning = earning_of(order)
    if earning is Earning.NEVER:
        if ticket.state is PushState.WAITING:
            drop_push(work, ticket, now)
        return
    after = replace(ticket, state=PushState.WAITING, settled_at=None)
    standing = standing_of(work, order)
    if after.message != standing:
        after = replace(after, message=standing, body="")
    if earning is Earning.LATER:
        after = replace(after, held=True, misses=0)
    elif after.held and not after.misses:
        # What was composed while the sale was not paid would tell of another sale.
        after = replace(after, held=False, body="", due_at=max(after.due_at, now))
    if after != ticket:
        work.outbox.save(after)


def _follow_status(work: UnitOfWork, desk: Desk, order: Order, pushes: Sequence[Push]) -> None:
    """Tell of a later state of the order, with the ticket's own id."""
    tickets = [
        push
        for push in pushes
        if push.kind is PushKind.TICKET and push.state is not PushState.DROPPED
    ]
    if not tickets or tickets[0].state is PushState.REFUSED:
        return
    waiting = tickets.pop() if len(tickets) > 1 and is_unsent(tickets[-1]) else None
    told, standing = tickets[-1].message, standing_of(work, order)
    gives_back = order.state in _REVERSED and order.payment is not PaymentState.NOT_DUE
    if told == standing or gives_back:  # a rectification tells of money
        if waiting is not None:
            drop_push(work, waiting, desk.clock.now())
    elif waiting is None:
        reference, wait = tickets[0].reference, desk.shop.undo_seconds
        work.outbox.add(new_loyalty_push(work, desk, order, PushKind.TICKET, reference, wait))
    elif waiting.message != standing:
        work.outbox.save(replace(waiting, message=standing, body=""))


def _take_back(
    work: UnitOfWork, desk: Desk, order: Order, pushes: Sequence[Push], *, whole: bool
) -> None:
    """Have one rectification for each time money was given back.

    With `whole` there is one as well for a sale that was reversed and never paid here: its money
    goes back where it came from.
    """
    ticket = the_ticket(pushes)
    assert ticket is not None  # `keep_points` has just looked
    there = [
        push
        for push in pushes
        if push.kind is PushKind.RECTIFICATION
        and (push.state is not PushState.DROPPED or has_left(push))
    ]
    wanted = len(order.returned) if has_left(ticket) else 0
    is_reversed = order.state in _REVERSED and order.payment is not PaymentState.RETURN_DUE
    if whole and has_left(ticket) and is_reversed and is_nothing_left(order):
        wanted = max(wanted, 1)
    for _ in range(wanted - len(there)):
        wait = 0 if order.returned else desk.shop.undo_seconds
        reference = desk.ids.new()
        work.outbox.add(
            new_loyalty_push(work, desk, order, PushKind.RECTIFICATION, reference, wait)
        )
    for push in reversed(there[wanted:]):
        if is_unsent(push):
            drop_push(work, push, desk.clock.now())
