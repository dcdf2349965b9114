"""Putting things into the outbox and taking them out again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from app.domain.capabilities import Telling
from app.domain.events import Event, EventKind
from app.domain.order import Order
from app.domain.push import KIND_OF_MOVE, Push, PushState
from app.domain.states import Move
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk


def tell(
    work: UnitOfWork,
    desk: Desk,
    order: Order,
    move: Move,
    *,
    message: str = "",
    wait_seconds: float = 0,
) -> Push | None:
    """Keep what the vendor is to be told of `move`, if it is told at all; None when not.

    Nothing goes out for `wait_seconds`, the time in which the move can be undone. What the vendor
    must decide on is read again before it is sent, since the customer may have cancelled meanwhile.
    """
    if desk.facts_of(order.vendor).capabilities.telling(move) is not Telling.TOLD:
        return None
    kind = KIND_OF_MOVE[move]
    earlier = work.outbox.of_order(order.id)
    acknowledge_refusals(work, order)
    now = desk.clock.now()
    push = Push(
        id=desk.ids.new(),
        order_id=order.id,
        system=order.vendor,
        kind=kind,
        sequence=max((known.sequence for known in earlier), default=0) + 1,
        state=PushState.WAITING,
        created_at=now,
        due_at=now + timedelta(seconds=wait_seconds),
        message=message,
        re_read_first=kind.moves_on_yes,
    )
    work.outbox.add(push)
    return push


def acknowledge_refusals(work: UnitOfWork, order: Order) -> None:
    """Take refusals off the card: staff have seen them, or did something else instead."""
    for push in work.outbox.of_order(order.id):
        if push.state is PushState.REFUSED and not push.acknowledged:
            work.outbox.save(replace(push, acknowledged=True))


def drop_waiting(
    work: UnitOfWork, desk: Desk, order: Order, which: Callable[[Push], bool]
) -> list[Push]:
    """Drop the pushes of `order` that wait and that `which` names; return them."""
    now = desk.clock.now()
    dropped = []
    for push in work.outbox.of_order(order.id):
        if push.state is PushState.WAITING and which(push):
            work.outbox.save(replace(push, state=PushState.DROPPED, settled_at=now))
            data = {"kind": push.kind.value, "system": push.system}
            work.record([Event(order.id, now, EventKind.DROPPED, data)])
            dropped.append(push)
    return dropped
