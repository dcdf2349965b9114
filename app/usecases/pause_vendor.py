"""Pause a vendor's new orders, and let them ring again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.errors import IllegalMove
from app.domain.events import Event, EventKind
from app.domain.news import News, PausesChanged
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order
from app.domain.pause import Pause, PauseReason, can_reject, hold_is_over
from app.domain.states import OrderState
from app.domain.text import plain
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.reject_order import LONGEST_MESSAGE
from app.usecases.situation import conclude

_LONGEST_TEXT = 80


@dataclass(frozen=True, slots=True)
class PauseVendor:
    """Staff pause a vendor until `until`, None until they resume it; one that is paused already is
    paused anew. `message` is what customers read where new orders are rejected."""

    vendor: str
    reason: PauseReason
    until: datetime | None = None
    rejects: bool = False
    text: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class ResumeVendor:
    """Staff let the vendor's new orders ring again."""

    vendor: str


def pause_vendor(command: PauseVendor, desk: Desk) -> list[News]:
    """Keep the pause; orders that ring already go on ringing.

    Raises IllegalMove where orders were to be rejected and the vendor cannot be told why, without
    words for the customer, and for a pause that is over already.
    """
    now = desk.clock.now()
    pause = Pause(
        vendor=command.vendor,
        reason=command.reason,
        since=now,
        until=command.until,
        rejects=command.rejects,
        text=plain(command.text, limit=_LONGEST_TEXT),
        message=plain(command.message, limit=LONGEST_MESSAGE) if command.rejects else "",
    )
    if pause.is_over(now):
        raise IllegalMove("a pause must end in the future")
    ways = desk.facts_of(pause.vendor).capabilities
    if pause.rejects and not (pause.message and can_reject(ways)):
        raise IllegalMove(f"{pause.vendor} cannot be told why orders are rejected")
    with desk.store.begin() as work:
        work.pauses.put(pause)
        return conclude(work, desk, paused_notice(pause), news=[pauses(work)])


def resume_vendor(command: ResumeVendor, desk: Desk) -> list[News]:
    """End the vendor's pause; what was held rings now."""
    with desk.store.begin() as work:
        if work.pauses.of(command.vendor) is None:
            return []
        return end_pauses(work, desk, [command.vendor], by="staff")


def end_due_pauses(desk: Desk) -> list[News]:
    """End the pauses whose time has come, and let what was held long enough ring."""
    with desk.store.begin() as work:
        now = desk.clock.now()
        over = [pause.vendor for pause in work.pauses.all() if pause.is_over(now)]
        return end_pauses(work, desk, over, by="time")


def end_pauses(work: UnitOfWork, desk: Desk, vendors: list[str], *, by: str) -> list[News]:
    """Forget the pauses of `vendors`, let their held orders and all that are due ring, and commit;
    `by` is "staff" or "time"."""
    now = desk.clock.now()
    for vendor in vendors:
        work.pauses.remove(vendor)
    held = release(work, now, lambda order: order.vendor in vendors or is_due(order, now))
    notices = [
        Notice(NoticeCode.RESUMED, Tone.PLAIN, vendor=vendor, data={"by": by}) for vendor in vendors
    ]
    rings = [
        Notice(NoticeCode.NEW_ORDER, Tone.PLAIN, one.id, one.number, one.vendor) for one in held
    ]
    changed = [pauses(work)] if vendors else []
    return conclude(work, desk, *notices, *rings, news=changed)


def release(work: UnitOfWork, now: datetime, which: Callable[[Order], bool]) -> list[Order]:
    """Let the held orders that `which` names ring, and return those that are still to be answered.

    One that is accepted, rejected or cancelled meanwhile is not held any more either.
    """
    released = []
    for order in work.orders.on_board():
        if order.held_until is None or not which(order):
            continue
        order = replace(order, held_until=None, opened=False)
        work.orders.save(order)
        if order.state is OrderState.NEW:
            work.record([Event(order.id, now, EventKind.HOLD_ENDED)])
            released.append(order)
    return released


def is_due(order: Order, now: datetime) -> bool:
    """Whether the order has been held long enough."""
    return order.held_until is not None and hold_is_over(order.held_until, now)


def pauses(work: UnitOfWork) -> PausesChanged:
    """Return all pauses for the screen."""
    return PausesChanged(tuple(work.pauses.all()))


def paused_notice(pause: Pause) -> Notice:
    """Return that a vendor is paused, for how long and what becomes of its orders."""
    data = {
        "reason": pause.reason.value,
        "text": pause.text,
        "until": pause.until.isoformat() if pause.until is not None else "",
        "rejects": "yes" if pause.rejects else "no",
    }
    return Notice(NoticeCode.PAUSED, Tone.WARN, vendor=pause.vendor, data=data)
