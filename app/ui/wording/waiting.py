"""Since when an order waits, after how long that is late, and when it is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from app.domain.later import comes_forward_at
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


def waits_since(snapshot: OrderSnapshot, lead_minutes: float) -> datetime:
    """Return when the wait begins that the age counts, which may lie ahead.

    What was accepted in good time begins to wait when it comes forward. Once it is ready it waits
    for nobody before the time it is wanted at, and what has left the shop waits no more: its age
    is how long it is on its way.
    """
    order = snapshot.order
    if snapshot.on_the_way_at is not None:
        return snapshot.on_the_way_at
    since, wanted = order.in_column_since, order.wanted_at
    forward = comes_forward_at(order, lead_minutes)
    if order.state is OrderState.PREPARING and forward is not None:
        return max(since, forward)
    if order.state is OrderState.READY and wanted is not None:
        return max(since, wanted)
    return since


def late_after(
    snapshot: OrderSnapshot, shop: Shop, limits: Mapping[OrderState, float]
) -> float | None:
    """Return the minutes after which the wait is late; None for one that is never late.

    What a pause holds is not late: nobody can do anything about it; nor is what is folded away as
    old, for which it is too late anyway. What came forward has until the time the customer was
    told, however long the column's limit is.
    """
    order = snapshot.order
    if snapshot.on_the_way_at is not None or is_held(order) or is_folded(order):
        return None
    limit = limits.get(order.column or order.state)
    forward = comes_forward_at(order, shop.lead_minutes)
    if order.state is OrderState.PREPARING and forward is not None:
        return shop.lead_minutes if forward >= order.in_column_since else limit
    return limit


def is_held(order: Order) -> bool:
    """Whether a pause holds an order that is new."""
    return order.held_until is not None and order.state is OrderState.NEW


def is_folded(order: Order) -> bool:
    """Whether an order is folded away, since it was accepted elsewhere or came in long ago.

    What has ended and still takes a place asks for somebody, however quiet the order was.
    """
    return order.quiet and not order.needs_seen and not order.state.is_end


def due_text(order: Order, shop: Shop, now: datetime) -> str:
    """Return when an order on the board is wanted, "" for as soon as possible."""
    if order.wanted_at is None or order.state not in COLUMNS:
        return ""
    return day_clock(order.wanted_at, shop, now)
