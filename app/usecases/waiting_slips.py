"""What staff do about slips that wait: give them up, try now, or have another printer print them.

A slip that has been taken up by its printer meanwhile stays as it is: it never comes out at two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.errors import IllegalMove
from app.domain.events import Event, EventKind
from app.domain.news import News, PrinterWanted
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order
from app.domain.printing import PrintJob
from app.domain.states import JobState
from app.ports.store import UnitOfWork
from app.usecases.begin_print import slip_questions
from app.usecases.desk import Desk
from app.usecases.settle_print import SlipAnswer, take_answer
from app.usecases.situation import conclude
from app.usecases.slips import job_data, waiting_anew


@dataclass(frozen=True, slots=True)
class SkipSlips:
    """Staff press Skip."""

    job_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RetrySlips:
    """Staff press Retry."""

    job_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoveSlips:
    """Staff press Other printer."""

    job_ids: tuple[str, ...]
    printer: str


def skip_slips(command: SkipSlips, desk: Desk) -> list[News]:
    """Give the slips up; Print is offered again."""
    with desk.store.begin() as work:
        for job, order in _still_waiting(work, command.job_ids):
            take_answer(work, desk, order, job, SlipAnswer.GIVE_UP)
        return conclude(work, desk, news=[slip_questions(work, desk)])


def retry_slips(command: RetrySlips, desk: Desk) -> list[News]:
    """Have the printers asked now; one that was too old to come by itself may come again."""
    with desk.store.begin() as work:
        printers = []
        for job, order in _still_waiting(work, command.job_ids):
            if job.offered:
                job = waiting_anew(desk, order, job)
                work.jobs.save(job)
            printers.append(job.printer)
        asked = [PrinterWanted(printer) for printer in dict.fromkeys(printers)]
        return conclude(work, desk, news=[slip_questions(work, desk), *asked])


def move_slips(command: MoveSlips, desk: Desk) -> list[News]:
    """Have another printer print the slips, at once if it is well.

    Raises IllegalMove when that printer prints no slips.
    """
    if command.printer not in desk.routes.slip_printers:
        raise IllegalMove(f"{command.printer} prints no slips")
    with desk.store.begin() as work:
        moved = [
            move_job(work, desk, waiting_anew(desk, order, job), job, command.printer, by="staff")
            for job, order in _still_waiting(work, command.job_ids)
            if job.printer != command.printer
        ]
        notices = [moved_notice(work, moved, command.printer)] if moved else []
        return conclude(work, desk, *notices, news=[slip_questions(work, desk)])


def move_job(
    work: UnitOfWork, desk: Desk, job: PrintJob, before: PrintJob, printer: str, *, by: str
) -> PrintJob:
    """Let `job` wait for `printer`; `before` is the job as it was, for the order's history."""
    moved = replace(job, printer=printer, cause=None, offered=False)
    work.jobs.save(moved)
    data = job_data(moved, by=by, from_printer=before.printer)
    work.record([Event(job.order_id, desk.clock.now(), EventKind.SLIP_MOVED, data)])
    return before


def moved_notice(
    work: UnitOfWork, before: list[PrintJob], printer: str, *, tone: Tone = Tone.OK
) -> Notice:
    """Say that jobs, given as they were, go to another printer now."""
    causes = [job.cause.value for job in before if job.cause is not None]
    data = {
        "printer": printer,
        "from_printer": before[0].printer,
        "count": str(len(before)),
        "cause": causes[0] if causes else "",
    }
    if len(before) > 1:
        return Notice(NoticeCode.SLIPS_MOVED, tone, data=data)
    order = work.orders.get(before[0].order_id)
    return Notice(NoticeCode.SLIPS_MOVED, tone, order.id, order.number, order.vendor, data)


def _still_waiting(work: UnitOfWork, job_ids: tuple[str, ...]) -> Iterator[tuple[PrintJob, Order]]:
    for job_id in dict.fromkeys(job_ids):
        job = work.jobs.get(job_id)
        if job.state is JobState.QUEUED:
            yield job, work.orders.get(job.order_id)
