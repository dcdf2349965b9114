"""Putting slips into the print queue and taking them out again."""

from __future__ import annotations

from dataclasses import replace

from app.domain.events import Event, EventKind
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order
from app.domain.printing import JobKind, PrintJob
from app.domain.states import JobState
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.situation import the_slip


def queue_slip(
    work: UnitOfWork, desk: Desk, order: Order, *, not_confirmed: bool = False
) -> tuple[Notice, ...]:
    """Queue the order's one slip in this unit of work; nothing happens when there is one already.

    Returns a notice when no printer prints slips.
    """
    if the_slip(work.jobs.of_order(order.id)) is not None:
        return ()
    return _queue(work, desk, order, JobKind.SLIP, copy=1, not_confirmed=not_confirmed)


def queue_reprint(work: UnitOfWork, desk: Desk, order: Order) -> tuple[Notice, ...]:
    """Queue a further copy, which will be marked as one."""
    copy = max((job.copy for job in work.jobs.of_order(order.id)), default=1) + 1
    return _queue(work, desk, order, JobKind.REPRINT, copy=copy, not_confirmed=False)


def _queue(
    work: UnitOfWork,
    desk: Desk,
    order: Order,
    kind: JobKind,
    *,
    copy: int,
    not_confirmed: bool,
) -> tuple[Notice, ...]:
    printer = desk.shop.slip_printer
    if not printer:
        return (Notice(NoticeCode.NO_PRINTER, Tone.WARN, order.id, order.number, order.vendor),)
    now = desk.clock.now()
    work.jobs.add(
        PrintJob(
            id=desk.ids.new(),
            order_id=order.id,
            printer=printer,
            kind=kind,
            state=JobState.QUEUED,
            created_at=now,
            copy=copy,
            not_confirmed=not_confirmed,
        )
    )
    data = {"printer": printer, "copy": str(copy)}
    work.record([Event(order.id, now, EventKind.SLIP_QUEUED, data)])
    return ()


def withdraw_slips(work: UnitOfWork, desk: Desk, order: Order) -> None:
    """Give up every job of `order` of which nothing has gone to a printer yet."""
    now = desk.clock.now()
    for job in work.jobs.of_order(order.id):
        if job.state is JobState.QUEUED:
            work.jobs.save(replace(job, state=JobState.FAILED, settled_at=now, offered=False))
            work.record([Event(order.id, now, EventKind.SLIP_WITHDRAWN, {"copy": str(job.copy)})])
