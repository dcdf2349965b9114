"""Choose the next slip for a printer and note it as under way before the first byte."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from app.domain.news import News, SlipQuestion, SlipQuestionsChanged
from app.domain.printing import PrintJob
from app.domain.slip import Slip
from app.domain.states import JobState
from app.ports.store import UnitOfWork
from app.usecases.compose_slip import compose_slip
from app.usecases.desk import Desk
from app.usecases.situation import conclude, the_slip

OLD_AFTER: Final = timedelta(minutes=10)
"""A slip that waited longer does not come out by itself any more; staff are asked."""


@dataclass(frozen=True, slots=True)
class PrintErrand:
    """One slip for a printer's lane."""

    job: PrintJob
    slip: Slip


def begin_print(printer: str, desk: Desk) -> tuple[PrintErrand | None, list[News]]:
    """Return the oldest slip that may go to `printer` now, noted as SENDING; None when none may.

    Slips that have waited too long are put into the list of questions instead.
    """
    with desk.store.begin() as work:
        news = _offer_old(work, desk, printer)
        for job in work.jobs.unsettled():
            may_go = job.state is JobState.QUEUED and not job.offered
            if job.printer != printer or not may_go:
                continue
            job = replace(job, state=JobState.SENDING, attempts=job.attempts + 1)
            work.jobs.save(job)
            slip = _composed(work, desk, job)
            return PrintErrand(job, slip), conclude(work, desk, news=news)
        return None, conclude(work, desk, news=news) if news else []


def _composed(work: UnitOfWork, desk: Desk, job: PrintJob) -> Slip:
    order = work.orders.get(job.order_id)
    products = {line.product_id for top in order.basket.lines for line in top.walk()}
    names = work.catalogue.names(products, desk.shop.language)
    first = the_slip(work.jobs.of_order(order.id))
    # In doubt it has no time of its own; then it is when it was asked for.
    first_at = (first.settled_at or first.created_at) if first is not None else job.created_at
    return compose_slip(order, job, desk, names=names, first_at=first_at)


def offer_old(printer: str, desk: Desk) -> list[News]:
    """Put slips that wait too long for a printer that is not well into the list of questions.

    Once it is well `begin_print` does the same.
    """
    with desk.store.begin() as work:
        news = _offer_old(work, desk, printer)
        if news:
            work.commit()
        return news


def has_waiting(printer: str, desk: Desk) -> bool:
    """Whether a slip waits for `printer` that would go by itself."""
    with desk.store.begin() as work:
        return any(
            job.printer == printer and job.state is JobState.QUEUED and not job.offered
            for job in work.jobs.unsettled()
        )


def _offer_old(work: UnitOfWork, desk: Desk, printer: str) -> list[News]:
    oldest = desk.clock.now() - OLD_AFTER
    found = False
    for job in work.jobs.unsettled():
        old = job.state is JobState.QUEUED and not job.offered and job.created_at < oldest
        if old and job.printer == printer:
            work.jobs.save(replace(job, offered=True))
            found = True
    return [slip_questions(work, desk)] if found else []


def slip_questions(work: UnitOfWork, desk: Desk) -> SlipQuestionsChanged:
    """Return the list of slips staff are to be asked about."""
    questions = []
    for job in work.jobs.unsettled():
        if job.state is JobState.UNSURE or job.offered:
            order = work.orders.get(job.order_id)
            title = desk.facts_of(order.vendor).title
            questions.append(SlipQuestion(job, order.number, title))
    return SlipQuestionsChanged(tuple(questions))
