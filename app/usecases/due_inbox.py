"""Choose which waiting ids, and which open orders, are read from their vendor next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.backoff import INBOX_BACKOFF
from app.domain.states import OrderState
from app.ports.orders import InboxEntry
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class Reading:
    """One order to be read from its vendor."""

    vendor: str
    vendor_order_id: str


@dataclass(frozen=True, slots=True)
class DueReadings:
    """What is to be read now, and when the next of the other waiting ids falls due."""

    readings: list[Reading]
    next_at: datetime | None


def due_inbox(
    desk: Desk, busy: frozenset[Reading], room: Mapping[str, int] | None = None
) -> DueReadings:
    """Return the ids that wait to be read and are due, those first that were never tried.

    `room` is how many more each vendor takes (None: all). Ids that nobody knows, and of those
    anybody can send many, so keep no new order waiting.
    """
    now = desk.clock.now()
    with desk.store.begin() as work:
        waiting = _waiting(work, desk, busy)
    due = [entry for entry in waiting if INBOX_BACKOFF.is_due(entry.due_at, now)]
    later = [entry.due_at for entry in waiting if not INBOX_BACKOFF.is_due(entry.due_at, now)]
    due.sort(key=lambda entry: entry.tries + entry.misses > 0)
    chosen = due if room is None else _fitting(due, room)
    return DueReadings([_reading(entry) for entry in chosen], min(later, default=None))


def _waiting(work: UnitOfWork, desk: Desk, busy: frozenset[Reading]) -> list[InboxEntry]:
    return [
        entry
        for entry in work.inbox.waiting()
        if entry.vendor in desk.vendors and _reading(entry) not in busy
    ]


def _fitting(entries: Iterable[InboxEntry], room: Mapping[str, int]) -> list[InboxEntry]:
    left = dict(room)
    fitting = []
    for entry in entries:
        if left.get(entry.vendor, 0) > 0:
            left[entry.vendor] -= 1
            fitting.append(entry)
    return fitting


def _reading(entry: InboxEntry) -> Reading:
    return Reading(entry.vendor, entry.vendor_order_id)


def open_orders(vendor: str, desk: Desk) -> list[Reading]:
    """Return the vendor's orders that are not ended, for reading them again.

    One that its payment has accepted is not to be had by its number any more.
    """
    by_payment = desk.facts_of(vendor).capabilities.payment_accepts
    with desk.store.begin() as work:
        return [
            Reading(vendor, order.vendor_order_id)
            for order in work.orders.on_board()
            if order.vendor == vendor and not order.state.is_end
            if order.state is OrderState.NEW or not by_payment
        ]
