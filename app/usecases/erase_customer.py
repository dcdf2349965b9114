"""Erase whose orders these were: one customer's at once, everybody's after the shop's days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from app.domain.events import Event, EventKind
from app.domain.news import News, OrdersChanged
from app.domain.staff import GuardedAct
from app.domain.states import OrderState
from app.usecases.desk import Desk
from app.usecases.need_pin import need_pin
from app.usecases.situation import snapshot_of

ERASED_AT_ONCE: Final = 50
"""Of so many orders in one piece of work: a new order is not kept waiting."""
QUIET: Final = timedelta(minutes=10)
"""So long nothing may have come in before old data is erased, unless a day was missed."""

_DONE = "personal data erased on"


@dataclass(frozen=True, slots=True)
class EraseCustomer:
    """A customer wants to be forgotten: name, address, card and words of this order."""

    order_id: str


def erase_customer(command: EraseCustomer, desk: Desk) -> list[News]:
    """Erase it for good and say so in the order's story; figures stay.

    Raises IllegalMove while the order stands on the board, and where Settings need a PIN without
    it: what is gone cannot be brought back.
    """
    with desk.store.begin() as work:
        need_pin(GuardedAct.SETTINGS, work, desk)
    desk.store.erase_order(command.order_id)
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        work.record([Event(order.id, desk.clock.now(), EventKind.CUSTOMER_ERASED)])
        shown = OrdersChanged((snapshot_of(order, work, desk),))
        work.commit()
        return [shown]


def erase_old(desk: Desk) -> bool:
    """Erase what is older than the shop keeps it, once a day; return whether there is more.

    It waits for a quiet time, but not past the end of the day.
    """
    now = desk.clock.now()
    today = desk.shop.business_day(now)
    with desk.store.begin() as work:
        done = work.memory.get(_DONE) or ""
        waits = any(order.state is OrderState.NEW for order in work.orders.on_board())
        newest = max(work.orders.newest().values(), default=None)
    was_missed = bool(done) and done < desk.shop.business_day(now - timedelta(days=1))
    is_busy = waits or (newest is not None and now - newest < QUIET)
    if done == today or (is_busy and not was_missed):
        return False
    days = desk.shop.personal_days
    before = now - timedelta(days=days)
    if days and desk.store.erase_personal_data(before, ERASED_AT_ONCE) == ERASED_AT_ONCE:
        return True
    desk.store.forget_sent()
    with desk.store.begin() as work:
        work.memory.put(_DONE, today)
        work.commit()
    return False
