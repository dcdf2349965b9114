"""Letting a vendor's report change an order that is known, with all that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from app.domain.meant_here import as_meant_here
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order
from app.domain.push import Push
from app.domain.report import OrderReport
from app.domain.states import Attention, OrderState
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.slips import queue_slip, withdraw_slips
from app.usecases.telling import drop_open

_CODES: Final[Mapping[Attention, NoticeCode]] = {
    Attention.ENDED_ELSEWHERE: NoticeCode.ENDED_ELSEWHERE,
    Attention.CHANGED_ELSEWHERE: NoticeCode.CHANGED_ELSEWHERE,
    Attention.WENT_ANOTHER_WAY: NoticeCode.WENT_ANOTHER_WAY,
}
_ENDED: Final = (Attention.ENDED_ELSEWHERE, Attention.WENT_ANOTHER_WAY)


def take_in(
    work: UnitOfWork, desk: Desk, order: Order, report: OrderReport, *, backwards: bool = False
) -> tuple[Order, tuple[Notice, ...]]:
    """Apply `report`, keep what it changes, and return the order with what staff are told.

    What the vendor has ended drops what it was still to be told, and the slip that waits.
    `backwards` is for the re-read after a refused push.
    """
    now = desk.clock.now()
    capabilities = desk.facts_of(order.vendor).capabilities
    report = as_meant_here(report, order, work.outbox.of_order(order.id), capabilities)
    applied = order.apply(report, now=now, backwards=backwards)
    after = applied.order
    if after == order:
        return order, ()
    work.orders.save(after, report.raw or None)
    work.record(applied.events)
    if order.rests_in_later and after.state is OrderState.READY:
        queue_slip(work, desk, after)  # made elsewhere before its time; handed over here
    if after.attention is order.attention or after.attention is None:
        return after, ()
    if after.attention in _ENDED:
        _drop_what_waits(work, after, report, now)
    data = {"standing": report.standing.value, "word": report.word}
    code = _CODES[after.attention]
    return after, (Notice(code, Tone.BAD, order.id, order.number, order.vendor, data),)


def _drop_what_waits(work: UnitOfWork, order: Order, report: OrderReport, now: datetime) -> None:
    # Of what was handed over, here or elsewhere, the money is still to be told.
    sold = OrderState.COLLECTED in (order.state, report.standing.as_state)

    def is_idle(push: Push) -> bool:
        return push.system == report.vendor and not (sold and push.kind.is_payment)

    drop_open(work, order, now, is_idle)
    withdraw_slips(work, order, now)
