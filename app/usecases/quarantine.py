"""Ids that wait for a vendor's answer, and those the vendor does not know."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from app.domain.news import News, QuarantineChanged
from app.domain.open_questions import Quarantined
from app.ports.orders import InboxEntry
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk

_log = logging.getLogger(__name__)

TRIES: Final = 4
"""So many answers "not known" put an id into quarantine."""


@dataclass(frozen=True, slots=True)
class TryAgain:
    """Staff have an id in quarantine asked for once more."""

    vendor: str
    vendor_order_id: str


@dataclass(frozen=True, slots=True)
class Dismiss:
    """Staff have looked at an id in quarantine and let it go."""

    vendor: str
    vendor_order_id: str


def try_again(command: TryAgain, desk: Desk) -> list[News]:
    """Ask for the id again from now on."""
    with desk.store.begin() as work:
        work.inbox.add(command.vendor, command.vendor_order_id, desk.clock.now())
        news = quarantine_news(work)
        work.commit()
    return [news]


def dismiss(command: Dismiss, desk: Desk) -> list[News]:
    """Forget the id; an order that waits for its first reading is never dismissed."""
    with desk.store.begin() as work:
        entry = work.inbox.find(command.vendor, command.vendor_order_id)
        if entry is not None and entry.quarantined:
            work.inbox.remove(command.vendor, command.vendor_order_id)
        news = quarantine_news(work)
        work.commit()
    return [news]


def miss(
    work: UnitOfWork,
    desk: Desk,
    entry: InboxEntry,
    wait: timedelta,
    *,
    unknown: bool = False,
    quarantined: bool = False,
) -> None:
    """Keep the entry for its next try after `wait`, or put it into quarantine.

    Anybody can call with ids that do not exist, so quarantine holds `max_waiting` at most and lets
    go of the oldest.
    """
    work.inbox.save(
        replace(
            entry,
            tries=entry.tries + unknown,
            misses=entry.misses + (not unknown),
            due_at=desk.clock.now() + wait,
            quarantined=quarantined,
        )
    )
    if quarantined:
        resting = work.inbox.quarantined()
        for oldest in resting[: max(len(resting) - desk.shop.max_waiting, 0)]:
            work.inbox.remove(oldest.vendor, oldest.vendor_order_id)
            _log.warning("quarantine is full", extra={"event": "quarantine_full"})


def quarantine_news(work: UnitOfWork) -> QuarantineChanged:
    """Return the list of ids in quarantine for the screen."""
    return QuarantineChanged(
        tuple(
            Quarantined(entry.vendor, entry.vendor_order_id, entry.received_at, entry.tries)
            for entry in work.inbox.quarantined()
        )
    )
