"""Keep the ids a vendor calls with, before the call is answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import PultError
from app.domain.news import News
from app.usecases.desk import Desk


class TooManyWaiting(PultError):
    """So many ids wait to be read that no more are taken; the vendor is to call again later."""


@dataclass(frozen=True, slots=True)
class ReceiveCallback:
    """A vendor has called with these order ids."""

    vendor: str
    vendor_order_ids: Sequence[str]


def receive_callback(command: ReceiveCallback, desk: Desk) -> list[News]:
    """Put the ids on disk; when this returns they are durable and the call may be answered 200.

    An id that waits already is not kept twice. Raises TooManyWaiting and StoreUnavailable.
    """
    with desk.store.begin() as work:
        known = sum(
            work.inbox.find(command.vendor, vendor_order_id) is not None
            for vendor_order_id in command.vendor_order_ids
        )
        fresh = len(command.vendor_order_ids) - known
        if fresh and work.inbox.count() + fresh > desk.shop.max_waiting:
            raise TooManyWaiting(f"{desk.shop.max_waiting} ids wait already")
        now = desk.clock.now()
        for vendor_order_id in command.vendor_order_ids:
            work.inbox.add(command.vendor, vendor_order_id, now)
        work.commit()
    return []
