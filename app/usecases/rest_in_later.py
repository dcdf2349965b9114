"""Let an accepted order rest until it is time to prepare it, and bring it forward then."""

from __future__ import annotations

from dataclasses import replace

from app.domain.events import Event, EventKind
from app.domain.later import has_time
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import STALE_AFTER, Order
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.slips import queue_slip


def print_or_rest(work: UnitOfWork, desk: Desk, order: Order) -> tuple[Notice, ...]:
    """Queue the slips of an order that was just accepted, or let it rest where it has time.

    What rests gets its slips in the commit that brings it forward: neither none nor two.
    """
    rested = rest_again(desk, order)
    if rested.in_later:
        work.orders.save(rested)
        return ()
    return queue_slip(work, desk, order)


def rest_again(desk: Desk, order: Order) -> Order:
    """Return the order as it stands in Preparing now: resting where it has time.

    Also for an order that is put back there: nothing that is early stands among what is due.
    """
    rests = has_time(order, desk.shop.lead_minutes, desk.clock.now())
    return replace(order, in_later=rests)


def come_forward(work: UnitOfWork, desk: Desk, order: Order) -> tuple[Notice, ...]:
    """Bring a resting order forward: its slips are queued, and staff hear of it.

    After half a day without this till its time is long past: then Print is offered instead.
    """
    now = desk.clock.now()
    work.orders.save(replace(order, in_later=False))
    work.record([Event(order.id, now, EventKind.CAME_FORWARD)])
    wanted = order.wanted_at
    is_old = wanted is not None and now - wanted > STALE_AFTER
    data = {"wanted_at": wanted.isoformat()} if wanted is not None else {}
    code, tone = NoticeCode.COMES_FORWARD, Tone.WARN if is_old else Tone.PLAIN
    notice = Notice(code, tone, order.id, order.number, order.vendor, data)
    return (notice,) if is_old else (notice, *queue_slip(work, desk, order))
