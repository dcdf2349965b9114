"""Putting slips into the print queue and taking them out again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from app.domain.events import Event, EventKind
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order
from app.domain.printing import JobKind, PrintJob
from app.domain.routes import Route
from app.domain.states import JobState
from app.domain.station_lines import made_at
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.slip_standing import the_slip


def queue_slip(
    work: UnitOfWork, desk: Desk, order: Order, *, not_confirmed: bool = False
) -> tuple[Notice, ...]:
    """Queue the order's one slip and its station slips in this unit of work.

    Nothing happens to those there are already; what was given up never came out and is queued
    once more. Returns a notice when no printer prints slips.
    """
    jobs = work.jobs.of_order(order.id)
    known = the_slip(jobs)
    notices: tuple[Notice, ...] = ()
    if known is None:
        notices = _queue(work, desk, order, JobKind.SLIP, copy=1, not_confirmed=not_confirmed)
    elif known.state is JobState.FAILED:
        notices = _queue_again(work, desk, order, known, not_confirmed=not_confirmed)
    _queue_station_slips(work, desk, order, jobs, not_confirmed=not_confirmed)
    return notices


def queue_reprint(work: UnitOfWork, desk: Desk, order: Order) -> tuple[Notice, ...]:
    """Queue a further copy of the slip, which will be marked as one; stations get no second one."""
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
    printer = desk.routes.slip_printer(order.vendor)
    if not printer:
        return (_no_printer(order),)
    job = PrintJob(
        id=desk.ids.new(),
        order_id=order.id,
        printer=printer,
        kind=kind,
        state=JobState.QUEUED,
        created_at=desk.clock.now(),
        copy=copy,
        not_confirmed=not_confirmed,
    )
    _add(work, job)
    return ()


def _queue_again(
    work: UnitOfWork, desk: Desk, order: Order, job: PrintJob, *, not_confirmed: bool
) -> tuple[Notice, ...]:
    """Queue what was given up where it belongs now: nobody waits for it elsewhere any more."""
    printer = desk.routes.home_of(replace(job, printer=job.station_printer), order.vendor)
    if not printer:
        return (_no_printer(order),)
    again = replace(job, printer=printer, not_confirmed=not_confirmed)
    _requeue(work, desk, again, desk.clock.now())
    return ()


def _no_printer(order: Order) -> Notice:
    return Notice(NoticeCode.NO_PRINTER, Tone.WARN, order.id, order.number, order.vendor)


def _queue_station_slips(
    work: UnitOfWork,
    desk: Desk,
    order: Order,
    jobs: Sequence[PrintJob],
    *,
    not_confirmed: bool,
) -> None:
    routes = desk.routes.station_routes
    if not routes:
        return
    station_of = stations_of(work, order)
    known = {job.station_printer: job for job in jobs if job.kind is JobKind.STATION}
    for route in routes:
        job = known.get(route.printer)
        if job is not None and job.state is JobState.FAILED:
            _queue_again(work, desk, order, job, not_confirmed=not_confirmed)
        elif job is None and made_at(order, station_of, route.stations):
            _add(work, _station_job(desk, order, route, not_confirmed=not_confirmed))


def stations_of(work: UnitOfWork, order: Order) -> dict[str, str]:
    """Return the catalogue's station of each product of the order that has one."""
    ids = {part.product_id for line in order.basket.lines for part in line.walk()}
    products = work.catalogue.products(ids)
    return {key: product.station for key, product in products.items() if product.station}


def _station_job(desk: Desk, order: Order, route: Route, *, not_confirmed: bool) -> PrintJob:
    return PrintJob(
        id=desk.ids.new(),
        order_id=order.id,
        printer=route.printer,
        kind=JobKind.STATION,
        state=JobState.QUEUED,
        created_at=desk.clock.now(),
        not_confirmed=not_confirmed,
        station_printer=route.printer,
        stations=route.stations,
    )


def _add(work: UnitOfWork, job: PrintJob) -> None:
    work.jobs.add(job)
    work.record([Event(job.order_id, job.created_at, EventKind.SLIP_QUEUED, job_data(job))])


def job_data(job: PrintJob, **more: str) -> dict[str, str]:
    """Return what an event keeps of a job."""
    data = {"printer": job.printer, "copy": str(job.copy), **more}
    return data | {"kind": job.kind.value} if job.kind is JobKind.STATION else data


def waiting_anew(desk: Desk, order: Order, job: PrintJob) -> PrintJob:
    """Return the job as it waits from now on; among the questions where nothing prints it."""
    home = desk.routes.home_of(job, order.vendor)
    return replace(
        job,
        state=JobState.QUEUED,
        printer=home or job.printer,
        created_at=desk.clock.now(),  # or it would come straight back as too old
        cause=None,
        offered=not home,
    )


def _requeue(work: UnitOfWork, desk: Desk, job: PrintJob, created_at: datetime) -> None:
    queued = replace(job, state=JobState.QUEUED, created_at=created_at, cause=None, settled_at=None)
    work.jobs.save(queued)
    work.record([Event(job.order_id, desk.clock.now(), EventKind.SLIP_QUEUED, job_data(job))])


def withdraw_slips(work: UnitOfWork, order: Order, now: datetime) -> None:
    """Give up every job of `order` of which nothing has gone to a printer yet."""
    for job in work.jobs.of_order(order.id):
        if job.state is JobState.QUEUED:
            withdraw(work, job, now)


def withdraw(work: UnitOfWork, job: PrintJob, now: datetime) -> None:
    """Give up a job of which nothing has gone to a printer yet."""
    work.jobs.save(replace(job, state=JobState.FAILED, settled_at=now, offered=False))
    work.record([Event(job.order_id, now, EventKind.SLIP_WITHDRAWN, job_data(job))])


def take_up_withdrawn(work: UnitOfWork, desk: Desk, order: Order, at: datetime) -> None:
    """Queue the jobs again that were given up at that moment, by a move that is undone."""
    for job in work.jobs.of_order(order.id):
        if job.state is JobState.FAILED and job.settled_at == at:
            _requeue(work, desk, job, job.created_at)
