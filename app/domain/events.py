"""What happened to an order, kept for good; the screen words it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum


class EventKind(StrEnum):
    """The closed list of what can happen."""

    RECEIVED = "received"
    RECEIVED_ENDED = "received_ended"
    NOT_ACCEPTED_BY_ITSELF = "not_accepted_by_itself"  # data: why; the limit it broke, as below
    KEYED_IN = "keyed_in"  # a walk-in order, placed at this till
    MOVED = "moved"  # data: move, state; by: itself or pause, reason, text
    HELD = "held"  # its vendor was paused; data: until
    HOLD_ENDED = "hold_ended"
    UNDONE = "undone"  # data: move
    CAME_FORWARD = "came_forward"  # out of Later, by its time
    TOLD = "told"  # the vendor confirmed; data: kind, system
    REFUSED = "refused"  # data: kind, system, reason
    NOT_CONFIRMED = "not_confirmed"  # data: kind, system
    SETTLED_BY_STAFF = "settled_by_staff"  # data: kind, system, happened
    DROPPED = "dropped"  # data: kind, system
    READY_THERE = "ready_there"  # a register lists it as ready; data: system, word
    VENDOR_MOVED = "vendor_moved"  # data: standing, word
    VENDOR_CHANGED = "vendor_changed"
    VENDOR_WENT_ANOTHER_WAY = "vendor_went_another_way"  # data: standing, word
    PAYMENT = "payment"  # data: payment, method, amount, currency, reason
    TO_SETTLE = "to_settle"  # data: kind, amount, currency
    TICKED = "ticked"  # data: kind, done, by
    SEEN = "seen"
    SLIP_QUEUED = "slip_queued"  # data: printer, copy; kind for a station slip, as below
    SLIP_MOVED = "slip_moved"  # data: printer, copy, from_printer, by: staff or fallback
    SLIP_PRINTED = "slip_printed"  # data: printer, copy
    SLIP_SENT = "slip_sent"
    SLIP_UNSURE = "slip_unsure"
    SLIP_SETTLED_BY_STAFF = "slip_settled_by_staff"  # data: came_out
    SLIP_WITHDRAWN = "slip_withdrawn"
    SCANNED = "scanned"
    CUSTOMER_ERASED = "customer_erased"
    CARD_TIED = "card_tied"
    CARD_REMOVED = "card_removed"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened; `data` holds codes and figures, never personal data.

    A limit is `minor` and `currency`, or `since` and `until` (ISO 8601 clock times of the shop).
    Where a member of staff did it, `data` has the person's id under `staff`.
    """

    order_id: str
    at: datetime
    kind: EventKind
    data: Mapping[str, str] = field(default_factory=dict)


def signed(event: Event, person_id: str) -> Event:
    """Return the event with who did it; "" for nobody known."""
    return replace(event, data={**event.data, "staff": person_id}) if person_id else event
