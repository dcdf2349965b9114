"""Choose the next slip for a printer and note it as under way before the first byte."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from app.domain.news import News, SlipQuestionsChanged
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.open_questions import SlipQuestion
from app.domain.printing import JobKind, PrintJob
from app.domain.slip import Slip
from app.domain.states import JobState
from app.ports.store import UnitOfWork
from app.usecases.compose_slip import compose_slip
from app.usecases.compose_station_slip import compose_station_slip
from app.usecases.desk import Desk
from app.usecases.situation import conclude, twins_of
from app.usecases.slip_standing import the_slip
from app.usecases.slips import stations_of, withdraw

_log = logging.getLogger(__name__)

OLD_AFTER: Final = timedelta(minutes=10)
"""A slip that waited longer does not come out by itself any more; staff are asked."""


@dataclass(frozen=True, slots=True)
class PrintErrand:
    """One slip for a printer's lane."""

    job: PrintJob
    slip: Slip


def begin_print(printer: str, desk: Desk) -> tuple[PrintErrand | None, list[News]]:
    """Return the oldest slip that may go to `printer` now, noted as SENDING; None when none may.

    Slips that have waited too long are put into the list of questions instead, and so is one that
    cannot be composed: a fault of ours must not keep the slips behind it from coming out.
    """
    with desk.store.begin() as work:
        asked = _put_old_aside(work, desk, printer)
        errand, notices = None, []
        withdrawn = False
        for job in queued_for(work, printer):
            try:
                slip = _composed(work, desk, job)
            except Exception:
                _log_fault(job)
                work.jobs.save(replace(job, offered=True))
                notices.append(_fault(work, job))
                continue
            if slip is None:
                # The catalogue has another station for its lines since.
                withdraw(work, job, desk.clock.now())
                withdrawn = True
                continue
            job = replace(job, state=JobState.SENDING, attempts=job.attempts + 1)
            work.jobs.save(job)
            errand = PrintErrand(job, slip)
            break
        if errand is None and not (asked or notices or withdrawn):
            return None, []
        news = [slip_questions(work, desk)] if asked or notices else []
        return errand, conclude(work, desk, *notices, news=news)


def queued_for(work: UnitOfWork, printer: str) -> list[PrintJob]:
    """Return the slips that would go to `printer` by themselves, oldest first."""
    return [
        job
        for job in work.jobs.unsettled()
        if job.printer == printer and job.state is JobState.QUEUED and not job.offered
    ]


def _fault(work: UnitOfWork, job: PrintJob) -> Notice:
    order = work.orders.get(job.order_id)
    return Notice(NoticeCode.OUR_FAULT, Tone.BAD, order.id, order.number, order.vendor)


def _composed(work: UnitOfWork, desk: Desk, job: PrintJob) -> Slip | None:
    """Return the slip of a job, None where there is nothing left to print of a station slip."""
    order = work.orders.get(job.order_id)
    products = {line.product_id for top in order.basket.lines for line in top.walk()}
    names = work.catalogue.names(products, desk.shop.on_paper().language)
    first = the_slip(work.jobs.of_order(order.id))
    # In doubt it has no time of its own; then it is when it was asked for.
    first_at = (first.settled_at or first.created_at) if first is not None else job.created_at
    is_twin = bool(twins_of(order, work, desk))
    if job.kind is not JobKind.STATION:
        return compose_slip(order, job, desk, names=names, first_at=first_at, is_twin=is_twin)
    return compose_station_slip(
        order,
        job,
        desk,
        names=names,
        station_of=stations_of(work, order),
        first_at=first_at,
        is_twin=is_twin,
    )


def _log_fault(job: PrintJob) -> None:
    extra = {"event": "slip_fault", "order": job.order_id}
    _log.exception("a slip was not composed", extra=extra)


def offer_old(printer: str, desk: Desk) -> list[News]:
    """Put slips that wait too long for a printer that is not well into the list of questions.

    Once it is well `begin_print` does the same.
    """
    with desk.store.begin() as work:
        if not _put_old_aside(work, desk, printer):
            return []
        return conclude(work, desk, news=[slip_questions(work, desk)])


def has_waiting(printer: str, desk: Desk) -> bool:
    """Whether a slip waits for `printer` that would go by itself."""
    with desk.store.begin() as work:
        return bool(queued_for(work, printer))


def _put_old_aside(work: UnitOfWork, desk: Desk, printer: str) -> bool:
    oldest = desk.clock.now() - OLD_AFTER
    old = [job for job in queued_for(work, printer) if job.created_at < oldest]
    for job in old:
        work.jobs.save(replace(job, offered=True))
    return bool(old)


def slip_questions(work: UnitOfWork, desk: Desk) -> SlipQuestionsChanged:
    """Return the list of slips staff are to be asked about."""
    questions = []
    for job in work.jobs.unsettled():
        if job.state is JobState.UNSURE or job.offered:
            order = work.orders.get(job.order_id)
            title = desk.facts_of(order.vendor).title
            questions.append(SlipQuestion(job, order.number, title))
    return SlipQuestionsChanged(tuple(questions))
