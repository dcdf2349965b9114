"""Putting things into the outbox and taking them out again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.capabilities import Capabilities, Telling
from app.domain.events import Event, EventKind
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order
from app.domain.push import KIND_OF_MOVE, Push, PushKind, PushState
from app.domain.states import Move, PaymentState
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk


def new_push(
    work: UnitOfWork,
    desk: Desk,
    order: Order,
    system: str,
    kind: PushKind,
    due_at: datetime | None = None,
) -> Push:
    """Return something more to tell `system` of the order, with its place in the sequence.

    It is due now where no `due_at` is given, and is not in the outbox yet.
    """
    now = desk.clock.now()
    earlier = work.outbox.of_order(order.id)
    return Push(
        id=desk.ids.new(),
        order_id=order.id,
        system=system,
        kind=kind,
        sequence=max((known.sequence for known in earlier), default=0) + 1,
        state=PushState.WAITING,
        created_at=now,
        due_at=due_at or now,
        by=desk.by,
    )


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
    if ways_of(work, desk, order).telling(move) is not Telling.TOLD:
        return None
    kind = KIND_OF_MOVE[move]
    acknowledge_refusals(work, order, of_money=kind.is_payment, system=order.vendor)
    due_at = desk.clock.now() + timedelta(seconds=wait_seconds)
    push = new_push(work, desk, order, order.vendor, kind, due_at)
    push = replace(push, message=message, re_read_first=kind.moves_on_yes)
    work.outbox.add(push)
    return push


def ways_of(work: UnitOfWork, desk: Desk, order: Order) -> Capabilities:
    """Return what moves of `order` mean to its vendor.

    One that is told by an id of its own is told nothing of an order for which it has given none.
    """
    ways = desk.facts_of(order.vendor).capabilities
    if not ways.told_by_their_id or work.references.get(order.id, order.vendor):
        return ways
    return replace(ways, moves={Move.LEFT: Telling.OURS_ALONE})


def told_word(desk: Desk, order: Order, push: Push | None) -> str:
    """Return for a notice whether the vendor is told: "yes", "no", or "nobody" where there is
    nobody who could be."""
    if push is not None:
        return "yes"
    return "nobody" if desk.facts_of(order.vendor).capabilities.keyed_in_here else "no"


def moved_notice(
    desk: Desk, order: Order, move: Move, told: Push | None, tone: Tone, undo: float = 0
) -> Notice:
    """Return that staff made a move, whether the vendor is told of it, and how many seconds it can
    be undone."""
    data = {"move": move.name, "told": told_word(desk, order, told), "undo": str(undo)}
    return Notice(NoticeCode.MOVED, tone, order.id, order.number, order.vendor, data)


def acknowledge_refusals(
    work: UnitOfWork, order: Order, *, of_money: bool, system: str = ""
) -> None:
    """Take refusals off the card, of one `system` or all: staff have seen them, or did something
    else instead.

    A refusal about money stays a question until it is settled, or told anew.
    """
    for push in work.outbox.of_order(order.id):
        answered = (of_money or not push.kind.takes_money) and system in ("", push.system)
        if push.state is PushState.REFUSED and answered and not push.acknowledged:
            work.outbox.save(replace(push, acknowledged=True))


def drop_waiting(
    work: UnitOfWork, order: Order, now: datetime, which: Callable[[Push], bool]
) -> None:
    """Drop the pushes of `order` that `which` names and of which nothing is on its way."""
    drop_open(work, order, now, lambda push: push.state is PushState.WAITING and which(push))


def drop_open(work: UnitOfWork, order: Order, now: datetime, which: Callable[[Push], bool]) -> None:
    """Drop the pushes of `order` that `which` names, in doubt or waiting; none on the wire."""
    for push in work.outbox.of_order(order.id):
        if push.state.is_open and push.state is not PushState.SENDING and which(push):
            work.outbox.save(replace(push, state=PushState.DROPPED, settled_at=now))
            data = {"kind": push.kind.value, "system": push.system}
            work.record([Event(order.id, now, EventKind.DROPPED, data)])


def take_up_dropped(
    work: UnitOfWork, order: Order, at: datetime, which: Callable[[Push], bool] = lambda _push: True
) -> None:
    """Let the pushes wait again that were dropped at that moment, by a move that is undone."""
    for push in work.outbox.of_order(order.id):
        if push.state is PushState.DROPPED and push.settled_at == at and which(push):
            work.outbox.save(replace(push, state=PushState.WAITING, settled_at=None))


def with_money_as_told(work: UnitOfWork, order: Order) -> Order:
    """Return an order whose money counts again, paid or in doubt as the vendor's answer left it."""
    told = [push for push in work.outbox.of_order(order.id) if push.kind.takes_money]
    if not told or order.payment not in (PaymentState.RECEIVED, PaymentState.UNCONFIRMED):
        return order
    newest = told[-1]
    if newest.state is PushState.REFUSED and newest.acknowledged:
        work.outbox.save(replace(newest, acknowledged=False))
    in_doubt = newest.state in (PushState.UNCONFIRMED, PushState.REFUSED)
    payment = PaymentState.UNCONFIRMED if in_doubt else PaymentState.RECEIVED
    return replace(order, payment=payment)
