"""Since when an order waits, after how long that is late, and when it is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from app.domain.order import Order
from app.domain.snapshot import OrderSnapshot
from app.domain.states import COLUMNS, OrderState
from app.ui.wording.figures import day_clock
from app.usecases.desk import Shop

LIMITS: Final[Mapping[OrderState, float]] = {
    OrderState.NEW: 3,
    OrderState.PREPARING: 12,
    OrderState.READY: 15,
}
"""Minutes after which the wait in a column is late."""
COMES_FORWARD: Final = timedelta(minutes=25)
"""So long before its time a scheduled order leaves Later."""


def rests_in_later(order: Order, now: datetime) -> bool:
    """Tell whether a new order is wanted so much later that it rests in Later."""
    wanted = order.wanted_at
    return order.state is OrderState.NEW and wanted is not None and wanted - now > COMES_FORWARD


def waits_since(snapshot: OrderSnapshot) -> datetime:
    """Return when the wait begins that the age counts, which may lie ahead.

    What was accepted in good time waits for nobody before its time has come, and what has left the
    shop waits no more: its age is how long it is on its way.
    """
    order = snapshot.order
    if snapshot.on_the_way_at is not None:
        return snapshot.on_the_way_at
    since, wanted = order.in_column_since, order.wanted_at
    in_work = order.state in (OrderState.PREPARING, OrderState.READY)
    return max(since, wanted) if in_work and wanted is not None else since


def late_after(snapshot: OrderSnapshot, limits: Mapping[OrderState, float]) -> float | None:
    """Return the minutes after which the wait is late; None for one that is never late."""
    order = snapshot.order
    if snapshot.on_the_way_at is not None:
        return None
    return limits.get(order.column or order.state)


def due_text(order: Order, shop: Shop, now: datetime) -> str:
    """Return when an order on the board is wanted, "" for as soon as possible."""
    if order.wanted_at is None or order.state not in COLUMNS:
        return ""
    return day_clock(order.wanted_at, shop, now)
