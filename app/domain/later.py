"""When an order that is wanted later comes forward to be prepared."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from app.domain.order import Order
from app.domain.states import OrderState

_FIRST_MOMENT: Final = datetime.min.replace(tzinfo=UTC)


def comes_forward_at(order: Order, lead_minutes: float) -> datetime | None:
    """Return when it is time to prepare the order; None where it is wanted as soon as possible."""
    if order.wanted_at is None:
        return None
    lead = timedelta(minutes=lead_minutes)
    return max(order.wanted_at, _FIRST_MOMENT + lead) - lead


def has_time(order: Order, lead_minutes: float, now: datetime) -> bool:
    """Whether an order in Preparing that was accepted here need not be begun yet."""
    if order.state is not OrderState.PREPARING or not order.accepted_here:
        return False
    forward = comes_forward_at(order, lead_minutes)
    return forward is not None and forward > now


def is_due_forward(order: Order, lead_minutes: float, now: datetime) -> bool:
    """Whether an order rests in Later although its time has come.

    The vendor may have said meanwhile that it is wanted earlier, or as soon as possible.
    """
    return order.rests_in_later and not has_time(order, lead_minutes, now)
