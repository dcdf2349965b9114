"""Close this till for orders, and open it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.book_news import ClosedChanged
from app.domain.news import News
from app.domain.staff import GuardedAct
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.need_pin import need_pin


@dataclass(frozen=True, slots=True)
class CloseDay:
    """Staff go home: nothing rings and nothing is accepted by itself until somebody opens."""


@dataclass(frozen=True, slots=True)
class OpenDay:
    """Staff are back."""


def close_day(_command: CloseDay, desk: Desk) -> list[News]:
    """Note since when this till is closed; one that is closed stays closed since then.

    Nothing else changes: orders come and are kept, and no vendor hears of it.
    """
    with desk.store.begin() as work:
        need_pin(GuardedAct.CLOSING, work, desk)
        return _keep(work, desk, desk.session.closed_since or desk.clock.now())


def open_day(_command: OpenDay, desk: Desk) -> list[News]:
    """Open again; what came meanwhile begins to ring on the screen."""
    with desk.store.begin() as work:
        return _keep(work, desk, None)


def closed_news(work: UnitOfWork, desk: Desk) -> ClosedChanged:
    """Return whether this till is closed, as it was when it went down."""
    kept = work.memory.get(_name(desk))
    desk.session.closed_since = datetime.fromisoformat(kept) if kept else None
    return ClosedChanged(desk.session.closed_since)


def _keep(work: UnitOfWork, desk: Desk, since: datetime | None) -> list[News]:
    work.memory.put(_name(desk), since.isoformat() if since else "")
    work.commit()
    desk.session.closed_since = since
    return [ClosedChanged(since)]


def _name(desk: Desk) -> str:
    return f"till {desk.shop.till_id} closed since"
