"""Keeping what is to be settled outside this till, and taking it off the list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.capabilities import Telling
from app.domain.errors import IllegalMove
from app.domain.events import Event, EventKind
from app.domain.money import Money
from app.domain.news import News
from app.domain.order import Order
from app.domain.push import PushState
from app.domain.settlement import SettleKind, ToSettle, ticked
from app.domain.states import Move
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.situation import conclude
from app.usecases.telling import ways_of

_NOT_TOLD = (PushState.DROPPED, PushState.REFUSED)


@dataclass(frozen=True, slots=True)
class TickSettled:
    """Staff tick what they have settled, or take the tick back with `done` False.

    `kind` and `since` name the entry.
    """

    order_id: str
    kind: SettleKind
    since: datetime
    done: bool


def tick_settled(command: TickSettled, desk: Desk) -> list[News]:
    """Tick an entry, or take its tick back; nothing happens when it stands so already.

    Raises IllegalMove when there is none: the move that led to it was undone.
    """
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        wanted = (command.kind, command.since)
        found = [entry for entry in order.settling if (entry.kind, entry.since) == wanted]
        if not found:
            raise IllegalMove("there is nothing of that kind to settle")
        if found[0].is_open is not command.done:
            return []
        now = desk.clock.now()
        settling = ticked(order.settling, command.kind, now, since=command.since)
        if not command.done:
            again = replace(found[0], ticked_at=None)
            settling = tuple(again if entry == found[0] else entry for entry in order.settling)
        work.orders.save(replace(order, settling=settling))
        data = {"kind": command.kind.value, "done": "yes" if command.done else "no", "by": "staff"}
        work.record([Event(order.id, now, EventKind.TICKED, data)])
        return conclude(work, desk)


def keep_end(work: UnitOfWork, desk: Desk, order: Order, move: Move, now: datetime) -> Order:
    """Return an order that `move` has just ended, with what the vendor is still to hear of it.

    There is nothing where the vendor is told, where there is nobody who could be, nor of an order
    that waited for its payment: without it the vendor has made none.
    """
    capabilities = ways_of(work, desk, order)
    never_made = capabilities.payment_accepts and order.accepted_at is None
    if never_made or capabilities.telling(move) is not Telling.OURS_ALONE:
        return order
    kept = [ToSettle(kind=SettleKind.NOT_TOLD, since=now, move=move)]
    if order.paid_there.minor > 0:
        there = order.paid_there
        kept.append(ToSettle(kind=SettleKind.REFUND_THERE, since=now, move=move, amount=there))
    return _kept(work, order, kept, now)


def keep_returned(work: UnitOfWork, order: Order, amount: Money, now: datetime) -> Order:
    """Return an order of which `amount` was just given back, where the vendor counts it as paid."""
    told = any(
        push.kind.takes_money and push.system == order.vendor and push.state not in _NOT_TOLD
        for push in work.outbox.of_order(order.id)
    )
    if not told:
        return order
    move = Move.MONEY_RETURNED
    entry = ToSettle(kind=SettleKind.RETURNED_HERE, since=now, move=move, amount=amount)
    return _kept(work, order, [entry], now)


def without_end(order: Order) -> Order:
    """Return an order whose end is taken back, without what the vendor was to hear of that end.

    What was ticked stays: the vendor has heard of it.
    """
    kept = tuple(
        entry
        for entry in order.settling
        if entry.since != order.ended_at
        or entry.kind is SettleKind.RETURNED_HERE
        or not entry.is_open
    )
    return replace(order, settling=kept)


def _kept(work: UnitOfWork, order: Order, entries: list[ToSettle], now: datetime) -> Order:
    work.record(Event(order.id, now, EventKind.TO_SETTLE, _data(entry)) for entry in entries)
    return replace(order, settling=(*order.settling, *entries))


def _data(entry: ToSettle) -> dict[str, str]:
    data = {"kind": entry.kind.value}
    if entry.amount is not None:
        data |= {"amount": str(entry.amount.minor), "currency": entry.amount.currency}
    return data
