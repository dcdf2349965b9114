"""Keep how long vendors, printers and scanners were of no use."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from app.domain.lamp import Lamp, LampKind, LampTone
from app.domain.news import News
from app.domain.outage import Outage
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk

Key = tuple[LampKind, str]


def note_lamp(lamp: Lamp, now: datetime, desk: Desk) -> list[News]:
    """Begin an outage when a lamp turned red, and end it when it turned to anything else, `now`."""
    with desk.store.begin() as work:
        known = _known(work, desk).get((lamp.kind, lamp.name))
        if lamp.tone is LampTone.BAD:
            work.outages.put(known.seen_at(now) if known else _outage(desk, lamp, now))
        elif known is not None:
            work.outages.put(known.ended_at(now))
        work.commit()
    return []


def note_still_out(out: Collection[Key], desk: Desk) -> list[News]:
    """Note that these are still out, so that a crash costs an outage no more than its last minute;
    others that are open here have ended unseen."""
    with desk.store.begin() as work:
        now = desk.clock.now()
        for key, outage in _known(work, desk).items():
            work.outages.put(outage.seen_at(now) if key in out else outage.ended_at(outage.until))
        work.commit()
    return []


def end_outages(work: UnitOfWork, desk: Desk) -> None:
    """End what was open when the till went down, at the moment at which it was last seen."""
    for outage in work.outages.open_at(desk.shop.till_id):
        work.outages.put(outage.ended_at(outage.until))


def _known(work: UnitOfWork, desk: Desk) -> dict[Key, Outage]:
    return {(one.kind, one.name): one for one in work.outages.open_at(desk.shop.till_id)}


def _outage(desk: Desk, lamp: Lamp, now: datetime) -> Outage:
    return Outage(
        id=desk.ids.new(),
        till_id=desk.shop.till_id,
        kind=lamp.kind,
        name=lamp.name,
        word=lamp.word,
        since=now,
        until=now,
    )
