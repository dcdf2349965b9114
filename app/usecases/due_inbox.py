"""Choose which waiting ids, and which open orders, are read from their vendor next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class Reading:
    """One order to be read from its vendor."""

    vendor: str
    vendor_order_id: str


def due_inbox(desk: Desk, busy: frozenset[Reading]) -> list[Reading]:
    """Return the ids that wait to be read and are due."""
    now = desk.clock.now()
    with desk.store.begin() as work:
        return [
            reading
            for entry in work.inbox.waiting()
            if entry.due_at <= now and entry.vendor in desk.vendors
            for reading in [Reading(entry.vendor, entry.vendor_order_id)]
            if reading not in busy
        ]


def inbox_due_at(desk: Desk, busy: frozenset[Reading]) -> datetime | None:
    """Return when the next waiting id that is not being read falls due."""
    with desk.store.begin() as work:
        return min(
            (
                entry.due_at
                for entry in work.inbox.waiting()
                if Reading(entry.vendor, entry.vendor_order_id) not in busy
                and entry.vendor in desk.vendors
            ),
            default=None,
        )


def open_orders(vendor: str, desk: Desk) -> list[Reading]:
    """Return the vendor's orders that are not ended, for reading them again."""
    with desk.store.begin() as work:
        return [
            Reading(vendor, order.vendor_order_id)
            for order in work.orders.on_board()
            if order.vendor == vendor and not order.state.is_end
        ]
