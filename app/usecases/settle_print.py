"""Take in how an attempt to print ended, and staff's word on slips in doubt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.events import Event, EventKind
from app.domain.moves import check
from app.domain.news import News
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order
from app.domain.printing import PrinterWord, PrintJob, PrintOutcome, PrintResult
from app.domain.states import UNSOLD, EndedBy, JobState, Move
from app.ports.store import UnitOfWork
from app.usecases.begin_print import slip_questions
from app.usecases.desk import Desk
from app.usecases.situation import conclude, situation_of
from app.usecases.slip_standing import in_doubt
from app.usecases.slips import job_data, waiting_anew, withdraw_slips


class SlipAnswer(StrEnum):
    """What staff say about a slip in the list of questions."""

    CAME_OUT = "came out"
    PRINT = "print"  # it did not come out, or is still wanted: print it now
    GIVE_UP = "give up"


@dataclass(frozen=True, slots=True)
class SettleSlips:
    """Staff answer the list of questions, by job id."""

    answers: Mapping[str, SlipAnswer]


@dataclass(frozen=True, slots=True)
class SettleSlip:
    """Staff press Slip came out or Slip did not come out on an order."""

    order_id: str
    came_out: bool


_EVENTS = {
    PrintResult.PRINTED: (JobState.PRINTED, EventKind.SLIP_PRINTED),
    PrintResult.SENT: (JobState.SENT, EventKind.SLIP_SENT),
    PrintResult.UNSURE: (JobState.UNSURE, EventKind.SLIP_UNSURE),
}


def settle_print(job_id: str, outcome: PrintOutcome, desk: Desk) -> list[News]:
    """Take in the end of one attempt; only what the printer confirmed counts as printed."""
    with desk.store.begin() as work:
        job = work.jobs.get(job_id)
        order = work.orders.get(job.order_id)
        if outcome.result is PrintResult.NOT_STARTED:
            return _wait(work, desk, order, job, outcome.status.word)
        now = desk.clock.now()
        state, event = _EVENTS[outcome.result]
        settled_at = now if state.is_settled else None
        cause = outcome.status.word if state is JobState.UNSURE else None
        work.jobs.save(replace(job, state=state, settled_at=settled_at, cause=cause))
        data = job_data(job)
        work.record([Event(order.id, now, event, data)])
        notices = _lost(order, job, outcome.lost)
        if state is not JobState.UNSURE:
            return conclude(work, desk, *notices)
        why = data | {"cause": outcome.status.word.value}
        unsure = Notice(
            NoticeCode.SLIP_UNSURE, Tone.UNSURE, order.id, order.number, order.vendor, why
        )
        return conclude(work, desk, *notices, unsure, news=[slip_questions(work, desk)])


def _lost(order: Order, job: PrintJob, count: int) -> list[Notice]:
    """Say that a slip is not whole: what is missing is named on it, and stands on the screen."""
    if not count:
        return []
    data = {"printer": job.printer, "count": str(count)}
    code = NoticeCode.LETTERS_LOST
    return [Notice(code, Tone.WARN, order.id, order.number, order.vendor, data)]


def _wait(
    work: UnitOfWork, desk: Desk, order: Order, job: PrintJob, cause: PrinterWord
) -> list[News]:
    if order.state in UNSOLD or (order.state.is_end and order.ended_by is EndedBy.VENDOR):
        # Ended while the printer was asked: withdrawn as it would have been had it waited.
        work.jobs.save(replace(job, state=JobState.QUEUED))
        withdraw_slips(work, order, order.ended_at or desk.clock.now())
        return conclude(work, desk)
    # Nothing left this machine; when the printer is well again the pump goes on by itself.
    work.jobs.save(replace(job, state=JobState.QUEUED, cause=cause))
    if job.cause is cause:
        return conclude(work, desk)
    data = job_data(job, cause=cause.value)
    notice = Notice(NoticeCode.SLIP_WAITS, Tone.WARN, order.id, order.number, order.vendor, data)
    return conclude(work, desk, notice)


def slips_wait(printer: str, cause: PrinterWord, desk: Desk) -> list[News]:
    """Show on the cards why the slips for a printer that is not well wait; say it once."""
    with desk.store.begin() as work:
        waiting = [
            job
            for job in work.jobs.unsettled()
            if job.printer == printer and job.state is JobState.QUEUED and job.cause is not cause
        ]
        if not waiting:
            return []
        for job in waiting:
            work.jobs.save(replace(job, cause=cause))
        data = {"printer": printer, "cause": cause.value}
        return conclude(work, desk, Notice(NoticeCode.SLIP_WAITS, Tone.WARN, data=data))


def settle_slips(command: SettleSlips, desk: Desk) -> list[News]:
    """Take staff's answers; a job that has been settled meanwhile stays as it is."""
    with desk.store.begin() as work:
        for job_id, answer in command.answers.items():
            job = work.jobs.get(job_id)
            if job.state is JobState.UNSURE or job.offered:
                take_answer(work, desk, work.orders.get(job.order_id), job, answer)
        return conclude(work, desk, news=[slip_questions(work, desk)])


def settle_slip(command: SettleSlip, desk: Desk) -> list[News]:
    """Take staff's answer for the one order on the screen."""
    move = Move.SLIP_CAME_OUT if command.came_out else Move.SLIP_DID_NOT_COME_OUT
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        check(move, situation_of(order, work, desk))
        job = in_doubt(work.jobs.of_order(order.id))
        assert job is not None  # `check` has just said so
        answer = SlipAnswer.CAME_OUT if command.came_out else SlipAnswer.PRINT
        take_answer(work, desk, order, job, answer)
        return conclude(work, desk, news=[slip_questions(work, desk)])


def take_answer(
    work: UnitOfWork, desk: Desk, order: Order, job: PrintJob, answer: SlipAnswer
) -> None:
    """Take in what staff say about one job, in this unit of work."""
    now = desk.clock.now()
    if answer is SlipAnswer.PRINT:
        settled = waiting_anew(desk, order, job)
    else:
        came_out = answer is SlipAnswer.CAME_OUT
        state = JobState.PRINTED if came_out else JobState.FAILED
        settled = replace(job, state=state, settled_at=now, offered=False)
    work.jobs.save(settled)
    data = job_data(job, answer=answer.value)
    work.record([Event(job.order_id, now, EventKind.SLIP_SETTLED_BY_STAFF, data)])
