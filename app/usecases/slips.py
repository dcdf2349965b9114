"""Putting slips into the print queue and taking them out again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

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

    One that was given up never came out and is queued once more. Returns a notice when no printer
    prints slips.
    """
    known = the_slip(work.jobs.of_order(order.id))
    if known is not None and known.state is not JobState.FAILED:
        return ()
    if known is None or not desk.shop.slip_printer:
        return _queue(work, desk, order, JobKind.SLIP, copy=1, not_confirmed=not_confirmed)
    again = replace(known, printer=desk.shop.slip_printer, not_confirmed=not_confirmed)
    _requeue(work, desk, again, desk.clock.now())
    return ()


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


def _requeue(work: UnitOfWork, desk: Desk, job: PrintJob, created_at: datetime) -> None:
    queued = replace(job, state=JobState.QUEUED, created_at=created_at, cause=None, settled_at=None)
    work.jobs.save(queued)
    data = {"printer": job.printer, "copy": str(job.copy)}
    work.record([Event(job.order_id, desk.clock.now(), EventKind.SLIP_QUEUED, data)])


def withdraw_slips(work: UnitOfWork, order: Order, now: datetime) -> None:
    """Give up every job of `order` of which nothing has gone to a printer yet."""
    for job in work.jobs.of_order(order.id):
        if job.state is JobState.QUEUED:
            work.jobs.save(replace(job, state=JobState.FAILED, settled_at=now, offered=False))
            work.record([Event(order.id, now, EventKind.SLIP_WITHDRAWN, {"copy": str(job.copy)})])


def take_up_withdrawn(work: UnitOfWork, desk: Desk, order: Order, at: datetime) -> None:
    """Queue the jobs again that were given up at that moment, by a move that is undone."""
    for job in work.jobs.of_order(order.id):
        if job.state is JobState.FAILED and job.settled_at == at:
            _requeue(work, desk, job, job.created_at)
