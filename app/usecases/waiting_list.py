"""The list of slips that wait, of orders on the board or not."""

from __future__ import annotations

from dataclasses import replace

from app.domain.news import WaitingSlipsChanged
from app.domain.open_questions import WaitingSlip
from app.domain.printing import PrintJob
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk


def waiting_changes(work: UnitOfWork, desk: Desk) -> WaitingSlipsChanged | None:
    """Return the list as this unit of work leaves it, None when the screen knows it so.

    It hangs on print jobs and on the routes alone, so most units of work need not read it.
    """
    if not work.jobs.changed and _others_hold(desk):
        return None
    found = _waiting(work, desk)
    return None if found == desk.session.waiting_slips else WaitingSlipsChanged(found)


def all_waiting_slips(work: UnitOfWork, desk: Desk) -> WaitingSlipsChanged:
    """Return the whole list, oldest first, and remember it as what the screen knows."""
    desk.session.waiting_slips = _waiting(work, desk)
    return WaitingSlipsChanged(desk.session.waiting_slips)


def _waiting(work: UnitOfWork, desk: Desk) -> tuple[WaitingSlip, ...]:
    known = {slip.job.id: slip for slip in desk.session.waiting_slips}
    found = []
    for job in work.jobs.unsettled():
        if job.waits:
            slip = known.get(job.id) or _slip(work, desk, job)
            others = desk.routes.others(job.printer)
            found.append(replace(slip, job=job, others=others))
    return tuple(found)


def _others_hold(desk: Desk) -> bool:
    """Whether the slips of the list could still go to the printers it names."""
    slips = desk.session.waiting_slips
    return all(slip.others == desk.routes.others(slip.job.printer) for slip in slips)


def _slip(work: UnitOfWork, desk: Desk, job: PrintJob) -> WaitingSlip:
    order = work.orders.get(job.order_id)
    return WaitingSlip(job, order.number, desk.facts_of(order.vendor).title)
