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
from app.usecases.staff_list import known


@dataclass(frozen=True, slots=True)
class CloseDay:
    """Staff go home: nothing rings and nothing is accepted by itself until somebody opens."""


@dataclass(frozen=True, slots=True)
class OpenDay:
    """Staff are back."""


def close_day(_command: CloseDay, desk: Desk) -> list[News]:
    """Note since when this till is closed, and by whom; one that is closed stays closed since then.

    Nothing else changes: orders come and are kept, and no vendor hears of it.
    """
    with desk.store.begin() as work:
        need_pin(GuardedAct.CLOSING, work, desk)
        if desk.session.closed_since is None:
            work.memory.put(_since(desk), desk.clock.now().isoformat())
            work.memory.put(_by(desk), desk.by)
        return _concluded(work, desk)


def open_day(_command: OpenDay, desk: Desk) -> list[News]:
    """Open again; what came meanwhile begins to ring on the screen."""
    with desk.store.begin() as work:
        work.memory.put(_since(desk), "")
        return _concluded(work, desk)


def closed_news(work: UnitOfWork, desk: Desk) -> ClosedChanged:
    """Return whether this till is closed, as it was when it went down."""
    kept = work.memory.get(_since(desk))
    since = datetime.fromisoformat(kept) if kept else None
    desk.session.closed_since = since
    person = known(work, work.memory.get(_by(desk)) or "")
    return ClosedChanged(since, person.name if since and person else "")


def _concluded(work: UnitOfWork, desk: Desk) -> list[News]:
    news = closed_news(work, desk)
    work.commit()
    return [news]


def _since(desk: Desk) -> str:
    return f"till {desk.shop.till_id} closed since"


def _by(desk: Desk) -> str:
    return f"till {desk.shop.till_id} closed by"
