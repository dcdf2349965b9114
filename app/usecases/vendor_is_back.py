"""Take up what waited while a vendor did not answer."""

from __future__ import annotations

from dataclasses import replace

from app.domain.news import News
from app.usecases.desk import Desk
from app.usecases.push_ends import hasten


def vendor_is_back(vendor: str, desk: Desk) -> list[News]:
    """Make everything due that waits for `vendor` after failed tries: pushes and ids to be read."""
    now = desk.clock.now()
    with desk.store.begin() as work:
        hasten(work, desk, vendor)
        for entry in work.inbox.waiting():
            if entry.vendor == vendor and entry.misses and entry.due_at > now:
                work.inbox.save(replace(entry, due_at=now))
        work.commit()
    return []


def note_return(vendor: str, desk: Desk) -> list[News]:
    """Remember that a vendor that was away answers again: what was placed before comes late."""
    desk.session.away_until[vendor] = desk.clock.now()
    return []
