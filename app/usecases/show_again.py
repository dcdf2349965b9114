"""Show an order again when what is offered for it has changed by time alone."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.domain.moves import CONFIRM_WAIT_SECONDS
from app.domain.news import News, OrdersChanged
from app.domain.push import PushKind
from app.usecases.desk import Desk
from app.usecases.situation import situation_of, snapshot_of


def next_change(order_id: str, desk: Desk) -> datetime | None:
    """Return when the order will next look different although nothing happens to it.

    Undo ends at its time; Print is offered for an accept that nobody has confirmed for a while.
    """
    with desk.store.begin() as work:
        order = work.orders.get(order_id)
        situation = situation_of(order, work, desk)
    moments = []
    if order.undo is not None:
        moments.append(order.undo.until)
    awaited = situation.awaited
    if awaited is not None and awaited.kind is PushKind.ACCEPT:
        moments.append(awaited.created_at + timedelta(seconds=CONFIRM_WAIT_SECONDS))
    return min((moment for moment in moments if moment > situation.now), default=None)


def show_again(order_id: str, desk: Desk) -> list[News]:
    """Return the order's snapshot as it stands now."""
    with desk.store.begin() as work:
        return [OrdersChanged((snapshot_of(work.orders.get(order_id), work, desk),))]
