"""Keep the ids a vendor calls with, before the call is answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import PultError
from app.domain.news import News
from app.usecases.desk import Desk
from app.usecases.quarantine import quarantine_news


class TooManyWaiting(PultError):
    """So many ids wait to be read that no more are taken; the vendor is to call again later."""


@dataclass(frozen=True, slots=True)
class ReceiveCallback:
    """A vendor has called with these order ids."""

    vendor: str
    vendor_order_ids: Sequence[str]


def receive_callback(command: ReceiveCallback, desk: Desk) -> list[News]:
    """Put the ids on disk; when this returns they are durable and the call may be answered 200.

    An id that waits already is not kept twice. Raises TooManyWaiting and StoreUnavailable. Ids in
    quarantine do not count: nobody can keep orders out by calling with ids that do not exist.
    """
    wanted = dict.fromkeys(command.vendor_order_ids)
    with desk.store.begin() as work:
        entries = [work.inbox.find(command.vendor, wanted_id) for wanted_id in wanted]
        fresh = sum(entry is None or entry.quarantined for entry in entries)
        if fresh:
            waiting = work.inbox.count()
            if waiting + fresh > desk.shop.max_waiting:
                raise TooManyWaiting(f"{waiting} ids wait already")
        now = desk.clock.now()
        for vendor_order_id in wanted:
            work.inbox.add(command.vendor, vendor_order_id, now)
        out_of_quarantine = any(entry is not None and entry.quarantined for entry in entries)
        news: list[News] = [quarantine_news(work)] if out_of_quarantine else []
        work.commit()
    return news
